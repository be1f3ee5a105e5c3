"""What makes a message look like spam, where a form came from, and who is one visitor."""

import datetime as dt

import pytest
from django.core import signing
from django.test import RequestFactory
from django.utils import timezone

from config.proxies import visitor_of
from contact.components import in_words
from contact.origin import came_from_here
from contact.signs import Sign, signs_in
from contact.stamp import new_stamp, opened_at

NOW = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
ADDRESS = "See https://www.example.org/ "


@pytest.mark.parametrize(
    ("text", "trap", "age", "signs"),
    [
        ("A message", "", 3 * SECOND, set()),
        ("A message", "", 7 * DAY, set()),
        (ADDRESS * 2, "", DAY, set()),
        ("A message", "yes", DAY, {Sign.TRAP}),
        ("A message", "", 2.9 * SECOND, {Sign.QUICK}),
        ("A message", "", -SECOND, {Sign.QUICK}),
        ("A message", "", 7 * DAY + SECOND, {Sign.OLD}),
        (ADDRESS * 3, "", DAY, {Sign.ADDRESSES}),
        ("[url=x] <a href=x> WWW.example.org", "", DAY, {Sign.ADDRESSES}),
        (ADDRESS * 3, "yes", SECOND, {Sign.TRAP, Sign.QUICK, Sign.ADDRESSES}),
    ],
)
def test_what_looks_like_spam(text: str, trap: str, age: dt.timedelta, signs: set[Sign]) -> None:
    assert signs_in(text=text, trap=trap, opened_at=NOW - age, now=NOW) == signs


def test_a_form_that_nobody_knows_the_age_of_is_a_sign() -> None:
    assert signs_in(text="A message", trap="", opened_at=None, now=NOW) == {Sign.UNSTAMPED}


def test_a_stamp_says_when_the_form_was_opened() -> None:
    opened = opened_at(new_stamp())

    assert opened is not None
    assert abs(timezone.now() - opened) <= SECOND


@pytest.mark.parametrize(
    "stamp",
    ["", "1", "a:b:c", ":::", "\0", "é", "x" * 10_000],
)
def test_what_this_site_did_not_sign_is_no_stamp(stamp: str) -> None:
    assert opened_at(stamp) is None


def test_what_was_signed_for_another_use_or_by_another_site_is_no_stamp() -> None:
    assert opened_at(signing.dumps(1)) is None
    assert opened_at(signing.dumps(1, key="of another site")) is None


@pytest.mark.parametrize(
    ("headers", "from_here"),
    [
        ({"sec-fetch-site": "same-origin", "origin": "null"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": ""}, False),
        # Browsers that do not send it, and pages that tell nobody where a reader comes from, as ours.
        ({}, True),
        ({"origin": "null"}, True),
        ({"origin": "http://testserver"}, True),
        ({"origin": "https://testserver"}, True),
        ({"origin": "https://www.example.org"}, False),
        ({"origin": "https://testserver.example.org"}, False),
        ({"origin": "http://["}, False),
    ],
)
def test_a_form_is_ours_where_the_browser_does_not_say_otherwise(headers: dict[str, str], from_here: bool) -> None:
    assert came_from_here(RequestFactory().post("/", headers=headers)) is from_here


@pytest.mark.parametrize(
    ("address", "visitor"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("192.0.2.9:4001", "192.0.2.9"),
        ("[2001:db8:1:2::9]:4001", "2001:db8:1:2::/64"),
        ("nonsense", "nonsense"),
        ("", ""),
    ],
)
def test_who_is_one_visitor_whatever_they_write_into_headers(address: str, visitor: str) -> None:
    request = RequestFactory().post("/", REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR="198.51.100.1")

    assert visitor_of(request) == visitor


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, "a minute"), (0.2, "a minute"), (10, "10 minutes"), (60, "an hour")]
)
def test_waiting_is_said_as_people_say_it(minutes: float, words: str) -> None:
    assert in_words(dt.timedelta(minutes=minutes)) == words
