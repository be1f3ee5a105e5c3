"""The sizes and formats in which the public gets a picture: what they are, which are there, and the making of them.

They are made when something is published, never while somebody waits for a page: see docs/decisions/0033.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.images.models import Filter

from media_library.models import CustomImage

logger = logging.getLogger(__name__)

# A phone, a column of text, a column on a fine screen.
WIDTHS = (400, 640, 960)
# For browsers that know neither AVIF nor WebP; they are few, so one size does.
FALLBACK_WIDTH = 640

# The newest first: a browser takes the first that it knows. A photograph of 640 pixels is 20 to 30 KB as AVIF.
AVIF, WEBP = "image/avif", "image/webp"
SPECS = {AVIF: "format-avif|avifquality-45", WEBP: "format-webp|webpquality-60"}
PHOTOGRAPH = "format-jpeg|jpegquality-70"
# Kept sharp, and clear where it is clear.
DRAWING = "format-png"
DRAWING_ENDINGS = (".gif", ".png")


@dataclass(frozen=True)
class SizesAtHand:
    """The sizes of one picture that have been made, the narrowest first."""

    by_type: dict[str, tuple[Any, ...]]
    fallback: Any = None

    @property
    def shown(self) -> Any:
        """What a browser shows that chooses nothing; none where no size has been made."""
        return self.fallback or next((sizes[-1] for sizes in self.by_type.values() if sizes), None)


def widths_of(picture: Any) -> list[int]:
    """Every width below the picture's own, and the first that holds all of it: nothing is blown up."""
    narrower = [width for width in WIDTHS if width < picture.width]
    return [*narrower, *[width for width in WIDTHS if width >= picture.width][:1]]


def specs_of(picture: Any, media_type: str) -> list[str]:
    """What Wagtail calls the sizes of a picture in one format."""
    return [f"width-{width}|{SPECS[media_type]}" for width in widths_of(picture)]


def fallback_spec(picture: Any) -> str:
    """What Wagtail calls the size for old browsers."""
    is_drawing = picture.file.name.lower().endswith(DRAWING_ENDINGS)
    return f"width-{FALLBACK_WIDTH}|{DRAWING if is_drawing else PHOTOGRAPH}"


def all_specs(picture: Any) -> list[str]:
    """Every size that a public page may name."""
    return [*(spec for media_type in SPECS for spec in specs_of(picture, media_type)), fallback_spec(picture)]


def sizes_at_hand(picture: Any) -> SizesAtHand:
    """Those sizes of a picture that were made already; nothing is made here."""
    found = {filter.spec: size for filter, size in picture.find_existing_renditions(*filters_of(picture)).items()}
    by_type = {
        media_type: tuple(found[spec] for spec in specs_of(picture, media_type) if spec in found)
        for media_type in SPECS
    }
    return SizesAtHand(by_type, found.get(fallback_spec(picture)))


def is_missing_sizes(picture: Any) -> bool:
    """Whether one of the sizes of a picture has to be made."""
    filters = filters_of(picture)
    return len(picture.find_existing_renditions(*filters)) < len(set(filters))


def filters_of(picture: Any) -> list[Filter]:
    """The same as `all_specs`, as Wagtail asks for them."""
    return [Filter(spec=spec) for spec in all_specs(picture)]


def with_sizes(pictures: Iterable[Any], sizes: Iterable[Any]) -> None:
    """Hand each picture its sizes, so that it does not ask the database for them."""
    by_picture: dict[int, list[Any]] = {}
    for size in sizes:
        by_picture.setdefault(size.image_id, []).append(size)
    for picture in pictures:
        picture.prefetched_renditions = by_picture.get(picture.pk, [])


def make_sizes(pks: Iterable[int]) -> int:
    """Make what is missing of these pictures; answers how many are complete. One that cannot be read stops no other."""
    return sum(is_made(picture) for picture in CustomImage.objects.filter(pk__in=pks).order_by("pk"))


def is_made(picture: CustomImage) -> bool:
    """Make what is missing of one picture, one size after the other: each fills the memory with the whole picture.

    A size that cannot be made keeps no other from readers: some formats are narrower than others.
    """
    made = [is_size_made(picture, spec) for spec in all_specs(picture)]
    return all(made)


def is_size_made(picture: CustomImage, spec: str) -> bool:
    """Make one size of a picture, unless it is there."""
    try:
        with transaction.atomic():
            picture.get_rendition(spec)
    except Exception:  # a file can be broken or gone in any way; readers get the picture's words
        logger.exception("The size %s of picture %s could not be made.", spec, picture.pk)
        return False
    return True
