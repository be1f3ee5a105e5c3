"""What happens that somebody who keeps a copy of the site has to know: ids, addresses and the kind of event, no content."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail import signals
from wagtail.models import DraftStateMixin, Page, PageViewRestriction

from core.models import BasePage, Quote
from core.public_when_saved import models_public_when_saved
from webhooks.actions import announce


def watch() -> None:
    """See everything that changes what the public sees."""
    signals.page_published.connect(when_a_page_is_published)
    signals.page_unpublished.connect(when_a_page_is_taken_off)
    signals.post_page_move.connect(when_a_page_moves)
    signals.page_slug_changed.connect(when_an_address_changes)
    signals.published.connect(when_a_record_is_published)
    signals.unpublished.connect(when_a_record_is_taken_off)
    for model in apps.get_models():
        if issubclass(model, BasePage):
            pre_delete.connect(when_a_page_is_deleted, sender=model)
        elif issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            pre_delete.connect(when_a_record_is_deleted, sender=model)
    for one in models_public_when_saved():
        post_save.connect(when_a_list_changes, sender=one)
        post_delete.connect(when_a_list_changes, sender=one)
    post_save.connect(when_consent_changes, sender=Quote)
    post_save.connect(when_access_changes, sender=PageViewRestriction)
    post_delete.connect(when_access_changes, sender=PageViewRestriction)


def about(record: Any, **more: str) -> dict[str, Any]:
    """What is told of a record: what it is, and where, never what it says."""
    return {
        "kind": record._meta.label,
        "id": record.pk,
        "permanent_id": getattr(record, "permanent_id", None),
        **more,
    }


def address_of(page: Page) -> str:
    """Where readers find a page."""
    parts = page.get_url_parts()
    return settings.WAGTAILADMIN_BASE_URL + (parts[2] if parts else "")


def announce_page(event: str, page: Any, **more: str) -> None:
    """Tell of one of our pages."""
    if isinstance(page, BasePage):
        announce(event=event, data=about(page, url=address_of(page), **more))


def when_a_page_is_published(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a publication."""
    announce_page("page.published", instance)


def when_a_page_is_taken_off(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a page that is taken off, or has expired."""
    announce_page("page.unpublished", instance)


def when_a_page_moves(*, instance: Any, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Receiver of a page that stands elsewhere now, or in another place among its neighbours, with all below it."""
    if instance.live:
        announce_page("page.moved", instance.specific)


def when_an_address_changes(*, instance: Any, instance_before: Any, **kwargs: Any) -> None:
    """Receiver of a page whose address is another one now, with all below it."""
    if instance.live:
        announce_page("page.moved", instance.specific, previous_url=address_of(instance_before))


def when_a_page_is_deleted(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a deletion; nobody was told of a draft."""
    if instance.live:
        announce_page("page.deleted", instance)


def when_a_record_is_published(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a snippet that is published: it may stand on any page."""
    if not isinstance(instance, Page):  # of which another signal tells
        announce(event="record.published", data=about(instance))


def when_a_record_is_taken_off(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a snippet that is taken off."""
    if not isinstance(instance, Page):
        announce(event="record.unpublished", data=about(instance))


def when_a_record_is_deleted(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of a deletion; nobody was told of a draft."""
    if instance.live:
        announce(event="record.deleted", data=about(instance))


def when_consent_changes(*, instance: Quote, created: bool, update_fields: Any, **kwargs: Any) -> None:
    """Receiver of a quote whose consent is withdrawn: it leaves every copy, too."""
    if update_fields and "withdrawn_on" in update_fields:
        announce(event="record.unpublished", data=about(instance))


def when_a_list_changes(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of what is public when it is saved."""
    announce(event="record.changed", data=about(instance))


def when_access_changes(*, instance: PageViewRestriction, **kwargs: Any) -> None:
    """Receiver of a page that not everybody may read any more, or again, with all below it."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and page.live:
        announce_page("page.access_changed", page.specific)
