"""Links and numbers that no longer work are found, once a week and politely, and said to those who can correct them."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from checking.links import actions, politeness
from checking.links.actions import check_links
from checking.links.found import links_in, links_on_the_site
from checking.links.politeness import Pace
from checking.links.problems import Kind, problems
from checking.models import CheckedLink, Outcome
from core.models import SiteIdentity, SupersededNumber
from editorial.links import edit_url
from helplines.models import ContactWay, ContactWayKind
from home.models import InfoPage
from tests.editorial import Person, a_lead, an_administrator, an_adviser, an_editor
from tests.factories.pages import HelplinePageFactory, InfoPageFactory
from tests.factories.snippets import IdeaFactory, OrganisationFactory, ReferenceFactory, UrgentHelpFactory
from tests.machines import Machine, Temper, a_machine
from tests.servers import free_port

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
START = reverse("wagtailadmin_home")
REPORT = reverse("links_and_numbers")


@pytest.fixture
def machine() -> Iterator[Machine]:
    with a_machine() as machine:
        yield machine


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of waiting stands in the tests of one link."""
    monkeypatch.setattr(politeness, "SECONDS_BETWEEN", 0)


def a_page_with(*urls: str, **fields: Any) -> InfoPage:
    links = "".join(f'<p><a href="{url}">A page of theirs</a></p>' for url in urls)
    page: InfoPage = InfoPageFactory(body=[{"type": "paragraph", "value": links}], **fields)
    return page


def state_of(url: str) -> CheckedLink:
    return CheckedLink.objects.get(url=url)


def a_stream(kind: str, value: Any) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value}]


URL = "https://www.example.org/page?a=1&b=2"
PLACES: dict[str, tuple[Callable[[], Any], str]] = {
    "rich text": (lambda: a_page_with(URL.replace("&", "&amp;")), URL),
    "a part of a page": (lambda: a_page_with(URL.replace("&", "&amp;") + "#part"), URL),
    "a way of contact": (
        lambda: HelplinePageFactory(contact_ways=[ContactWay(kind=ContactWayKind.CHAT, value=URL)]), URL,
    ),
    "an organisation": (lambda: OrganisationFactory(website=URL), URL),
    "a reference": (lambda: ReferenceFactory(url=URL), URL),
    "a reference by its DOI": (
        lambda: ReferenceFactory(doi="10.1093/bjsw/bcac209"), "https://doi.org/10.1093/bjsw/bcac209",
    ),
    "urgent help": (
        lambda: UrgentHelpFactory(alternatives=a_stream("way", {"label": "999 BSL", "link": URL})), URL,
    ),
    "where the exit leads": (lambda: SiteIdentity.objects.create(exit_address=URL), URL),
    "a redirect": (lambda: Redirect.objects.create(old_path="/old", redirect_link=URL), URL),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_links_are_found_wherever_they_stand(case: str) -> None:
    make, url = PLACES[case]
    record = make()

    found = links_on_the_site()

    assert list(found) == [url]
    assert [place.record.pk for place in found[url]] == [record.pk]
    assert found[url][0].edit_url != START


@pytest.mark.parametrize(
    "make",
    [
        lambda: a_page_with(URL, live=False),
        lambda: ReferenceFactory(url=URL, live=False),
        lambda: InfoPageFactory(summary=f"Written out: {URL}"),
        lambda: a_page_with("http://127.0.0.1:8000/ours/"),
        lambda: a_page_with("mailto:help@example.org"),
        lambda: a_page_with("https://www.example.org/" + "x" * 2000),
    ],
)
def test_what_is_not_public_or_leads_nowhere_else_is_not_looked_at(make: Callable[[], Any]) -> None:
    make()

    assert links_on_the_site() == {}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (URL, [URL]), (f" {URL}\n", [URL]), (f"See {URL}", []), ('<a linktype="page" id="3">x</a>', []), ("", []),
        ("<a href='http://a.example/'>x</a> <a HREF=\"https://b.example/\">y</a>", ["http://a.example/", "https://b.example/"]),
    ],
)  # fmt: skip
def test_which_links_a_text_has(text: str, links: list[str]) -> None:
    assert list(links_in(text)) == links


