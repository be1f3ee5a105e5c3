"""An editor looks at a draft in a front end of its own; the link shows one draft to one reader for a quarter of an hour."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import signing
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from api.drafts import actions
from api.drafts.admin import SALT
from api.models import ShownDraft
from home.models import InfoPage
from tests.admin_forms import form_data
from tests.editorial import Person, a_lead, an_administrator, an_adviser, an_editor
from tests.every_page import PAGE_TYPES, State, build
from tests.factories.pages import InfoPageFactory, SectionPageFactory
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db

PREVIEW = "/api/v2/preview/"
FRONT_END = "https://front.example.org/preview"


@pytest.fixture(autouse=True)
def there_is_a_front_end(settings: Any) -> None:
    """Where drafts are looked at."""
    settings.FRONT_END_PREVIEW_URL = FRONT_END


@pytest.fixture
def page() -> InfoPage:
    """A page that is public, with words that are not."""
    made: InfoPage = InfoPageFactory(title="Public words")
    return made


def preview_of(person: Person, page: Page, **typed: Any) -> BeautifulSoup:
    """What the editor's preview shows of what is typed."""
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert person.client.post(url, {**form_data(page, person.user), **typed}).json()["is_valid"]
    return BeautifulSoup(person.client.get(f"{url}?mode=front_end").content, "html.parser")


def frozen_in(preview: BeautifulSoup) -> str:
    """What the button in the preview would send."""
    (field,) = preview.select("input[name=frozen]")
    return str(field["value"])


def link_from(person: Person, page: Page, **typed: Any) -> str:
    """The address that the button in the preview leads to."""
    frozen = frozen_in(preview_of(person, page, **typed))
    answer = person.client.post(reverse("draft_link"), {"frozen": frozen})
    (link,) = BeautifulSoup(answer.content, "html.parser").select("a[href^='https://front']")
    return str(link["href"])


def key_for(page: Page, *, by: Person | None = None, **changes: Any) -> str:
    """A key to a draft of a page in which this was changed."""
    draft = page.specific
    for name, value in changes.items():
        setattr(draft, name, value)
    return actions.make_link(page=page, content=draft.serializable_data(), by=(by or an_editor()).user)


def ask(key: str, **headers: str) -> Any:
    """What the front end gets for a key."""
    return Client().get(PREVIEW, headers={"Authorization": f"Bearer {key}", **headers})


def test_an_editor_opens_what_they_typed_in_the_front_end(page: InfoPage) -> None:
    url = link_from(an_editor(), page, title="Words that nobody approved")

    address, key = url.split("#token=")
    answer = ask(key)

    assert address == FRONT_END
    assert answer.status_code == 200
    assert answer.json()["page"]["title"] == "Words that nobody approved"
    assert answer.json()["page"]["id"] == page.pk
    assert Client().get(f"/api/v2/pages/{page.pk}/").json()["title"] == "Public words"


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_every_page_type_is_told_as_a_draft_with_what_belongs_to_it(page_type: type[Any]) -> None:
    page = build(page_type, State.USUAL)
    public = Client().get(f"/api/v2/pages/{page.pk}/").json()

    draft = ask(key_for(page_type.objects.get(pk=page.pk), title="Words that nobody approved")).json()["page"]

    assert draft == {**public, "title": "Words that nobody approved"}


def test_the_draft_is_frozen_when_the_link_is_made(page: InfoPage) -> None:
    key = key_for(page, title="As it was")
    page.title = "As it is now"
    page.save_revision()

    first = ask(key).json()
    second = ask(first["next_token"]).json()

    assert first["page"]["title"] == second["page"]["title"] == "As it was"


def test_a_draft_that_never_was_public_can_be_looked_at() -> None:
    page = InfoPageFactory(live=False, title="Never public")

    assert ask(key_for(page)).json()["page"]["title"] == "Never public"


