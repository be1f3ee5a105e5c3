"""How old an answer is, and whether the copy that somebody has still holds."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from core.models import PublishedSnippet
from core.public_when_saved import models_public_when_saved
from media_library.models import CustomDocument, CustomImage

# A corrected number is seen after a minute at the latest: see docs/decisions/0015-how-long-answers-are-kept.md.
SECONDS_TO_KEEP = 60

# What happens to a page and changes nothing in public.
NOT_IN_PUBLIC = (
    Q(action__in=["wagtail.create", "wagtail.edit", "wagtail.lock", "wagtail.unlock"])
    | Q(action__startswith="wagtail.workflow")
    | Q(action__startswith="wagtail.comments")
    | Q(action="api.draft_link")
    | Q(action__startswith="spreadsheets.")
    # That a helpline was found to be right is public, and that this was a slip; reports of visitors and personal links are not.
    | (Q(action__startswith="checking.") & ~Q(action__in=["checking.checked", "checking.undone"]))
)


def last_changed() -> int | None:
    """The second in which something that the API gives was last changed, in seconds since 1970; one query.

    Publishing, taking down, withdrawing consent, restricting, moving and deleting all count, and so does a last moment
    that has come. None where nothing was ever changed, and while that second is not over: another change may follow in it.
    """
    moments = Page.objects.filter(depth=1).values_list(*(Subquery(queryset) for queryset in _moments()))[:1]
    known = [moment for row in moments for moment in row if moment]
    second = int(max(known).timestamp()) if known else None
    return second if second is not None and second < int(timezone.now().timestamp()) else None


def _moments() -> list["QuerySet[Any, Any]"]:
    """The newest of each kind of moment that changes an answer."""
    now = timezone.now()
    snippets = [model for model in apps.get_models() if issubclass(model, PublishedSnippet)]
    kinds = ContentType.objects.get_for_models(
        *snippets, *models_public_when_saved(), CustomImage, CustomDocument
    ).values()
    published = [model._default_manager.filter(last_published_at__isnull=False) for model in (Page, *snippets)]
    expired = [model._default_manager.filter(expire_at__lte=now) for model in (Page, *snippets)]
    of_pages = PageLogEntry.objects.exclude(NOT_IN_PUBLIC)
    of_records = ModelLogEntry.objects.filter(content_type__in=[kind.pk for kind in kinds])
    return [
        *(_newest(queryset, "last_published_at") for queryset in published),
        *(_newest(queryset, "expire_at") for queryset in expired),
        *(_newest(queryset, "timestamp") for queryset in (of_pages, of_records)),
    ]


def _newest(queryset: "QuerySet[Any]", name: str) -> "QuerySet[Any, Any]":
    return queryset.order_by(f"-{name}").values(name)[:1]


def cache_control(changes: Iterable[dt.datetime] = ()) -> str:
    """For how long an answer may be kept: a minute, never past a moment from which something in it reads differently.

    At midnight a notice ends with its last day.
    """
    now = timezone.localtime()
    midnight = timezone.make_aware(dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time()))
    next_change = min(moment.astimezone(dt.UTC) for moment in (midnight, *changes))
    left = int((next_change - now.astimezone(dt.UTC)).total_seconds())
    return f"public, max-age={max(0, min(SECONDS_TO_KEEP, left))}, must-revalidate"


def tell_age(response: Any, changed: int | None = None, *, changes: Iterable[dt.datetime] = ()) -> None:
    """Say how long an answer may be kept and when its content last changed."""
    response["Cache-Control"] = cache_control(changes)
    if changed is not None:
        response["Last-Modified"] = http_date(changed)


def only_if_changed(request: HttpRequest, response: Any) -> Any:
    """The answer with its tag, or 304 where the copy that somebody has still holds, which its tag alone can say.

    A date is for people: making a collection private changes answers and moves no date, and who asked by date would
    keep what is private now. See docs/decisions/0015-how-long-answers-are-kept.md.
    """
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    # Django's own middleware would believe the date, further out.
    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
    return get_conditional_response(request, response["ETag"], None, response)
