"""What a helpline says is different becomes a draft for the second reader; nothing is lost, published or written over."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from wagtail.models import PageLogEntry, WorkflowState

from checking.models import PersonalLink
from core.models import PublishedChange
from helplines.models import (
    Area,
    ContactWay,
    ContactWayKind,
    HelplinePage,
    Language,
    Notice,
    TrustFact,
    TrustQuestion,
)
from helplines.models.trust_facts import TrustStanding
from tests.checks import NUMBER, OTHER_NUMBER, Somebody, a_link_for, a_public_helpline, draft_of, published_again
from tests.editorial import a_lead, an_editor, fresh
from tests.writing import parsed

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


CLOSED_PANEL = "Closed, and the public does not know yet"


def ways_of(page: HelplinePage) -> list[tuple[str, str, str]]:
    return [(way.value, way.note, way.cost) for way in page.contact_ways.all()]


def test_the_form_holds_the_entry_as_it_is_public(page: HelplinePage, somebody: Somebody) -> None:
    form = somebody.opens_the_form()

    said = {
        "way-1-value": NUMBER, "way-1-note": "Ask for Example.", "way-1-cost": "",
        "cost": "Free", "hours": "Every day", "recorded-standing": "stated", "recorded-answer": "No.",
        "usual-wait-standing": "not_asked", "anything_else": "",
    }  # fmt: skip
    assert form.items() >= said.items()


def test_a_correction_is_a_draft_for_the_second_reader_and_is_not_public(
    page: HelplinePage, somebody: Somebody
) -> None:
    answer = somebody.sends(way_value=OTHER_NUMBER)

    assert (answer.status_code, answer["Location"]) == (303, "/helplines/check/thank-you/?answer=different")
    assert ways_of(fresh(page)) == [(NUMBER, "Ask for Example.", "")]
    assert ways_of(draft_of(page)) == [(OTHER_NUMBER, "Ask for Example.", "")]
    assert fresh(page).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert fresh(page).last_checked is None
    assert OTHER_NUMBER not in somebody.client.get(page.url).content.decode()


def test_a_second_reader_sees_from_whom_it_came_and_approves_it(page: HelplinePage, somebody: Somebody) -> None:
    reader = an_editor()
    somebody.sends(way_value=OTHER_NUMBER, recorded_answer="Yes, always.")

    start = reader.client.get("/admin/").content.decode()
    history = reader.client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    reader.opens(page)
    reader.acts(page, "approve")

    assert "For you to read and approve" in start
    assert (
        "Draft with what the helpline itself says by its personal link: Call 020 7946 0000; Is it recorded?" in history
    )
    assert ways_of(fresh(page)) == [(OTHER_NUMBER, "Ask for Example.", "")]
    fact = fresh(page).trust_facts.get()
    assert (fact.answer, fact.source, str(fact.on)) == ("Yes, always.", "the helpline itself", "2 November 2026")
    assert PublishedChange.objects.filter(page=page).latest("pk").kind == "correction"


def test_whoever_made_the_link_cannot_approve_what_came_by_it_for_they_could_have_written_it(
    page: HelplinePage,
) -> None:
    maker, colleague = a_lead(), an_editor()
    Somebody(a_link_for(page, by=maker.user)).sends(cost="1p a minute")

    maker.acts(page, "approve")
    assert fresh(page).cost != "1p a minute"

    colleague.acts(page, "approve")
    assert fresh(page).cost == "1p a minute"


# What they type, and what the draft has then.
CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"cost": "1p a minute"}, {"cost": "1p a minute"}),
    ({"for_whom": "Everybody"}, {"for_whom": "Everybody"}),
    ({"hours": ""}, {"hours": ""}),
    ({"status": "paused"}, {"status": "paused"}),
    ({"status": "closed"}, {"status": "closed"}),
    ({"hours": "  At night  "}, {"hours": "At night"}),
    ({"opening_hours-known": "always"}, {"opening_hours": "24/7"}),
    (
        {"opening_hours-known": "times", "opening_hours-mo-0-from": "09:00", "opening_hours-mo-0-until": "17:00"},
        {"opening_hours": "Mo 09:00-17:00; PH unknown"},
    ),
    ({"minimum_age": "16"}, {"minimum_age": 16}),
    ({"minimum_age": "0", "maximum_age": "18"}, {"minimum_age": 0, "maximum_age": 18}),
    ({"areas": ["scotland", "wales"]}, {"areas": ["wales", "scotland"]}),
    ({"area": "Only in Leeds"}, {"area": "Only in Leeds"}),
    ({"languages": ["en", "pl"]}, {"languages": ["en", "pl"]}),
    ({"interpretation": "Ask when you call."}, {"interpretation": "Ask when you call."}),
]


@pytest.mark.parametrize(("typed", "kept"), CHANGES)
def test_only_what_they_changed_is_different_in_the_draft(
    page: HelplinePage, somebody: Somebody, typed: dict[str, Any], kept: dict[str, Any]
) -> None:
    before = draft_of(page).serializable_data()

    assert somebody.sends({**somebody.opens_the_form(), **typed}).status_code == 303

    after = draft_of(page).serializable_data()
    different = {
        name: value for name, value in after.items() if value != before[name] and name not in MOVES_WITH_A_DRAFT
    }
    assert different == {**kept, "kind_of_change": "correction"}


MOVES_WITH_A_DRAFT = {
    "first_published_at", "has_unpublished_changes", "last_published_at", "latest_revision", "latest_revision_created_at",
}  # fmt: skip


def test_a_way_of_contact_has_hours_and_a_word_of_its_own(page: HelplinePage, somebody: Somebody) -> None:
    newest = fresh(page)
    newest.contact_ways.set(
        [*newest.contact_ways.all(), ContactWay(kind=ContactWayKind.TEXT, value="85258", keyword="SHOUT")]
    )
    newest.kind_of_change = "correction"
    newest.save_revision().publish()
    form = somebody.opens_the_form()

    answer = somebody.sends(
        {
            **form, "way-2-keyword": "HELLO", "way-1-opening_hours-known": "times",
            "way-1-opening_hours-mo-0-from": "22:00", "way-1-opening_hours-mo-0-until": "02:00",
        }
    )  # fmt: skip

    assert "way-1-keyword" not in form
    assert answer.status_code == 303
    assert [(way.value, way.keyword, way.opening_hours) for way in draft_of(page).contact_ways.all()] == [
        (NUMBER, "", "Mo 22:00-02:00; PH unknown"),
        ("85258", "HELLO", ""),
    ]


@pytest.mark.parametrize("ticked", [[], ["england"]])
def test_boxes_that_nobody_touched_stay_as_they_are_and_every_tick_can_be_taken_back(
    page: HelplinePage, somebody: Somebody, ticked: list[str]
) -> None:
    published_again(page, areas=["england", "wales"], languages=["en", "yo"])
    form = somebody.opens_the_form()

    assert somebody.sends({**form, "areas": ticked}).status_code == 303

    assert (draft_of(page).areas, draft_of(page).languages) == (ticked, ["en", "yo"])


def test_of_many_answers_those_that_are_chosen_are_in_sight(page: HelplinePage, somebody: Somebody) -> None:
    published_again(page, areas=["england"], languages=["en", "yo"])
    html = parsed(somebody.opens(answer="different"))

    folded = html.select("details input[name=languages]")
    in_sight = [box["value"] for box in html.select("input[name=languages]") if box not in folded]
    assert in_sight == ["en", "yo"]
    assert len(folded) == len(Language) - 2
    assert len(html.select("input[name=areas]")) == len(Area)
    assert html.select("details input[name=areas]") == []


def test_a_question_that_nobody_had_asked_gets_an_answer_with_its_source_and_day(
    page: HelplinePage, somebody: Somebody
) -> None:
    somebody.sends(usual_wait_standing="stated", usual_wait_answer="Ten minutes.")

    fact = next(fact for fact in draft_of(page).trust_facts.all() if fact.question == TrustQuestion.USUAL_WAIT)
    assert (fact.standing, fact.answer, fact.source) == ("stated", "Ten minutes.", "the helpline itself")


@pytest.mark.parametrize("typed", ["2026-12-27", "27/12/2026", "27 December 2026"])
def test_a_short_notice_stands_in_the_draft_beside_those_that_are_there(
    page: HelplinePage, somebody: Somebody, typed: str
) -> None:
    published_again(page, notices=[Notice(words="Moving house", last_day=dt.date(2026, 11, 9), sort_order=0)])

    answer = somebody.sends(notice="Closed at Christmas", notice_until=typed)

    assert answer.status_code == 303
    notices = [(notice.words, notice.last_day) for notice in draft_of(page).notices.all()]
    assert notices == [("Moving house", dt.date(2026, 11, 9)), ("Closed at Christmas", dt.date(2026, 12, 27))]
    assert "Closed at Christmas" not in somebody.client.get(page.url).content.decode()
    entry = PageLogEntry.objects.get(action="checking.corrected")
    assert entry.message == "Draft with what the helpline itself says by its personal link: notice"


@pytest.mark.parametrize(
    ("day", "kind"), [("", "date"), ("2026-12-27", "date"), ("27/12/2026", "text"), ("soon", "text")]
)
def test_a_day_that_no_calendar_shows_comes_back_as_it_was_typed(somebody: Somebody, day: str, kind: str) -> None:
    answer = somebody.sends(cost="As 0845 790 9090", notice_until=day)

    (box,) = parsed(answer).select("input[name=notice_until]")
    assert (box["value"], box["type"]) == (day, kind)


def test_a_notice_that_a_draft_has_already_is_not_written_twice(page: HelplinePage, somebody: Somebody) -> None:
    draft = fresh(page)
    draft.notices = [Notice(words="Closed at Christmas", last_day=dt.date(2026, 12, 27))]
    draft.save_revision()

    assert somebody.sends(notice="Closed at Christmas", notice_until="2026-12-27").status_code == 303
    assert len(draft_of(page).notices.all()) == 1


def test_an_answer_that_is_taken_back_loses_its_source(page: HelplinePage, somebody: Somebody) -> None:
    somebody.sends(recorded_standing="not_stated", recorded_answer="")

    (fact,) = draft_of(page).trust_facts.all()
    assert (fact.standing, fact.answer, fact.source, fact.in_short) == (TrustStanding.NOT_STATED, "", "", "")


# What is typed, the end of the field's name, and the sentence beside it.
OLD = "This number is out of date and must never be published. Samaritans answer on 116 123."
MISTAKES: list[tuple[dict[str, str], str]] = [
    ({"way_value": "08457 90 90 90"}, OLD),
    ({"way_value": "020 1234"}, "No such number exists in the UK. Check it with the helpline."),
    ({"way_value": "ask us"}, "This is not a telephone number."),
    ({"way_value": ""}, "Write it here. If it no longer exists, leave it and say so at the end."),
    ({"way_note": "Or call 08457 909090"}, OLD),
    ({"way_note": "x" * 256}, "This has 256 characters. Make it shorter: it can have up to 255."),
    ({"cost": "As 0845 790 9090"}, OLD),
    ({"for_whom": "x" * 501}, "This has 501 characters. Make it shorter: it can have up to 500."),
    ({"recorded_answer": ""}, "Write what you say, or choose “We do not say”."),
    ({"recorded_standing": "not_asked"}, "There is an answer. Choose “We say”, or clear the answer."),
    ({"recorded_standing": "perhaps"}, "Choose one of the answers."),
    ({"usual_wait_answer": "Call 0044 8457 909090", "usual_wait_standing": "stated"}, OLD),
    ({"opening_hours-mo-0-from": "09:00"}, "Monday: Write both times, for example 09:00 and 17:30."),
    ({"status": "perhaps"}, "Choose one of the answers."),
    ({"notice": "Closed at Easter"}, "Say until which day readers have to know it."),
    ({"notice_until": "2026-11-09"}, "Write what readers have to know, or clear the day."),
    ({"notice": "Closed at Easter", "notice_until": "soon"}, "Write a day, for example 25 December 2026."),
    ({"notice": "Closed at Easter", "notice_until": "2026-11-01"}, "This day is over, so nobody would see the notice."),
    ({"notice": "Call 08457 90 90 90", "notice_until": "2026-11-09"}, OLD),
    (
        {"notice": "x" * 201, "notice_until": "2026-11-09"},
        "This has 201 characters. Make it shorter: it can have up to 200.",
    ),
    ({"minimum_age": "sixteen"}, "Write an age in whole years, up to 120, for example 16."),
    ({"minimum_age": "-1"}, "Write an age in whole years, up to 120, for example 16."),
    ({"maximum_age": "0"}, "Write an age in whole years, up to 120, for example 16."),
    ({"maximum_age": "9" * 5_000}, "Write an age in whole years, up to 120, for example 16."),
    ({"minimum_age": "19", "maximum_age": "18"}, "The first age is higher than the last."),
    ({"interpretation": "Call 08457 90 90 90"}, OLD),
    ({"area": "x" * 121}, "This has 121 characters. Make it shorter: it can have up to 120."),
    (
        {"way-1-opening_hours-known": "times", "way-1-opening_hours-fr-0-from": "09:00"},
        "Friday: Write both times, for example 09:00 and 17:30.",
    ),
    ({"anything_else": "x" * 2_001}, "This has 2,001 characters. Make it shorter: it can have up to 2,000."),
]


@pytest.mark.parametrize(("typed", "sentence"), MISTAKES)
def test_what_may_not_be_published_is_said_beside_the_field_and_nothing_typed_is_lost(
    page: HelplinePage, somebody: Somebody, typed: dict[str, str], sentence: str
) -> None:
    answer = somebody.sends(**{"hours": "Typed before", "anything_else": "Typed too", **typed})

    html = parsed(answer)
    assert answer.status_code == 422
    assert html.title.get_text().startswith("Error: ")
    beside = [said.get_text() for said in html.select(".field__problem")]
    assert [said for said in beside if sentence in said]
    leads = [link["href"] for link in html.select(".form-problem a")]
    assert leads
    assert all(html.select(place) for place in leads)
    assert html.select("input[name=hours]")[0]["value"] == "Typed before"
    assert html.select_one("textarea").get_text().strip() in {"Typed too", "x" * 2_001}
    assert not fresh(page).has_unpublished_changes
    assert somebody.opens().status_code == 200


def test_a_crisis_line_cannot_lose_what_it_needs(somebody: Somebody, page: HelplinePage) -> None:
    HelplinePage.objects.filter(pk=page.pk).update(is_crisis_line=True)
    complete = fresh(page)
    complete.trust_facts.set(TrustFact(question=question) for question in TrustQuestion)
    complete.kind_of_change = "correction"
    complete.save_revision().publish()

    answer = somebody.sends(cost="")

    assert answer.status_code == 422
    assert "A crisis line needs its cost: somebody may have no credit." in parsed(answer).get_text()
    assert not fresh(page).has_unpublished_changes


def test_what_was_refused_before_they_came_is_not_theirs_to_mend(page: HelplinePage, somebody: Somebody) -> None:
    draft = fresh(page)
    draft.is_crisis_line = True
    draft.save_revision()

    assert somebody.sends(for_whom="Everybody").status_code == 303
    assert draft_of(page).for_whom == "Everybody"
    assert draft_of(page).is_crisis_line


def test_nothing_different_is_said_and_the_link_stays(page: HelplinePage, somebody: Somebody) -> None:
    answer = somebody.sends()

    assert answer.status_code == 422
    assert "Nothing here is different from what is public." in answer.content.decode()
    assert somebody.opens().status_code == 200
    assert not fresh(page).has_unpublished_changes


@pytest.mark.parametrize(("status", "said"), [("closed", "Closed for good"), ("paused", "Closed for now")])
def test_that_a_helpline_has_closed_is_told_to_everybody_who_can_approve_it(
    page: HelplinePage, status: str, said: str, django_capture_on_commit_callbacks: Any
) -> None:
    maker, reader = an_editor(email="maker@example.org"), a_lead(email="reader@example.org")
    somebody = Somebody(a_link_for(page, by=maker.user))
    assert CLOSED_PANEL not in reader.client.get("/admin/").content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        somebody.sends(status=status)

    told = [sent for sent in mail.outbox if sent.subject == f"{said}, says Example line"]
    assert sorted(address for sent in told for address in sent.to) == ["maker@example.org", "reader@example.org"]
    assert "The public is told that it is open until somebody approves this." in told[0].body
    start = " ".join(parsed(reader.client.get("/admin/")).get_text(" ").split())
    assert CLOSED_PANEL in start
    assert f"Example line {said}, says the newest draft. The public is told that it is open." in start
    assert start.index(CLOSED_PANEL) < start.index("Reported as wrong (")

    reader.acts(page, "approve")
    assert CLOSED_PANEL not in reader.client.get("/admin/").content.decode()


def test_that_it_is_open_again_is_no_alarm(page: HelplinePage, django_capture_on_commit_callbacks: Any) -> None:
    published_again(page, status="paused")
    maker = an_editor(email="maker@example.org")
    somebody = Somebody(a_link_for(fresh(page), by=maker.user))

    with django_capture_on_commit_callbacks(execute=True):
        somebody.sends(status="open")

    assert "An answer from Example line" in [sent.subject for sent in mail.outbox]
    assert CLOSED_PANEL not in maker.client.get("/admin/").content.decode()


def test_words_to_the_editors_alone_make_no_draft_and_the_editors_read_them(page: HelplinePage) -> None:
    editor = an_editor()
    somebody = Somebody(a_link_for(page, by=editor.user))

    answer = somebody.sends(anything_else="There is a <b>new</b> chat.")

    assert answer.status_code == 303
    assert not fresh(page).has_unpublished_changes
    assert fresh(page).current_workflow_state is None
    shown = editor.client.get(f"/admin/helplines/{page.pk}/personal-links/").content.decode()
    assert "There is a &lt;b&gt;new&lt;/b&gt; chat." in shown


def test_the_editor_who_made_the_link_is_told_and_the_readers_are_asked(
    page: HelplinePage, django_capture_on_commit_callbacks: Any
) -> None:
    maker, reader = an_editor(email="maker@example.org"), a_lead(email="reader@example.org")
    somebody = Somebody(a_link_for(page, by=maker.user))

    with django_capture_on_commit_callbacks(execute=True):
        somebody.sends(cost="Secret words", anything_else="Secret words")

    assert reader.user.email in [sent.to[0] for sent in mail.outbox]
    told = [sent for sent in mail.outbox if sent.subject == "An answer from Example line"]
    assert [sent.to for sent in told] == [["maker@example.org"]]
    assert f"/admin/helplines/{page.pk}/personal-links/" in told[0].body
    assert [sent for sent in mail.outbox if "Secret words" in sent.body] == []


def test_a_link_is_used_up_by_a_correction(page: HelplinePage, somebody: Somebody) -> None:
    form = somebody.opens_the_form()
    somebody.sends(form, cost="1p a minute")

    again = somebody.sends(form, cost="2p a minute")

    assert (again.status_code, somebody.opens().status_code) == (409, 404)
    assert "Your first answer counts" in again.content.decode()
    assert draft_of(page).cost == "1p a minute"
    assert PageLogEntry.objects.filter(action="checking.corrected").count() == 1


def test_fields_that_are_not_in_the_form_change_nothing(page: HelplinePage, somebody: Somebody) -> None:
    other = a_public_helpline(title="Another line")
    more = {
        "title": "Taken over", "is_crisis_line": "on", "live": "on", "checked_by": "1",
        "slug": "x", "way-2-value": OTHER_NUMBER, f"way-{other.contact_ways.get().pk}-value": OTHER_NUMBER, "recorded-source": "x",
    }  # fmt: skip

    somebody.sends({**somebody.opens_the_form(), **more}, cost="1p a minute")

    newest = draft_of(page)
    assert (newest.title, newest.is_crisis_line, newest.cost) == ("Example line", False, "1p a minute")
    assert ways_of(draft_of(other)) == [(NUMBER, "Ask for Example.", "")]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{ 7 }}", "é 👩🏽‍🦽 שלום", "a\0b"])
def test_whatever_is_typed_is_kept_as_words(page: HelplinePage, somebody: Somebody, words: str) -> None:
    somebody.sends(cost=words, anything_else=words)

    assert draft_of(page).cost == words.replace("\0", "")
    assert PersonalLink.objects.get().note == words.replace("\0", "")
