"""Pictures, films and files."""

from typing import Any

from wagtail import blocks
from wagtail.models import Collection

from core.blocks.choosers import DocumentBlock, PictureBlock
from core.blocks.presented import Context, PresentedBlock
from core.blocks.text import PARAGRAPH_FEATURES
from core.components.media import Download, Figure, Film
from core.open_to_everybody import private_collections


def public_file(document: Any, context: Context) -> Any:
    """The file, if everybody may have it; one of a private collection is neither named nor linked."""
    if not document:
        return None
    reading = context.get("reading")
    known = reading.records.get(Collection) if reading else None
    private = private_collections() if known is None else known
    return None if document.collection_id in {collection.pk for collection in private} else document


class FigureBlock(PresentedBlock):
    """A picture with alternative text (or marked as decorative), caption, credit and licence."""

    picture = PictureBlock()
    caption = blocks.CharBlock(required=False, max_length=255)
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
        """The picture with its words, or nothing where it is gone."""
        return Figure.of(
            value.get("picture"), value.get("caption") or "", value.get("credit") or "", value.get("licence") or ""
        )


class VideoBlock(PresentedBlock):
    """A film with captions and a transcript; nothing is loaded before a reader asks for it."""

    title = blocks.CharBlock(max_length=160)
    file = DocumentBlock(help_text="An MP4 or WebM file.")
    captions = DocumentBlock(help_text="A WebVTT file with everything that is said and heard.")
    transcript = blocks.RichTextBlock(features=PARAGRAPH_FEATURES, help_text="For people who would rather read.")
    length = blocks.CharBlock(required=False, max_length=40, help_text="For example: 3 minutes.")

    class Meta:
        icon = "media"
        label = "Film"
        label_format = "{title}"
        group = "Pictures and files"
        description = "A film with captions and a transcript. It never starts by itself."
        preview_value = {"title": "Example film", "transcript": "<p>The words of the film.</p>", "length": "3 minutes"}

    def card(self, value: blocks.StructValue, context: Context) -> Film:
        """The film; where its file is gone or not for everybody, its transcript stays."""
        file, captions = (public_file(value.get(name), context) for name in ("file", "captions"))
        return Film(
            title=value.get("title") or "",
            url=file.url if file else "",
            captions_url=captions.url if captions else "",
            transcript=value.get("transcript") or "",
            length=value.get("length") or "",
        )


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
