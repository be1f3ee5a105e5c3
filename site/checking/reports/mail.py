"""Mails to those who correct helplines: which helpline was reported as wrong, and where. Never the visitor's words."""

from collections import Counter

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from checking.models import Report, ReportDesk
from contact.mail import addresses_of_those_who
from core.mail import deliver

SUBJECT = "A helpline was reported as wrong"
SUBJECT_OF_SEVERAL = "Helplines were reported as wrong"


def tell_of_what_came() -> None:
    """Send one mail to each person who deals with reports, unless the last one is too near or there is nothing new.

    A mail server that does not answer stops no one: the clock asks again each minute, and the reports are told of then.
    """
    reports = take_what_is_untold()
    if reports and not sent_to_anybody(reports):
        Report.objects.filter(pk__in=[report.pk for report in reports]).update(told=False)


@transaction.atomic
def take_what_is_untold() -> list[Report]:
    """The reports that a mail is to tell of now, counted as told from here on; none while the last mail is too near."""
    desk, now = ReportDesk.locked(), timezone.now()
    if not desk.may_tell(at=now):
        return []
    untold = list(Report.objects.untold().with_helplines().defer("text"))
    if untold:
        ReportDesk.objects.filter(pk=desk.pk).update(told_at=now)
        Report.objects.filter(pk__in=[report.pk for report in untold]).update(told=True)
    return untold


def sent_to_anybody(reports: list[Report]) -> bool:
    """Send, and say whether it reached a mail server for at least one person, or nobody is to be told."""
    named: Counter[str] = Counter()
    for report in reports:
        named[report.helpline.title] += report.times
    link = settings.WAGTAILADMIN_BASE_URL + reverse("reported_as_wrong")
    body = render_to_string("checking/mail/reported.txt", {"named": sorted(named.items()), "link": link})
    subject = SUBJECT if len(named) == 1 else SUBJECT_OF_SEVERAL
    addresses = addresses_of_those_who("checking.view_report")
    went = [deliver(subject, body, address, about="reports of helplines") for address in addresses]
    return any(went) or not addresses
