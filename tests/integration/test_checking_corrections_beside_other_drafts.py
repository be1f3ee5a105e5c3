"""What a helpline says is different meets the unpublished words of somebody else: neither is lost or written over."""

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import WorkflowState

from checking.models import PersonalLink
from helplines.models import (
    ContactWay,
    ContactWayKind,
    HelplinePage,
)
from tests.checks import NUMBER, OTHER_NUMBER, Somebody, a_link_for, a_public_helpline, draft_of
from tests.editorial import Person, a_lead, an_editor, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> None:
    cache.clear()


@pytest.fixture
def page() -> HelplinePage:
    return a_public_helpline()


@pytest.fixture
def somebody(page: HelplinePage) -> Somebody:
    return Somebody(a_link_for(page))


def ways_of(page: HelplinePage) -> list[tuple[str, str, str]]:
    return [(way.value, way.note, way.cost) for way in page.contact_ways.all()]


def sends_a_draft(author: Person, page: HelplinePage, **fields: Any) -> None:
    """What the editor does when somebody sends a text to the second reader, for the first time or again."""
    draft = draft_of(page)
    for name, value in {"kind_of_change": "update", **fields}.items():
        setattr(draft, name, value)
    draft.save_revision(user=author.user)
    waiting = draft.current_workflow_state
    resume = waiting.resume if waiting else lambda user: draft.get_workflow().start(draft, user)
    resume(author.user)


def test_other_peoples_unpublished_words_stay(page: HelplinePage, somebody: Somebody) -> None:
    draft = fresh(page)
    draft.summary = "Words of an editor"
    draft.contact_ways.add(ContactWay(kind=ContactWayKind.EMAIL, value="line@example.org"))
    draft.save_revision()

    somebody.sends(way_value=OTHER_NUMBER, cost="1p a minute")

    newest = draft_of(page)
    assert (newest.summary, newest.cost) == ("Words of an editor", "1p a minute")
    assert [value for value, _, _ in ways_of(newest)] == [OTHER_NUMBER, "line@example.org"]


def changes_the_cost(draft: HelplinePage) -> None:
    draft.cost = "Words of an editor"


def changes_the_way(draft: HelplinePage) -> None:
    (way,) = draft.contact_ways.all()
    way.note = "Words of an editor"
    draft.contact_ways.set([way])


def takes_the_way_out(draft: HelplinePage) -> None:
    draft.contact_ways.set([])


def changes_the_fact(draft: HelplinePage) -> None:
    (fact,) = draft.trust_facts.all()
    fact.answer = "Words of an editor"
    draft.trust_facts.set([fact])


def says_where(draft: HelplinePage) -> None:
    draft.areas, draft.languages, draft.minimum_age = ["england"], ["en"], 16


def closes_it_for_good(draft: HelplinePage) -> None:
    draft.status = "closed"


CONFLICTS: list[tuple[Any, dict[str, Any], str]] = [
    (changes_the_cost, {"cost": "1p a minute"}, "cost: they say “1p a minute”"),
    (changes_the_cost, {"cost": ""}, "cost: they leave it empty"),
    (says_where, {"areas": ["wales", "scotland"]}, "where it answers: they say “Wales and Scotland”"),
    (says_where, {"languages": ["cy"]}, "languages: they say “Welsh”"),
    (says_where, {"minimum_age": "18"}, "from the age of: they say “18”"),
    (
        changes_the_way,
        {"way-1-opening_hours-known": "always"},
        f"Call {NUMBER}: they say “{NUMBER}; Every day: day and night; Ask for Example.”",
    ),
    (closes_it_for_good, {"status": "paused"}, "status: they say “Closed for now”"),
    (changes_the_way, {"way_value": OTHER_NUMBER}, f"Call {NUMBER}: they say “{OTHER_NUMBER}; Ask for Example.”"),
    (takes_the_way_out, {"way_note": "Ask for Ada."}, f"Call {NUMBER}: they say “{NUMBER}; Ask for Ada.”"),
    (changes_the_fact, {"recorded_answer": "Yes."}, "Is it recorded?: they say “Yes.”"),
]


