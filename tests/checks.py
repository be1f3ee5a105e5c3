"""A helpline in the directory, somebody of it with a personal link, and what they send."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from checking.actions import make_link
from helplines.models import ContactWay, ContactWayKind, HelplinePage, TrustFact, TrustQuestion
from helplines.models.trust_facts import TrustStanding
from tests.factories.pages import HelplinePageFactory
from tests.writing import parsed

NUMBER, OTHER_NUMBER = "020 7946 0000", "020 7946 0001"
EXPIRES_IN = 30


def a_public_helpline(**fields: Any) -> HelplinePage:
    """A helpline with a way of contact and a trust fact, published as the workflow would."""
    page = HelplinePageFactory(**{"title": "Example line", "cost": "Free", "hours": "Every day", **fields})
    ContactWay.objects.create(helpline=page, kind=ContactWayKind.VOICE, value=NUMBER, note="Ask for Example.")
    TrustFact.objects.create(
        helpline=page, question=TrustQuestion.RECORDED, standing=TrustStanding.STATED, answer="No.", source="A call"
    )
    return published_again(page)


def published_again(page: HelplinePage, **fields: Any) -> HelplinePage:
    """The helpline after another version of it went live."""
    newest = HelplinePage.objects.get(pk=page.pk)
    for name, value in {"kind_of_change": "correction", **fields}.items():
        setattr(newest, name, value)
    newest.save_revision().publish()
    return HelplinePage.objects.get(pk=page.pk)


def a_link_for(page: HelplinePage, **options: Any) -> str:
    """The secret of a new link."""
    return make_link(**{"helpline": page, "by": None, "days": EXPIRES_IN, **options})


def draft_of(page: HelplinePage) -> HelplinePage:
    """The newest version of a helpline, public or not."""
    draft: HelplinePage = HelplinePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


@dataclass
class Somebody:
    """Somebody of a helpline, without an account, whose forms are checked like everybody's."""

    token: str
    address: str = "192.0.2.1"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    @property
    def url(self) -> str:
        return f"/helplines/check/{self.token}/"

    def opens(self, **query: str) -> Any:
        return self.client.get(self.url, query, REMOTE_ADDR=self.address)

    def says_it_is_right(self, **typed: str) -> Any:
        form = fields_of(parsed(self.opens()).select_one("main form[method=post]"))
        return self.client.post(self.url, {**form, **typed}, REMOTE_ADDR=self.address)

    def opens_the_form(self) -> dict[str, Any]:
        """What the form would send as it stands."""
        return fields_of(parsed(self.opens(answer="different")).select_one("main form[method=post]"))

    def sends(self, form: dict[str, Any] | None = None, **typed: Any) -> Any:
        """Send the form with some fields changed: `way_value` is the value of the first way of contact."""
        form = form or self.opens_the_form()
        changed = {field_called(key, form): words for key, words in typed.items()}
        return self.client.post(self.url, {**form, **changed}, REMOTE_ADDR=self.address)


def field_called(key: str, form: dict[str, Any]) -> str:
    """The name that the form has for a field."""
    pattern = re.compile(key.replace("_", r"[_-](?:\d+-)?"))
    return next(name for name in form if pattern.fullmatch(name))


def fields_of(form: Any) -> dict[str, Any]:
    """What a form would send as it stands; of boxes to tick, a list of those that are ticked."""
    words = {box["name"]: box.get_text().removeprefix("\n") for box in form.select("textarea")}
    lines = {box["name"]: box.get("value", "") for box in form.select("input:not([type=radio], [type=checkbox])")}
    chosen = {box["name"]: box["value"] for box in form.select("input[type=radio][checked]")}
    picked = {box["name"]: box.select_one("option[selected]")["value"] for box in form.select("select")}
    ticked: dict[str, Any] = {box["name"]: [] for box in form.select("input[type=checkbox]")}
    for box in form.select("input[type=checkbox][checked]"):
        ticked[box["name"]].append(box["value"])
    return {**words, **lines, **chosen, **picked, **ticked}
