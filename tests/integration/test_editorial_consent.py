"""Somebody takes back their agreement: the words leave every page at once."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.models import Quote
from tests.editorial import an_administrator, an_adviser, an_editor, fresh
from tests.factories.pages import InfoPageFactory
from tests.factories.snippets import QuoteFactory

pytestmark = pytest.mark.django_db


def url_of(quote: Quote) -> str:
    return reverse("withdraw_consent", args=[quote.pk])


def test_an_editor_withdraws_consent_beside_the_quote_and_it_is_shown_nowhere() -> None:
    editor = an_editor()
    quote: Quote = QuoteFactory(words="Example quote of somebody")
    page = InfoPageFactory(body=[("quote", {"quote": quote})])
    assert quote.words in Client().get(page.url).content.decode()
    listing = editor.client.get(reverse(Quote.snippet_viewset.get_url_name("list"))).content.decode()
    assert url_of(quote) in listing

    editor.client.post(url_of(quote))

    assert fresh(quote).withdrawn_on == dt.date(2026, 11, 2)
    assert not fresh(quote).is_shown
    assert quote.words not in Client().get(page.url).content.decode()
    assert ModelLogEntry.objects.get(action="editorial.consent_withdrawn").user == editor.user


def test_asking_changes_nothing_yet() -> None:
    quote = QuoteFactory()

    response = an_editor().client.get(url_of(quote))

    assert str(quote) in response.content.decode()
    assert fresh(quote).is_shown


def test_no_older_draft_brings_the_words_back() -> None:
    quote = QuoteFactory()
    draft = quote.save_revision()

    an_editor().client.post(url_of(quote))
    draft.refresh_from_db()
    draft.publish()

    assert not fresh(quote).is_shown


def test_withdrawing_twice_keeps_the_first_day(the_clock: time_machine.Traveller) -> None:
    quote, editor = QuoteFactory(), an_editor()
    editor.client.post(url_of(quote))

    the_clock.shift(dt.timedelta(days=1))
    editor.client.post(url_of(quote))

    assert fresh(quote).withdrawn_on == dt.date(2026, 11, 2)
    assert ModelLogEntry.objects.filter(action="editorial.consent_withdrawn").count() == 1


@pytest.mark.parametrize("role", [an_adviser, an_administrator])
def test_who_may_not_edit_quotes_may_not_withdraw_consent(role: object) -> None:
    quote = QuoteFactory()

    role().client.post(url_of(quote))  # type: ignore[operator]

    assert fresh(quote).is_shown
