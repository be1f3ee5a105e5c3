"""What is said of one link, whatever the machine at its other end does; and nobody is pestered."""

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from checking.links import asking
from checking.links.asking import Finding, look_at
from checking.links.politeness import Pace
from checking.models import Outcome
from tests.machines import (
    Machine,
    Temper,
    a_certificate_of_nobody,
    a_machine,
    drip,
    hang_up,
    hang_up_on_the_head,
    never_end,
)
from tests.servers import free_port

WORKS, MOVED, UNSURE, FAILED = Outcome.WORKS, Outcome.MOVED, Outcome.UNSURE, Outcome.FAILED


@dataclass
class Clock:
    """A clock on which nobody waits."""

    time: float = 100.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(now=clock.now, sleep=clock.sleep)


@pytest.fixture
def machine() -> Iterator[Machine]:
    with a_machine() as machine:
        machine.pages.update(PAGES)
        yield machine


PAGES = {
    "/works": Temper(),
    "/no-head": Temper(200, head=405),
    "/head-not-found": Temper(200, head=404),
    "/gone": Temper(410),
    "/forbidden": Temper(403),
    "/sign-in": Temper(401),
    "/no-method": Temper(405),
    "/too-many": Temper(429),
    "/broken": Temper(500),
    "/away": Temper(503),
    "/moved": Temper(301, location="/works"),
    "/moved-too": Temper(308, location="../works"),
    "/moved-twice": Temper(301, location="/moved"),
    "/today": Temper(302, location="/works"),
    "/moved-to-today": Temper(301, location="/today"),
    "/today-moved": Temper(307, location="/moved"),
    "/moved-to-nothing": Temper(301, location="/nothing"),
    "/circle": Temper(302, location="/circle"),
    "/nowhere": Temper(302),
    "/private": Temper(302, location="http://10.0.0.1/admin"),
    "/relative-private": Temper(302, location="//192.168.1.1/"),
    "/metadata": Temper(301, location="http://169.254.169.254/latest/"),
    "/file": Temper(302, location="file:///etc/passwd"),
    "/nonsense": Temper(302, location="http://[nonsense/"),
    "/hangs-up": Temper(does=hang_up),
    "/hangs-up-on-the-head": Temper(does=hang_up_on_the_head),
}

CASES = [
    ("/works", WORKS, "Answered 200.", ["HEAD"]),
    ("/no-head", WORKS, "Answered 200.", ["HEAD", "GET"]),
    ("/head-not-found", WORKS, "Answered 200.", ["HEAD", "GET"]),
    ("/hangs-up-on-the-head", WORKS, "Answered 200.", ["HEAD", "GET"]),
    ("/nothing", FAILED, "Answered 404: there is no such page.", ["HEAD", "GET"]),
    ("/gone", FAILED, "Answered 410: there is no such page.", ["HEAD", "GET"]),
    ("/forbidden", UNSURE, "Answered 403", ["HEAD", "GET"]),
    ("/sign-in", UNSURE, "Answered 401", ["HEAD", "GET"]),
    ("/no-method", UNSURE, "Answered 405", ["HEAD", "GET"]),
    ("/too-many", UNSURE, "Answered 429", ["HEAD"]),
    ("/broken", UNSURE, "Answered 500", ["HEAD", "GET"]),
    ("/away", UNSURE, "Answered 503", ["HEAD"]),
    ("/moved", MOVED, "Has moved", ["HEAD", "HEAD"]),
    ("/moved-too", MOVED, "Has moved", ["HEAD", "HEAD"]),
    ("/moved-twice", MOVED, "Has moved", ["HEAD"] * 3),
    ("/today", WORKS, "Answered 200.", ["HEAD", "HEAD"]),
    ("/moved-to-today", MOVED, "Has moved", ["HEAD"] * 3),
    ("/today-moved", WORKS, "Answered 200.", ["HEAD"] * 3),
    ("/moved-to-nothing", FAILED, "Answered 404", ["HEAD", "HEAD", "GET"]),
    ("/circle", UNSURE, "without an end", ["HEAD"] * (asking.MOST_HOPS + 1)),
    ("/nowhere", UNSURE, "Answered 302", ["HEAD"]),
    ("/private", UNSURE, "not in public", ["HEAD"]),
    ("/relative-private", UNSURE, "not in public", ["HEAD"]),
    ("/metadata", UNSURE, "not in public", ["HEAD"]),
    ("/file", UNSURE, "not an address", ["HEAD"]),
    ("/nonsense", UNSURE, "broke off", ["HEAD"]),
    ("/hangs-up", UNSURE, "broke off", ["HEAD", "GET"]),
]


@pytest.mark.parametrize(("path", "outcome", "words", "methods"), CASES)
def test_what_is_said_of_a_link(
    machine: Machine, pace: Pace, path: str, outcome: Outcome, words: str, methods: list[str]
) -> None:
    finding = look_at(machine.url + path, pace=pace)

    assert finding.outcome == outcome
    assert words in finding.words
    assert [method for method, _, _ in machine.asked] == methods


@pytest.mark.parametrize(
    ("path", "to"), [("/moved", "/works"), ("/moved-twice", "/works"), ("/moved-to-today", "/today"), ("/today", "")]
)
def test_where_it_has_moved_is_as_far_as_every_step_is_for_good(
    machine: Machine, pace: Pace, path: str, to: str
) -> None:
    moved_to = look_at(machine.url + path, pace=pace).moved_to

    assert moved_to.removeprefix(machine.url) == to


def test_we_say_who_we_are(machine: Machine, pace: Pace) -> None:
    with override_settings(WAGTAILADMIN_BASE_URL="https://www.example.org"):
        look_at(machine.url + "/works", pace=pace)

    assert machine.asked[0][2] == "avoidable-harm-links (+https://www.example.org)"


