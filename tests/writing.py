"""A visitor who writes to the team, as a browser would send it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

from contact.models import Message
from home.models import ContactPage
from tests.factories.pages import the_only

SEND, SENT = "/contact/send/", "/contact/sent/"
A_WHILE = dt.timedelta(seconds=30)


def somebody_who_writes(clock: time_machine.Traveller, **about: Any) -> "Writer":
    """The first visitor of a day: what was counted before is forgotten."""
    cache.clear()
    return Writer(clock, **about)


@dataclass
class Writer:
    """Somebody without an account, whose forms are checked like everybody's."""

    clock: time_machine.Traveller
    address: str = "192.0.2.1"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def opens_the_form(self) -> dict[str, str]:
        """What an empty form of the contact page would send."""
        page = the_only(ContactPage)
        return fields_of(self.client.get(page.url))

    def takes_time(self, while_: dt.timedelta = A_WHILE) -> None:
        """The clock goes on while somebody writes."""
        self.clock.shift(while_)

    def sends(self, form: dict[str, str] | None = None, **typed: str) -> Any:
        """Write and send, after a while."""
        if form is None:
            form = self.opens_the_form()
            self.takes_time()
        return self.client.post(SEND, {**form, **typed}, REMOTE_ADDR=self.address)


def fields_of(response: Any) -> dict[str, str]:
    """What the form on a page would send as it stands."""
    form = parsed(response).select_one("form[action]")
    assert form is not None
    words = {box["name"]: box.get_text() for box in form.select("textarea")}
    lines = {box["name"]: box.get("value", "") for box in form.select("input:not([type=radio], [type=checkbox])")}
    chosen = {box["name"]: box["value"] for box in form.select("input[type=radio][checked]")}
    return {str(name): str(value) for name, value in {**words, **lines, **chosen}.items()}


def parsed(response: Any) -> BeautifulSoup:
    """A page as a browser reads it."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def the_message() -> Message:
    """The one message that was kept."""
    return Message.objects.get()
