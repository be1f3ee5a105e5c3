"""What tests of the open data stand on: the standard's schemas, and helplines of every sort."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it brings no types
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from core.partial_date import PartialDate
from helplines.models import (
    Area,
    ContactWay,
    ContactWayKind,
    HelplinePage,
    InShort,
    Language,
    Notice,
    TermKind,
    TrustFact,
    TrustQuestion,
    TrustStanding,
)
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import DirectoryTermFactory, OrganisationFactory
from tests.formats import FORMATS, not_as_said_in_words

# They are the standard's, and lie beside the project: it does not copy them.
SCHEMAS = Path(__file__).parents[2] / "shared" / "hsds"
needs_the_standard = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="The schemas of HSDS 3.0 are not in ../shared/hsds beside the project."
)
TODAY = dt.date(2026, 11, 2)
A_DAY = dt.timedelta(days=1)
Plant = Callable[[], HelplinePage]
Way = ContactWayKind


def in_the_folder(name: str) -> Resource[Any]:
    """A schema that another one names by its file."""
    return DRAFT202012.create_resource(json.loads((SCHEMAS / name).read_text("utf-8")))


def mistakes_in(schema: str, value: Any) -> list[str]:
    """What the standard has against a value: by the schema of this name, by formats, and by what it says in words alone."""
    validator = jsonschema.Draft202012Validator(
        in_the_folder(f"{schema}.json").contents,
        registry=Registry(retrieve=in_the_folder),  # type: ignore[call-arg]  # attrs takes it
        format_checker=FORMATS,
    )
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
    return [*errors, *not_as_said_in_words(value)]


def standard_api() -> dict[str, Any]:
    """The standard's own OpenAPI file."""
    document: dict[str, Any] = json.loads((SCHEMAS / "openapi.json").read_text("utf-8"))
    return document


def page_schema() -> dict[str, Any]:
    """What it says of a page of a list."""
    found: dict[str, Any] = standard_api()["components"]["schemas"]["Page"]
    return found


def a_way(helpline: HelplinePage, kind: ContactWayKind, value: str, **fields: Any) -> ContactWay:
    """One way of contact, behind those that are there."""
    place = helpline.contact_ways.count()
    way: ContactWay = ContactWay.objects.create(helpline=helpline, kind=kind, value=value, sort_order=place, **fields)
    return way


def empty() -> HelplinePage:
    helpline: HelplinePage = HelplinePageFactory()
    return helpline


def usual(**fields: Any) -> HelplinePage:
    """A helpline with everything on it."""
    organisation = OrganisationFactory(
        description="What it is.", website="https://www.example.org/", charity_number="SC012345"
    )
    helpline: HelplinePage = HelplinePageFactory(
        **{
            "title": "Example line",
            "summary": "One plain sentence.",
            "also_known_as": "The line",
            "organisation": organisation,
            "is_crisis_line": True,
            "opening_hours": "Mo-Fr 09:00-18:00; Sa 10:00-12:00,13:00-15:00; PH off; Dec 25 unknown",
            "hours": "E-mails are answered within two days",
            "cost": "Free",
            "for_whom": "Anybody",
            "minimum_age": 18,
            "maximum_age": 25,
            "areas": [Area.ENGLAND, Area.WALES],
            "area": "Not in Leeds",
            "languages": [Language.ENGLISH, Language.BRITISH_SIGN_LANGUAGE],
            "interpretation": "Ask for an interpreter.",
            "body": [("paragraph", "<p>More about it.</p>")],
            "details_from": "their own website",
            "last_checked": TODAY,
            **fields,
        }
    )
    a_way(helpline, Way.VOICE, "0808 157 0123", note="Nights too", opening_hours="24/7", cost="10p a minute")
    a_way(helpline, Way.TEXT, "85258", keyword="WORD")
    a_way(helpline, Way.RELAY, "0808 157 0124")
    a_way(helpline, Way.EMAIL, "help@example.org")
    a_way(helpline, Way.EMAIL, "more@example.org")
    a_way(helpline, Way.CHAT, "https://www.example.org/chat", opening_hours="Mo-Su 22:00-02:00")
    a_way(helpline, Way.BSL, "https://www.example.org/bsl")
    a_way(helpline, Way.LETTER, "Example Street 1")
    a_way(helpline, Way.WEBSITE, "https://www.example.org/line")
    for question, standing, answer, in_short in (
        (TrustQuestion.RECORDED, TrustStanding.STATED, "No, never.", InShort.NO),
        (TrustQuestion.NOTES_KEPT, TrustStanding.NOT_STATED, "", ""),
    ):
        TrustFact.objects.create(
            helpline=helpline, question=question, standing=standing, answer=answer, in_short=in_short,
            source="A call", on=PartialDate(2026, 10),
        )  # fmt: skip
    Notice.objects.create(helpline=helpline, words="Closed tomorrow.", nobody_answers=True, last_day=TODAY + A_DAY)
    Notice.objects.create(helpline=helpline, words="It is over.", last_day=TODAY - A_DAY)
    terms = [DirectoryTermFactory(name="a complaint"), DirectoryTermFactory(kind=TermKind.PEOPLE, name="carers")]
    helpline.terms.set(terms)
    helpline.save()
    return helpline


