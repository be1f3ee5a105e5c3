"""Sizes of pictures for the public: what the camera wrote into the file stays behind."""

from typing import Any

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

# Where and when a picture was taken and with which camera, a comment, a smaller copy: Willow would pass these on.
METADATA = ("exif", "comment", "xmp", "XML:com.adobe.xmp", "photoshop", "mp")


class ForgetMetadata(FilterOperation):
    """The last step in the making of a size; the picture has been turned the right way up before."""

    def construct(self) -> None:
        pass

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        for name in METADATA:
            willow.image.info.pop(name, None)
        return willow


class FilterWithoutMetadata(Filter):
    """Makes a size as Wagtail does, of the picture alone."""

    @property
    def operations(self) -> list[Any]:
        return [*super().operations, ForgetMetadata("forget-metadata")]
