"""Pictures, films and files."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from core.blocks.text import PARAGRAPH_FEATURES


class FigureBlock(blocks.StructBlock):
    """A picture with alternative text (or marked as decorative), caption, credit and licence."""

    picture = ImageBlock()
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
        template = "blocks/figure.html"
        description = "A picture with words for people who cannot see it. Never a picture of text."
        preview_value = {"caption": "A caption says what the picture is.", "credit": "Example credit", "licence": ""}


class VideoBlock(blocks.StructBlock):
    """A film with captions and a transcript; nothing is loaded before a reader asks for it."""

    title = blocks.CharBlock(max_length=160)
    file = DocumentChooserBlock(help_text="An MP4 or WebM file.")
    captions = DocumentChooserBlock(help_text="A WebVTT file with everything that is said and heard.")
    transcript = blocks.RichTextBlock(features=PARAGRAPH_FEATURES, help_text="For people who would rather read.")
    length = blocks.CharBlock(required=False, max_length=40, help_text="For example: 3 minutes.")

    class Meta:
        icon = "media"
        label = "Film"
        label_format = "{title}"
        group = "Pictures and files"
        template = "blocks/video.html"
        description = "A film with captions and a transcript. It never starts by itself."
        preview_value = {"title": "Example film", "transcript": "<p>The words of the film.</p>", "length": "3 minutes"}


class DownloadBlock(blocks.StructBlock):
    """A file with its format, size and date."""

    document = DocumentChooserBlock()
    description = blocks.CharBlock(required=False, max_length=255, help_text="What is in the file, in one sentence.")

    class Meta:
        icon = "download"
        label = "Download"
        label_format = "{description}"
        group = "Pictures and files"
        template = "blocks/download.html"
        description = "A file to take away. Its format, size and date are added by the site."
        preview_value = {"description": "What is in the file, in one sentence."}
