"""Which words of urgent help readers see, and what a tap there does."""

from typing import Any

import pytest
from django.test import Client

from core.guard_rails import PublishingRefused
from core.models import UrgentHelp
from core.models.urgent_help import can_be_tapped
from core.urgent_help import panel_of
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db

TAPS = ["tel:999", "tel:+443001233393", "sms:999", "sms:85258?body=SHOUT", "https://www.example.org/help?by=text"]
OTHERS = [
    "javascript:alert(1)", " javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "http://www.example.org/",
    "https://", "//www.example.org", "/model/", "tel:", "tel:call us", "999", "tel:999 onclick=x",
]  # fmt: skip


def urgent_help(*, link: str = "", heading: str = "Get help now") -> UrgentHelp:
    way: dict[str, Any] = {"label": "Example service", "detail": "", "link": link}
    alternatives = UrgentHelp._meta.get_field("alternatives").stream_block.to_python([{"type": "way", "value": way}])
    record: UrgentHelp = UrgentHelp.objects.create(
        heading=heading, text="Call 999.", alternatives=alternatives, live=False
    )
    return record


@pytest.mark.parametrize("link", TAPS)
def test_a_tap_calls_texts_or_opens_a_secure_address(link: str) -> None:
    record = urgent_help(link=link)

    record.save_revision().publish()

    assert [way.link for way in panel_of(UrgentHelp.objects.get(pk=record.pk)).ways] == [link]


@pytest.mark.parametrize("link", OTHERS)
def test_what_a_tap_may_not_do_is_refused_and_shown_as_words_alone(link: str) -> None:
    record = urgent_help(link=link)

    assert not can_be_tapped(link)
    with pytest.raises(PublishingRefused, match="a tap can do"):
        record.save_revision().publish()
    assert [way.link for way in panel_of(record).ways] == [""]


def test_what_was_published_last_is_on_every_page_whichever_record_it_is_in(client: Client) -> None:
    older, newer = urgent_help(heading="The older words"), urgent_help(heading="The newer words")
    for record in (older, newer):
        record.save_revision().publish()
    assert "The newer words" in client.get(home_page().url).content.decode()

    UrgentHelp.objects.get(pk=older.pk).save_revision().publish()

    assert "The older words" in client.get(home_page().url).content.decode()
