"""How a helpline fits what is asked: it does, it does not, or nobody has said."""

import datetime as dt
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from core.json_list import list_of
from core.models import PublishedChange
from helplines.finder.asking import SURE, WAYS, Asked
from helplines.finder.words import TEXTS, stems_of_entry, what_words_need
from helplines.models import (
    ContactWay,
    ContactWayKind,
    DirectoryTerm,
    HelplinePage,
    Language,
    Notice,
    TermKind,
    TrustFact,
)
from helplines.models import TrustStanding as Standing
from helplines.models.contact_ways import ANSWERED_LATER
from helplines.opening_hours import Answering, Closure
from helplines.when import standing_of


class Fit(IntEnum):
    """In the order in which helplines are shown."""

    YES = 0
    UNKNOWN = 1
    NO = 2


# What orders a list of hundreds, and is asked of each of them.
OF_EACH = (
    "pk", "path", "slug", "title", "is_crisis_line", "status", "shown_with_id", "section_id", "section_position", "section_title",
    "areas", "languages", "opening_hours", "links",
)  # fmt: skip
# What some questions ask beside it of the helpline itself.
OF_EACH_FOR = {"language": ("interpretation",), "age": ("minimum_age", "maximum_age"), "words": TEXTS}


def what_decides(helplines: "QuerySet[Any]", asked: Asked, *, today: dt.date) -> "QuerySet[Any, Any]":
    """A row for each helpline, with what the questions need to know of it and no more, in one query."""
    decides: dict[str, Any] = {
        "section_position": F("section__position"),
        "section_title": F("section__title"),
        # The same on every row: the database looks for it once.
        "newest_change": Subquery(changes_of(helplines).values("on")[:1]),
    }
    if asked.way:
        decides["has_the_way"] = Exists(ContactWay.objects.filter(helpline=OuterRef("pk"), kind__in=WAYS[asked.way][1]))
    for name, kind in (("need", TermKind.NEED), ("people", TermKind.PEOPLE)):
        if getattr(asked, name):
            terms = DirectoryTerm.objects.filter(kind=kind, helplines=OuterRef("pk"))
            decides |= {
                f"says_{name}": Exists(terms),
                f"has_{name}": Exists(terms.filter(permanent_id=getattr(asked, name))),
            }
    if asked.sure:
        facts = TrustFact.objects.filter(helpline=OuterRef("pk"), question=SURE[asked.sure][1])
        decides |= {f"sure_{name}": Subquery(facts.values(name)[:1]) for name in ("standing", "in_short")}
    if asked.language == Language.BRITISH_SIGN_LANGUAGE:
        decides["has_a_bsl_way"] = Exists(ContactWay.objects.filter(helpline=OuterRef("pk"), kind=ContactWayKind.BSL))
    if asked.open_now:
        decides["hours_of_ways"] = list_of(ways_to_somebody(asked), "opening_hours")
        decides["closed_days"] = list_of(closures(today), "days")
    if asked.words:
        decides |= what_words_need()
    names = {*OF_EACH, *decides, *(name for question in asked.names for name in OF_EACH_FOR.get(question, ()))}
    return helplines.order_by().annotate(**decides).values_list(*names, named=True)


def changes_of(helplines: "QuerySet[Any]") -> "QuerySet[Any]":
    """What was published of these helplines, the newest first; a corrected number is among it."""
    return PublishedChange.objects.filter(page__in=helplines.order_by().values("pk")).order_by("-on")


def ways_to_somebody(asked: Asked) -> "QuerySet[Any]":
    """Ways of contact, of those that are asked for, at whose other end somebody is at that moment."""
    ways = ContactWay.objects.filter(helpline=OuterRef("pk")).exclude(kind__in=ANSWERED_LATER)
    return ways.filter(kind__in=WAYS[asked.way][1]) if asked.way else ways


def closures(today: dt.date) -> "QuerySet[Any]":
    """Days on which nobody answers that are not over."""
    notices = Notice.objects.filter(
        helpline=OuterRef("pk"), nobody_answers=True, last_day__gte=today - dt.timedelta(days=1)
    )
    return notices.annotate(days=JSONObject(first="first_day", last="last_day"))


def fits_of(helpline: Any, asked: Asked, *, now: dt.datetime) -> dict[str, Fit]:
    """How a helpline fits each question that is asked."""
    return {name: FITTING[name](helpline, asked, now) for name in asked.names}


def _way(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    return Fit.YES if helpline.has_the_way else Fit.NO


def _need(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    return _among(helpline.has_need, is_said=helpline.says_need)


def _people(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    return _among(helpline.has_people, is_said=helpline.says_people)


def _area(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    return _among(asked.area in helpline.areas, is_said=bool(helpline.areas))


def _among(is_among: bool, *, is_said: bool) -> Fit:
    if is_among:
        return Fit.YES
    return Fit.NO if is_said else Fit.UNKNOWN


def _language(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    if asked.language in helpline.languages or getattr(helpline, "has_a_bsl_way", False):
        return Fit.YES
    # Nobody says in how many languages an interpreter can be had.
    return Fit.NO if helpline.languages and not helpline.interpretation else Fit.UNKNOWN


def _age(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    youngest, oldest = helpline.minimum_age, helpline.maximum_age
    is_among = (youngest is None or int(asked.age) >= youngest) and (oldest is None or int(asked.age) <= oldest)
    is_said = youngest is not None or oldest is not None
    return _among(is_among and is_said, is_said=is_said)


def _sure(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    _, _, wanted = SURE[asked.sure]
    if helpline.sure_standing != Standing.STATED:
        return Fit.NO if wanted is None else Fit.UNKNOWN
    if wanted is None or helpline.sure_in_short == wanted:
        return Fit.YES
    return Fit.NO if helpline.sure_in_short else Fit.UNKNOWN


def _open_now(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    if helpline.status == HelplinePage.Status.PAUSED:
        return Fit.NO
    days = [Closure(day(one["first"]), dt.date.fromisoformat(one["last"])) for one in helpline.closed_days or ()]
    answering = {
        standing_of(hours or helpline.opening_hours, at=now, closures=days, areas=helpline.areas).answering
        for hours in helpline.hours_of_ways or ()
    }
    if Answering.OPEN in answering:
        return Fit.YES
    return Fit.UNKNOWN if Answering.UNKNOWN in answering else Fit.NO


def day(text: str | None) -> dt.date | None:
    """A day as JSON has it."""
    return dt.date.fromisoformat(text) if text else None


def _words(helpline: Any, asked: Asked, now: dt.datetime) -> Fit:
    # Whoever may be in danger is led to the crisis lines, whatever words these have.
    is_for_danger = asked.meaning.is_of_danger and helpline.is_crisis_line
    return Fit.YES if is_for_danger or asked.meaning.stands_in(stems_of_entry(helpline)) else Fit.NO


FITTING: dict[str, Callable[[Any, Asked, dt.datetime], Fit]] = {
    "way": _way, "need": _need, "people": _people, "area": _area, "language": _language, "age": _age, "sure": _sure,
    "open_now": _open_now, "words": _words,
}  # fmt: skip
