"""Words: headings, paragraphs, passages that open, tables."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

# What an editor may do inside a paragraph. Headings are blocks of their own, so that their order can be checked.
PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]
LINE_FEATURES = ["bold", "italic", "link"]

# The title of the page is level one.
HEADING_LEVELS = [("h2", "Heading"), ("h3", "Smaller heading")]


class HeadingBlock(blocks.StructBlock):
    """A heading inside a page."""

    text = blocks.CharBlock(max_length=160)
    level = blocks.ChoiceBlock(choices=HEADING_LEVELS, default="h2")

    class Meta:
        icon = "title"
        label = "Heading"
        label_format = "{text}"
        group = "Words"
        template = "blocks/heading.html"
        description = "Says what the next part is about. People who use a screen reader move from heading to heading."
        preview_value = {"text": "What this part is about", "level": "h2"}


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": PARAGRAPH_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Text"
        group = "Words"
        template = "blocks/paragraph.html"
        description = "One or more paragraphs, with lists and links."
        preview_value = "<p>Short sentences in plain words are read by more people.</p>"


class AccordionBlock(blocks.StructBlock):
    """A passage that stays closed until a reader opens it; works without JavaScript."""

    title = blocks.CharBlock(max_length=160, help_text="Says what is inside, so that a reader can choose.")
    text = blocks.RichTextBlock(features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = "Passage that opens"
        label_format = "{title}"
        group = "Words"
        template = "blocks/accordion.html"
        description = "Text that readers open if they want it. Never for anything they must not miss."
        preview_value = {"title": "More about how this was done", "text": "<p>The text that opens.</p>"}


class TableBlock(blocks.StructBlock):
    """A table with a caption and headers."""

    caption = blocks.CharBlock(max_length=160, help_text="What the table shows. Screen readers say it first.")
    first_column_is_header = blocks.BooleanBlock(required=False, default=True)
    table = TypedTableBlock([("text", blocks.CharBlock(required=False)), ("number", blocks.FloatBlock(required=False))])

    class Meta:
        icon = "table"
        label = "Table"
        label_format = "{caption}"
        group = "Evidence"
        template = "blocks/table.html"
        description = "Facts in rows and columns. Not for layout."
        preview_value = {
            "caption": "An example table",
            "first_column_is_header": True,
            "table": {
                "columns": [{"type": "text", "heading": "Kind"}, {"type": "number", "heading": "How many"}],
                "rows": [{"values": ["Example", 1]}],
                "caption": "",
            },
        }