def test_addresses_of_other_letters_are_asked_for_as_browsers_do(machine: Machine, pace: Pace) -> None:
    look_at(machine.url + "/é a?b=ü", pace=pace)

    assert machine.asked[0][1] == "/%C3%A9%20a?b=%C3%BC"


def test_the_same_host_is_asked_once_a_second_and_another_at_once(machine: Machine, pace: Pace, clock: Clock) -> None:
    look_at(machine.url + "/no-head", pace=pace)
    look_at(machine.url.replace("127.0.0.1", "localhost") + "/works", pace=pace)
    clock.time += 0.25
    look_at(machine.url + "/works", pace=pace)

    assert clock.slept == [1.0, 0.75]


def test_every_step_of_a_way_waits_its_second(machine: Machine, pace: Pace, clock: Clock) -> None:
    look_at(machine.url + "/moved-twice", pace=pace)

    assert clock.slept == [1.0, 1.0]


def test_a_page_without_an_end_is_left_after_its_beginning(machine: Machine, pace: Pace) -> None:
    machine.pages["/endless"] = Temper(does=never_end)

    assert look_at(machine.url + "/endless", pace=pace).outcome == WORKS


def test_one_who_answers_a_letter_at_a_time_is_left_when_the_time_is_over(
    machine: Machine, pace: Pace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FOR_ALL", 0.4)
    machine.pages["/drips"] = Temper(does=drip)
    began = time.perf_counter()

    finding = look_at(machine.url + "/drips", pace=pace)

    # It would take five seconds.
    assert time.perf_counter() - began < 4
    assert (finding.outcome, finding.words) == (UNSURE, "It did not answer in time.")


def slowly(clock: Clock, seconds: float, answer: bytes) -> Temper:
    """A page that takes its time, on the clock on which nobody waits, and hangs up after its answer."""

    def takes_its_time(handler: Any) -> None:
        clock.time += seconds
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 " + answer + b"\r\nContent-Length: 0\r\n\r\n")

    return Temper(does=takes_its_time)


SLOW: list[tuple[float, bytes, str, list[str]]] = [
    (10, b"302 Found\r\nLocation: /slow", "It did not answer in time.", ["HEAD", "HEAD"]),
    (20, b"302 Found\r\nLocation: /slow", "It did not answer in time.", ["HEAD"]),
    (20, b"405 No", "It did not answer in time.", ["HEAD"]),
    (9, b"405 No", "Answered 405: a machine is not let in.", ["HEAD", "GET"]),
    (20, b"200 OK", "Answered 200.", ["HEAD"]),
]


@pytest.mark.parametrize(("seconds", "answer", "words", "methods"), SLOW)
def test_the_head_the_page_and_every_step_share_one_time(
    machine: Machine, pace: Pace, clock: Clock, seconds: float, answer: bytes, words: str, methods: list[str]
) -> None:
    machine.pages["/slow"] = slowly(clock, seconds, answer)

    finding = look_at(machine.url + "/slow", pace=pace)

    assert (finding.words, [method for method, _, _ in machine.asked]) == (words, methods)


def test_a_certificate_that_no_browser_believes_is_a_failure(tmp_path: Path, pace: Pace) -> None:
    with a_machine(a_certificate_of_nobody(tmp_path)) as machine:
        finding = look_at(machine.url + "/works", pace=pace)

    assert finding == Finding(FAILED, "Its certificate is not valid, so browsers warn of it.")
    assert machine.asked == []


def test_a_machine_that_speaks_no_tls_is_a_failure(machine: Machine, pace: Pace) -> None:
    assert look_at(machine.url.replace("http:", "https:") + "/works", pace=pace).outcome == FAILED


def test_a_host_where_nobody_listens_is_a_failure(pace: Pace) -> None:
    assert look_at(f"http://127.0.0.1:{free_port()}/", pace=pace).words == "Nobody answers at this host."


@pytest.mark.parametrize(
    ("number", "outcome"), [(socket.EAI_NONAME, FAILED), (socket.EAI_AGAIN, UNSURE)], ids=["no such host", "for now"]
)
def test_a_host_that_nobody_knows_is_a_failure_and_one_that_cannot_be_looked_up_is_not(
    monkeypatch: pytest.MonkeyPatch, pace: Pace, number: int, outcome: Outcome
) -> None:
    def look_up(*arguments: Any, **options: Any) -> Any:
        raise socket.gaierror(number, "as a resolver says it")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    finding = look_at("https://www.example.org/", pace=pace)

    assert (finding.outcome, finding.was_heard) == (outcome, False)


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/", "http://[fd12::1]/", "https://169.254.169.254/latest/", "ftp://www.example.org/", "file:///etc/passwd",
        "https://name:password@www.example.org/", "javascript:alert(1)", "http://",
    ],
)  # fmt: skip
def test_what_is_no_public_address_is_never_asked(pace: Pace, url: str) -> None:
    finding = look_at(url, pace=pace)

    assert (finding.outcome, pace.asked) == (UNSURE, {})


def test_on_a_server_nothing_goes_to_the_server_itself(machine: Machine, pace: Pace, settings: Any) -> None:
    settings.WEBHOOKS_MAY_REACH_THIS_MACHINE = False

    finding = look_at(machine.url + "/works", pace=pace)

    assert (finding.outcome, finding.words) == (UNSURE, "This address leads to the server itself.")
    assert machine.asked == []


def test_a_name_that_stands_for_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, pace: Pace) -> None:
    found: Any = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 443)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: found)

    assert "not in public" in look_at("https://www.example.org/", pace=pace).words
