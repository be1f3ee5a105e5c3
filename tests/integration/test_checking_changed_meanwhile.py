"""An entry that changes while its helpline fills in the form: only what the helpline touched itself gets into the draft."""

from typing import Any

import pytest
from django.core.cache import cache

from checking.models import PersonalLink
from helplines.models import ContactWay, ContactWayKind, HelplinePage
from tests.checks import (
    NUMBER,
    OTHER_NUMBER,
    Somebody,
    a_link_for,
    a_public_helpline,
    draft_of,
    fields_of,
    published_again,
)
from tests.editorial import fresh
from tests.writing import parsed

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> HelplinePage:
    cache.clear()
    return a_public_helpline(opening_hours="Mo 09:00-17:00")


@pytest.fixture
def somebody(page: HelplinePage) -> Somebody:
    return Somebody(a_link_for(page))


def form_in(answer: Any) -> dict[str, Any]:
    """What the form that came back would send as it stands."""
    return fields_of(parsed(answer).select_one("main form[method=post]"))


def said_beside(answer: Any, box: str) -> str:
    html = parsed(answer)
    named = html.select_one(f"[id=own-{box}-hint]")
    return named.get_text() if named else ""


def test_what_the_helpline_did_not_touch_becomes_what_is_public_and_no_old_value_comes_back(
    page: HelplinePage, somebody: Somebody
) -> None:
    form = somebody.opens_the_form()
    published_again(page, for_whom="Everybody", hours="At night", opening_hours="24/7")

    answer = somebody.sends(form, cost="1p a minute")
    again = form_in(answer)

    assert answer.status_code == 409
    assert "Our entry changed after you opened this page." in parsed(answer).get_text()
    assert (again["for_whom"], again["hours"], again["opening_hours-known"]) == ("Everybody", "At night", "always")
    assert (again["cost"], said_beside(answer, "cost")) == ("1p a minute", "Public now: Free")
    assert not fresh(page).has_unpublished_changes

    assert somebody.sends(again).status_code == 303
    draft = draft_of(page)
    assert (draft.for_whom, draft.hours, draft.opening_hours, draft.cost) == (
        "Everybody", "At night", "24/7", "1p a minute",
    )  # fmt: skip


def test_what_both_changed_keeps_the_words_of_the_helpline_with_what_is_public_beside_them(
    page: HelplinePage, somebody: Somebody
) -> None:
    typed = {
        **somebody.opens_the_form(), "cost": "1p a minute", "way-1-note": "Ask for Ada.", "recorded-answer": "Yes.",
        "opening_hours-mo-0-from": "10:00", "recorded-standing": "stated", "anything_else": "Hello",
        "usual-wait-standing": "not_stated", "status": "paused", "notice": "Closed", "notice_until": "2026-12-27",
    }  # fmt: skip
    published_again(page, cost="2p a minute", opening_hours="Tu 08:00-09:00")

    answer = somebody.sends(typed)
    again = form_in(answer)

    kept = {name: value for name, value in typed.items() if name not in {"seen", "opening_hours-mo-0-until"}}
    assert again.items() >= kept.items()
    assert said_beside(answer, "cost") == "Public now: 2p a minute"
    assert said_beside(answer, "opening_hours").startswith("Public now: Tuesday: 8am to 9am")
    assert said_beside(answer, "usual-wait-standing") == "Public now: Nobody has asked us yet"
    assert said_beside(answer, "usual-wait-answer") == ""
    assert said_beside(answer, "status") == "Public now: Open"
    assert "Public now" not in said_beside(answer, "notice")


def test_boxes_ages_and_the_hours_of_a_way_are_kept_as_they_were_ticked_and_typed(
    page: HelplinePage, somebody: Somebody
) -> None:
    typed = {
        **somebody.opens_the_form(), "areas": ["wales"], "languages": ["en", "pl"], "minimum_age": "16",
        "way-1-opening_hours-known": "always",
    }  # fmt: skip
    published_again(page, areas=["england", "scotland"], minimum_age=18, for_whom="Everybody")

    answer = somebody.sends(typed)
    again = form_in(answer)

    assert (again["areas"], again["languages"], again["minimum_age"]) == (["wales"], ["en", "pl"], "16")
    assert again["way-1-opening_hours-known"] == "always"
    assert again["for_whom"] == "Everybody"
    assert said_beside(answer, "areas").endswith("Public now: England and Scotland")
    assert said_beside(answer, "languages") == "Public now: nothing"
    assert said_beside(answer, "minimum_age") == "Public now: 18"
    assert said_beside(answer, "way-1-opening_hours") == "Public now: nothing"


