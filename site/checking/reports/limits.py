"""How many reports are taken: two visitors close the form for nobody, and a flood about one helpline closes its own form alone."""

from datetime import datetime, timedelta
from functools import partial

from django.views.decorators.debug import sensitive_variables

from checking.models import Report
from contact import limits
from contact.limits import Ceilings, TooManyMessages
from core.visitors import Share
from helplines.models import HelplinePage

FROM_ONE_VISITOR = Share("reports", 10, timedelta(minutes=10))
FROM_ONE_VISITOR_ABOUT_ONE = Share("reports of one helpline", 5, timedelta(minutes=10))
# Two visitors can send seventy in an hour about one helpline, and a hundred and forty about all of them.
ABOUT_ONE: Ceilings = ((timedelta(hours=1), 100),)
FROM_EVERYBODY: Ceilings = ((timedelta(minutes=1), 60), (timedelta(hours=1), 600))
# Who says the same so soon says it of the same moment; it is counted and needs no record of its own.
SAME_AGAIN = timedelta(minutes=10)
# "Number not in use" is what many people write, and somebody may try three numbers in a row. Not four in one hour.
GOES_AROUND, WHERE_ELSE = timedelta(hours=1), 3


class TooManyAboutOne(TooManyMessages):
    """More came about one helpline than are taken; about others there is room."""


def hold_off_everybody(*, helpline: HelplinePage, now: datetime, looks_like_spam: bool) -> None:
    """Raise TooManyAboutOne or TooManyMessages where enough came of this helpline or of all; ask at the locked desk."""
    hold_off = partial(limits.hold_off_everybody, now=now, looks_like_spam=looks_like_spam)
    hold_off(received=Report.objects.about(helpline), ceilings=ABOUT_ONE, refusal=TooManyAboutOne)
    hold_off(received=Report.objects.all(), ceilings=FROM_EVERYBODY)


@sensitive_variables()
def goes_around(text: str, *, helpline: HelplinePage, now: datetime) -> bool:
    """Whether the very same words have just come about several other helplines, as no person writes them."""
    same = Report.objects.received_since(now - GOES_AROUND).filter(text=text)
    return same.exclude(helpline=helpline).values("helpline").distinct().order_by().count() >= WHERE_ELSE


def hold_off_visitor(visitor: str, *, helpline: HelplinePage) -> None:
    """Count one report of this visitor, and raise TooManyFromOnePlace where it is one too many."""
    # One code of both together: what is remembered does not tell of which helpline somebody spoke.
    limits.hold_off_visitor(f"{visitor} {helpline.pk}", share=FROM_ONE_VISITOR_ABOUT_ONE)
    limits.hold_off_visitor(visitor, share=FROM_ONE_VISITOR)
