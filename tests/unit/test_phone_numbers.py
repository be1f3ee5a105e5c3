"""Numbers are checked the way people in the UK dial them."""

import pytest

from helplines.phone_numbers import check_phone_number, check_text_number, dial_link, number_in_words, text_link

# The list of numbers that must not return is in the database.
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "number",
    [
        "116 123",
        "999",
        "111",
        "18000",
        "85258",
        "01708 765200",
        "0300 330 7777",
        "0808 801 0525",
        "+44 20 7946 0000",
        "+44 1481 700000",
        # Reading, and the Isle of Man.
        "0118 496 0123",
        "07624 123456",
    ],
)
def test_numbers_that_people_dial_are_accepted(number: str) -> None:
    check_phone_number(number)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("08457 90 90 90", "out of date"),
        ("+44 8457 909090", "out of date"),
        ("0044 8457 909090", "out of date"),
        ("0845 790 9090", "out of date"),
        ("0845\u200b7909090", "out of date"),
        ("0800 SAMARIT", "not a telephone number"),
        ("0300 123 3393 ext 5", "not a telephone number"),
        ("0300 123 3393 x5", "not a telephone number"),
        ("0300 123 3393 or 116 123", "not a telephone number"),
        ("0300 123 3393; 5", "not a telephone number"),
        ("call us", "not a telephone number"),
        ("", "not a telephone number"),
        ("12", "No such number"),
        ("0300 123 33", "No such number"),
        ("0116 123", "No such number"),
        ("+353 1 800 0000", "another country"),
        ("00353 1 800 0000", "another country"),
        ("+1 212 555 0100", "another country"),
        ("+33 3114", "another country"),
        ("0909 879 0000", "cost much more"),
        ("0871 200 2233", "cost much more"),
        ("070 1234 5678", "cost much more"),
        ("+44 70 1234 5678", "cost much more"),
        ("118 118", "cost much more"),
        ("118500", "cost much more"),
        ("+44 118 500", "cost much more"),
    ],
)
def test_other_numbers_are_refused_with_a_sentence(number: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        check_phone_number(number)


DIALLED = [
    ("116 123", "116123"),
    ("999", "999"),
    ("18000", "18000"),
    ("85258", "85258"),
    ("0300 123 3393", "+443001233393"),
    ("0808-801-0525", "+448088010525"),
    ("+44 300 123 3393", "+443001233393"),
    ("0044 300 123 3393", "+443001233393"),
    ("+44 (0)300 123 3393", "+443001233393"),
    ("(020) 7946 0000", "+442079460000"),
]


@pytest.mark.parametrize(("number", "dialled"), DIALLED)
def test_a_tap_dials_short_numbers_as_they_are_and_others_as_the_whole_world_does(number: str, dialled: str) -> None:
    check_phone_number(number)

    assert dial_link(number) == f"tel:{dialled}"
    assert text_link(number, "") == f"sms:{dialled}"


@pytest.mark.parametrize("number", ["0800 SAMARIT", "0300 123 3393 ext 5", "call us", "12", ""])
def test_a_tap_on_what_is_no_number_dials_nothing(number: str) -> None:
    assert dial_link(number) == ""
    assert text_link(number, "HELP") == ""


@pytest.mark.parametrize("number", ["85258", "61016", "07860 039967", "01708 765200", "0300 330 7777"])
def test_a_number_that_may_get_texts_is_accepted_for_texts(number: str) -> None:
    check_text_number(number)


@pytest.mark.parametrize("number", ["0800 1111", "0808 801 0525", "18000", "18001", "1471", "111", "101", "116 123"])
def test_a_number_that_surely_gets_no_texts_is_refused_for_texts(number: str) -> None:
    with pytest.raises(ValueError, match="gets calls and no texts"):
        check_text_number(number)


@pytest.mark.parametrize("number", ["999", "112", "+44 999"])
def test_an_emergency_number_is_refused_for_texts_with_what_has_to_be_known(number: str) -> None:
    with pytest.raises(ValueError, match="registered for that beforehand"):
        check_text_number(number)


@pytest.mark.parametrize(
    ("keyword", "link"), [("SHOUT", "sms:85258?body=SHOUT"), ("", "sms:85258"), ("Help me", "sms:85258?body=Help%20me")]
)
def test_a_tap_begins_a_text_with_its_keyword(keyword: str, link: str) -> None:
    assert text_link("85258", keyword) == link


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+44 300 123 3393", "0300 123 3393"),
        ("0044 20 7946 0000", "020 7946 0000"),
        ("+44 (0)300 123 3393", "0300 123 3393"),
        ("+44 1481 700000", "01481 700000"),
        # As people say it, so as somebody wrote it.
        ("0808-801-0525", "0808-801-0525"),
        ("116 123", "116 123"),
        ("+44 call us", "+44 call us"),
    ],
)
def test_a_number_is_shown_as_people_in_the_uk_say_it(number: str, shown: str) -> None:
    assert number_in_words(number) == shown
