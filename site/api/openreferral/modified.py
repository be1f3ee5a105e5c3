"""When a helpline, or anything that is told with it, last changed in public."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail.models import ModelLogEntry

from helplines.models import DirectoryTerm, Organisation
from helplines.opening_hours import LONDON


@dataclass(frozen=True)
class RecordsChanged:
    """When records that stand beside helplines changed: organisations one by one, and what may count for any helpline."""

    organisations: dict[int, dt.datetime]
    any_helpline: dt.datetime | None


def records_changed() -> RecordsChanged:
    """From the log, in one query.

    A word that was renamed counts for every helpline, and so does a record that was deleted: nobody knows any more who
    had it. Whoever asks for what was modified reads too much rather than too little.
    """
    kinds = ContentType.objects.get_for_models(Organisation, DirectoryTerm)
    entries = ModelLogEntry.objects.filter(content_type__in=[kind.pk for kind in kinds.values()]).order_by()
    organisations: dict[int, dt.datetime] = {}
    any_helpline: list[dt.datetime] = []
    for kind, key, action, moment in entries.values_list("content_type", "object_id", "action").annotate(
        Max("timestamp")
    ):
        if kind == kinds[Organisation].pk and action != "wagtail.delete":
            organisations[int(key)] = max(moment, organisations.get(int(key), moment))
        else:
            any_helpline.append(moment)
    return RecordsChanged(organisations, max(any_helpline, default=None))


def newest_of(
    published: dt.datetime | None,
    logged: dt.datetime | None,
    notice_ended: dt.date | None,
    changed: RecordsChanged,
    run_by: int | None,
) -> dt.datetime | None:
    """The last change of one helpline; a notice that has ended changed it at the midnight after its last day."""
    after = notice_ended + dt.timedelta(days=1) if notice_ended else None
    moments = (
        published,
        logged,
        dt.datetime(after.year, after.month, after.day, tzinfo=LONDON).astimezone(dt.UTC) if after else None,
        changed.organisations.get(run_by) if run_by else None,
        changed.any_helpline,
    )
    return max(filter(None, moments), default=None)


def as_the_standard_writes_it(moment: dt.datetime) -> str:
    """With milliseconds, in UTC."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
