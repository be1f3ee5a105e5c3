"""What readers are told of a helpline."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from helplines.checked import checked_in_words, checked_together
from helplines.components import Fact, HelplineCard, Way, facts_of
from helplines.components.right_now import right_now
from helplines.models import ContactWay, HelplinePage, Notice, TrustFact

TODAY = dt.date(2026, 11, 2)
NOW = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("kind", "value", "keyword", "link"),
    [
        ("voice", "116 123", "", "tel:116123"),
        ("text", "85258", "SHOUT", "sms:85258?body=SHOUT"),
        ("email", "help@example.org", "", "mailto:help@example.org"),
        ("email", "help?bcc=x@example.org", "", "mailto:help%3Fbcc%3Dx@example.org"),
        ("website", "https://www.example.org/help", "", "https://www.example.org/help"),
        ("chat", "javascript:alert(1)", "", ""),
        # As drafts hold them that were saved before values were looked at.
        ("website", "http://[::1", "", ""),
        ("website", "example.org", "", ""),
        ("email", "not an address", "", ""),
        ("voice", "0800 EXAMPLE", "", ""),
        ("text", "call us", "HELP", ""),
        ("letter", "1 Example Street", "", ""),
    ],
)
def test_a_way_of_contact_does_what_a_tap_promises(kind: str, value: str, keyword: str, link: str) -> None:
    assert Way.of(ContactWay(kind=kind, value=value, keyword=keyword)).link == link


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("website", "http://[::1", "not a web address"),
        ("website", "example.org", "not a web address"),
        ("chat", "javascript:alert(1)", "not a web address"),
        ("bsl", "ftp://example.org/", "not a web address"),
        ("email", "not an address", "not an e-mail address"),
        ("voice", "0800 EXAMPLE", "not a telephone number"),
        ("relay", "12", "No such number"),
    ],
)
def test_a_value_that_nobody_could_use_is_refused_with_a_sentence(kind: str, value: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence) as refused:
        ContactWay(kind=kind, value=value).clean()

    assert set(refused.value.message_dict) == {"value"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [("website", "https://www.example.org/help"), ("email", "help@example.org"), ("letter", "1 Example Street")],
)
def test_a_value_that_people_can_use_is_kept(kind: str, value: str) -> None:
    ContactWay(kind=kind, value=value).clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("is_crisis_line", "days_ago", "is_overdue"),
    [(True, 29, False), (True, 30, True), (False, 30, False), (False, 89, False), (False, 90, True)],
)
def test_an_overdue_check_is_said(is_crisis_line: bool, days_ago: int, is_overdue: bool) -> None:
    page = HelplinePage(
        title="Example line", is_crisis_line=is_crisis_line, last_checked=TODAY - dt.timedelta(days_ago)
    )

    card = HelplineCard.of(page, url="", now=NOW)

    assert ("overdue" in card.checked) is is_overdue


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"last_checked": dt.date(2026, 10, 3)}, "Last checked 3 October 2026."),
        ({"details_from": "Their website."}, "Source: Their website. Nobody has checked these details yet."),
        (
            {"last_checked": dt.date(2026, 10, 3), "details_from": "their website"},
            "Last checked 3 October 2026. Source: their website.",
        ),
        ({}, "Nobody has checked these details yet."),
    ],
)
def test_a_line_says_where_its_details_are_from(values: dict[str, Any], words: str) -> None:
    assert checked_in_words(HelplinePage(title="A line", **values), on=dt.date(2026, 10, 4)) == words


def test_what_is_not_known_is_said() -> None:
    card = HelplineCard("A line", ways=(Way("Call", "116 123", "tel:116123"),))

    assert dict(card.details) == {"When": "Hours not known", "Cost": "Cost not known"}


def test_every_trust_question_has_an_answer_even_where_nobody_asked() -> None:
    facts = facts_of([TrustFact(question="recorded", standing="not_stated")])

    assert {fact.question: fact.answer for fact in facts}["Is it recorded?"] == "They did not say"
    assert {fact.answer for fact in facts} == {"They did not say", "Not asked yet"}


def test_questions_that_nobody_asked_stand_in_one_line_after_the_others() -> None:
    facts = (Fact("Are notes kept?", "Not asked yet", is_asked=False), Fact("Is it recorded?", "No."))
    facts += (Fact("Who answers?", "Not asked yet", is_asked=False),)
    html = HelplineCard("A line", ways=(Way("Call", "116 123", "tel:116123"),), facts=facts).render_html()

    assert html.count("Not asked yet") == 1
    assert html.index("Is it recorded?") < html.index("Are notes kept? Who answers?")


@pytest.mark.parametrize(
    ("way", "heading"),
    [
        (Way("Call", "116 123", "tel:116123"), "What happens when you call"),
        (Way("Text SHOUT to", "85258", "sms:85258"), "What happens when you make contact"),
    ],
)
def test_nobody_is_told_of_calls_where_there_is_nothing_to_call(way: Way, heading: str) -> None:
    card = HelplineCard("A line", ways=(way,), facts=(Fact("Who answers?", "Volunteers.", "their website"),))

    assert heading in card.render_html()


@pytest.mark.parametrize(
    ("way", "name"),
    [
        (Way("Call", "116 123", "tel:116123"), "What happens when you call A line"),
        (Way("Text SHOUT to", "85258", "sms:85258"), "What happens when you make contact with A line"),
    ],
)
def test_what_opens_has_a_name_that_is_a_sentence_when_it_is_heard_alone(way: Way, name: str) -> None:
    html = HelplineCard("A line", ways=(way,), facts=(Fact("Who answers?", "Volunteers."),)).render_html()

    assert BeautifulSoup(html, "html.parser").select_one("summary").get_text() == name


def test_where_nobody_has_asked_anything_one_line_says_so_and_nothing_opens() -> None:
    html = HelplineCard("A line", ways=(Way("Text", "85258", "sms:85258"),), facts=facts_of([])).render_html()

    assert "What happens when you make contact: not asked yet." in html
    assert "<details" not in html
    assert "Who answers?" not in html


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("/example/", "What else happens when you call: not asked yet."),
        ("", "Not asked yet: Are notes kept? Who answers?"),
    ],
)
def test_where_only_the_first_question_has_an_answer_one_line_says_that_the_others_were_not_asked(
    url: str, line: str
) -> None:
    facts = (
        Fact("Will they call emergency services?", "No.", comes_first=True),
        Fact("Are notes kept?", "Not asked yet", is_asked=False),
        Fact("Who answers?", "Not asked yet", is_asked=False),
    )

    page = BeautifulSoup(
        HelplineCard(title="Example", url=url, ways=(Way("Call", "0", "tel:0"),), facts=facts).render_html(),
        "html.parser",
    )

    assert [part.get_text() for part in page.select(".trust-facts")] == [line]
    assert page.select_one("details") is None


def test_of_a_website_alone_nobody_is_told_hours_or_what_happens_then() -> None:
    way = Way.of(ContactWay(kind="website", value="https://www.example.org/", note="The home page."))
    html = HelplineCard("A body", ways=(way,), facts=facts_of([])).render_html()

    assert "https://www.example.org/" in html
    assert "The home page." in html
    assert "not known" not in html
    assert "not asked yet" not in html


def test_a_line_that_closed_for_good_shows_no_way_to_call() -> None:
    card = HelplineCard("A line", status="closed", ways=(Way("Call", "116 123", "tel:116123"),))

    assert "tel:" not in card.render_html()
    assert "Closed for good" in card.render_html()


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "notices"), [("open", 1), ("paused", 1), ("closed", 0)])
def test_a_line_that_closed_for_good_has_no_days_of_closing(status: str, notices: int) -> None:
    closing = Notice(words="Closed on 25 December.", last_day=dt.date(2026, 12, 25))
    line = HelplinePage(title="A line", status=status, notices=[closing])

    assert len(HelplineCard.of(line, url="", now=NOW).notices) == notices


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([dt.date(2026, 10, 20), dt.date(2026, 10, 3)], "Checked on 3 October 2026 or later."),
        ([dt.date(2026, 10, 20), None, None], "Nobody has checked 2 of these 3 helplines yet."),
        ([None, None], "Nobody has checked these helplines yet."),
    ],
)
def test_a_copy_of_several_calls_none_of_them_checked_that_was_not(days: list[dt.date | None], words: str) -> None:
    assert checked_together(HelplinePage(title="A line", last_checked=day) for day in days) == words


OFFICE, ALWAYS, SATURDAYS = "Mo-Fr 09:00-17:00; PH off", "24/7", "Sa 10:00-12:00; PH off"


@pytest.mark.parametrize(
    ("hours", "ways", "said"),
    [
        (OFFICE, [("voice", "")], ["Open now, until 5pm"]),
        (OFFICE, [("voice", ""), ("text", OFFICE)], ["Open now, until 5pm"]),
        (OFFICE, [("text", ALWAYS)], ["Open now, day and night"]),
        (SATURDAYS, [("voice", ""), ("text", ALWAYS)], ["Call: opens at 10am on Saturday", "Text (SMS): open now, day and night"]),
        ("", [("voice", ""), ("text", ALWAYS)], ["Call: hours not known", "Text (SMS): open now, day and night"]),
        (ALWAYS, [("voice", ""), ("chat", ""), ("text", SATURDAYS)], ["Call and Web chat: open now, day and night", "Text (SMS): opens at 10am on Saturday"]),
        (OFFICE, [("voice", ""), ("voice", SATURDAYS)], ["Call 116 123: open now, until 5pm", "Call 116 123: opens at 10am on Saturday"]),
        ("", [("voice", ""), ("text", "")], []),
        (ALWAYS, [("email", ""), ("letter", ""), ("website", "")], []),
        (ALWAYS, [("voice", ""), ("email", SATURDAYS)], ["Open now, day and night"]),
        (ALWAYS, [], []),
    ],
)  # fmt: skip
def test_what_holds_now_is_said_for_each_way_where_ways_differ(
    hours: str, ways: list[tuple[str, str]], said: list[str]
) -> None:
    helpline = HelplinePage(title="A line", opening_hours=hours)
    helpline.contact_ways.set([ContactWay(kind=kind, value="116 123", opening_hours=own) for kind, own in ways])

    told = right_now(helpline, at=NOW)

    assert [one.words for one in told] == said
    assert [one.is_open for one in told] == ["open now" in one.words.lower() for one in told]


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_nothing_is_said_of_now_where_nobody_answers_at_all(status: str) -> None:
    helpline = HelplinePage(title="A line", opening_hours="24/7", status=status)
    helpline.contact_ways.set([ContactWay(kind="voice", value="116 123")])

    assert right_now(helpline, at=NOW) == ()


def test_hours_are_not_called_unknown_where_each_way_says_its_own() -> None:
    text = Way("Text", "85258", "sms:85258", hours="Every day, day and night")
    call = Way("Call", "116 123", "tel:116123")

    assert "When" not in dict(HelplineCard("A line", ways=(text,)).details)
    assert dict(HelplineCard("A line", ways=(text, call)).details)["When"] == "Hours not known"


@pytest.mark.parametrize(("kind", "shown"), [("voice", "0300 123 3393"), ("relay", "18001, then 0300 123 3393")])
def test_a_number_that_was_written_for_callers_from_abroad_is_shown_as_it_is_dialled_here(
    kind: str, shown: str
) -> None:
    assert Way.of(ContactWay(kind=kind, value="+44 300 123 3393")).value == shown


@pytest.mark.django_db
@pytest.mark.parametrize(("oldest", "is_refused"), [(0, True), (1, False), (120, False), (121, True), (None, False)])
def test_nobody_is_too_old_at_the_age_of_nought(oldest: int | None, is_refused: bool) -> None:
    page = HelplinePage(title="Example line", minimum_age=0, maximum_age=oldest)

    with pytest.raises(ValidationError) as refused:
        page.clean_fields()

    assert ("maximum_age" in refused.value.message_dict) is is_refused
