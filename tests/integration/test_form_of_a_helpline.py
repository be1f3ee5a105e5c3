"""What stands ready in the editor of a helpline, and what becomes of it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from editorial.authorship import authorship_of
from helplines.models import ContactWay, HelplinePage, TrustFact, TrustQuestion
from tests.editorial import Person, an_editor, fresh
from tests.factories.pages import HelplinePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Person:
    return an_editor()


def rows_of(html: BeautifulSoup) -> list[tuple[str, str]]:
    """Each trust fact in the form: its question and whether it is known."""
    (total_forms,) = html.select("[name=trust_facts-TOTAL_FORMS]")
    total = int(str(total_forms["value"]))
    return [
        (chosen(html, f"trust_facts-{n}-question"), chosen(html, f"trust_facts-{n}-standing")) for n in range(total)
    ]


def chosen(html: BeautifulSoup, name: str) -> str:
    (option,) = html.select(f"[name={name}] option[selected]")
    return str(option["value"])


def as_shown(editor: Person, helpline: HelplinePage, **typed: Any) -> dict[str, Any]:
    """What a browser would send of the form as it was opened, with the rows that stand ready in it."""
    html = editor.opens(helpline)
    rows = html.select("[name^=trust_facts-]:not([name*=__prefix__])")
    sent: dict[str, Any] = {
        str(row["name"]): chosen(html, str(row["name"])) if row.select("option[selected]") else row.get("value", "")
        for row in rows
    }
    return {**editor.form_of(helpline), **sent, **typed}


def a_draft(*facts: TrustFact, **fields: Any) -> HelplinePage:
    helpline: HelplinePage = HelplinePageFactory(live=False, **fields)
    helpline.trust_facts.add(*facts)
    helpline.save_revision()
    return helpline


NOTHING_CHOSEN = [(question.value, "") for question in TrustQuestion]
EVERY_ROW_CHOSEN = {f"trust_facts-{n}-standing": "not_asked" for n in range(len(TrustQuestion))}


def test_a_new_helpline_has_a_row_for_every_question(editor: Person) -> None:
    directory = HelplinePageFactory().get_parent()

    page = editor.client.get(reverse("wagtailadmin_pages:add", args=["helplines", "helplinepage", directory.pk]))

    assert rows_of(BeautifulSoup(page.content, "html.parser")) == NOTHING_CHOSEN


def test_a_helpline_that_has_some_answers_has_a_row_for_each_of_the_others(editor: Person) -> None:
    known = TrustFact(question=TrustQuestion.RECORDED, standing="not_stated")

    rows = rows_of(editor.opens(a_draft(known)))

    assert rows[0] == ("recorded", "not_stated")
    assert sorted(rows) == sorted({**dict(NOTHING_CHOSEN), "recorded": "not_stated"}.items())


def test_a_row_that_somebody_chose_in_is_kept_and_not_doubled_by_saving_twice(editor: Person) -> None:
    helpline = a_draft()
    url = reverse("wagtailadmin_pages:edit", args=[helpline.pk])
    data = as_shown(editor, helpline, **{"trust_facts-2-standing": "not_stated", "trust_facts-5-standing": "not_asked"})

    saved = editor.client.post(url, data, headers={"accept": "application/json"}).json()
    # Wagtail counts every row as kept now, also those in which nobody chose.
    assert saved["field_updates"]["trust_facts-INITIAL_FORMS"] == str(len(TrustQuestion))
    editor.client.post(url, {**data, **saved["field_updates"], "trust_facts-7-standing": "not_asked"})

    facts = fresh(helpline).get_latest_revision_as_object().trust_facts.all()
    questions = list(TrustQuestion)
    assert [(fact.question, fact.standing) for fact in facts] == [
        (questions[2], "not_stated"),
        (questions[5], "not_asked"),
        (questions[7], "not_asked"),
    ]


def saved_by_itself(editor: Person, helpline: HelplinePage, data: dict[str, Any]) -> dict[str, Any]:
    """The same form after Wagtail saved it in the background."""
    url = reverse("wagtailadmin_pages:edit", args=[helpline.pk])
    saved = editor.client.post(url, data, headers={"accept": "application/json"}).json()
    return {**data, **saved["field_updates"]}


@pytest.mark.parametrize("is_public", [True, False])
def test_what_was_saved_in_the_background_can_be_sent_without_opening_it_anew(editor: Person, is_public: bool) -> None:
    helpline = a_draft()
    if is_public:
        helpline.save_revision().publish()
    typed = as_shown(editor, helpline, cost="1p a minute", kind_of_change="correction")
    data = saved_by_itself(editor, helpline, typed)

    answer = editor.client.post(
        reverse("wagtailadmin_pages:edit", args=[helpline.pk]), {**data, "action-submit": "Submit"}
    )

    assert answer.status_code == 302
    assert fresh(helpline).workflow_in_progress
    assert fresh(helpline).get_latest_revision_as_object().cost == "1p a minute"


def one_of(name: str, **values: str) -> dict[str, str]:
    """The only record of a kind that stands beside the helpline."""
    return {
        f"{name}-TOTAL_FORMS": "1",
        f"{name}-0-ORDER": "1",
        **{f"{name}-0-{key}": value for key, value in values.items()},
    }


# What an editor typed, and the sentence beside it.
MISTAKES: list[tuple[dict[str, str], str]] = [
    (one_of("notices", words="Closed on 25 December"), "This field is required."),
    (
        one_of("contact_ways", kind="website", value="https://www.example.org/", keyword="SHOUT"),
        "A keyword is sent in a text.",
    ),
    (one_of("contact_ways", kind="voice", value="12345"), "No such number exists in the UK."),
    (one_of("contact_ways", kind="website", value="not a link"), "This is not a web address."),
    ({"minimum_age": "19", "maximum_age": "18"}, "The first age is higher than the last."),
    ({"title": ""}, "This field is required."),
    ({"trust_facts-2-answer": "Never."}, "Choose what you know of this question."),
]


@pytest.mark.parametrize("was_saved", [False, True])
@pytest.mark.parametrize("action", [{}, {"action-submit": "Submit"}])
@pytest.mark.parametrize(("typed", "sentence"), MISTAKES)
def test_a_mistake_is_said_beside_it_and_all_that_was_typed_is_still_there(
    editor: Person, typed: dict[str, str], sentence: str, action: dict[str, str], was_saved: bool
) -> None:
    helpline = a_draft()
    data = as_shown(editor, helpline)
    if was_saved:
        data = saved_by_itself(editor, helpline, data)

    answer = editor.client.post(
        reverse("wagtailadmin_pages:edit", args=[helpline.pk]), {**data, "cost": "1p a minute", **typed, **action}
    )

    html = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert [words for words in html.select(".w-field__errors") if sentence in words.get_text()]
    assert html.select("[name=cost]")[0]["value"] == "1p a minute"
    assert len(rows_of(html)) == len(TrustQuestion)


def test_an_answer_without_a_choice_is_refused_beside_it(editor: Person) -> None:
    helpline = a_draft()

    response = editor.client.post(
        reverse("wagtailadmin_pages:edit", args=[helpline.pk]),
        as_shown(editor, helpline, **{"trust_facts-2-answer": "Never."}),
    )

    assert "Choose what you know of this question." in response.content.decode()


def sends_a_crisis_line(editor: Person, helpline: HelplinePage, **typed: str) -> str:
    """What the admin answers to a crisis line that lacks nothing but what is chosen in the rows."""
    way = {"contact_ways-TOTAL_FORMS": "1", "contact_ways-0-kind": "voice", "contact_ways-0-value": "116 123"}
    response = editor.client.post(
        reverse("wagtailadmin_pages:edit", args=[helpline.pk]),
        as_shown(editor, helpline, **way, **{"contact_ways-0-ORDER": "1", "action-submit": "Submit"}, **typed),
    )
    return response.content.decode()


def test_a_crisis_line_is_sent_once_somebody_chose_in_every_row(editor: Person) -> None:
    helpline = a_draft(is_crisis_line=True, hours="Always", cost="Free")

    sends_a_crisis_line(editor, helpline, **EVERY_ROW_CHOSEN)

    assert fresh(helpline).workflow_in_progress
    assert fresh(helpline).get_latest_revision_as_object().trust_facts.count() == len(TrustQuestion)


@pytest.mark.parametrize("left", [{"trust_facts-2-standing": ""}, {"trust_facts-2-DELETE": "1"}])
def test_a_row_of_a_crisis_line_that_nobody_chose_in_is_missing(editor: Person, left: dict[str, str]) -> None:
    helpline = a_draft(is_crisis_line=True, hours="Always", cost="Free")

    html = sends_a_crisis_line(editor, helpline, **{**EVERY_ROW_CHOSEN, **left})

    assert "Missing: Is it recorded?" in html
    assert not fresh(helpline).workflow_in_progress


def test_whoever_saves_without_touching_anything_does_not_become_an_author(editor: Person) -> None:
    helpline = a_draft()
    an_editor().sends(helpline, cost="Free")

    editor.client.post(reverse("wagtailadmin_pages:edit", args=[helpline.pk]), as_shown(editor, helpline))

    assert editor.user.pk not in authorship_of(helpline).authors


def test_whoever_approves_without_touching_anything_publishes_what_was_sent(editor: Person) -> None:
    helpline = a_draft()
    editor.submits(helpline)
    reader = an_editor()
    state = fresh(helpline).current_workflow_task_state.specific
    approval = {
        "action-workflow-action": "true", "workflow-action-name": "approve",
        "workflow-action-extra-data": f'{{"seen": "{state.current_digest}", "comment": ""}}',
    }  # fmt: skip

    reader.client.post(reverse("wagtailadmin_pages:edit", args=[helpline.pk]), as_shown(reader, helpline, **approval))

    assert fresh(helpline).live
    assert fresh(helpline).trust_facts.count() == 0


IN_WORDS = "/admin/helplines/hours-in-words/"
WEEK = {"hours-known": "times", "hours-mo-0-from": "22:00", "hours-mo-0-until": "02:00", "hours-ph-is": "off"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (WEEK, "As readers see it: Monday 10pm to 2am the next day; Tuesday to Sunday not open;"),
        ({"hours-known": "always"}, "As readers see it: Every day day and night."),
        ({"hours-known": ""}, ""),
        ({**WEEK, "hours-mo-0-until": ""}, "Not readable yet. Monday: Write both times, for example 09:00 and 17:30."),
        ({**WEEK, "hours-mo-0-until": "<b>"}, "Not readable yet. Monday: Write both times"),
        ({"hours-known": "times"}, "Not readable yet. Write at least one time"),
        ({}, ""),
    ],
)
def test_rows_of_hours_are_said_back_before_anything_is_saved(editor: Person, typed: dict[str, str], said: str) -> None:
    words = BeautifulSoup(editor.client.post(IN_WORDS, typed).content, "html.parser").get_text().strip()

    assert words.startswith(said)
    assert bool(words) is bool(said)


def test_hours_are_said_back_to_editors_alone_and_for_nothing_but_a_form(editor: Person, client: Client) -> None:
    assert client.post(IN_WORDS, WEEK).status_code == 302
    assert editor.client.get(IN_WORDS).status_code == 405


def test_a_comparison_of_two_versions_says_hours_areas_and_languages_in_words(editor: Person) -> None:
    made = HelplinePageFactory(opening_hours="Mo-Fr 09:00-17:00; PH off", areas=["england", "wales"])
    ContactWay.objects.create(helpline=made, kind="text", value="85258")
    helpline = fresh(made)
    before = helpline.save_revision()
    (way,) = helpline.contact_ways.all()
    helpline.opening_hours, helpline.areas, helpline.languages = "24/7", ["wales"], ["cy", "pl"]
    way.opening_hours = "Sa 10:00-12:00; PH unknown"
    helpline.contact_ways.set([way])
    after = helpline.save_revision()

    page = editor.client.get(reverse("wagtailadmin_pages:revisions_compare", args=[helpline.pk, before.pk, after.pk]))

    words = " ".join(BeautifulSoup(page.content, "html.parser").get_text(" ").split())
    for said in ("Monday to Friday 9am to 5pm", "day and night", "England", "Welsh, Polish", "Saturday 10am to noon"):
        assert said in words
    for kept in ("24/7", "09:00", "PH", "'wales'", "[]"):
        assert kept not in words


@pytest.mark.parametrize(
    ("way", "place", "sentence"),
    [
        ({"kind": "voice", "value": "116 123", "keyword": "SHOUT"}, "keyword", "A keyword is sent in a text."),
        ({"kind": "text", "value": "0800 1111", "keyword": ""}, "value", "This number gets calls and no texts."),
    ],
)
def test_what_nobody_could_send_is_refused_beside_its_field(way: dict[str, str], place: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ContactWay(**way).clean()

    assert sentence in refused.value.message_dict[place][0]
