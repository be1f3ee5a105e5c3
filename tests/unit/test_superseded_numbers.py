"""A number that is out of date is found however it is written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from core.models import SiteIdentity
from core.superseded_numbers import texts_in, why_out_of_date
from helplines.models import HelplineSection


@pytest.mark.parametrize(
    "text",
    [
        "08457 90 90 90",
        "08457909090",
        "8457 909090",
        "0845 790 9090",
        "(08457) 90.90.90",
        "08457-90-90-90",
        "08457\u201190\u201390 90",
        "08457\u00a090\u200b90\u206090",
        "08457\n90 90 90",
        "+44 8457 909090",
        "+44 (0) 8457 90 90 90",
        "0044 8457 90 90 90",
        "０８４５７ ９０９０９０",
        "Call Samaritans on 08457 90 90 90, day and night.",
        "In 1990, 08457 90 90 90 was right.",
        "<p>08457&nbsp;90 <b>90</b> 90</p>",
        '<a href="tel:08457909090">Samaritans</a>',
        '<a href="tel:08457%2090%2090%2090">Samaritans</a>',
    ],
)
def test_it_is_found_and_the_editor_is_told_what_is_right_today(text: str) -> None:
    assert why_out_of_date(text) == (
        "This number is out of date and must never be published. Samaritans answer on 116 123."
    )


@pytest.mark.parametrize(
    "text", ["", "116 123", "08457 90 90 91", "0845 790 90900", "108457909090", "0845 and 7909090", "10.1093/8457"]
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert why_out_of_date(text) == ""


def test_every_text_of_a_record_is_read_however_deep_it_stands() -> None:
    stored = {"title": "a", "body": [{"type": "item", "value": {"text": "b", "links": [{"label": "c"}]}}], "number": 7}

    assert set(texts_in(stored)) >= {"a", "b", "c"}


@pytest.mark.parametrize("name", ["title", "introduction"])
@pytest.mark.parametrize("number", ["08457 90 90 90", "116 123"])
def test_a_section_that_goes_live_at_once_refuses_it_too(name: str, number: str) -> None:
    is_refused(HelplineSection(**{name: f"Call {number}."}), name, number)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["name", "short_name", "strapline", "funding"])
@pytest.mark.parametrize("number", ["08457 90 90 90", "116 123"])
def test_the_site_identity_refuses_it_too(name: str, number: str) -> None:
    is_refused(SiteIdentity(**{name: f"Call {number}."}), name, number)


def is_refused(record: models.Model, name: str, number: str) -> None:
    """Assert that the number that is out of date is refused beside its field, and the other is not."""
    try:
        record.clean()
        refused: dict[str, list[str]] = {}
    except ValidationError as error:
        refused = error.message_dict
    assert set(refused) == ({name} if number.startswith("0") else set())
