"""What visitors say is wrong. Their words say that they are an example."""

import datetime as dt

import factory
from django.utils import timezone

from checking.models import Report
from tests.factories.pages import HelplinePageFactory


class ReportFactory(factory.django.DjangoModelFactory):
    helpline = factory.SubFactory(HelplinePageFactory)
    details = "reach"
    received_at = factory.LazyFunction(timezone.now)
    due_at = factory.LazyAttribute(lambda report: report.received_at + dt.timedelta(days=180))

    class Meta:
        model = Report