@pytest.mark.parametrize(("change", "typed", "said"), CONFLICTS)
def test_what_somebody_else_is_changing_is_not_written_over_and_waits_beside_the_draft(
    page: HelplinePage, somebody: Somebody, change: Any, typed: dict[str, Any], said: str
) -> None:
    draft = fresh(page)
    change(draft)
    draft.save_revision()
    before = draft_of(page).serializable_data()

    assert somebody.sends(**typed).status_code == 303

    after = draft_of(page).serializable_data()
    assert {name for name in after if after[name] != before[name]} == set()
    assert PersonalLink.objects.get().not_in_draft == said
    shown = an_editor().client.get(f"/admin/helplines/{page.pk}/personal-links/").content.decode()
    assert "Not in the draft, because somebody else is changing the same" in shown


def an_editor_locks_it(page: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=page.pk).update(locked=True, locked_by=an_editor().user, locked_at=timezone.now())


def a_version_is_planned(page: HelplinePage) -> None:
    planned = fresh(page)
    planned.go_live_at, planned.kind_of_change = timezone.now() + dt.timedelta(days=2), "update"
    planned.save_revision().publish()


@pytest.mark.parametrize("held", [an_editor_locks_it, a_version_is_planned])
def test_an_answer_for_a_page_that_nobody_may_change_now_waits_beside_it_and_is_thanked_for_like_any_other(
    page: HelplinePage, somebody: Somebody, held: Any
) -> None:
    held(page)
    before = fresh(page)

    answer = somebody.sends(
        cost="1p a minute", status="paused", notice="Closed at Easter", notice_until="2026-12-27",
        way_value=OTHER_NUMBER, recorded_answer="Yes.", anything_else="Hello",
    )  # fmt: skip

    assert (answer.status_code, answer["Location"]) == (303, "/helplines/check/thank-you/?answer=different")
    found, link = fresh(page), PersonalLink.objects.get()
    assert (found.latest_revision_id, found.current_workflow_state) == (before.latest_revision_id, None)
    assert found.approved_schedule == before.approved_schedule
    assert link.note == "Hello"
    assert link.not_in_draft.splitlines() == [
        "status: they say “Closed for now”",
        "cost: they say “1p a minute”",
        "notice: they say “Closed at Easter (until 27 December 2026)”",
        f"Call {NUMBER}: they say “{OTHER_NUMBER}; Ask for Example.”",
        "Is it recorded?: they say “Yes.”",
    ]
    shown = an_editor().client.get(f"/admin/helplines/{page.pk}/personal-links/").content.decode()
    assert "or nobody could change this page then:" in shown


def test_the_same_words_as_in_the_draft_are_no_conflict(page: HelplinePage, somebody: Somebody) -> None:
    draft = fresh(page)
    draft.cost = "1p a minute"
    draft.save_revision()

    somebody.sends(cost="1p a minute")

    assert PersonalLink.objects.get().not_in_draft == ""
    assert draft_of(page).cost == "1p a minute"


def test_what_waits_for_a_second_reader_already_waits_on_with_the_newer_words(
    page: HelplinePage, somebody: Somebody
) -> None:
    author, reader = an_editor(), a_lead()
    sends_a_draft(author, page, summary="Words of an editor")
    state = fresh(page).current_workflow_state

    somebody.sends(cost="1p a minute")
    reader.acts(page, "approve")

    assert WorkflowState.objects.get() == state
    assert (fresh(page).summary, fresh(page).cost) == ("Words of an editor", "1p a minute")


def test_what_came_back_to_its_author_is_asked_for_again(page: HelplinePage, somebody: Somebody) -> None:
    author, reader = an_editor(), an_editor()
    sends_a_draft(author, page, summary="Words of an editor")
    reader.acts(page, "reject", comment="Ask them.")

    somebody.sends(cost="1p a minute")

    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_words_that_are_sent_back_go_to_nobody_and_can_be_mended_by_everybody(
    page: HelplinePage, somebody: Somebody
) -> None:
    somebody.sends(cost="1p a minute")
    reader, other = an_editor(), an_editor()

    reader.acts(page, "reject", comment="Ask them.")
    sends_a_draft(other, page, cost="2p a minute")
    reader.acts(page, "approve")

    assert fresh(page).cost == "2p a minute"
