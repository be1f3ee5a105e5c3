"""Passages that stand out from the text."""

from wagtail import blocks

from core.blocks.text import PARAGRAPH_FEATURES


class CalloutBlock(blocks.StructBlock):
    """A short passage set apart: a note, urgent help, or what to do."""

    kind = blocks.ChoiceBlock(
        choices=[("note", "Note"), ("urgent", "Urgent"), ("what-to-do", "What to do")], default="note"
    )
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "info-circle"
        label = "Callout"
        label_format = "{title}"
        group = "Words"
        template = "blocks/callout.html"
        description = "Something a reader should not miss. One or two on a page; more than that and none is seen."
        preview_value = {"kind": "note", "title": "Good to know", "text": "<p>A short passage that stands out.</p>"}
