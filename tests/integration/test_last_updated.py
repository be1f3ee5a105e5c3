"""Readers can trust the date: it moves when something changed for them, and only then."""

import datetime as dt

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from core.guard_rails import PublishingRefused
from core.models import ChangeKind, PublishedChange
from core.partial_date import PartialDate
from helplines.models import HelplineDirectoryPage
from home.models import InfoPage
from tests.checks import a_public_helpline, published_again
from tests.factories.pages import HelplineDirectoryPageFactory, InfoPageFactory

pytestmark = pytest.mark.django_db

OCTOBER_2024 = PartialDate(2024, 10)
TODAY = PartialDate(2026, 11, 2)
ENTRY_CHANGED = "An entry last changed"


@pytest.fixture
def page() -> InfoPage:
    """A page that was published and updated in October 2024."""
    InfoPageFactory(title="How it was made", live=False).save_revision().publish()
    PublishedChange.objects.update(on=OCTOBER_2024)
    return InfoPage.objects.get()


def date_of_the_site() -> str:
    """When the site was last updated, as its foot says on every page."""
    return said_after("Last updated", "footer", "/")


def date_of(page: InfoPage) -> str:
    """When a page was last updated, as it says itself."""
    return said_after("Last updated", ".page-dates", page.url)


def said_after(label: str, part: str, address: str) -> str:
    """The date after a label in a part of a page, as it is sent to a reader."""
    html = BeautifulSoup(Client().get(address).content, "html.parser").select_one(part)
    assert html is not None
    dates = ((date, str(date.find_previous(string=str.strip))) for date in html.find_all("time"))
    return next(str(date["datetime"]) for date, words_before in dates if label in words_before)


def publish(page: InfoPage, kind: str, what_changed: str = "") -> InfoPage:
    page.kind_of_change, page.what_changed = kind, what_changed
    page.save_revision().publish()
    return InfoPage.objects.get()


@pytest.mark.parametrize(
    ("kind", "last_updated"),
    [(ChangeKind.CORRECTION, OCTOBER_2024), (ChangeKind.UPDATE, TODAY), (ChangeKind.CONCLUSIONS, TODAY)],
)
def test_a_comma_does_not_move_the_date_and_a_change_does(
    page: InfoPage, kind: ChangeKind, last_updated: PartialDate
) -> None:
    page = publish(page, kind)

    assert date_of(page) == last_updated.iso
    assert date_of_the_site() == last_updated.iso


def test_saving_a_draft_moves_no_date(page: InfoPage) -> None:
    page.kind_of_change = ChangeKind.UPDATE
    page.save_revision()

    assert date_of_the_site() == OCTOBER_2024.iso


def test_the_next_editor_is_asked_afresh_what_kind_of_change_it_is(page: InfoPage) -> None:
    page = publish(page, ChangeKind.UPDATE, "A paragraph was added.")

    assert (page.kind_of_change, page.what_changed) == ("", "")
    assert page.published_changes.first().what_changed == "A paragraph was added."
    with pytest.raises(PublishingRefused, match="what kind of change"):
        page.save_revision().publish()


def test_an_old_draft_does_not_bring_an_old_date_back(page: InfoPage) -> None:
    page.kind_of_change = ChangeKind.CORRECTION
    old_draft = page.save_revision()
    publish(InfoPage.objects.get(), ChangeKind.UPDATE)

    old_draft.publish()

    assert date_of_the_site() == TODAY.iso


def test_a_new_page_counts_as_an_update_of_the_site(page: InfoPage) -> None:
    new = InfoPageFactory(title="New", live=False)
    new.save_revision().publish()

    assert date_of_the_site() == TODAY.iso


@pytest.mark.parametrize("hide", [Page.unpublish, lambda page: PageViewRestriction.objects.create(page=page)])
def test_a_page_that_nobody_can_read_has_no_part_in_the_date_of_the_site(page: InfoPage, hide: object) -> None:
    new = InfoPageFactory(title="New", live=False)
    new.save_revision().publish()

    hide(InfoPage.objects.get(pk=new.pk))  # type: ignore[operator]

    assert date_of_the_site() == OCTOBER_2024.iso


def test_the_day_is_the_day_in_london(page: InfoPage) -> None:
    half_past_midnight_in_london = dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)
    with time_machine.travel(half_past_midnight_in_london, tick=False):
        publish(page, ChangeKind.UPDATE)

    assert date_of_the_site() == PartialDate(2026, 7, 2).iso


def test_a_page_says_when_it_was_first_published_as_exactly_as_is_known(page: InfoPage) -> None:
    assert str(page.published_date(())) == "2 November 2026"
    page.published_on = PartialDate(2023, 2)
    assert str(page.published_date(())) == "February 2023"


def test_a_copy_has_a_permanent_name_and_a_history_of_its_own(page: InfoPage) -> None:
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False)

    assert copy.permanent_id != page.permanent_id
    assert not copy.published_changes.exists()


def test_the_list_of_helplines_says_when_an_entry_last_changed_a_corrected_number_too() -> None:
    line = a_public_helpline()
    PublishedChange.objects.update(on=OCTOBER_2024)
    directory = HelplineDirectoryPage.objects.get()
    assert said_after(ENTRY_CHANGED, ".page-dates", directory.url) == OCTOBER_2024.iso

    published_again(line, kind_of_change=ChangeKind.CORRECTION)

    assert said_after(ENTRY_CHANGED, ".page-dates", directory.url) == TODAY.iso
    assert said_after(ENTRY_CHANGED, ".page-dates", f"{directory.url}?words=nothing+has+this") == TODAY.iso


def test_an_entry_that_nobody_can_read_has_no_part_in_that_date() -> None:
    a_public_helpline()
    PublishedChange.objects.update(on=OCTOBER_2024)
    hidden = a_public_helpline(title="Another line")
    hidden.unpublish()

    assert said_after(ENTRY_CHANGED, ".page-dates", HelplineDirectoryPage.objects.get().url) == OCTOBER_2024.iso


def test_a_list_without_entries_says_nothing_of_them() -> None:
    directory = HelplineDirectoryPageFactory()

    assert ENTRY_CHANGED not in Client().get(directory.url).content.decode()
