"""What a helpline says, in public and in its newest draft, in the form that revisions have; many in a few queries."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import QuerySet
from wagtail.models import COMMENTS_RELATION_NAME

from core.open_to_everybody import shown_to_everybody
from helplines.models import ContactWay, HelplinePage, Notice, TrustFact

Content = dict[str, Any]

AT_ONCE = 200
LISTS: dict[str, type[models.Model]] = {"contact_ways": ContactWay, "trust_facts": TrustFact, "notices": Notice}


def with_all_they_say(helplines: "QuerySet[HelplinePage]") -> "QuerySet[HelplinePage]":
    """The helplines with everything that their content is made of, in a fixed number of queries."""
    lists = [*LISTS, "terms", f"{COMMENTS_RELATION_NAME}__replies"]
    return helplines.select_related("latest_revision__user").prefetch_related(*lists)


def public_content(helpline: HelplinePage) -> Content:
    """What stands on the page itself."""
    return as_stored(helpline.serializable_data())


def newest_content(helpline: HelplinePage) -> Content:
    """What its newest draft says; the page itself where it has none, as Wagtail's editor does it."""
    if helpline.has_unpublished_changes and helpline.latest_revision:
        return dict(helpline.latest_revision.content)
    return public_content(helpline)


def content_of_a_new_one() -> Content:
    """What a helpline says that nobody has filled in."""
    fresh = HelplinePage()
    names = [field.name for field in fresh._meta.concrete_fields if field.editable and not field.is_relation]
    own = {name: value for name, value in as_stored(fresh.serializable_data()).items() if name in names}
    lists: Content = {name: [] for name in (*LISTS, "terms")}
    return {**own, **lists, "pk": None, "section": None, "organisation": None, "shown_with": None}


def content_of_a_new_child(name: str) -> Content:
    """An entry of a list that says nothing yet."""
    child = LISTS[name]()
    fields = [field for field in child._meta.concrete_fields if field.editable and not field.is_relation]
    return {"pk": None, **as_stored({field.name: field.value_from_object(child) for field in fields})}


def as_stored(content: Content) -> Content:
    """Content as the database gives it back: days as text."""
    stored: Content = json.loads(json.dumps(content, cls=DjangoJSONEncoder))
    return stored


def in_order(children: Iterable[Content]) -> list[Content]:
    """Entries of a list as readers see them."""
    return sorted(children, key=lambda child: child.get("sort_order") or 0)


def every_helpline(*, with_drafts: bool) -> Iterator[Content]:
    """What the directory says, some at a time, in its order: as the public sees it, or in the newest drafts."""
    chosen = HelplinePage.objects.all() if with_drafts else HelplinePage.objects.filter(shown_to_everybody())
    # Not `iterator`: what is streamed may outlive the connection that a pool would lend to others.
    pks = list(chosen.order_by("path").values_list("pk", flat=True))
    for start in range(0, len(pks), AT_ONCE):
        some = HelplinePage.objects.filter(pk__in=pks[start : start + AT_ONCE]).order_by("path")
        for helpline in with_all_they_say(some):
            content = newest_content(helpline) if with_drafts else public_content(helpline)
            # A permanent name and a check are the page's own, whatever a revision holds.
            checked = helpline.last_checked.isoformat() if helpline.last_checked else None
            yield {**content, "permanent_id": helpline.permanent_id, "last_checked": checked}