def test_hours_of_a_way_that_is_gone_wait_in_words(page: HelplinePage, somebody: Somebody) -> None:
    form = {**somebody.opens_the_form(), "way-1-opening_hours-known": "always"}
    newest = fresh(page)
    newest.contact_ways.set([])
    newest.kind_of_change = "correction"
    newest.save_revision().publish()

    answer = somebody.sends(form)

    assert form_in(answer)["anything_else"] == "Its own opening hours, where they differ: Every day: day and night"


def test_a_form_that_cannot_be_taken_is_brought_up_to_date_first(page: HelplinePage, somebody: Somebody) -> None:
    form = somebody.opens_the_form()
    published_again(page, for_whom="Everybody")

    answer = somebody.sends({**form, "way-1-value": "ask us", "opening_hours-mo-0-until": ""})
    again = form_in(answer)

    assert answer.status_code == 409
    assert (again["for_whom"], again["way-1-value"], again["opening_hours-mo-0-until"]) == ("Everybody", "ask us", "")
    assert somebody.sends(again).status_code == 422


def puts_another_way_first(page: HelplinePage) -> None:
    newest = fresh(page)
    (way,) = newest.contact_ways.all()
    way.sort_order = 2
    first = ContactWay(kind=ContactWayKind.EMAIL, value="line@example.org", sort_order=1)
    newest.contact_ways.set([first, way])
    newest.kind_of_change = "correction"
    newest.save_revision().publish()


def makes_the_way_anew(page: HelplinePage) -> None:
    """As a draft does that was made before its way of contact had a number."""
    puts_another_way_first(page)
    newest = fresh(page)
    for way in (ways := list(newest.contact_ways.all())):
        way.pk = None
    newest.contact_ways.set(ways)
    newest.kind_of_change = "correction"
    newest.save_revision().publish()


@pytest.mark.parametrize("change", [puts_another_way_first, makes_the_way_anew])
def test_a_way_of_contact_is_found_again_wherever_it_stands_by_now(
    page: HelplinePage, somebody: Somebody, change: Any
) -> None:
    form = somebody.opens_the_form()
    change(page)

    again = form_in(somebody.sends({**form, "way-1-value": OTHER_NUMBER}))

    assert (again["way-1-value"], again["way-2-value"]) == ("line@example.org", OTHER_NUMBER)
    assert somebody.sends(again).status_code == 303
    assert [way.value for way in draft_of(page).contact_ways.all()] == ["line@example.org", OTHER_NUMBER]


def test_what_was_typed_about_a_way_that_is_gone_waits_among_the_words_to_the_editors(
    page: HelplinePage, somebody: Somebody
) -> None:
    form = {**somebody.opens_the_form(), "way-1-value": OTHER_NUMBER, "anything_else": "Hello"}
    newest = fresh(page)
    newest.contact_ways.set([])
    newest.kind_of_change = "correction"
    newest.save_revision().publish()

    answer = somebody.sends(form)

    assert form_in(answer)["anything_else"] == f"Hello\nNumber, address or link: {OTHER_NUMBER}"
    assert somebody.sends(form_in(answer)).status_code == 303
    assert OTHER_NUMBER in PersonalLink.objects.get().note


def test_a_version_that_never_was_public_tells_nothing_of_what_it_says(page: HelplinePage, somebody: Somebody) -> None:
    form = somebody.opens_the_form()
    draft = fresh(page)
    draft.cost = "A guess"
    revision = draft.save_revision()

    answer = somebody.sends({**form, "seen": str(revision.pk)}, cost="A guess")

    assert (answer.status_code, form_in(answer)["cost"]) == (409, "A guess")
    assert form_in(answer)["seen"] == str(page.live_revision_id)


@pytest.mark.parametrize("seen", ["", "0", "nonsense", "9" * 18])
def test_where_nobody_knows_what_they_saw_all_that_they_sent_counts_as_theirs(
    page: HelplinePage, somebody: Somebody, seen: str
) -> None:
    form = somebody.opens_the_form()
    published_again(page, for_whom="Everybody")

    answer = somebody.sends({**form, "seen": seen}, cost="1p a minute")
    again = form_in(answer)

    assert answer.status_code == 409
    assert (again["cost"], again["for_whom"]) == ("1p a minute", form["for_whom"])
    assert said_beside(answer, "for_whom") == "Public now: Everybody"
    assert again["way-1-value"] == NUMBER
