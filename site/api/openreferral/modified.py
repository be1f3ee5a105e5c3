"""When a helpline, or anything that is told with it, last changed in public."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Max
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from helplines.models import DirectoryTerm, HelplinePage, Organisation
from helplines.opening_hours import LONDON


@dataclass(frozen=True)
class RecordsChanged:
    """When records that stand beside helplines changed: organisations one by one, and what may count for any helpline."""

    organisations: dict[int, dt.datetime]
    any_helpline: dt.datetime | None


def records_changed() -> RecordsChanged:
    """From the log, in one query.

    A word that was renamed counts for every helpline, and so does a record or a helpline that was deleted: nobody knows any
    more who had it, or belonged with it. Whoever asks for what was modified reads too much rather than too little.
    """
    kinds = ContentType.objects.get_for_models(Organisation, DirectoryTerm, HelplinePage)
    of_records = [kinds[Organisation].pk, kinds[DirectoryTerm].pk]
    entries = ModelLogEntry.objects.filter(content_type__in=of_records).order_by()
    deleted = PageLogEntry.objects.filter(content_type=kinds[HelplinePage], action="wagtail.delete").order_by()
    organisations: dict[int, dt.datetime] = {}
    any_helpline: list[dt.datetime] = []
    newest = entries.values_list("content_type", "object_id", "action").annotate(Max("timestamp"))
    of_deleted = deleted.values_list("content_type", Cast("page_id", CharField()), "action").annotate(Max("timestamp"))
    for kind, key, action, moment in newest.union(of_deleted, all=True):
        if kind == kinds[Organisation].pk and action != "wagtail.delete":
            organisations[int(key)] = max(moment, organisations.get(int(key), moment))
        else:
            any_helpline.append(moment)
    return RecordsChanged(organisations, max(any_helpline, default=None))


def newest_of(row: Any, changed: RecordsChanged) -> dt.datetime | None:
    """The last change of one helpline; a notice that has ended changed it at the midnight after its last day."""
    after = row.ended + dt.timedelta(days=1) if row.ended else None
    moments = (
        row.last_published_at,
        row.logged,
        row.expire_at if row.expire_at and row.expire_at <= timezone.now() else None,
        dt.datetime(after.year, after.month, after.day, tzinfo=LONDON).astimezone(dt.UTC) if after else None,
        changed.organisations.get(row.organisation_id),
        changed.any_helpline,
    )
    return max(filter(None, moments), default=None)


def as_the_standard_writes_it(moment: dt.datetime) -> str:
    """With milliseconds, in UTC."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
