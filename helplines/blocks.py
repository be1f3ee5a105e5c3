"""Blocks that show helplines on other pages."""

from typing import Any

from django.utils import timezone
from wagtail import blocks

from core.blocks.presented import Context, PresentedBlock
from core.page_links import public_url
from helplines.belonging import in_words


class HelplineCardValue(blocks.StructValue):
    """A helpline that an editor chose."""

    @property
    def shown_helpline(self) -> object | None:
        """The helpline's page, if the public can read it."""
        page = self.get("helpline")
        return page if page and public_url(page.pk) else None


class HelplineCardBlock(PresentedBlock):
    """A helpline's card, with those of lines that belong with it; a correction on the helpline's own page changes it here too."""

    helpline = blocks.PageChooserBlock("helplines.HelplinePage")

    class Meta:
        icon = "help"
        label = "Helpline"
        group = "Ways on"
        value_class = HelplineCardValue
        description = (
            "One helpline from the directory, always with its current number, and the lines that belong with it."
        )
        preview_value: dict[str, object] = {}

    def card(self, value: HelplineCardValue, context: Context) -> Any:
        """The helpline as it stands today; nothing where the public cannot read its page or nobody answers any more."""
        from helplines.components import HelplineCard, Together

        page: Any = value.shown_helpline
        if page is None or page.status == page.Status.CLOSED:
            return None
        now = timezone.now()
        others = (
            HelplineCard.of(line, url=line.get_url() or "", now=now, why_here=in_words(page.title))
            for line in page.lines_beside
        )
        return Together((HelplineCard.of(page, url=public_url(page.pk) or "", now=now), *others))
