"""Somebody asks the directory of helplines, and reads what it answers."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client

from helplines.models import (
    ContactWay,
    DirectoryTerm,
    HelplineDirectoryPage,
    HelplinePage,
    HelplineSection,
)
from tests.factories.pages import HelplinePageFactory, the_only
from tests.factories.snippets import HelplineSectionFactory


def helpline(
    title: str, *, ways: tuple[str, ...] = ("voice",), needs: tuple[str, ...] = (), **fields: Any
) -> HelplinePage:
    """A public helpline; `needs` are names of words to find it by."""
    section = fields.pop("section", None) or HelplineSection.objects.first() or HelplineSectionFactory()
    page = HelplinePageFactory(title=title, section=section, **fields)
    for kind in ways:
        value = {"email": "help@example.org", "website": "https://www.example.org/"}.get(kind, "020 7946 0000")
        ContactWay.objects.create(helpline=page, kind=kind, value=value)
    for name in needs:
        page.terms.add(DirectoryTerm.objects.get_or_create(name=name, defaults={"permanent_id": name.lower()})[0])
    page.save()
    return page


def ask(client: Client, **asked: str) -> BeautifulSoup:
    """The directory for what the address asks."""
    answer = client.get(the_only(HelplineDirectoryPage).url, asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles_in(part: Tag | None) -> list[str]:
    """The names of the helplines in a part of the page."""
    return [heading.get_text() for heading in part.select("h3")] if part else []


def fitting(page: BeautifulSoup) -> list[str]:
    """The names of those that fit."""
    return [title for part in page.select("[id^=section-]") if part.name == "section" for title in titles_in(part)]


def perhaps(page: BeautifulSoup) -> list[str]:
    return titles_in(page.select_one("#may-fit"))


def closest(page: BeautifulSoup) -> list[str]:
    return titles_in(page.select_one("#closest"))


def outcome(page: BeautifulSoup) -> str:
    return page.select_one(".finder-outcome").get_text()
