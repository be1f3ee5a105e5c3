"""Which helplines have to be checked, and since when, in words."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.permissions import page_permission_policy

from helplines.models import HelplinePage


@dataclass(frozen=True)
class DueCheck:
    """One helpline whose check is due."""

    pk: int
    title: str
    is_crisis_line: bool
    # The version of it that is public, so that nobody confirms what they have not seen.
    seen: int | None
    last_checked: dt.date | None
    days_overdue: int

    @classmethod
    def of(cls, helpline: HelplinePage, *, on: dt.date) -> Self:
        """The check of a helpline as it stands on a day."""
        since = helpline.check_due_on
        return cls(
            helpline.pk, helpline.title, helpline.is_crisis_line, helpline.live_revision_id, helpline.last_checked,
            (on - since).days if since else 0,
        )  # fmt: skip

    @property
    def kind(self) -> str:
        """What it is."""
        return "Crisis line" if self.is_crisis_line else "Helpline"

    @property
    def in_words(self) -> str:
        """When somebody last looked, and for how long it has been time to look again."""
        if self.last_checked is None:
            return f"{self.kind}, never checked"
        return f"{self.kind}, last checked on {self.last_checked:%-d %B %Y}: {overdue_in_words(self.days_overdue)}"


def overdue_in_words(days: int) -> str:
    """How late a check is."""
    if days == 0:
        return "due today"
    return f"{days} {'day' if days == 1 else 'days'} overdue"


def due_checks(*, on: dt.date) -> list[DueCheck]:
    """Everything that is due: crisis lines first, and what nobody has ever checked before what is only late."""
    return in_order(HelplinePage.objects.due_for_checking(on=on), on=on)


def due_checks_for(user: Any) -> list[DueCheck]:
    """The same, of helplines that somebody may change."""
    theirs = page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    today = timezone.localdate()
    return in_order(HelplinePage.objects.due_for_checking(on=today).filter(pk__in=theirs), on=today)


def closed_unknown_to_the_public() -> list[tuple[HelplinePage, str]]:
    """Helplines that are public as open ones, and closed in a newer draft, each with how it is closed; crisis lines first."""
    closed = {status.value: str(status.label) for status in HelplinePage.Status if status is not status.OPEN}
    lines = HelplinePage.objects.live().filter(
        status=HelplinePage.Status.OPEN, has_unpublished_changes=True, latest_revision__content__status__in=list(closed)
    )
    said = F("latest_revision__content__status")
    return [(line, closed[line.said]) for line in lines.urgent_first().annotate(said=said)]


def in_order(helplines: "QuerySet[HelplinePage]", *, on: dt.date) -> list[DueCheck]:
    """The most urgent first."""
    checks = [DueCheck.of(helpline, on=on) for helpline in helplines.urgent_first()]  # type: ignore[attr-defined]  # a queryset of ours
    return sorted(checks, key=lambda check: (not check.is_crisis_line, check.last_checked or dt.date.min))
