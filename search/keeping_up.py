"""When something is published, taken off, moved or deleted, search looks at it again."""

import logging
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import BasePage, Credit, Idea, Quote, Reference, Term
from core.public_when_saved import models_public_when_saved
from search.actions import look_again_at_a_page
from search.models import Passage

logger = logging.getLogger(__name__)

RECORDS = {Credit: "credit", Idea: "idea", Quote: "quote", Reference: "reference", Term: "term"}


@dataclass(frozen=True)
class LookAgain:
    """What is done after a change is kept for good. Where it fails, search is behind, and the change stands."""

    page_id: int

    def __call__(self) -> None:
        """Look at the page again; what fails is logged here, since Django's robust=True would ask for a __qualname__."""
        try:
            # Snippets and their choosers are registered with the addresses, which a command may not have loaded.
            import_module(settings.ROOT_URLCONF)
            look_again_at_a_page(page_id=self.page_id)
        except Exception:
            logger.exception("Search could not look again at page %d. The daily update does.", self.page_id)


def watch() -> None:
    """Hear of everything that changes what the public can read."""
    page_published.connect(when_a_page_changes)
    page_unpublished.connect(when_a_page_changes)
    post_save.connect(when_a_page_changes)
    post_page_move.connect(when_pages_may_be_open_or_not)
    for model in models_public_when_saved():
        post_save.connect(when_what_pages_name_changes, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(when_a_restriction_changes, sender=PageViewRestriction)
        for model in RECORDS:
            signal.connect(when_a_record_changes, sender=model)


def look_again_later(page_ids: Any) -> None:
    """After this transaction, look at each page once, however often it was saved. Nothing happens if it is undone."""
    waiting = {callback for _, callback, *_ in connection.run_on_commit if isinstance(callback, LookAgain)}
    for page_id in dict.fromkeys(page_ids):
        if LookAgain(page_id) not in waiting:
            transaction.on_commit(LookAgain(page_id), robust=True)


def when_a_page_changes(*, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receiver of pages of ours."""
    if isinstance(instance, BasePage) and not raw:
        look_again_later([instance.pk])


def when_a_record_changes(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of records that stand on pages; a new word that is explained stands wherever others do."""
    name = RECORDS[type(instance)]
    standing = {f"{name}__isnull": False} if name == "term" else {name: instance.pk}
    look_again_later(Passage.objects.filter(**standing).values_list("page_id", flat=True).distinct())


def when_what_pages_name_changes(*, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receiver of what is public when it is saved: the name of a section of helplines stands on their pages."""
    if not raw:
        of_pages = {"base_content_type": ContentType.objects.get_for_model(Page)}
        ids = ReferenceIndex.get_references_to(instance).filter(**of_pages).values_list("object_id", flat=True)
        look_again_later([int(page_id) for page_id in ids])


def when_pages_may_be_open_or_not(*, instance: Page, **kwargs: Any) -> None:
    """Receiver of pages that moved, with all that stands below them: under a restriction, or out of it."""
    look_again_later(instance.get_descendants(inclusive=True).values_list("pk", flat=True))


def when_a_restriction_changes(*, instance: PageViewRestriction, **kwargs: Any) -> None:
    """Receiver of what is opened to everybody or closed."""
    when_pages_may_be_open_or_not(instance=instance.page)
