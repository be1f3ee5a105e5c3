"""What was found, and where it is written."""

from wagtail import blocks

from core.blocks.choosers import SnippetBlock
from core.blocks.presented import Context, PresentedBlock, is_below_a_heading
from core.blocks.text import LINE_FEATURES
from core.components.evidence import ASKED_IN_WORDS, CreditCard, CreditList, FindingCard, ReferenceCard, ReferenceList


class FindingBlock(PresentedBlock):
    """What the survey or another study found, with its base and its limits."""

    asked = blocks.ChoiceBlock(
        label="What was asked",
        choices=list(ASKED_IN_WORDS.items()),
    )
    result = blocks.CharBlock(max_length=255, help_text="The value or the rank, in words as they were reported.")
    base = blocks.CharBlock(
        label="How many people answered", required=False, max_length=80, help_text="Leave empty if it is not stated."
    )
    caveat = blocks.CharBlock(required=False, max_length=255, help_text="What a reader has to know to read it rightly.")
    reference = SnippetBlock("core.Reference", required=False)

    class Meta:
        icon = "success"
        label = "Finding"
        label_format = "{asked}: {result}"
        group = "Evidence"
        description = "One thing that was found. What is not stated is shown as “not stated”."
        preview_value = {
            "asked": "experienced",
            "result": "Example result",
            "base": "",
            "caveat": "An example, not a finding.",
        }

    def card(self, value: blocks.StructValue, context: Context) -> FindingCard:
        """The finding, with the work it is from."""
        return FindingCard(
            asked=value.get("asked") or "",
            result=value.get("result") or "",
            base=value.get("base") or "",
            caveat=value.get("caveat") or "",
            reference=ReferenceCard.of(value.get("reference")),
        )


class CitedReferenceBlock(blocks.StructBlock):
    """One work of a list."""

    reference = SnippetBlock("core.Reference")
    note = blocks.RichTextBlock(required=False, features=LINE_FEATURES)

    class Meta:
        icon = "doc-full"
        label = "Reference"
        description = "A work from the collection of references."
        preview_value: dict[str, object] = {}


class ReferenceListBlock(PresentedBlock):
    """Works under a heading."""

    title = blocks.CharBlock(required=False, max_length=120)
    references = blocks.ListBlock(CitedReferenceBlock())

    class Meta:
        icon = "list-ol"
        label = "List of references"
        label_format = "{title}"
        group = "Evidence"
        description = "Papers, guidance and other sources from the collection of references."
        preview_value = {"title": "Read more", "references": []}

    def card(self, value: blocks.StructValue, context: Context) -> ReferenceList:
        """The works that are published here."""
        cited = value.get("references") or []
        cards = [ReferenceCard.of(item.get("reference"), note=str(item.get("note") or "")) for item in cited]
        return ReferenceList(
            tuple(card for card in cards if card), value.get("title") or "", is_below_a_heading(context)
        )


class CreditListBlock(PresentedBlock):
    """People and organisations with what they did."""

    title = blocks.CharBlock(required=False, max_length=120)
    people = blocks.ListBlock(SnippetBlock("core.Credit"))

    class Meta:
        icon = "group"
        label = "List of people"
        label_format = "{title}"
        group = "Evidence"
        description = "Who made this, from the collection of credits."
        preview_value = {"title": "The team", "people": []}

    def card(self, value: blocks.StructValue, context: Context) -> CreditList:
        """Those whose records are published."""
        cards = [CreditCard.of(credit) for credit in value.get("people") or []]
        return CreditList(tuple(card for card in cards if card), title=value.get("title") or "")


class GlossaryBlock(blocks.StaticBlock):
    """Every published term with its explanation."""

    class Meta:
        icon = "openquote"
        label = "Glossary"
        group = "Evidence"
        template = "blocks/glossary.html"
        description = "All glossary terms, in order of the alphabet."
        admin_text = "All published glossary terms are listed here."
        preview_value = None
