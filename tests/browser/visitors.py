"""What somebody finds who looks at a page closely: with and without JavaScript, on a wide screen and on a narrow phone."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.browser.baseline import (
    PIXELS_TOO_WIDE,
    RULES_OF_LOOK,
    complaints_of_axe,
    then_help_and_the_way_out_are_there,
)

OpenBrowser = Callable[..., Page]

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

STORED = """async () => Object.entries({
  cookies: document.cookie.length,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}).filter(([, count]) => count).map(([place]) => place)"""
# What is read on the page once every part that opens is open. Both times at the same width.
TEXT = """() => {
  document.querySelectorAll("details").forEach(one => { one.open = true });
  return document.body.innerText.replace(/\\s+/g, " ");
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll("nav a, summary, .action, .urgent-help a, " +
    ".link-list a, .part-list__title, .search-result__title a, .message-sent__on, .sign-in__way")]
  .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
  .map((link) => link.textContent.trim())"""


class Visitors:
    """One with JavaScript, one without; what the first one's browser is asked and told is remembered."""

    def __init__(self, open_browser: OpenBrowser) -> None:
        self.usual = open_browser(width=WIDE["width"])
        self.plain = open_browser(width=NARROW["width"], java_script_enabled=False)
        self.asked: list[Request] = []
        self.said: list[str] = []
        self.usual.on("request", lambda request: self.asked.append(request))
        self.usual.on("console", lambda message: self.said.append(message.text))
        self.usual.on("pageerror", lambda error: self.said.append(str(error)))

    def faults_of(self, address: str, *, status: int = 200) -> list[str]:
        """All that is wrong with a page, each with its address; nothing is wrong with a page that is as it should be."""
        self.asked.clear()
        self.said.clear()
        answer = self.usual.goto(address)
        found = [] if answer and answer.status == status else [f"status {answer and answer.status}"]
        then_help_and_the_way_out_are_there(self.usual)
        found += [*self.seen_on_a_wide_screen(), *self.seen_on_a_narrow_phone_in_the_dark()]
        found += [*self.missed_without_javascript(address), *self.watched(status)]
        return [f"{address}: {fault}" for fault in found]

    def seen_on_a_wide_screen(self) -> list[str]:
        self.usual.emulate_media(color_scheme="light")
        self.usual.set_viewport_size(WIDE)
        return complaints_of_axe(self.usual)

    def seen_on_a_narrow_phone_in_the_dark(self) -> list[str]:
        self.usual.emulate_media(color_scheme="dark")
        self.usual.set_viewport_size(NARROW)
        small = [f"“{words}” is less than 44 pixels high" for words in self.usual.evaluate(SMALL_TARGETS)]
        return [*complaints_of_axe(self.usual, RULES_OF_LOOK), *small]

    def missed_without_javascript(self, address: str) -> list[str]:
        self.plain.goto(address)
        found = (
            [] if self.plain.evaluate(TEXT) == self.usual.evaluate(TEXT) else ["reads differently without JavaScript"]
        )
        too_wide = self.plain.evaluate(PIXELS_TOO_WIDE)
        return [*found, f"{too_wide} pixels wider than a window of 320"] if too_wide > 0 else found

    def watched(self, status: int) -> list[str]:
        here = urlsplit(self.usual.url).netloc
        hosts = {urlsplit(request.url).netloc for request in self.asked} - {here}
        expected = [f"the server responded with a status of {status} "] if status != 200 else []
        said = [words for words in self.said if not any(known in words for known in expected)]
        cookies = [*self.usual.context.cookies(), *self.plain.context.cookies()]
        return [
            *(f"asks {host}" for host in hosts),
            *(f"says {words!r}" for words in said),
            *(f"keeps something: {place}" for place in self.usual.evaluate(STORED)),
            *(f"sets a cookie: {cookie['name']}" for cookie in cookies),
        ]