def test_a_quote_whose_consent_was_withdrawn_is_in_no_draft_either(page: InfoPage) -> None:
    quote = QuoteFactory(words="Unmistakable", withdrawn_on=dt.date(2026, 10, 1))
    page.body = page.body.stream_block.to_python([{"type": "quote", "value": {"quote": quote.pk}}])

    answer = ask(key_for(page, body=page.body))

    assert answer.json()["page"]["body"] == []


def test_a_key_works_once_and_its_reader_goes_on_with_the_next(page: InfoPage) -> None:
    key = key_for(page)
    first = ask(key).json()

    assert ask(key).status_code == 404
    assert ask(first["next_token"]).status_code == 200
    assert ask(first["next_token"]).status_code == 404


def test_the_next_key_lasts_no_longer_than_the_first(page: InfoPage, the_clock: time_machine.Traveller) -> None:
    first = ask(key_for(page)).json()
    the_clock.shift(dt.timedelta(minutes=14))
    second = ask(first["next_token"]).json()
    the_clock.shift(dt.timedelta(minutes=2))

    assert second["expires_at"] == first["expires_at"]
    assert ask(second["next_token"]).status_code == 404


def used(page: InfoPage) -> str:
    key = key_for(page)
    ask(key)
    return key


def of_somebody_who_left(page: InfoPage) -> str:
    person = an_editor()
    key = key_for(page, by=person)
    person.user.is_active = False
    person.user.save()
    return key


def of_somebody_who_is_no_editor_any_more(page: InfoPage) -> str:
    person = an_editor()
    key = key_for(page, by=person)
    person.user.groups.clear()
    return key


def of_a_page_that_is_gone(page: InfoPage) -> str:
    key = key_for(page)
    page.delete()
    return key


def digest_instead_of_the_key(page: InfoPage) -> str:
    key_for(page)
    return str(ShownDraft.objects.get().digest)


OPENS_NOTHING: list[Callable[[InfoPage], str]] = [
    used, of_somebody_who_left, of_somebody_who_is_no_editor_any_more, of_a_page_that_is_gone, digest_instead_of_the_key,
    lambda page: actions.new_key(), lambda page: "", lambda page: "a" * 5000, lambda page: "a b c", lambda page: "ключ",
    lambda page: key_for(page)[:-1], lambda page: key_for(page).swapcase(),
]  # fmt: skip


@pytest.mark.parametrize("made", OPENS_NOTHING)
def test_every_key_that_opens_nothing_gets_the_same_answer(page: InfoPage, made: Callable[[InfoPage], str]) -> None:
    answer = ask(made(page).encode().decode("latin-1"))

    nothing = Client().get(PREVIEW)
    assert answer.status_code == nothing.status_code == 404
    assert answer.content == nothing.content
    assert answer["Content-Type"] == "application/problem+json"


def test_an_old_key_gets_it_too(page: InfoPage, the_clock: time_machine.Traveller) -> None:
    key = key_for(page)
    the_clock.shift(actions.LASTS)

    assert ask(key).content == Client().get(PREVIEW).content


@pytest.mark.parametrize("headers", [{"Authorization": "Basic abc"}, {"Authorization": "Bearer"}, {}])
def test_a_key_is_asked_for_in_the_header_alone(page: InfoPage, headers: dict[str, str]) -> None:
    key = key_for(page)

    answers = [Client().get(f"{PREVIEW}?token={key}", headers=headers), Client().get(PREVIEW, headers=headers)]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_key_opens_nothing_but_its_own_draft(page: InfoPage) -> None:
    other = InfoPageFactory(live=False)
    key = key_for(page)

    answers = [
        Client().get(url, headers={"Authorization": f"Bearer {key}"})
        for url in (f"/api/v2/pages/{other.pk}/", f"{other.url}", reverse("wagtailadmin_pages:edit", args=[page.pk]))
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 302]


@pytest.mark.parametrize("method", ["head", "post", "put", "delete"])
def test_no_other_request_uses_a_key_up(page: InfoPage, method: str) -> None:
    key = key_for(page)

    assert getattr(Client(), method)(PREVIEW, headers={"Authorization": f"Bearer {key}"}).status_code == 405
    assert ask(key).status_code == 200


