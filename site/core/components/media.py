"""Pictures, films and files."""

from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from core.components.presenter import Presenter
from core.partial_date import PartialDate
from media_library.sizes import AVIF, WEBP, SizesAtHand, sizes_at_hand

# Up to this width a picture is as wide as the window. A phone has many dots to the inch and needs no more than this for them.
NARROW_WINDOW = "(max-width: 44rem)"
WIDEST_ON_A_PHONE = 640
COLUMN = "40rem"


@dataclass(frozen=True)
class PictureSource:
    """One format of a picture in a few widths, for some windows or for all."""

    media_type: str
    srcset: str
    sizes: str
    media: str = ""


@dataclass(frozen=True)
class Picture(Presenter):
    """A picture in formats and widths from which a browser takes the smallest that does."""

    template_name = "components/picture.html"

    url: str
    width: int
    height: int
    alternative_text: str = ""
    sources: tuple[PictureSource, ...] = ()

    @classmethod
    def of(cls, picture: Any, alternative_text: str = "", *, saves_data: bool = False) -> "Picture | None":
        """The picture in the sizes that have been made; nothing where there are none, because nothing is made here."""
        sizes = sizes_at_hand(picture)
        if sizes.shown is None:
            return None
        return cls(
            url=sizes.shown.url,
            width=sizes.shown.width,
            height=sizes.shown.height,
            alternative_text=alternative_text,
            sources=smallest_sources(sizes) if saves_data else all_sources(sizes),
        )


def all_sources(sizes: SizesAtHand) -> tuple[PictureSource, ...]:
    """Each format twice: what a phone may take, and then what a wide window may take."""
    return tuple(
        source
        for media_type in (AVIF, WEBP)
        for made in [sizes.by_type.get(media_type, ())]
        if made
        for source in (
            PictureSource(
                media_type, srcset_of([one for one in made if one.width <= WIDEST_ON_A_PHONE] or made[:1]),
                "100vw", NARROW_WINDOW,
            ),
            PictureSource(media_type, srcset_of(made[1:] or made), COLUMN),
        )
    )  # fmt: skip


def smallest_sources(sizes: SizesAtHand) -> tuple[PictureSource, ...]:
    """Each format in its narrowest size, for readers whose browser says that it saves data."""
    return tuple(
        PictureSource(media_type, srcset_of(made[:1]), "100vw") for media_type, made in sizes.by_type.items() if made
    )


def srcset_of(sizes: Any) -> str:
    """Addresses and widths as a browser reads them."""
    return ", ".join(dict.fromkeys(f"{size.url} {size.width}w" for size in sizes))


@dataclass(frozen=True)
class Figure(Presenter):
    """A picture with its caption, credit and licence; its words where it cannot be shown."""

    template_name = "components/figure.html"

    picture: Picture | None
    # What it shows, said in its place where it cannot be shown.
    words: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""

    @classmethod
    def of(
        cls, picture: Any, caption: str = "", credit: str = "", licence: str = "", *, saves_data: bool = False
    ) -> "Figure | None":
        """The figure of a picture; nothing where there is none, or where a decoration cannot be shown."""
        if not picture:
            return None
        words = "" if picture.decorative else (picture.contextual_alt_text or picture.description)
        shown = Picture.of(picture, words, saves_data=saves_data)
        if not (shown or words):
            return None
        return cls(
            picture=shown,
            words=words,
            caption=caption,
            credit=credit or picture.credit,
            licence=licence or picture.licence,
        )

    @property
    def is_captioned(self) -> bool:
        """Whether anything stands under the picture."""
        return any((self.caption, self.credit, self.licence))


@dataclass(frozen=True)
class Film(Presenter):
    """A film that loads nothing before a reader asks for it."""

    template_name = "components/film.html"

    title: str
    transcript: Any
    url: str = ""
    captions_url: str = ""
    length: str = ""
    media_type: str = ""
    format_name: str = ""
    size: str = ""
    is_silent: bool = False
    poster: Picture | None = None

    @property
    def facts(self) -> str:
        """What a reader knows before playing it: how long it is, and whether there is something to hear."""
        return ", ".join(filter(None, (self.length, "no sound" if self.is_silent else "")))

    @property
    def file_facts(self) -> str:
        """What a reader knows before downloading it."""
        return ", ".join(filter(None, (self.format_name, self.size)))


@dataclass(frozen=True)
class Download(Presenter):
    """A file with its format, size and date."""

    template_name = "components/download.html"

    title: str
    url: str
    format_name: str
    size: str
    added: PartialDate
    description: str = ""

    @classmethod
    def of(cls, document: Any, description: str = "") -> "Download | None":
        """The download of a document, or nothing where it is gone."""
        if not document:
            return None
        return cls(
            title=document.title,
            url=document.url,
            format_name=document.format_name,
            size=size_of(document),
            added=PartialDate.from_date(timezone.localdate(document.created_at)),
            description=description,
        )


def size_of(document: Any) -> str:
    """How large a file is, in words."""
    return filesizeformat(document.file_size) if document.file_size else "size not known"
