"""What a first visit to a page brings over the line: every request, and the bytes of every answer as they travel."""

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from playwright.sync_api import Browser

# Pictures that are loaded once they are near are loaded when somebody reads to the end.
READ_TO_THE_END = "window.scrollTo(0, document.body.scrollHeight)"
EVERYTHING_IS_THERE = "[...document.images].every((picture) => picture.complete)"
# A browser without a window asks for no icon; one with a window asks for one of them.
ICONS = "[...document.querySelectorAll('link[rel=icon]')].map((icon) => icon.href)"

PATIENCE = 20


@dataclass(frozen=True)
class Answer:
    """One answer as it travelled: headers and content, packed."""

    url: str
    kind: str
    weight: int
    way: str

    @property
    def host(self) -> str:
        """Who answered."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True)
class Visit:
    """All that a browser with an empty cache was sent for one page."""

    address: str
    status: int
    answers: tuple[Answer, ...]

    @property
    def weight(self) -> int:
        """Bytes of everything."""
        return sum(answer.weight for answer in self.answers)

    def of(self, kind: str) -> list[Answer]:
        """The answers of one kind: Document, Stylesheet, Script, Image."""
        return [answer for answer in self.answers if answer.kind == kind]


class Scales:
    """A browser that remembers nothing from one page to the next, and counts what it is sent."""

    def __init__(self, browser: Browser, url: str) -> None:
        """Open it on a site by https, whose certificate nobody vouches for."""
        self.url = url
        context = browser.new_context(base_url=url, ignore_https_errors=True, viewport={"width": 360, "height": 800})
        self.page = context.new_page()
        self.session = context.new_cdp_session(self.page)
        self.session.send("Network.enable")
        self.session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.session.on("Network.requestWillBeSent", self.is_asked)
        self.session.on("Network.responseReceived", self.begins)
        self.session.on("Network.loadingFinished", self.ends)
        self.asked: dict[str, dict[str, Any]] = {}
        self.icons: dict[str, Answer] = {}

    def is_asked(self, event: dict[str, Any]) -> None:
        """A request leaves."""
        self.asked[event["requestId"]] = {"url": event["request"]["url"], "kind": event.get("type", "")}

    def begins(self, event: dict[str, Any]) -> None:
        """The headers of an answer are there."""
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.asked[event["requestId"]]["way"] = headers.get("content-encoding", "")

    def ends(self, event: dict[str, Any]) -> None:
        """An answer is there to its last byte."""
        self.asked[event["requestId"]]["weight"] = int(event["encodedDataLength"])

    def weigh(self, address: str) -> Visit:
        """Open a page, read to its end, and add up what came."""
        before = set(self.asked)
        answer = self.page.goto(address)
        self.page.evaluate(READ_TO_THE_END)
        self.page.wait_for_function(EVERYTHING_IS_THERE)
        came = self.all_since(before)
        icons = sorted((self.icon(url) for url in self.page.evaluate(ICONS)), key=lambda icon: icon.weight)
        return Visit(address, answer.status if answer else 0, (*came, *icons[-1:]))

    def all_since(self, before: set[str]) -> tuple[Answer, ...]:
        """What came for all that was asked since, once nothing is under way."""
        give_up = time.monotonic() + PATIENCE
        while under_way := [asked for key, asked in self.asked.items() if key not in before and "weight" not in asked]:
            assert time.monotonic() < give_up, under_way
            self.page.wait_for_timeout(20)
        return tuple(Answer(**{"way": "", **asked}) for key, asked in self.asked.items() if key not in before)

    def icon(self, url: str) -> Answer:
        """The heaviest of the icons stands for the one that a browser takes."""
        if url not in self.icons:
            answer = ask(url)
            self.icons[url] = Answer(
                url, "Icon", int(answer.headers["Content-Length"]), answer.headers.get("Content-Encoding", "")
            )
        return self.icons[url]


def ask(url: str) -> requests.Response:
    """An answer to a program that takes what browsers take."""
    return requests.get(url, headers={"Accept-Encoding": "gzip, deflate, br"}, verify=False, timeout=30)


@dataclass(frozen=True)
class Reader:
    """Asks a running site as Django's test client asks one in its own process."""

    url: str

    def get(self, address: str) -> requests.Response:
        """What stands at an address."""
        return ask(self.url + address)
