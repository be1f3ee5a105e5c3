"""Somebody who writes instead of speaking dials 18001 first, once."""

import pytest
from django.core.exceptions import ValidationError

from helplines.components import Way
from helplines.models import ContactWay, ContactWayKind
from helplines.phone_numbers import check_phone_number, check_relay_number, relay_link, relay_number, relay_words

# Which numbers must not return stands in the database too.
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "dialled", "words"),
    [
        ("0808 157 0123", "1800108081570123", "18001, then 0808 157 0123"),
        ("18001 0808 157 0123", "1800108081570123", "18001, then 0808 157 0123"),
        ("18001-0808 157 0123", "1800108081570123", "18001, then 0808 157 0123"),
        ("1800108081570123", "1800108081570123", "18001, then 08081570123"),
        ("1 8001 020 7946 0000", "1800102079460000", "18001, then 020 7946 0000"),
        ("18001 (020) 7946 0000", "1800102079460000", "18001, then (020) 7946 0000"),
        ("+44 20 7946 0000", "1800102079460000", "18001, then 020 7946 0000"),
        ("116 123", "18001116123", "18001, then 116 123"),
        ("18001 116 123", "18001116123", "18001, then 116 123"),
        ("18000", "18000", "18000"),
    ],
)
def test_18001_is_dialled_once_before_the_number(number: str, dialled: str, words: str) -> None:
    check_relay_number(number)

    assert relay_link(number) == f"tel:{dialled}"
    assert relay_words(number) == words
    assert relay_number(number) == words.replace(", then", "")


@pytest.mark.parametrize("number", ["call us", "18001 call us", "18001 0300 123 33", "18001 18001 116 123", ""])
def test_a_tap_on_what_is_no_number_dials_nothing(number: str) -> None:
    with pytest.raises(ValueError, match="number"):
        check_relay_number(number)

    assert relay_link(number) == ""


@pytest.mark.parametrize("number", ["18001 08457 90 90 90", "1800108457909090", "08457 90 90 90"])
def test_a_number_that_is_out_of_date_is_refused_behind_18001_too(number: str) -> None:
    with pytest.raises(ValueError, match="out of date"):
        check_relay_number(number)


def test_only_ways_by_relay_may_begin_with_18001() -> None:
    number = "18001 0808 157 0123"
    ContactWay(kind=ContactWayKind.RELAY, value=number).clean()

    with pytest.raises(ValueError, match="No such number"):
        check_phone_number(number)
    with pytest.raises(ValidationError, match="No such number"):
        ContactWay(kind=ContactWayKind.VOICE, value=number).clean()


def test_words_say_how_to_dial_it() -> None:
    way = Way.of(ContactWay(kind=ContactWayKind.RELAY, value="18001 0808 157 0123", note="Free"))

    assert way.in_words == "Textphone or Relay UK 18001, then 0808 157 0123 (Free.)"
    assert way.link == "tel:1800108081570123"


def test_a_relay_number_that_an_old_draft_holds_has_its_words_alone() -> None:
    way = Way.of(ContactWay(kind=ContactWayKind.RELAY, value="ask for it"))

    assert way.link == ""
    assert "ask for it" in way.in_words
