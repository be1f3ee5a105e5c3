"""The open data tells what is public and nothing else, and a copy of it is never older than a minute or a day's end."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from core.models import ChangeKind
from helplines.models import ContactWay, DirectoryTerm, HelplinePage, Notice, Organisation
from tests.factories.pages import HelplinePageFactory
from tests.factories.users import UserFactory
from tests.open_data import usual

pytestmark = pytest.mark.django_db

DATA = "/api/openreferral"
LISTS = [f"{DATA}/{kind}" for kind in ("services", "taxonomies", "taxonomy_terms", "organizations")]
ADDRESSES = [f"{DATA}/", *LISTS, f"{DATA}/services?full=true", f"{DATA}/services?minimal=true", f"{DATA}/openapi.json"]
LONDON = ZoneInfo("Europe/London")
A_MINUTE = dt.timedelta(minutes=1)
MARKER = "unmistakable"


@pytest.fixture
def line() -> HelplinePage:
    """A helpline that has been public for a while."""
    page = usual(is_crisis_line=False)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_may_be_kept_for_a_minute_and_sets_no_cookie(
    client: Client, line: HelplinePage, address: str
) -> None:
    answer = client.get(address, headers={"Origin": "https://another.example"})

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_copy_that_still_holds_is_not_sent_again(client: Client, line: HelplinePage, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_and_options_say_what_they_do_elsewhere(client: Client, line: HelplinePage, address: str) -> None:
    whole, head, options = client.get(address), client.head(address), client.options(address)

    assert (head.content, head["ETag"], head["Content-Type"]) == (b"", whole["ETag"], whole["Content-Type"])
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "nonsense/nonsense"])
def test_a_form_that_does_not_exist(client: Client, accept: str) -> None:
    answer = client.get(f"{DATA}/services", headers={"Accept": accept})

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")


def test_answers_are_packed(client: Client, line: HelplinePage) -> None:
    answer = client.get(f"{DATA}/services?full=true", headers={"Accept-Encoding": "br"})

    assert answer["Content-Encoding"] == "br"


AGES = {
    dt.datetime(2026, 11, 2, 10, 0, tzinfo=LONDON): 60,
    dt.datetime(2026, 11, 2, 23, 58, 59, tzinfo=LONDON): 60,
    dt.datetime(2026, 11, 2, 23, 59, 30, tzinfo=LONDON): 30,
    dt.datetime(2026, 11, 2, 23, 59, 59, tzinfo=LONDON): 1,
    dt.datetime(2026, 11, 3, 0, 0, tzinfo=LONDON): 60,
    # By the clock of London, also in summer and in the nights in which it changes.
    dt.datetime(2026, 7, 1, 22, 59, 15, tzinfo=dt.UTC): 45,
    dt.datetime(2026, 3, 28, 23, 59, 50, tzinfo=dt.UTC): 10,
    dt.datetime(2026, 10, 24, 22, 59, 50, tzinfo=dt.UTC): 10,
    dt.datetime(2026, 10, 25, 23, 59, 50, tzinfo=dt.UTC): 10,
}


@pytest.mark.parametrize("at", AGES)
@pytest.mark.parametrize("address", [f"{DATA}/services", "/api/v1/pages/"])
def test_no_copy_outlives_the_midnight_at_which_a_notice_ends(
    client: Client, the_clock: Any, address: str, at: dt.datetime
) -> None:
    the_clock.move_to(at, tick=False)

    assert client.get(address)["Cache-Control"] == f"public, max-age={AGES[at]}, must-revalidate"


def alert_of(client: Client) -> str:
    """What the one helpline there is warns of."""
    (service,) = client.get(f"{DATA}/services").json()["contents"]
    return str(service.get("alert", ""))


def test_a_notice_is_told_until_its_last_day_is_over(client: Client, the_clock: Any) -> None:
    line = HelplinePageFactory()
    Notice.objects.create(helpline=line, words="Closed on Monday.", last_day=dt.date(2026, 11, 2))

    the_clock.move_to(dt.datetime(2026, 11, 2, 23, 59, 59, tzinfo=LONDON), tick=False)
    before = alert_of(client)
    the_clock.move_to(dt.datetime(2026, 11, 3, tzinfo=LONDON), tick=False)

    assert (before, alert_of(client)) == ("Closed on Monday.", "")


def correct_the_number(line: HelplinePage) -> None:
    way = line.contact_ways.all()[0]
    way.value = "0808 157 0456"
    line.contact_ways.add(way)
    line.kind_of_change = ChangeKind.CORRECTION
    line.save_revision().publish()


def rename_the_organisation(line: HelplinePage) -> None:
    line.organisation.name = "Another trust"
    line.organisation.save()


def rename_a_word(line: HelplinePage) -> None:
    DirectoryTerm.objects.filter(name="carers").update(name="people who care")


def take_off(line: HelplinePage) -> None:
    line.unpublish()


def make_private(line: HelplinePage) -> None:
    PageViewRestriction.objects.create(page=line, restriction_type=PageViewRestriction.LOGIN)


def delete(line: HelplinePage) -> None:
    line.delete()


CHANGES = [correct_the_number, rename_the_organisation, rename_a_word, take_off, make_private, delete]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_by_whoever_asks_whether_their_copy_holds(
    client: Client, line: HelplinePage, change: Callable[[HelplinePage], None]
) -> None:
    first = client.get(f"{DATA}/services?full=true")

    change(line)
    later = client.get(f"{DATA}/services?full=true", headers={"If-None-Match": first["ETag"]})

    assert later.status_code == 200
    assert later.content != first.content


def test_a_corrected_number_is_told_at_once(client: Client, line: HelplinePage) -> None:
    correct_the_number(line)
    (service,) = client.get(f"{DATA}/services?full=true").json()["contents"]

    assert service["phones"][0]["number"] == "0808 157 0456"
    assert "0808 157 0123" not in str(service["x_ways_of_contact"][0])


def modified_since(client: Client, moment: dt.datetime) -> int:
    """How many helplines changed at this moment or later."""
    found = client.get(f"{DATA}/services", {"modified_after": moment.astimezone(dt.UTC).isoformat()})
    return int(found.json()["total_items"])


def log_a_change_of_the_organisation(line: HelplinePage) -> None:
    log(line.organisation, "wagtail.edit")


def log_a_deleted_word(line: HelplinePage) -> None:
    term = DirectoryTerm.objects.get(name="carers")
    log(term, "wagtail.delete")
    term.delete()


def log_a_move(line: HelplinePage) -> None:
    log(Page.objects.get(pk=line.pk), "wagtail.move")


@pytest.mark.parametrize(
    "change", [correct_the_number, log_a_change_of_the_organisation, log_a_deleted_word, log_a_move]
)
def test_whoever_asks_for_what_was_modified_misses_no_change(
    client: Client, line: HelplinePage, the_clock: Any, change: Callable[[HelplinePage], None]
) -> None:
    the_clock.shift(A_MINUTE)
    asked_last = timezone.now()
    before = modified_since(client, asked_last)

    change(line)

    assert (before, modified_since(client, asked_last)) == (0, 1)


def name_it_as_belonging(beside: HelplinePage, line: HelplinePage) -> None:
    beside.shown_with = line
    beside.save_revision().publish(log_action=True)


def close_it(beside: HelplinePage, line: HelplinePage) -> None:
    beside.status = HelplinePage.Status.CLOSED
    beside.save_revision().publish(log_action=True)


def take_it_off(beside: HelplinePage, line: HelplinePage) -> None:
    beside.unpublish()


def delete_it(beside: HelplinePage, line: HelplinePage) -> None:
    beside.delete()


def let_it_expire(beside: HelplinePage, line: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=beside.pk).update(expire_at=timezone.now())


@pytest.mark.parametrize("change", [name_it_as_belonging, close_it, take_it_off, delete_it, let_it_expire])
def test_a_line_is_modified_when_one_that_belongs_with_it_comes_closes_or_goes(
    client: Client, line: HelplinePage, the_clock: Any, change: Callable[[HelplinePage, HelplinePage], None]
) -> None:
    named = None if change is name_it_as_belonging else line
    third = HelplinePageFactory(title="By way of a third", shown_with=line)
    beside = HelplinePageFactory(title="Beside", shown_with=named and third)
    HelplinePageFactory(title="Alone", last_published_at=timezone.now())
    the_clock.shift(A_MINUTE)
    asked_last = timezone.now()

    change(beside, line)
    the_clock.shift(A_MINUTE)

    assert line.title in modified_names_since(client, asked_last)


def test_a_line_is_not_modified_by_one_that_does_not_belong_with_it(
    client: Client, line: HelplinePage, the_clock: Any
) -> None:
    alone = HelplinePageFactory(title="Alone", last_published_at=timezone.now())
    the_clock.shift(A_MINUTE)
    asked_last = timezone.now()

    close_it(alone, line)

    assert modified_names_since(client, asked_last) == ["Alone"]


def modified_names_since(client: Client, moment: dt.datetime) -> list[str]:
    """Which helplines changed at this moment or later."""
    found = client.get(f"{DATA}/services", {"modified_after": moment.astimezone(dt.UTC).isoformat()}).json()
    return [one["name"] for one in found["contents"]]


@pytest.mark.parametrize(
    "action",
    [
        "checking.put_right",
        "checking.was_right",
        "checking.deleted",
        "spreadsheets.added",
        "spreadsheets.changed",
        "wagtail.edit",
    ],
)
def test_what_goes_on_inside_modifies_nothing(client: Client, line: HelplinePage, the_clock: Any, action: str) -> None:
    before = client.get(f"{DATA}/services").json()
    the_clock.shift(A_MINUTE)

    PageLogEntry.objects.log_action(line, action)

    assert client.get(f"{DATA}/services").json() == before


def test_a_notice_that_ended_modified_its_helpline_at_midnight(
    client: Client, line: HelplinePage, the_clock: Any
) -> None:
    the_clock.move_to(dt.datetime(2026, 11, 4, 9, 0, tzinfo=LONDON))
    (service,) = client.get(f"{DATA}/services").json()["contents"]

    assert service["last_modified"] == "2026-11-04T00:00:00.000Z"


def test_a_draft_changes_nothing(client: Client, line: HelplinePage, the_clock: Any) -> None:
    first = client.get(f"{DATA}/services?full=true")
    line.title = "A draft"
    line.save_revision(user=UserFactory(), log_action=True)

    assert client.get(f"{DATA}/services?full=true", headers={"If-None-Match": first["ETag"]}).status_code == 304


HIDINGS: dict[str, Callable[[HelplinePage], Any]] = {
    "draft": lambda line: HelplinePage.objects.filter(pk=line.pk).update(live=False),
    "expired": lambda line: HelplinePage.objects.filter(pk=line.pk).update(expire_at=timezone.now()),
    "private": make_private,
    "below a private page": lambda line: make_private(line.get_parent()),
}


@pytest.mark.parametrize("how", HIDINGS)
def test_a_helpline_that_is_not_public_is_told_nowhere(client: Client, line: HelplinePage, how: str) -> None:
    (service,) = client.get(f"{DATA}/services").json()["contents"]
    HIDINGS[how](line)
    by_itself = [f"{DATA}/services/{service['id']}", f"{DATA}/organizations/{service['organization_id']}"]

    assert [client.get(address).status_code for address in by_itself] == [404, 404]
    assert [client.get(address).json()["total_items"] for address in ADDRESSES if "services" in address] == [0, 0, 0]
    assert client.get(f"{DATA}/organizations").json()["empty"] is True


# What the team keeps to itself, wherever it stands.
PRIVATE = {
    "how it was checked": lambda line: HelplinePage.objects.filter(pk=line.pk).update(checked_how=MARKER),
    "who checked it": lambda line: HelplinePage.objects.filter(pk=line.pk).update(
        checked_by=UserFactory(username=MARKER, email=f"{MARKER}@example.org", first_name=MARKER)
    ),
    "what is still owed": lambda line: HelplinePage.objects.filter(pk=line.pk).update(awaited=MARKER),
    "where a way is from": lambda line: ContactWay.objects.filter(helpline=line).update(source=MARKER),
    "what changed": lambda line: HelplinePage.objects.filter(pk=line.pk).update(what_changed=MARKER),
    "a notice that is over": lambda line: Notice.objects.create(
        helpline=line, words=MARKER, last_day=dt.date(2026, 11, 1)
    ),
    "an organisation of nobody": lambda line: Organisation.objects.create(name=MARKER),
    "a newer draft": lambda line: draft_of(line),
}


def draft_of(line: HelplinePage) -> None:
    line.title = line.summary = line.cost = line.hours = MARKER
    line.save_revision()


@pytest.mark.parametrize("what", PRIVATE)
def test_what_is_for_the_team_alone_is_told_nowhere(client: Client, line: HelplinePage, what: str) -> None:
    PRIVATE[what](line)
    (service,) = client.get(f"{DATA}/services").json()["contents"]
    addresses = [
        *ADDRESSES,
        f"{DATA}/services/{service['id']}",
        f"{DATA}/services?search={MARKER}",
        f"{DATA}/organizations?full_service=true",
        "/api/v1/pages/?limit=100",
    ]

    assert [address for address in addresses if MARKER in client.get(address).content.decode()] == []
    assert client.get(f"{DATA}/services?search={MARKER}").json()["empty"] is True


def test_the_same_words_are_told_where_they_are_public(client: Client, line: HelplinePage) -> None:
    ContactWay.objects.filter(helpline=line).update(note=MARKER)

    assert MARKER in client.get(f"{DATA}/services?full=true").content.decode()
