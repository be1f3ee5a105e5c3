"""Readers can trust the date: it moves when something changed for them, and only then."""

import datetime as dt

import pytest
import time_machine
from wagtail.models import Page, PageViewRestriction

from core.guard_rails import PublishingRefused
from core.models import ChangeKind, PublishedChange, SiteIdentity
from core.partial_date import PartialDate
from home.models import HomePage, InfoPage, SectionPage

pytestmark = pytest.mark.django_db

OCTOBER_2024 = PartialDate(2024, 10)
TODAY = PartialDate(2026, 11, 2)


@pytest.fixture
def page() -> InfoPage:
    """A page that was published and updated in October 2024."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="front", live=False))
    about = home.add_child(instance=SectionPage(title="About", live=False))
    page: InfoPage = about.add_child(instance=InfoPage(title="How it was made", live=False))
    page.save_revision().publish()
    PublishedChange.objects.update(on=OCTOBER_2024)
    return InfoPage.objects.get()


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

    assert page.published_changes.that_move_the_date().latest_date() == last_updated
    assert SiteIdentity.load().last_updated() == last_updated


def test_saving_a_draft_moves_no_date(page: InfoPage) -> None:
    page.kind_of_change = ChangeKind.UPDATE
    page.save_revision()

    assert SiteIdentity.load().last_updated() == OCTOBER_2024


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

    assert SiteIdentity.load().last_updated() == TODAY


def test_a_new_page_counts_as_an_update_of_the_site(page: InfoPage) -> None:
    new = page.get_parent().add_child(instance=InfoPage(title="New", live=False))
    new.save_revision().publish()

    assert SiteIdentity.load().last_updated() == TODAY


@pytest.mark.parametrize("hide", [Page.unpublish, lambda page: PageViewRestriction.objects.create(page=page)])
def test_a_page_that_nobody_can_read_has_no_part_in_the_date_of_the_site(page: InfoPage, hide: object) -> None:
    new = page.get_parent().add_child(instance=InfoPage(title="New", live=False))
    new.save_revision().publish()

    hide(InfoPage.objects.get(pk=new.pk))  # type: ignore[operator]

    assert SiteIdentity.load().last_updated() == OCTOBER_2024


def test_the_day_is_the_day_in_london(page: InfoPage) -> None:
    half_past_midnight_in_london = dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)
    with time_machine.travel(half_past_midnight_in_london, tick=False):
        publish(page, ChangeKind.UPDATE)

    assert SiteIdentity.load().last_updated() == PartialDate(2026, 7, 2)


def test_a_page_says_when_it_was_first_published_as_exactly_as_is_known(page: InfoPage) -> None:
    assert str(page.published_date) == "2 November 2026"
    page.published_on = PartialDate(2023, 2)
    assert str(page.published_date) == "February 2023"


def test_a_copy_has_a_permanent_name_and_a_history_of_its_own(page: InfoPage) -> None:
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False)

    assert copy.permanent_id != page.permanent_id
    assert not copy.published_changes.exists()
