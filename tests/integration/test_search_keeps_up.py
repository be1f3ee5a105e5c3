"""Search knows of what is published, changed, taken off and deleted, without anybody doing anything."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.models import Quote
from search import keeping_up
from search.keeping_up import LookAgain
from search.models import Passage, Word
from search.questions import read_question
from search.ranking import hits_for
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SectionPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import QuoteFactory, ReferenceFactory, TermFactory

pytestmark = pytest.mark.django_db

# Runs what waits for the end of a transaction, which tests never reach.
Committed = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Callable[..., Any]) -> Committed:
    @contextmanager
    def until_the_end_of_a_transaction() -> Iterator[None]:
        with django_capture_on_commit_callbacks(execute=True):
            yield
        connection.run_on_commit.clear()

    return until_the_end_of_a_transaction


def found(question: str) -> list[str]:
    return list(dict.fromkeys(hit.passage.title for hit in hits_for(read_question(question))))


def publish(page: Any, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_page_is_found_once_it_is_published_and_under_its_new_words_only(committed: Committed) -> None:
    with committed():
        page = InfoPageFactory(title="Example haystack")
    assert found("haystack") == ["Example haystack"]

    with committed():
        publish(page, title="Example barn", kind_of_change="correction")

    assert found("haystack") == []
    assert found("barn") == ["Example barn"]


def test_a_draft_is_not_looked_at(committed: Committed) -> None:
    with committed():
        page = InfoPageFactory(title="Example haystack")
    with committed():
        page.title = "Example barn"
        page.save_revision()

    assert found("barn") == []
    assert found("haystack") == ["Example haystack"]


def test_of_a_page_that_is_taken_off_or_deleted_nothing_is_kept(committed: Committed) -> None:
    with committed():
        taken_off, deleted = InfoPageFactory(title="Example haystack"), InfoPageFactory(title="Example barn")

    with committed():
        taken_off.unpublish()
        deleted.delete()

    assert found("haystack barn") == []
    assert Passage.objects.filter(page_id__in=[taken_off.pk, deleted.pk]).count() == 0
    assert not Word.objects.filter(word="haystack").exists()


def test_of_what_is_closed_to_the_public_nothing_is_kept_until_it_is_open_again(committed: Committed) -> None:
    with committed():
        section = SectionPageFactory(title="Example barn")
        InfoPageFactory(title="Example haystack", parent=section)

    with committed():
        closed = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert Passage.objects.filter(title="Example haystack").count() == 0

    with committed():
        closed.delete()
    assert found("haystack") == ["Example haystack"]


def test_a_quote_whose_consent_is_withdrawn_leaves_the_database_of_search(committed: Committed) -> None:
    quote = QuoteFactory(words="An unmistakable sentence.")
    with committed():
        SourceOfHarmPageFactory(quotes=[{"type": "quote", "value": {"quote": quote.pk}}])
    assert Word.objects.filter(word="unmistakable").exists()

    with committed():
        quote = Quote.objects.get(pk=quote.pk)
        quote.withdrawn_on = timezone.localdate()
        quote.save()

    assert not Word.objects.filter(word="unmistakable").exists()
    assert not Passage.objects.filter(text__contains="unmistakable").exists()


def test_a_work_that_is_published_later_is_found_on_the_page_that_lists_it(committed: Committed) -> None:
    work = ReferenceFactory(title="Example haystack", live=False)
    listed = {"title": "", "references": [{"type": "item", "id": "1", "value": {"reference": work.pk, "note": ""}}]}
    with committed():
        InfoPageFactory(title="Example list", body=[{"type": "reference_list", "value": listed}])
    assert found("haystack") == []

    with committed():
        work.save_revision().publish()

    assert "Example haystack" in found("haystack")


def test_a_new_word_that_is_explained_is_found_in_the_glossary(committed: Committed) -> None:
    TermFactory(term="barn")
    with committed():
        InfoPageFactory(title="Example glossary", body=[{"type": "glossary", "value": None}])

    with committed():
        TermFactory(term="haystack")

    assert found("haystack") == ["haystack"]


def test_a_section_of_helplines_is_found_under_its_new_name_at_once(committed: Committed) -> None:
    with committed():
        page = HelplinePageFactory(title="Example line")
    assert "Example line" not in found("haystack")

    with committed():
        page.section.title = "Example haystack"
        page.section.save()

    assert "Example line" in found("haystack")


def test_a_failing_update_is_logged_and_stops_nothing_that_comes_after(
    committed: Committed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(keeping_up, "look_again_at_a_page", lambda page_id: 1 / 0)
    done: list[str] = []

    with committed():
        transaction.on_commit(LookAgain(1), robust=True)
        transaction.on_commit(lambda: done.append("a mail"))

    assert done == ["a mail"]
    assert "Search could not look again at page 1." in caplog.text


def test_nothing_is_looked_at_before_the_transaction_is_kept_for_good() -> None:
    InfoPageFactory(title="Example haystack")

    assert found("haystack") == []


def test_a_page_that_is_saved_several_times_is_looked_at_once(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    page = InfoPageFactory(title="Example haystack")
    connection.run_on_commit.clear()

    with django_capture_on_commit_callbacks() as callbacks:
        publish(page, kind_of_change="correction")
        publish(page, kind_of_change="correction")

    assert callbacks.count(LookAgain(page.pk)) == 1


def test_the_daily_update_makes_up_for_whatever_was_missed() -> None:
    InfoPageFactory(title="Example haystack")
    assert found("haystack") == []
    told = io.StringIO()

    call_command("update_search", stdout=told)
    call_command("update_search", stdout=told)

    assert found("haystack") == ["Example haystack"]
    assert told.getvalue().startswith("Search looks through ")
