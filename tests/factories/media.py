"""Pictures and files."""

import factory
import wagtail_factories
from wagtail.models import Collection

from media_library.models import CustomDocument, CustomImage
from media_library.sizes import make_sizes


def root_collection() -> Collection:
    return Collection.get_first_root_node()


class ImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence(lambda n: f"Example picture {n}")
    description = "Two people talk at a table."
    file = factory.django.ImageField(width=64, height=48, filename="picture.png", format="PNG")
    collection = factory.LazyFunction(root_collection)

    class Meta:
        model = CustomImage


class ImageWithSizesFactory(ImageFactory):
    """A picture as it is once something that shows it was published."""

    class Meta:
        model = CustomImage
        skip_postgeneration_save = True

    @factory.post_generation
    def sizes(self: CustomImage, create: bool, extracted: object, **kwargs: object) -> None:
        make_sizes([self.pk])


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = factory.Sequence(lambda n: f"Example document {n}")
    file = factory.django.FileField(filename="example.txt", data=b"An example.")
    collection = factory.LazyFunction(root_collection)

    class Meta:
        model = CustomDocument


class FilmFactory(DocumentFactory):
    title = "Example film"
    file = factory.django.FileField(filename="film.mp4", data=b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00")


class CaptionsFactory(DocumentFactory):
    title = "Captions of the example film"
    file = factory.django.FileField(filename="film.vtt", data=b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n")
