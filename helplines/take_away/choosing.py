"""Which helplines somebody takes away."""

from collections.abc import Iterable, Sequence

from helplines.details import hand_over_details
from helplines.models import HelplinePage

# What a chosen helpline is called in an address, once for each: `?one=samaritans&one=mind`.
ONE = "one"


def open_helplines() -> list[HelplinePage]:
    """Every helpline that answers, crisis lines first; what is closed, for now or for good, helps nobody on paper."""
    return list(HelplinePage.objects.shown().filter(status=HelplinePage.Status.OPEN).urgent_first())


def chosen_from(helplines: Sequence[HelplinePage], ids: Iterable[str]) -> list[HelplinePage]:
    """Those with these permanent ids, in the order of the list; ids that are not in it mean nothing."""
    wanted = set(ids)
    return [helpline for helpline in helplines if helpline.permanent_id in wanted]


def with_details(helplines: list[HelplinePage]) -> list[HelplinePage]:
    """The same helplines with their ways of contact, trust facts and notices, read in one query."""
    if helplines:
        hand_over_details(helplines)
    return helplines
