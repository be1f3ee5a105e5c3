"""Pictures, films and files."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.models import Collection

from core.blocks.choosers import DocumentBlock, ImageInHandBlock, PictureBlock
from core.blocks.presented import Context, PresentedBlock
from core.blocks.text import PARAGRAPH_FEATURES
from core.completeness import says_something
from core.components.media import Download, Figure, Film, Picture, size_of
from core.open_to_everybody import private_collections


def public_file(document: Any, context: Context) -> Any:
    """The file, if everybody may have it; one of a private collection is neither named nor linked."""
    if not document:
        return None
    reading = context.get("reading")
    known = reading.records.get(Collection) if reading else None
    private = private_collections() if known is None else known
    return None if document.collection_id in {collection.pk for collection in private} else document


def saves_data(context: Context) -> bool:
    """Whether the reader's browser asks for less."""
    reading = context.get("reading")
    return bool(reading and reading.saves_data)


def lacks_of_film(value: Any) -> Iterator[str]:
    """What stands against publishing a film, each with the way out."""
    file, captions = value.get("file"), value.get("captions")
    if file and file.file_extension.lower() not in settings.FILM_EXTENSIONS:
        yield f"“{file.title}” is not a film. Choose an MP4 or WebM file."
    if captions and captions.file_extension.lower() != "vtt":
        yield f"“{captions.title}” is not a file of captions. Choose a WebVTT file; its name ends in .vtt."
    if not (captions or value.get("is_silent")):
        yield "This film has no captions. Choose a file of captions, or tick “This film has no sound”."
    if not says_something(unescape(strip_tags(str(value.get("transcript") or "")))):
        yield "This film has no transcript. Write down what is said and what can be seen that matters."


class FigureBlock(PresentedBlock):
    """A picture with alternative text (or marked as decorative), caption, credit and licence."""

    picture = PictureBlock()
    caption = blocks.CharBlock(
        required=False, max_length=255, help_text="Stands under the picture for everybody. It may stay empty."
    )
    credit = blocks.CharBlock(
        required=False, max_length=255, help_text="Leave empty to use the credit of the picture itself."
    )
    licence = blocks.CharBlock(
        required=False, max_length=255, help_text="Leave empty to use the licence of the picture itself."
    )

    class Meta:
        icon = "image"
        label = "Picture"
        label_format = "{caption}"
        group = "Pictures and files"
        description = "A picture with words for people who cannot see it. Never a picture of text."
        preview_value = {"caption": "A caption says what the picture is.", "credit": "Example credit", "licence": ""}

    def card(self, value: blocks.StructValue, context: Context) -> Figure | None:
        """The picture with its words, or nothing where it is gone or not for everybody."""
        words = (value.get(name) or "" for name in ("caption", "credit", "licence"))
        return Figure.of(public_file(value.get("picture"), context), *words, saves_data=saves_data(context))


class VideoBlock(PresentedBlock):
    """A film with captions and a transcript; nothing is loaded before a reader asks for it."""

    title = blocks.CharBlock(max_length=160, help_text="What the film is called. It stands above the film.")
    file = DocumentBlock(help_text="An MP4 or WebM file. MP4 (H.264) plays on more telephones.")
    captions = DocumentBlock(
        required=False,
        help_text="A WebVTT file with everything that is said and heard. Only a film without any sound needs none.",
    )
    is_silent = blocks.BooleanBlock(
        required=False,
        label="This film has no sound",
        help_text="Tick this if there is nothing to hear. Then the transcript says what there is to see.",
    )
    transcript = blocks.RichTextBlock(
        features=PARAGRAPH_FEATURES,
        help_text="Everything that is said, and what can be seen that matters, for people who would rather read.",
    )
    length = blocks.CharBlock(required=False, max_length=40, help_text="For example: 3 minutes.")
    poster = ImageInHandBlock(
        required=False,
        label="Still picture",
        help_text="Stands where the film will be until somebody plays it. It needs no words: the title is beside it.",
    )

    class Meta:
        icon = "media"
        label = "Film"
        label_format = "{title}"
        group = "Pictures and files"
        description = "A film with captions and a transcript. It never starts by itself."
        preview_value = {"title": "Example film", "transcript": "<p>The words of the film.</p>", "length": "3 minutes"}

    def refusals(self, value: blocks.StructValue) -> list[str]:
        """A film that some people could not follow, and a file of another kind."""
        return list(lacks_of_film(value))

    def card(self, value: blocks.StructValue, context: Context) -> Film:
        """The film; where its file is gone or not for everybody, its transcript stays."""
        file, captions, still = (public_file(value.get(name), context) for name in ("file", "captions", "poster"))
        return Film(
            title=value.get("title") or "",
            transcript=value.get("transcript") or "",
            length=value.get("length") or "",
            is_silent=bool(value.get("is_silent")),
            captions_url=captions.url if captions else "",
            poster=Picture.of(still, saves_data=saves_data(context)) if still else None,
            **facts_of(file),
        )


def facts_of(file: Any) -> dict[str, str]:
    """What is told of the file of a film; nothing where there is none."""
    if not file:
        return {}
    return {
        "url": file.url,
        "media_type": file.content_type,
        "format_name": file.format_name,
        "size": size_of(file),
    }


class DownloadBlock(PresentedBlock):
    """A file with its format, size and date."""

    document = DocumentBlock()
    description = blocks.CharBlock(required=False, max_length=255, help_text="What is in the file, in one sentence.")

    class Meta:
        icon = "download"
        label = "Download"
        label_format = "{description}"
        group = "Pictures and files"
        description = "A file to take away. Its format, size and date are added by the site."
        preview_value = {"description": "What is in the file, in one sentence."}

    def card(self, value: blocks.StructValue, context: Context) -> Download | None:
        """The file, or nothing where it is gone or not for everybody."""
        return Download.of(public_file(value.get("document"), context), value.get("description") or "")
