"""What is not public is not found, at once, also where nothing has told search of the change yet."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.models import Quote, Reference
from helplines.models import HelplinePage
from home.models import InfoPage
from model_pages.models import SourceOfHarmPage
from search.actions import look_again_at_everything
from search.models import Passage, Word
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SectionPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import CreditFactory, IdeaFactory, QuoteFactory, ReferenceFactory, TermFactory

pytestmark = pytest.mark.django_db

WORD = "unmistakable"
MISSPELT = "unmistakabel"
YESTERDAY = dt.timedelta(days=1)


def titles_for(client: Client, question: str) -> list[str]:
    """What the results are called."""
    answer = client.get("/search/", {"query": question})
    links = BeautifulSoup(answer.content, "html.parser").select(".search-result__title a")
    return [" ".join(link.text.split()) for link in links]


def stream(kind: str, value: Any) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value}]


def works(reference: Reference) -> list[dict[str, Any]]:
    listed = [{"type": "item", "id": "1", "value": {"reference": reference.pk, "note": ""}}]
    return stream("reference_list", {"title": "", "references": listed})


def a_page() -> InfoPage:
    return InfoPageFactory(title=f"An {WORD} page")


def an_item() -> SourceOfHarmPage:
    return SourceOfHarmPageFactory(items=stream("item", {"phrase": f"an {WORD} item", "explanation": "", "idea": None}))


def a_helpline() -> HelplinePage:
    return HelplinePageFactory(title=f"An {WORD} helpline")


def a_quote() -> Any:
    quote = QuoteFactory(words=f"Words that are {WORD}.")
    SourceOfHarmPageFactory(quotes=stream("quote", {"quote": quote.pk}))
    return quote


def a_reference() -> Any:
    reference = ReferenceFactory(title=f"An {WORD} work")
    InfoPageFactory(body=works(reference))
    return reference


def a_term() -> Any:
    term = TermFactory(term=WORD)
    InfoPageFactory(title="Words", body=stream("glossary", None))
    return term


def a_person() -> Any:
    person = CreditFactory(name=f"Somebody {WORD}")
    InfoPageFactory(
        body=stream("credit_list", {"title": "", "people": [{"type": "item", "id": "1", "value": person.pk}]})
    )
    return person


def an_idea() -> Any:
    idea = IdeaFactory(name=f"an {WORD} idea")
    SourceOfHarmPageFactory(items=stream("item", {"phrase": "example of an item", "explanation": "", "idea": idea.pk}))
    return idea


def hide_as_draft(record: Any) -> None:
    type(record)._default_manager.filter(pk=record.pk).update(live=False)


def hide_as_expired(record: Any) -> None:
    """Nothing has taken it down yet: the clock runs every few minutes."""
    type(record)._default_manager.filter(pk=record.pk).update(expire_at=timezone.now() - YESTERDAY)


def hide_as_private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def hide_below_a_private_page(page: Page) -> None:
    hide_as_private(page.get_parent())


def withdraw(quote: Quote) -> None:
    Quote.objects.filter(pk=quote.pk).update(withdrawn_on=timezone.localdate())


def keep_for_print(quote: Quote) -> None:
    Quote.objects.filter(pk=quote.pk).update(consent_web=False)


PAGES = [a_page, an_item, a_helpline]
RECORDS = [a_quote, a_reference, a_term, a_person, an_idea]
HIDDEN = [
    *((plant, hide) for plant in [*PAGES, *RECORDS] for hide in (hide_as_draft, hide_as_expired)),
    *((plant, hide) for plant in PAGES for hide in (hide_as_private, hide_below_a_private_page)),
    (a_quote, withdraw),
    (a_quote, keep_for_print),
]


@pytest.mark.parametrize("plant", [*PAGES, *RECORDS])
def test_what_is_public_is_found(client: Client, plant: Callable[[], Any]) -> None:
    plant()
    look_again_at_everything()

    assert titles_for(client, WORD)
    assert titles_for(client, MISSPELT)


@pytest.mark.parametrize(("plant", "hide"), HIDDEN)
def test_what_was_hidden_is_not_found_although_search_has_not_heard_of_it(
    client: Client, plant: Callable[[], Any], hide: Callable[[Any], None]
) -> None:
    record = plant()
    look_again_at_everything()

    hide(record)

    assert titles_for(client, WORD) == []
    # Nor is its word given away as the right spelling.
    assert WORD not in client.get("/search/", {"query": MISSPELT}).content.decode()


@pytest.mark.parametrize(("plant", "hide"), HIDDEN)
def test_of_what_is_hidden_no_word_is_kept_after_the_next_look(
    plant: Callable[[], Any], hide: Callable[[Any], None]
) -> None:
    hide(plant())

    look_again_at_everything()

    assert not Word.objects.filter(word=WORD).exists()
    assert [passage for passage in Passage.objects.values() if WORD in str(passage)] == []


def test_a_draft_of_a_public_page_is_not_found(client: Client) -> None:
    page = a_page()
    page.title = "Another draft title"
    page.save_revision()
    look_again_at_everything()

    assert titles_for(client, "another draft title") == []


def test_what_only_editors_read_is_not_found(client: Client) -> None:
    InfoPageFactory(awaited=WORD)
    HelplinePageFactory(awaited=WORD, checked_how=WORD)
    InfoPageFactory(body=works(ReferenceFactory(awaited=WORD)))
    look_again_at_everything()

    assert titles_for(client, WORD) == []


def test_the_description_of_a_file_is_not_found_by_itself(client: Client) -> None:
    # The file may stop being for everybody without any page being published.
    InfoPageFactory(body=stream("download", {"document": None, "description": WORD}))
    look_again_at_everything()

    assert titles_for(client, WORD) == []


def test_a_helpline_that_is_closed_for_good_is_none_to_turn_to(client: Client) -> None:
    HelplinePageFactory(title=f"An {WORD} helpline", status="closed")
    look_again_at_everything()

    answer = client.get("/search/", {"query": WORD})

    assert [heading.text for heading in BeautifulSoup(answer.content, "html.parser").select(".result-group h2")] == [
        "Pages"
    ]


def test_words_of_a_difficult_page_are_read_on_the_page_and_not_in_the_results(client: Client) -> None:
    body = stream("paragraph", f"<p>Something {WORD} happened.</p>")
    SourceOfHarmPageFactory(is_difficult=True, content_note="This page speaks of hard things.", body=body)
    look_again_at_everything()

    answer = client.get("/search/", {"query": "something happened"}).content.decode()

    assert "This page speaks of hard things." in answer
    assert WORD not in answer


def test_a_quote_is_never_cut_into_an_excerpt(client: Client) -> None:
    a_quote()
    look_again_at_everything()

    answer = client.get("/search/", {"query": "words that are"}).content.decode()

    assert WORD not in answer


def test_a_page_below_a_section_leads_to_where_it_is_now(client: Client) -> None:
    page = a_page()
    look_again_at_everything()
    page.move(SectionPageFactory(title="Elsewhere", slug="elsewhere"), pos="last-child")

    link: Any = BeautifulSoup(client.get("/search/", {"query": WORD}).content, "html.parser").select_one(
        ".search-result a"
    )

    assert link["href"] == InfoPage.objects.get(pk=page.pk).url
