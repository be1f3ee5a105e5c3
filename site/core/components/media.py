"""Pictures, films and files."""

from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from wagtail.images.models import SourceImageIOError

from core.components.presenter import Presenter
from core.partial_date import PartialDate

# Wide enough for the column on a fine screen; a phone takes the smaller one.
WIDTHS = (480, 960)


@dataclass(frozen=True)
class Figure(Presenter):
    """A picture with its words, caption, credit and licence."""

    template_name = "components/figure.html"

    url: str
    width: int
    height: int
    alternative_text: str
    srcset: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""

    @classmethod
    def of(cls, picture: Any, caption: str = "", credit: str = "", licence: str = "") -> "Figure | None":
        """The figure of a picture, or nothing where there is none or its file is gone."""
        if not picture:
            return None
        try:
            renditions = picture.get_renditions(*(f"width-{width}|format-webp" for width in WIDTHS))
        except SourceImageIOError:
            return None
        shown = list(renditions.values())
        return cls(
            url=shown[-1].url,
            width=shown[-1].width,
            height=shown[-1].height,
            srcset=", ".join(dict.fromkeys(f"{rendition.url} {rendition.width}w" for rendition in shown)),
            alternative_text="" if picture.decorative else (picture.contextual_alt_text or picture.description),
            caption=caption,
            credit=credit or picture.credit,
            licence=licence or picture.licence,
        )

    @property
    def has_words(self) -> bool:
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
            size=filesizeformat(document.file_size) if document.file_size else "size not known",
            added=PartialDate.from_date(timezone.localdate(document.created_at)),
            description=description,
        )
