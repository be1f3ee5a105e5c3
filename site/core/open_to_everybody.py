"""Which pages anybody can read."""

import datetime as dt
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction


def open_to_everybody() -> Q:
    """Pages that no view restriction stands before, on themselves or above them.

    Wagtail's `public()` asks the same with a query of its own each time; this is a part of the query it stands in.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
    return Q(~Exists(restrictions))


def not_expired(*, now: dt.datetime | None = None) -> Q:
    """Pages and snippets whose last moment has not come, also where the clock that takes them down has not run yet."""
    return Q(expire_at__isnull=True) | Q(expire_at__gt=now or timezone.now())


def is_live_now(record: Any) -> bool:
    """Whether a page or snippet in hand is published and has not expired."""
    return bool(record.live and (record.expire_at is None or record.expire_at > timezone.now()))


def shown_to_everybody() -> Q:
    """Published, not expired, and behind no restriction."""
    return Q(live=True) & not_expired() & open_to_everybody()


def private_collections() -> "QuerySet[Collection]":
    """Collections whose files not everybody may have: a restriction stands before them or above them."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = CollectionViewRestriction.objects.annotate(below=path)
    return Collection.objects.filter(Exists(restrictions.filter(below__startswith=F("collection__path"))))
