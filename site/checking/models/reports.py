"""What visitors say is wrong with a helpline."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from checking.reports.querysets import ReportQuerySet
from contact.signs import Sign
from helplines.models import HelplinePage

LONGEST_WORDS = 500
BETWEEN_MAILS = timedelta(minutes=5)


class Detail(models.TextChoices):
    """What can be wrong, as the form and the team say it."""

    REACH = "reach", "The number or address does not work"
    HOURS = "hours", "When it is open"
    COST = "cost", "What it costs"
    CALL = "call", "What happens when you call"
    CLOSED = "closed", "It has closed"
    ELSE = "else", "Something else"


class Standing(models.TextChoices):
    """What the team has done about it."""

    NEW = "new", "New"
    HELD = "held", "Held as possible spam"
    PUT_RIGHT = "put-right", "Put right"
    WAS_RIGHT = "was-right", "Was right as it stood"


WAITING = (Standing.NEW, Standing.HELD)
DEALT_WITH = (Standing.PUT_RIGHT, Standing.WAS_RIGHT)


class Report(models.Model):
    """That a detail of a helpline is wrong, from somebody of whom nothing is known, until the day on which it is deleted."""

    helpline = models.ForeignKey(HelplinePage, on_delete=models.CASCADE, related_name="+")
    # Several, with a space between them.
    details = models.CharField("what is wrong", max_length=60, blank=True)
    text = models.TextField("what is different", blank=True)
    # The same boxes and the same words that come again within minutes are no report of their own.
    times = models.PositiveIntegerField("how often it was said", default=1, editable=False)
    status = models.CharField(max_length=10, choices=Standing, default=Standing.NEW)
    why_held = models.CharField("why it is held", max_length=100, blank=True)
    received_at = models.DateTimeField("received", db_index=True)
    due_at = models.DateTimeField("will be deleted", db_index=True)
    # Whether a mail to the team has named its helpline.
    told = models.BooleanField("the team was told", default=False, editable=False)

    objects = ReportQuerySet.as_manager()
    # Wagtail would keep a list of what points to a page, and ask about it before a page is moved.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "report"
        verbose_name_plural = "reports"
        # Nobody adds one in the admin.
        default_permissions = ("view", "change", "delete")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(details="") | ~models.Q(text=""),
                name="report_says_something",
                violation_error_message="A report names a detail or has words.",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), LONGEST_WORDS),
                name="report_is_short",
                violation_error_message=f"A report has no more than {LONGEST_WORDS} characters.",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Standing.values),
                name="report_of_a_known_status",
                violation_error_message="This is not one of the answers.",
            ),
            models.CheckConstraint(
                condition=models.Q(status=Standing.HELD, why_held__gt="")
                | models.Q(~models.Q(status="held"), why_held=""),
                name="report_held_for_a_reason",
                violation_error_message="A report is held for a reason, and only then has one.",
            ),
            models.CheckConstraint(
                condition=models.Q(due_at__gt=models.F("received_at")),
                name="report_is_deleted_one_day",
                violation_error_message="A report is deleted after it was received.",
            ),
        ]

    def __str__(self) -> str:
        # Stands in histories, which stay when the report is gone: it says nothing of what is in it.
        return f"Report {self.pk}"

    @property
    def which_details(self) -> tuple[str, ...]:
        """What is said to be wrong, in words."""
        return tuple(str(Detail(value).label) for value in self.details.split())

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Why it looks like spam, where it does."""
        return tuple(Sign(value) for value in self.why_held.split())

    @property
    def is_said_again(self) -> bool:
        """Whether the same came again within minutes."""
        return self.times > 1

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has dealt with it yet."""
        return self.status in WAITING


class ReportDesk(models.Model):
    """The one record that whoever takes in a report, or tells of reports, waits for; it knows when a mail last went out."""

    # There is one, whoever makes it first.
    number = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        default_permissions: ClassVar[tuple[str, ...]] = ()
        constraints = [models.CheckConstraint(condition=models.Q(number=1), name="one_desk_for_reports")]

    def __str__(self) -> str:
        return "The desk for reports"

    def may_tell(self, *, at: datetime) -> bool:
        """Whether the last mail is long enough ago; a flood of reports is no flood of mails."""
        return self.told_at is None or at - self.told_at >= BETWEEN_MAILS

    @classmethod
    def locked(cls) -> Self:
        """The record, for this transaction alone."""
        cls.objects.get_or_create(number=1)
        return cls.objects.select_for_update().get(number=1)