def test_a_link_is_broken_when_it_failed_on_two_different_days(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    machine.pages["/here"] = Temper()
    a_page_with(f"{machine.url}/nothing", f"{machine.url}/here")

    check_links()
    check_links(all_of_them=True)
    on_the_first_day = problems()
    the_clock.shift(DAY)
    check_links()

    assert on_the_first_day == []
    (problem,) = problems()
    assert (problem.kind, problem.what) == (Kind.BROKEN, f"{machine.url}/nothing")
    assert (problem.words, problem.since) == ("Answered 404: there is no such page.", dt.date(2026, 11, 2))


def test_a_link_that_works_again_is_no_problem_any_more(machine: Machine, the_clock: time_machine.Traveller) -> None:
    a_page_with(f"{machine.url}/page")
    check_links()
    the_clock.shift(DAY)
    check_links()
    machine.pages["/page"] = Temper()

    before = [problem.kind for problem in problems()]
    check_links(all_of_them=True)

    assert before == [Kind.BROKEN]
    assert problems() == []


def test_one_who_turns_machines_away_in_between_takes_no_failure_back(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    a_page_with(f"{machine.url}/page")
    check_links()
    machine.pages["/page"] = Temper(403)
    the_clock.shift(DAY)
    check_links()
    in_between = [problem.kind for problem in problems()]
    del machine.pages["/page"]
    the_clock.shift(DAY)
    check_links()

    assert in_between == [Kind.UNSURE]
    assert [problem.kind for problem in problems()] == [Kind.BROKEN]


def test_what_has_moved_says_where(machine: Machine) -> None:
    machine.pages.update({"/old": Temper(301, location="/new"), "/new": Temper()})
    a_page_with(f"{machine.url}/old")

    check_links()

    (problem,) = problems()
    assert (problem.kind, problem.words) == (Kind.MOVED, f"Has moved to {machine.url}/new")


def test_each_link_has_its_turn_once_a_week(machine: Machine, the_clock: time_machine.Traveller) -> None:
    machine.pages["/page"] = Temper()
    a_page_with(f"{machine.url}/page")
    looked_at = [check_links().looked_at]
    for wait in (DAY, 5 * DAY, DAY):
        the_clock.shift(wait)
        looked_at.append(check_links().looked_at)

    assert looked_at == [1, 0, 0, 1]


def test_no_more_are_looked_at_than_were_asked_for_and_the_rest_have_their_turn(machine: Machine) -> None:
    paths = [f"/{number}" for number in range(5)]
    machine.pages.update(dict.fromkeys(paths, Temper()))
    a_page_with(*(machine.url + path for path in paths))

    looked_at = [check_links(limit=2).looked_at for _ in range(4)]

    assert looked_at == [2, 2, 1, 0]


def test_nothing_is_begun_when_the_time_is_over(machine: Machine) -> None:
    ticks = iter(range(0, 10_000, 200))
    machine.pages["/page"] = Temper()
    a_page_with(*(f"{machine.url}/page?{number}" for number in range(5)))

    this = check_links(pace=Pace(longest=actions.LONGEST_RUN, now=lambda: float(next(ticks)), sleep=lambda _: None))

    assert this.looked_at == 1


def test_a_host_that_asks_for_rest_is_left_alone_until_the_next_run(machine: Machine) -> None:
    machine.pages["/busy"] = Temper(429)
    a_page_with(f"{machine.url}/busy", f"{machine.url}/other")

    check_links()

    assert machine.requests() == ["HEAD /busy"]
    assert state_of(f"{machine.url}/other").outcome == Outcome.NOT_YET


def test_hosts_rest_while_others_are_asked(machine: Machine) -> None:
    there = machine.url.replace("127.0.0.1", "localhost")
    machine.pages.update(dict.fromkeys(["/1", "/2", "/3", "/4"], Temper()))
    a_page_with(f"{machine.url}/1", f"{machine.url}/2", f"{there}/3", f"{there}/4")

    check_links()

    assert machine.requests() == ["HEAD /1", "HEAD /3", "HEAD /2", "HEAD /4"]


def silent_links(how_many: int) -> list[str]:
    return [f"http://127.0.0.1:{free_port()}/" for _ in range(how_many)]


def all_worked_before(*urls: str) -> None:
    for url in urls:
        link = CheckedLink.of(url)
        link.outcome, link.last_checked = Outcome.WORKS, timezone.now()
        link.save()


def test_where_nobody_answers_and_nobody_who_did_before_nothing_is_written_down_and_the_run_ends() -> None:
    before, links = silent_links(4), silent_links(8)
    a_page_with(*before, *links)
    all_worked_before(*before)

    this = check_links()

    assert (this.looked_at, this.is_offline) == (actions.SILENT_ENOUGH, True)
    assert not CheckedLink.objects.filter(outcome=Outcome.FAILED).exists()


def test_many_dead_hosts_at_the_front_do_not_end_the_run_while_one_that_worked_before_answers(machine: Machine) -> None:
    gone, dead = silent_links(1), silent_links(7)
    machine.pages.update(dict.fromkeys(["/before", "/page"], Temper()))
    a_page_with(*dead, f"{machine.url}/page", f"{machine.url}/before", *gone)
    all_worked_before(f"{machine.url}/before", *gone)

    this = check_links()

    assert (this.looked_at, this.is_offline) == (8, False)
    assert {state_of(url).outcome for url in dead} == {Outcome.FAILED}
    assert state_of(f"{machine.url}/page").outcome == Outcome.WORKS


def test_where_nobody_ever_answered_the_run_goes_on_and_only_silence_to_the_end_is_not_believed(
    machine: Machine,
) -> None:
    dead = silent_links(7)
    a_page_with(*dead)

    assert check_links().is_offline
    assert not CheckedLink.objects.exclude(outcome=Outcome.NOT_YET).exists()

    machine.pages["/page"] = Temper()
    a_page_with(f"{machine.url}/page")

    assert check_links().looked_at == 8
    assert {state_of(url).outcome for url in dead} == {Outcome.FAILED}


def test_a_silent_link_is_believed_once_another_answers(machine: Machine) -> None:
    (silent,) = silent_links(1)
    machine.pages["/page"] = Temper()
    a_page_with(silent, f"{machine.url}/page")

    check_links()

    assert state_of(silent).outcome == Outcome.FAILED


def test_a_silent_link_alone_is_believed_when_one_that_worked_before_still_does(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    (silent,) = silent_links(1)
    machine.pages["/page"] = Temper()
    a_page_with(silent, f"{machine.url}/page")
    check_links()
    the_clock.shift(DAY)

    check_links()

    assert [problem.what for problem in problems()] == [silent]


def test_a_link_that_is_taken_off_is_forgotten(machine: Machine) -> None:
    page = a_page_with(f"{machine.url}/nothing")
    check_links()

    page.delete()
    check_links()

    assert not CheckedLink.objects.exists()


def test_a_link_that_stands_on_many_pages_is_asked_once_and_told_with_all_of_them(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    pages = [a_page_with(f"{machine.url}/nothing") for _ in range(3)]
    check_links()
    the_clock.shift(DAY)
    check_links()

    (problem,) = problems()

    assert machine.requests() == ["HEAD /nothing", "GET /nothing"] * 2
    assert {place.edit_url for place in problem.places} == {edit_url(page) for page in pages}


NUMBERS = [
    ("voice", "0300 123 33", "No such number"),
    ("voice", "0808 157 0999", "must never be published"),
    ("voice", "call us", "not a telephone number"),
    ("relay", "18001 0300 123 33", "No such number"),
    ("text", "0808 157 0123", "gets calls and no texts"),
]


@pytest.mark.parametrize(("kind", "number", "why"), NUMBERS)
def test_a_number_that_reaches_nobody_is_told(kind: str, number: str, why: str) -> None:
    SupersededNumber.objects.create(number="0808 157 0999", instead="It is closed.")
    page = HelplinePageFactory(contact_ways=[ContactWay(value="116 123"), ContactWay(kind=kind, value=number)])

    (problem,) = problems()

    assert (problem.kind, problem.what) == (Kind.NUMBER, number)
    assert why in problem.words
    assert problem.places[0].edit_url == edit_url(page)


@pytest.mark.parametrize(
    ("kind", "number"),
    [("voice", "0808 157 0123"), ("relay", "18001 0808 157 0123"), ("relay", "18000"), ("text", "85258")],
)
def test_a_number_that_is_right_for_its_kind_is_not_told(kind: str, number: str) -> None:
    HelplinePageFactory(contact_ways=[ContactWay(kind=kind, value=number)])

    assert problems() == []


@pytest.mark.parametrize("fields", [{"live": False}, {"status": "closed"}])
def test_numbers_of_helplines_that_nobody_is_sent_to_are_not_told(fields: dict[str, Any]) -> None:
    HelplinePageFactory(contact_ways=[ContactWay(value="0300 123 33")], **fields)

    assert problems() == []


def report_of(person: Person) -> BeautifulSoup:
    return BeautifulSoup(person.client.get(REPORT).content, "html.parser")


def everything_wrong(machine: Machine, the_clock: time_machine.Traveller) -> InfoPage:
    machine.pages.update({"/old": Temper(301, location="/new"), "/new": Temper(), "/closed": Temper(403)})
    page = a_page_with(*(f"{machine.url}/{name}" for name in ("nothing", "old", "closed")), title="An example page")
    HelplinePageFactory(contact_ways=[ContactWay(value="0300 123 33")])
    check_links()
    the_clock.shift(DAY)
    check_links()
    return page


def test_the_report_says_what_is_wrong_where_and_since_when(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    page = everything_wrong(machine, the_clock)

    html = report_of(an_editor())

    assert [heading.get_text() for heading in html.select("section h2")] == [
        "Numbers that do not work (1)",
        "Links that lead nowhere (1)",
        "Links that have moved (1)",
        "Links that could not be checked (1)",
    ]
    broken = html.select("section")[1].get_text()
    assert f"{machine.url}/nothing" in broken
    assert "2 November 2026" in broken
    assert len(html.select(f'section a[href="{edit_url(page)}"]')) == 3


def test_without_problems_the_report_says_so_and_the_start_page_nothing(machine: Machine) -> None:
    machine.pages["/page"] = Temper()
    a_page_with(f"{machine.url}/page")
    check_links()
    editor = an_editor()

    assert "Nothing is wrong" in report_of(editor).get_text()
    assert "Links and numbers that do not work" not in editor.client.get(START).content.decode()


def test_the_start_page_has_what_is_broken_and_leads_to_the_editor(
    machine: Machine, the_clock: time_machine.Traveller
) -> None:
    page = everything_wrong(machine, the_clock)

    html = BeautifulSoup(a_lead().client.get(START).content, "html.parser")

    assert "Links and numbers that do not work (2)" in html.get_text()
    assert f"{machine.url}/nothing: Answered 404: there is no such page, since 2 November 2026" in html.get_text()
    assert html.select(f'a[href="{edit_url(page)}"]')


@pytest.mark.parametrize(
    ("role", "may"), [(an_editor, True), (a_lead, True), (an_adviser, False), (an_administrator, False)]
)
def test_the_report_is_for_those_who_can_correct_pages(role: Callable[[], Person], may: bool) -> None:
    person = role()

    assert (person.client.get(REPORT).status_code == 200) is may
    assert (REPORT in person.client.get(START).content.decode()) is may


def test_the_command_looks_and_says_what_it_found(machine: Machine, the_clock: time_machine.Traveller) -> None:
    a_page_with(f"{machine.url}/nothing", title="An example page")
    said = io.StringIO()

    call_command("check_links", stdout=said)
    the_clock.shift(DAY)
    call_command("check_links", "--all", "--limit", "5", stdout=said)

    assert said.getvalue().splitlines() == [
        "Links looked at: 1.",
        "Links looked at: 1.",
        f"{machine.url}/nothing: Answered 404: there is no such page. (An example page)",
    ]


def test_the_command_says_when_this_machine_is_not_connected() -> None:
    a_page_with(*silent_links(1))
    said = io.StringIO()

    call_command("check_links", stdout=said)

    assert "may not be connected" in said.getvalue()


def test_opening_a_page_asks_nobody(machine: Machine, client: Any) -> None:
    page = a_page_with(f"{machine.url}/nothing")

    client.get(page.url)
    a_lead().client.get(START)
    a_lead().client.get(REPORT)

    assert machine.asked == []


def test_more_links_and_pages_cost_no_more_queries(machine: Machine) -> None:
    def make(number: int) -> CheckedLink:
        url = f"{machine.url}/{number}"
        a_page_with(url)
        IdeaFactory()
        HelplinePageFactory(contact_ways=[ContactWay(value="0300 123 33")])
        link = CheckedLink.of(url)
        link.outcome, link.last_checked = Outcome.FAILED, timezone.now()
        link.first_failed, link.last_failed = timezone.localdate() - DAY, timezone.localdate()
        link.save()
        return link

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            problems()
        return len(asked)

    make(1)
    few = queries()
    [make(number) for number in range(2, 6)]

    assert queries() == few
