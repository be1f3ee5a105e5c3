"""Changes of state that every app may need."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.models import BasePage, ChangeKind, PublishedChange
from core.partial_date import PartialDate


@transaction.atomic
def record_published_change(*, page: BasePage) -> None:
    """Tell readers what a publication meant, and ask the next editor afresh.

    A first publication counts as an update unless the editor said otherwise.
    """
    PublishedChange.objects.create(
        page=page,
        kind=page.kind_of_change or ChangeKind.UPDATE,
        on=PartialDate.from_date(timezone.localdate()),
        what_changed=page.what_changed,
    )
    page.kind_of_change = page.what_changed = ""
    # Not save(): the page is what was approved, and nothing else about it may change here.
    type(page).objects.filter(pk=page.pk).update(kind_of_change="", what_changed="")


def when_a_page_is_published(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of Wagtail's `page_published`."""
    if isinstance(instance, BasePage):
        record_published_change(page=instance)