@pytest.mark.parametrize("key", [None, "nonsense"])
def test_nobody_keeps_an_answer(page: InfoPage, key: str | None) -> None:
    answer = ask(key or key_for(page), Origin="https://front.example.org")

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.cookies == {}


def test_a_browser_may_send_the_key_from_the_front_end() -> None:
    asked = {"Origin": "https://front.example.org", "Access-Control-Request-Method": "GET"}

    answer = Client().options(PREVIEW, headers={**asked, "Access-Control-Request-Headers": "authorization"})

    assert "authorization" in answer["Access-Control-Allow-Headers"]


def test_the_database_has_a_digest_and_no_key(page: InfoPage) -> None:
    key = key_for(page)

    assert len(key) >= 43
    assert ShownDraft.objects.get().digest == actions.digest_of(key)
    assert key not in repr(ShownDraft.objects.values())


@pytest.mark.parametrize("somebody", [an_adviser, an_administrator])
def test_who_may_not_edit_a_page_makes_no_link(page: InfoPage, somebody: Callable[[], Person]) -> None:
    person = somebody()
    frozen = signing.dumps({"page": page.pk, "by": person.user.pk, "content": page.serializable_data()}, salt=SALT)

    answer = person.client.post(reverse("draft_link"), {"frozen": frozen})

    assert answer.status_code in {302, 403}
    assert ShownDraft.objects.count() == 0


def test_nobody_makes_a_link_of_what_somebody_else_typed(page: InfoPage) -> None:
    frozen = frozen_in(preview_of(an_editor(), page))

    a_lead().client.post(reverse("draft_link"), {"frozen": frozen})

    assert ShownDraft.objects.count() == 0


@pytest.mark.parametrize("frozen", ["", "nonsense", "a:b:c", "\0"])
def test_a_form_that_was_made_up_gets_a_sentence(frozen: str) -> None:
    answer = an_editor().client.post(reverse("draft_link"), {"frozen": frozen})

    assert answer.status_code == 400
    assert "open for too long" in answer.content.decode()


def test_a_preview_that_was_open_for_too_long_makes_no_link(page: InfoPage, the_clock: time_machine.Traveller) -> None:
    person = an_editor()
    frozen = frozen_in(preview_of(person, page))
    the_clock.shift(dt.timedelta(minutes=61))

    assert person.client.post(reverse("draft_link"), {"frozen": frozen}).status_code == 400


def test_a_browser_says_where_the_button_stands(page: InfoPage) -> None:
    # A form without an Origin is refused, and previews have the headers of public pages.
    (policy,) = preview_of(an_editor(), page).select("meta[name=referrer]")

    assert policy["content"] == "same-origin"


def test_the_page_with_the_link_is_kept_by_nobody(page: InfoPage) -> None:
    person = an_editor()
    frozen = frozen_in(preview_of(person, page))

    answer = person.client.post(reverse("draft_link"), {"frozen": frozen})

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert re.search(r'rel="noreferrer noopener"', answer.content.decode())


def test_without_a_front_end_editors_are_offered_the_site_alone(page: InfoPage, settings: Any) -> None:
    settings.FRONT_END_PREVIEW_URL = ""

    assert [name for name, _ in page.preview_modes] == [""]


def test_a_page_that_was_never_saved_is_saved_first() -> None:
    person, section = an_editor(), SectionPageFactory()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["home", "infopage", section.pk])
    new = InfoPage(title="New", slug="new")
    person.client.post(url, form_data(new, person.user))

    assert "Save the draft once" in person.client.get(f"{url}?mode=front_end").content.decode()


def test_what_is_over_is_forgotten(page: InfoPage, the_clock: time_machine.Traveller) -> None:
    key_for(page)
    the_clock.shift(dt.timedelta(minutes=10))
    call_command("forget_shown_drafts")
    assert ShownDraft.objects.count() == 1

    the_clock.shift(dt.timedelta(minutes=6))
    call_command("forget_shown_drafts")

    assert ShownDraft.objects.count() == 0
