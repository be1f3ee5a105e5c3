"""Nobody publishes around the second reader: what each role may do by hand, and by a request that was made up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from core.models import Quote
from editorial.links import edit_url
from home.models import InfoPage
from tests.editorial import (
    Person,
    a_lead,
    a_superuser,
    an_administrator,
    an_adviser,
    an_editor,
    somebody_in_an_emergency,
)
from tests.factories.pages import HelplinePageFactory, InfoPageFactory, SectionPageFactory
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db

EVERYBODY_ELSE = [an_editor, a_lead, an_adviser, an_administrator, a_superuser]
EDITORS_AND_ABOVE = [an_editor, a_lead, a_superuser]


@dataclass
class Site:
    """What the forged requests aim at: one public page and one draft, one public quote and one draft."""

    public: InfoPage
    draft: InfoPage
    quote: Quote
    draft_quote: Quote
    elsewhere: Page

    def fingerprint(self) -> Any:
        """Everything that the public could notice."""
        pages = Page.objects.live().order_by("pk").values_list("pk", "title", "path", "url_path")
        restrictions = [page.get_view_restrictions().count() for page in (self.public, self.draft)]
        quotes = Quote.objects.order_by("pk").values_list("pk", "live", "words")
        summaries = InfoPage.objects.filter(live=True).order_by("pk").values_list("summary", flat=True)
        return list(pages), restrictions, list(quotes), list(summaries)


@pytest.fixture
def site() -> Site:
    section = SectionPageFactory()
    public = InfoPageFactory(parent=section, summary="Public words.")
    InfoPageFactory(parent=section)
    draft = InfoPageFactory(parent=section, live=False)
    draft.save_revision()
    public.save_revision()
    quote, draft_quote = QuoteFactory(), QuoteFactory(live=False)
    quote.save_revision()
    draft_quote.save_revision()
    return Site(public, draft, quote, draft_quote, SectionPageFactory())


def bulk(action: str, *pages: Page, **data: Any) -> Callable[[Person], Any]:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = "&".join(f"id={page.pk}" for page in pages)
    return lambda person: person.client.post(f"{url}?{query}", {"include_descendants": "on", **data})


def page_view(name: str, *arguments: Any, query: str = "", **data: Any) -> Callable[[Person], Any]:
    url = reverse(f"wagtailadmin_pages:{name}", args=arguments)
    return lambda person: person.client.post(url + query, data)


def snippet_view(name: str, record: Any, **data: Any) -> Callable[[Person], Any]:
    url = reverse(record.snippet_viewset.get_url_name(name), args=[record.pk])
    return lambda person: person.client.post(url, data)


def publishes_while_editing(person: Person, record: Any, **typed: Any) -> None:
    person.client.post(edit_url(record), a_form(person, record, **{"action-publish": "Publish", **typed}))


def a_form(person: Person, record: Any, **typed: Any) -> dict[str, Any]:
    """What an editor would send, whether or not this person can open it."""
    return an_editor().form_of(record, **typed)


def publishes_a_new_page(person: Person, site: Site) -> None:
    parent = site.public.get_parent()
    url = reverse("wagtailadmin_pages:add", args=["home", "infopage", parent.pk])
    person.client.post(url, a_form(person, site.public, slug="forged", **{"action-publish": "Publish"}))


def publishes_a_new_quote(person: Person, site: Site) -> None:
    url = reverse(Quote.snippet_viewset.get_url_name("add"))
    person.client.post(url, a_form(person, site.quote, words="Example quote, forged", **{"action-publish": "Publish"}))


def goes_back_and_publishes(person: Person, site: Site) -> None:
    revision = site.public.save_revision()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[site.public.pk, revision.pk])
    person.client.post(url, a_form(person, site.public, summary="Old words.", **{"action-publish": "Publish"}))


def copies(person: Person, site: Site, **choices: str) -> None:
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": site.elsewhere.pk, **choices}
    person.client.post(reverse("wagtailadmin_pages:copy", args=[site.public.pk]), data)


FORGED: dict[str, Callable[[Person, Site], Any]] = {
    "publish a page": lambda person, site: publishes_while_editing(person, site.draft),
    "publish a change": lambda person, site: publishes_while_editing(person, site.public, summary="Other words."),
    "publish a new page": publishes_a_new_page,
    "publish an older version": goes_back_and_publishes,
    "publish many": lambda person, site: bulk("publish", site.draft)(person),
    "publish a copy": lambda person, site: copies(person, site, publish_copies="on"),
    "make an alias": lambda person, site: copies(person, site, alias="on"),
    "take a page off": lambda person, site: page_view("unpublish", site.public.pk)(person),
    "take many off": lambda person, site: bulk("unpublish", site.public)(person),
    "move a page": lambda person, site: page_view("move_confirm", site.public.pk, site.elsewhere.pk)(person),
    "move many": lambda person, site: bulk("move", site.public, chooser=site.elsewhere.pk)(person),
    "change the order": lambda person, site: page_view("set_page_position", site.public.pk, query="?position=2")(
        person
    ),
    "make a page private": lambda person, site: person.client.post(
        reverse("wagtailadmin_pages:set_privacy", args=[site.public.pk]), {"restriction_type": "login"}
    ),
    "delete a page": lambda person, site: page_view("delete", site.public.pk)(person),
    "delete many": lambda person, site: bulk("delete", site.public)(person),
    "publish a quote": lambda person, site: publishes_while_editing(person, site.draft_quote),
    "publish a changed quote": lambda person, site: publishes_while_editing(
        person, site.quote, words="Example quote, other"
    ),
    "take a quote off": lambda person, site: snippet_view("unpublish", site.quote)(person),
    "delete a quote": lambda person, site: snippet_view("delete", site.quote)(person),
    "delete many quotes": lambda person, site: person.client.post(
        reverse("wagtail_bulk_action", args=["core", "quote", "delete"]) + f"?id={site.quote.pk}"
    ),
}


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("role", EVERYBODY_ELSE, ids=lambda role: role.__name__)
def test_a_forged_request_changes_nothing_in_public(site: Site, role: Callable[[], Person], forged: str) -> None:
    person, before = role(), site.fingerprint()

    FORGED[forged](person, site)

    assert site.fingerprint() == before


@pytest.mark.parametrize("role", EVERYBODY_ELSE, ids=lambda role: role.__name__)
def test_a_new_quote_is_a_draft_whatever_was_asked(site: Site, role: Callable[[], Person]) -> None:
    publishes_a_new_quote(role(), site)

    assert not Quote.objects.filter(live=True, words="Example quote, forged").exists()


@pytest.mark.parametrize("role", EDITORS_AND_ABOVE, ids=lambda role: role.__name__)
@pytest.mark.parametrize("offered", ["action-publish", "action-unpublish", "/unpublish/"])
def test_the_editor_does_not_offer_to_publish(site: Site, role: Callable[[], Person], offered: str) -> None:
    person = role()

    assert offered not in str(person.opens(site.public))
    assert offered not in str(person.opens(site.quote))


IN_AN_EMERGENCY = [
    "publish a page",
    "publish a change",
    "publish many",
    "take a page off",
    "move a page",
    "change the order",
    "make a page private",
]
QUOTES_IN_AN_EMERGENCY = ["publish a quote", "publish a changed quote", "take a quote off"]


@pytest.mark.parametrize("used", IN_AN_EMERGENCY)
def test_the_emergency_role_may_and_it_is_logged_and_mailed(
    site: Site, used: str, django_capture_on_commit_callbacks: Any
) -> None:
    a_lead(email="lead@example.org")
    person, before = somebody_in_an_emergency(), site.fingerprint()

    with django_capture_on_commit_callbacks(execute=True):
        FORGED[used](person, site)

    assert site.fingerprint() != before
    entries = PageLogEntry.objects.filter(action="editorial.emergency")
    assert {entry.user for entry in entries} == {person.user}
    assert [message.to for message in mail.outbox] == [["lead@example.org"]] * len(entries)
    assert "Public words." not in mail.outbox[0].body


@pytest.mark.parametrize("used", QUOTES_IN_AN_EMERGENCY)
def test_the_emergency_role_may_with_quotes_and_it_is_logged(site: Site, used: str) -> None:
    person, before = somebody_in_an_emergency(), site.fingerprint()

    FORGED[used](person, site)

    assert site.fingerprint() != before
    assert ModelLogEntry.objects.filter(action="editorial.emergency").get().user == person.user


@pytest.mark.parametrize("forged", ["delete a page", "delete a quote"])
def test_not_even_the_emergency_role_deletes_what_is_public(site: Site, forged: str) -> None:
    person, before = somebody_in_an_emergency(), site.fingerprint()

    FORGED[forged](person, site)

    assert site.fingerprint() == before


def test_a_superuser_of_the_emergency_group_may_publish(site: Site) -> None:
    person = somebody_in_an_emergency(is_superuser=True)

    publishes_while_editing(person, site.draft)
    publishes_while_editing(person, site.draft_quote)

    site.draft.refresh_from_db()
    site.draft_quote.refresh_from_db()
    assert site.draft.live
    assert site.draft_quote.live


def test_a_lead_deletes_a_draft(site: Site) -> None:
    lead = a_lead()

    page_view("delete", site.draft.pk)(lead)
    snippet_view("delete", site.draft_quote)(lead)

    assert not InfoPage.objects.filter(pk=site.draft.pk).exists()
    assert not Quote.objects.filter(pk=site.draft_quote.pk).exists()


def test_an_editor_moves_a_draft_without_an_emergency(site: Site) -> None:
    page_view("move_confirm", site.draft.pk, site.elsewhere.pk)(an_editor())

    assert InfoPage.objects.get(pk=site.draft.pk).get_parent() == site.elsewhere.page_ptr
    assert not PageLogEntry.objects.filter(action="editorial.emergency").exists()


@pytest.mark.parametrize(
    ("role", "may_open"), [(an_editor, True), (a_lead, True), (an_adviser, False), (an_administrator, False)]
)
def test_only_those_who_write_open_the_editor(role: Callable[[], Person], may_open: bool) -> None:
    page = HelplinePageFactory()

    response = role().client.get(edit_url(page))

    assert (response.status_code == 200) is may_open


def test_no_alias_is_offered_or_made_because_a_permanent_name_is_of_one_page(site: Site) -> None:
    person = somebody_in_an_emergency()
    dialogue = person.client.get(reverse("wagtailadmin_pages:copy", args=[site.public.pk])).content.decode()

    copies(person, site, alias="on")

    assert 'name="publish_copies"' in dialogue
    assert 'name="alias"' not in dialogue
    copied = Page.objects.get(slug="copy")
    assert (copied.alias_of, copied.live) == (None, False)
    assert copied.specific.permanent_id != site.public.permanent_id
