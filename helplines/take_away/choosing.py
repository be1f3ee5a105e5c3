"""Which helplines somebody takes away."""

from collections.abc import Iterable, Sequence

from helplines.belonging import sets_of
from helplines.details import hand_over_details
from helplines.models import HelplinePage

# What a chosen helpline is called in an address, once for each: `?one=samaritans&one=mind`.
ONE = "one"

# Lines that belong together, or one by itself.
LinesTogether = list[HelplinePage]


def open_helplines() -> list[HelplinePage]:
    """Every helpline that answers, crisis lines first; what is closed, for now or for good, helps nobody on paper."""
    return list(HelplinePage.objects.shown().filter(status=HelplinePage.Status.OPEN).urgent_first())


def with_lines_beside(helplines: Iterable[HelplinePage], among: Sequence[HelplinePage]) -> list[LinesTogether]:
    """These with whatever belongs with them, each set side by side, in the order of the list."""
    wanted = {helpline.pk for helpline in helplines}
    return [lines for lines in sets_of(among) if any(line.pk in wanted for line in lines)]


def chosen_from(helplines: Sequence[HelplinePage], ids: Iterable[str]) -> list[LinesTogether]:
    """Those with these permanent ids, and those that are never shown without them; ids that are not in the list mean nothing."""
    wanted = set(ids)
    return with_lines_beside((one for one in helplines if one.permanent_id in wanted), helplines)


def on_cards(
    sets: Iterable[LinesTogether], room: Sequence[int]
) -> tuple[list[list[LinesTogether]], list[HelplinePage]]:
    """Each set on the first card with room for all of it, and those for which there is none: cards are cut apart."""
    cards: list[list[LinesTogether]] = [[] for _ in room]
    left_out: list[HelplinePage] = []
    for lines in sets:
        free = (card for card, most in zip(cards, room, strict=True) if len(flat(card)) + len(lines) <= most)
        card = next(free, None)
        if card is None:
            left_out.extend(lines)
        else:
            card.append(lines)
    return cards, left_out


def flat(sets: Iterable[LinesTogether]) -> list[HelplinePage]:
    """The helplines of some sets, one after the other."""
    return [line for lines in sets for line in lines]


def with_details(helplines: list[HelplinePage]) -> list[HelplinePage]:
    """The same helplines with their ways of contact, trust facts and notices, read in one query."""
    if helplines:
        hand_over_details(helplines)
    return helplines
