"""What somebody finds who looks at a page closely: with and without JavaScript, at every width, in light and in dark colours."""

from collections.abc import Callable
from itertools import product
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response

from tests.browser.baseline import (
    RULES,
    RULES_OF_LOOK,
    complaints_of_axe,
    then_help_and_the_way_out_are_there,
)
from tests.browser.closely import scripts

OpenBrowser = Callable[..., Page]
# What is wrong, and where that was seen.
Faults = dict[str, str]

# A phone, a tablet and a desk; and the narrowest window that a page has to fit (a desk at 400 %).
WIDTHS, NARROWEST = (360, 768, 1280), 320
SCHEMES = ("light", "dark")
HEIGHT = 800


class Visitor:
    """One browser, with or without JavaScript, and what it sees wrong on the page that it is on."""

    def __init__(self, page: Page, *, has_script: bool) -> None:
        self.page = page
        self.has_script = has_script
        self.hand = page.context.new_cdp_session(page)
        self.status = 0
        page.on("response", self.remember_the_status)

    def remember_the_status(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status

    def arrive(self, address: str, then: Callable[[Page], object] | None = None) -> None:
        """Open a page; without JavaScript none of its scripts runs. Those that look at it run afterwards, in both browsers."""
        self.page.emulate_media(color_scheme="light")
        self.resize(1280)
        self.let_scripts_run(self.has_script)
        self.page.goto(address)
        if then:
            then(self.page)
        self.let_scripts_run(True)

    def read(self) -> str:
        """All the words of the page, from every part that opens."""
        self.resize(WIDTHS[-1])
        self.page.evaluate(scripts.OPEN_ALL_PARTS)
        return str(self.page.evaluate(scripts.TEXT))

    def let_scripts_run(self, run: bool) -> None:
        self.hand.send("Emulation.setScriptExecutionDisabled", {"value": not run})

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def faults(self) -> Faults:
        """Everything that is wrong, and where it was first seen."""
        found = self.seen("as the page arrives", complaints_of_axe(self.page, RULES))
        found += self.seen("as the page arrives", self.page.evaluate(scripts.WRONG_IN_THE_MARKUP))
        self.page.evaluate(scripts.OPEN_ALL_PARTS)
        found += self.faults_of_the_walk()
        for width in (NARROWEST, *WIDTHS):
            found += self.cut_at(width)
        for width, scheme in product((NARROWEST, *WIDTHS), SCHEMES):
            found += self.faults_in(width, scheme)
        return dict(reversed(found))

    def seen(self, where: str, faults: list[str]) -> list[tuple[str, str]]:
        return [(fault, where if self.has_script else f"{where}, without JavaScript") for fault in faults]

    def faults_of_the_walk(self) -> list[tuple[str, str]]:
        """From the top of the page to its end by Tab, on a phone."""
        self.resize(WIDTHS[0])
        for _ in range(self.page.evaluate(scripts.BEGIN_A_WALK)):
            self.page.keyboard.press("Tab")
        return self.seen("by Tab", self.page.evaluate(scripts.END_A_WALK))

    def cut_at(self, width: int) -> list[tuple[str, str]]:
        """What cannot be read to its end, in letters of the usual size, twice as great, and far from each other."""
        self.resize(width)
        found = self.seen(f"{width} pixels", self.page.evaluate(scripts.CUT) + self.page.evaluate(scripts.BROKEN_WORDS))
        self.page.evaluate(scripts.GREAT_LETTERS)
        found += self.seen(f"{width} pixels, text of 200 %", self.page.evaluate(scripts.CUT))
        # The narrowest window is a desk at 400 %: nobody sets greater letters there as well.
        if width != NARROWEST:
            found += self.seen(f"{width} pixels, text of 200 %", self.page.evaluate(scripts.BROKEN_WORDS))
        self.page.evaluate(scripts.USUAL_LETTERS)
        self.page.evaluate(scripts.WIDE_SPACING)
        found += self.seen(f"{width} pixels, wide spacing", self.page.evaluate(scripts.CUT))
        self.page.evaluate(scripts.USUAL_SPACING)
        return found

    def faults_in(self, width: int, scheme: str) -> list[tuple[str, str]]:
        self.resize(width)
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        where = f"{width} pixels, {scheme}"
        # Whether something lies over the focus does not depend on colours.
        look_at_the_focus = scripts.PALE_FOCUS if scheme == "dark" else scripts.UNSEEN_FOCUS
        found = self.seen(where, self.page.evaluate(look_at_the_focus))
        # The narrowest window is for reading; a drawing, and what can be pressed on it, may be smaller there.
        if width != NARROWEST:
            found += self.seen(where, complaints_of_axe(self.page, RULES_OF_LOOK))
            found += self.seen(where, self.page.evaluate(scripts.SMALL_TARGETS))
        return found


class Visitors:
    """One with JavaScript, one without; what the first one's browser is asked and told is remembered."""

    def __init__(self, open_browser: OpenBrowser) -> None:
        self.usual = Visitor(open_browser(), has_script=True)
        self.plain = Visitor(open_browser(), has_script=False)
        self.asked: list[Request] = []
        self.said: list[str] = []
        self.usual.page.on("request", lambda request: self.asked.append(request))
        self.usual.page.on("console", lambda message: self.said.append(message.text))
        self.usual.page.on("pageerror", lambda error: self.said.append(str(error)))

    def faults_of(self, address: str, *, then: Callable[[Page], object] | None = None, status: int = 200) -> list[str]:
        """All that is wrong with a page, each with its address; nothing is wrong with a page that is as it should be."""
        self.asked.clear()
        self.said.clear()
        for visitor in (self.usual, self.plain):
            visitor.arrive(address, then)
            then_help_and_the_way_out_are_there(visitor.page)
        found = [] if self.usual.status == status else [f"status {self.usual.status}"]
        # The same markup under the same style sheet looks the same. What a script changes is looked at a second time without it.
        plainly = {} if self.plain.page.content() == self.usual.page.content() else self.plain.faults()
        found += [f"{fault} ({where})" for fault, where in {**plainly, **self.usual.faults()}.items()]
        found += [*self.missed_without_javascript(), *self.watched(status)]
        return [f"{address}: {fault}" for fault in found]

    def missed_without_javascript(self) -> list[str]:
        with_script, without = (visitor.read() for visitor in (self.usual, self.plain))
        return [] if with_script == without else ["reads differently without JavaScript"]

    def watched(self, status: int) -> list[str]:
        here = urlsplit(self.usual.page.url).netloc
        hosts = {urlsplit(request.url).netloc for request in self.asked} - {here}
        expected = [f"the server responded with a status of {status} "] if status != 200 else []
        said = [words for words in self.said if not any(known in words for known in expected)]
        cookies: list[Any] = [*self.usual.page.context.cookies(), *self.plain.page.context.cookies()]
        return [
            *(f"asks {host}" for host in hosts),
            *(f"says {words!r}" for words in said),
            *(f"keeps something: {place}" for place in self.usual.page.evaluate(scripts.STORED)),
            *(f"sets a cookie: {cookie['name']}" for cookie in cookies),
        ]
