"""What a program that knows only the standard takes from the open data, and from a page, against what the site itself says."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client

from api.v1.helplines import open_now_in, open_now_of
from helplines.models import Area, ContactWay, ContactWayKind, HelplinePage, Notice
from helplines.opening_hours import LONDON, TOLD_AHEAD
from tests.integration.test_machine_data import facts_of
from tests.open_data import HELPLINES, answered_alike, usual
from tests.readers import open_by_schedules, open_by_specification

pytestmark = pytest.mark.django_db

DATA = "/api/openreferral"
# Before bank holidays of each nation, 25 December and both changes of the clocks.
BEGINNINGS = [
    dt.datetime(2026, 10, 20, 9, 0, tzinfo=dt.UTC),
    dt.datetime(2026, 12, 24, 23, 30, tzinfo=dt.UTC),
    dt.datetime(2027, 3, 15, 0, 30, tzinfo=dt.UTC),
]
# At other times of each day, until the last of the weeks that are told; never at 23:59, which programs are told for midnight.
A_WHILE = dt.timedelta(hours=11, minutes=35)
AHEAD = [A_WHILE * steps for steps in range(int(dt.timedelta(days=TOLD_AHEAD - 1) / A_WHILE))]


def with_a_notice(**fields: Any) -> HelplinePage:
    helpline = answered_alike(**fields)
    first, last = dt.date(2027, 1, 4), dt.date(2027, 1, 10)
    Notice.objects.create(helpline=helpline, words="Closed.", nobody_answers=True, first_day=first, last_day=last)
    return helpline


ALIKE: dict[str, Callable[[], HelplinePage]] = {
    **{f"overnight in {area.label}": lambda area=area: answered_alike(opening_hours="Mo-Su 20:00-08:00; PH off", areas=[area]) for area in Area},
    "day and night": lambda: answered_alike(opening_hours="24/7"),
    "day and night but for 25 December": lambda: answered_alike(opening_hours="24/7; Dec 25 off"),
    "not known on bank holidays": lambda: answered_alike(opening_hours="Mo-Fr 09:00-18:00; PH unknown"),
    "24 hours from the morning": lambda: answered_alike(opening_hours="Mo,Th 09:00-09:00; PH 10:00-16:00"),
    "while a notice holds": lambda: with_a_notice(opening_hours="Mo-Su 06:00-22:00; PH off"),
    "closed for now": lambda: answered_alike(status=HelplinePage.Status.PAUSED),
}  # fmt: skip


def moments_after(begin: dt.datetime, is_open: Callable[[dt.datetime], bool]) -> dict[dt.datetime, bool]:
    """Whether somebody answers, at each moment that is looked at."""
    return {at: is_open(at) for at in (begin + ahead for ahead in AHEAD)}


def the_service(client: Client) -> dict[str, Any]:
    """The one helpline there is, whole."""
    (service,) = client.get(f"{DATA}/services?full=true").json()["contents"]
    found: dict[str, Any] = service
    return found


def is_open_in(way: ContactWay, helpline: HelplinePage, at: dt.datetime) -> bool:
    """Whether the site says that somebody answers one way."""
    return open_now_in(way, helpline, at=at).is_open is True


@pytest.mark.parametrize("begin", BEGINNINGS, ids=str)
@pytest.mark.parametrize("case", ALIKE)
def test_whoever_reads_schedules_alone_calls_when_somebody_answers(
    client: Client, the_clock: Any, case: str, begin: dt.datetime
) -> None:
    the_clock.move_to(begin, tick=False)
    helpline = ALIKE[case]()
    schedules = the_service(client)["schedules"]

    says = moments_after(begin, lambda at: open_by_schedules(schedules, at))
    assert says == moments_after(begin, lambda at: open_now_of(helpline, at=at).is_open is True)


@pytest.mark.parametrize("begin", BEGINNINGS, ids=str)
@pytest.mark.parametrize("sort", HELPLINES)
def test_schedules_never_say_open_where_the_site_does_not(
    client: Client, the_clock: Any, sort: str, begin: dt.datetime
) -> None:
    the_clock.move_to(begin, tick=False)
    helpline = HELPLINES[sort]()
    schedules = the_service(client).get("schedules", [])

    says = moments_after(begin, lambda at: open_by_schedules(schedules, at))
    true = moments_after(begin, lambda at: open_now_of(helpline, at=at).is_open is True)
    assert [at for at in says if says[at] and not true[at]] == []


NUMBERS = (ContactWayKind.VOICE, ContactWayKind.TEXT, ContactWayKind.RELAY)


@pytest.mark.parametrize("begin", BEGINNINGS, ids=str)
def test_where_ways_differ_each_number_says_when_somebody_answers_it(
    client: Client, the_clock: Any, begin: dt.datetime
) -> None:
    the_clock.move_to(begin, tick=False)
    helpline = usual()
    ways = [way for way in helpline.contact_ways.all() if way.kind in NUMBERS]
    phones = the_service(client)["phones"]

    for phone, way in zip(phones, ways, strict=True):
        says = moments_after(begin, partial(open_by_schedules, phone["x_schedules"]))
        assert says == moments_after(begin, partial(is_open_in, way, helpline))


@pytest.mark.parametrize("begin", BEGINNINGS, ids=str)
@pytest.mark.parametrize("case", ALIKE)
def test_whoever_reads_the_page_for_programs_calls_when_somebody_answers(
    client: Client, the_clock: Any, case: str, begin: dt.datetime
) -> None:
    the_clock.move_to(begin, tick=False)
    helpline = ALIKE[case]()
    way: ContactWay = helpline.contact_ways.all()[0]
    (point, *_) = facts_of(client, helpline)["Organization"]["contactPoint"]

    hours = point.get("hoursAvailable", [])
    says = moments_after(begin, lambda at: open_by_specification(hours, at.astimezone(LONDON)))
    assert says == moments_after(begin, partial(is_open_in, way, helpline))