def answered_alike(**fields: Any) -> HelplinePage:
    """The same, where one has the hours of the other and no notice says that nobody answers."""
    helpline = usual(**fields)
    ContactWay.objects.filter(helpline=helpline).update(opening_hours="")
    Notice.objects.filter(helpline=helpline).delete()
    found: HelplinePage = HelplinePage.objects.get(pk=helpline.pk)
    return found


def not_ascii() -> HelplinePage:
    """Addresses in letters that a browser takes and a program may not."""
    helpline: HelplinePage = HelplinePageFactory(organisation=OrganisationFactory(website="https://www.exämple.org/"))
    a_way(helpline, Way.WEBSITE, "https://www.example.org/café?straße=ä#ö")
    a_way(helpline, Way.CHAT, "https://chat.exämple.org:8443/")
    a_way(helpline, Way.EMAIL, "help@exämple.org")
    a_way(helpline, Way.EMAIL, "more@exämple.org")
    return helpline


def longest() -> HelplinePage:
    """Every text as long as the record holds, in letters that JSON has to write otherwise."""
    fields = ("also_known_as", "summary", "hours", "cost", "for_whom", "area", "interpretation", "details_from")
    long = {name: ("“<b>ŵ\u2028”" * 99)[: HelplinePage._meta.get_field(name).max_length] for name in fields}
    return usual(title="x" * 250, areas=list(Area), languages=list(Language), **long)


def with_status(status: str) -> Plant:
    return lambda: usual(status=status)


def open_at(expression: str) -> Plant:
    return lambda: answered_alike(opening_hours=expression, hours="")


def hours_that_cannot_be_read() -> HelplinePage:
    """As an old draft may have them."""
    helpline = usual()
    HelplinePage.objects.filter(pk=helpline.pk).update(opening_hours="whenever")
    return helpline


def what_nothing_can_call() -> HelplinePage:
    """An old draft may have been published with values that no tap can follow."""
    helpline = empty()
    for kind in Way:
        a_way(helpline, kind, "not what it should be")
        a_way(helpline, kind, "not what it should be")
    return helpline


HELPLINES: dict[str, Plant] = {
    "empty": empty,
    "usual": usual,
    "answered alike": answered_alike,
    "longest": longest,
    "addresses that are not ASCII": not_ascii,
    "open": with_status("open"),
    "closed for now": with_status("paused"),
    "closed for good": with_status("closed"),
    "no organisation": lambda: usual(organisation=None),
    "an organisation of which a name is known": lambda: usual(organisation=OrganisationFactory()),
    "a charity of England": lambda: usual(organisation=OrganisationFactory(charity_number="219432")),
    "a charity of Northern Ireland": lambda: usual(organisation=OrganisationFactory(charity_number="NIC100123")),
    "day and night": open_at("24/7"),
    "day and night but for bank holidays": open_at("24/7; PH unknown"),
    "overnight": open_at("Mo-Su 22:00-06:00; PH off"),
    "24 hours from the morning": open_at("Fr 09:00-09:00; PH off"),
    "split days": open_at("Mo-Fr 09:00-12:00,13:00-18:00,20:00-24:00; PH 10:00-12:00"),
    "on bank holidays alone": open_at("Mo-Su off; PH 10:00-12:00"),
    "hours that cannot be read": hours_that_cannot_be_read,
    "hours in words alone": lambda: usual(opening_hours="", hours="Most evenings"),
    "hours not known": open_at(""),
    "ways that nothing can call": what_nothing_can_call,
}
