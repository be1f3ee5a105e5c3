"""A visitor who says that something is wrong with a helpline, as a browser would send it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from checking.models import Report
from helplines.models import HelplinePage
from tests.factories.pages import HelplinePageFactory
from tests.writing import A_WHILE, fields_of, parsed

REPORTED = "/helplines/wrong/report/sent/"


def somebody_who_reports(clock: time_machine.Traveller, **about: Any) -> "Reporter":
    """The first visitor of a day: what was counted before is forgotten."""
    cache.clear()
    return Reporter(clock, HelplinePageFactory(title="Example Line"), **about)


def address_of(helpline: HelplinePage) -> str:
    """Where something can be said of this helpline."""
    return reverse("helpline_is_wrong", args=[helpline.permanent_id])


@dataclass
class Reporter:
    """Somebody without an account who found that something is wrong with one helpline."""

    clock: time_machine.Traveller
    helpline: HelplinePage
    comes_from: str = "192.0.2.1"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    @property
    def address(self) -> str:
        """Where they say it."""
        return address_of(self.helpline)

    def opens_the_form(self) -> dict[str, Any]:
        """What an empty form would send."""
        return fields_of(self.client.get(self.address))

    def takes_time(self, while_: dt.timedelta = A_WHILE) -> None:
        """The clock goes on while somebody thinks."""
        self.clock.shift(while_)

    def sends(self, form: dict[str, Any] | None = None, **said: Any) -> Any:
        """Tick, write and send, after a while."""
        if form is None:
            form = self.opens_the_form()
            self.takes_time()
        return self.client.post(self.address, {**form, **said}, REMOTE_ADDR=self.comes_from)


def ticked_in(response: Any) -> list[str]:
    """The boxes that are ticked on a page."""
    return [str(box["value"]) for box in parsed(response).select("input[type=checkbox][checked]")]


def the_report() -> Report:
    """The one report that was kept."""
    return Report.objects.get()
