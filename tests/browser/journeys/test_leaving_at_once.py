"""Somebody has to leave the page before another person sees it."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from core.models.settings import DEFAULT_EXIT_ADDRESS
from home.models import ContactPage, InfoPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.chromium import path_of_chromium
from tests.browser.conftest import FLAGS
from tests.factories.pages import ContactPageFactory, InfoPageFactory, home_page
from tests.writing import SENT

pytestmark = pytest.mark.django_db

OpenBrowser = Callable[..., Page]
AT_ONCE = 100  # milliseconds
# Shorter than this, and a form looks as if a program had sent it.
A_MOMENT = 3_100
ELSEWHERE = re.compile(re.escape(DEFAULT_EXIT_ADDRESS))
ITS_NAME = "www.bbc.co.uk"

# Hears what somebody does before the page's own script does, and looks again in the first moment after it. How busy the
# machine was before that was delivered has no part in it.
MEASURE = """(happening) => {
  let began;
  window.addEventListener(happening, () => { began = performance.now() }, { capture: true });
  new MutationObserver((changes, observer) => {
    observer.disconnect();
    const icon = document.querySelector("link[rel=icon]").href;
    const shown = document.documentElement.checkVisibility();
    const after = performance.now() - began;
    const path = location.pathname, words = document.body?.innerText ?? "";
    requestAnimationFrame(() => console.log(JSON.stringify({ shown, after, title: document.title, icon, path, words })));
  }).observe(document.documentElement, { attributeFilter: ["hidden"] });
}"""


def given_the_other_site_answers(page: Page) -> None:
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))


def given_the_network_is_stalled(page: Page) -> None:
    def never_answer(route: Route) -> None:
        pass

    page.context.route(ELSEWHERE, never_answer)


def given_the_other_site_sends_no_page(page: Page) -> None:
    page.context.route(ELSEWHERE, lambda route: route.fulfill(status=204))


@pytest.fixture(scope="module")
def private_page(kept_for_the_module: None) -> InfoPage:
    home_page()
    page: InfoPage = InfoPageFactory(title="Something private", slug="private")
    return page


@pytest.fixture(scope="module")
def contact_page(private_page: InfoPage) -> ContactPage:
    page: ContactPage = ContactPageFactory()
    return page


@pytest.fixture
def reading(open_browser: OpenBrowser, private_page: InfoPage) -> Page:
    page = open_browser(width=390)
    page.goto(private_page.url)
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def then_the_page_they_left_meets_the_baseline(page: Page, address: str) -> None:
    """The site that somebody left for is not ours; the page that they left is."""
    page.goto(address)
    then_the_accessibility_baseline_is_met(page)


def then_it_was_gone_at_once(measured: dict[str, object]) -> None:
    """Nothing is seen, nothing can be read aloud, found or printed, and neither tab nor address tells what it was."""
    assert measured.pop("after") <= AT_ONCE  # type: ignore[operator]  # a number
    assert "/static/images/blank" in str(measured.pop("icon"))
    assert measured == {"shown": False, "title": ITS_NAME, "path": "/", "words": ""}


def test_the_link_leaves_and_the_way_back_skips_the_page(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    entries = reading.evaluate("history.length")

    reading.locator(".top-bar").get_by_role("link", name="Leave this site").click()

    expect(reading).to_have_title("Weather")
    assert reading.evaluate("history.length") == entries
    reading.go_back()
    expect(reading).not_to_have_title(re.compile("Something private"))
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_steps_within_the_page_are_no_way_back_to_it(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    entries = reading.evaluate("history.length")
    reading.get_by_role("link", name="Get help now").click()
    expect(reading.locator("#urgent-help")).to_be_focused()

    reading.locator(".top-bar").get_by_role("link", name="Leave this site").click()

    expect(reading).to_have_title("Weather")
    assert reading.evaluate("history.length") == entries
    reading.go_back()
    expect(reading).not_to_have_title(re.compile("Something private"))
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_other_pages_of_this_site_leave_too(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    beside = reading.context.new_page()
    beside.goto(private_page.url)
    beside.wait_for_load_state()

    press(reading, "Shift", "Shift", "Shift")

    expect(beside).to_have_title("Weather")
    expect(reading).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


@pytest.fixture
def browser_that_keeps_pages(chromium: Browser) -> Iterator[Browser]:
    """A browser that keeps the last pages whole for the "back" button, as people's own do; that of the other tests does not."""
    browser = chromium.browser_type.launch(
        executable_path=path_of_chromium(),
        args=[*FLAGS, "--headless=new"],
        ignore_default_args=["--headless", "--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.fixture
def written_and_gone_on(browser_that_keeps_pages: Browser, server: LiveServer, contact_page: ContactPage) -> Page:
    """Somebody wrote a message, did not send it, and went on to another page."""
    page = browser_that_keeps_pages.new_page(base_url=server.url)
    given_the_other_site_answers(page)
    page.goto(contact_page.url)
    page.get_by_label("Your message").fill("What happened to me")
    page.goto("/search/")
    return page


def go_back(page: Page) -> None:
    """The page that a browser kept is there without having been loaded."""
    page.evaluate("history.back()")


def test_this_browser_keeps_what_was_written(written_and_gone_on: Page) -> None:
    go_back(written_and_gone_on)

    expect(written_and_gone_on.get_by_label("Your message")).to_have_value("What happened to me")
    then_the_accessibility_baseline_is_met(written_and_gone_on)


def test_what_was_written_does_not_come_back_after_leaving(written_and_gone_on: Page) -> None:
    press(written_and_gone_on, "Shift", "Shift", "Shift")
    expect(written_and_gone_on).to_have_title("Weather")

    go_back(written_and_gone_on)

    expect(written_and_gone_on.get_by_label("Your message")).to_have_value("")
    then_the_accessibility_baseline_is_met(written_and_gone_on)


def test_what_was_sent_does_not_come_back_either(written_and_gone_on: Page) -> None:
    page = written_and_gone_on
    go_back(page)
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name="Send your message").click()
    expect(page).to_have_url(re.compile(SENT))
    page.wait_for_load_state()

    go_back(page)

    expect(page.get_by_label("Your message")).to_have_value("")
    then_the_page_they_left_meets_the_baseline(page, page.url)


def test_three_presses_of_shift_leave_too(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    entries = reading.evaluate("history.length")

    press(reading, "Shift", "Shift", "Shift")

    expect(reading).to_have_title("Weather")
    assert reading.evaluate("history.length") == entries
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


@pytest.mark.parametrize(
    "keys",
    [
        ("Shift+A", "Shift+B", "Shift+C", "Shift"),
        ("Shift", "Shift", "Shift+A"),
        ("Shift+A", "Shift", "Shift"),
        ("Shift", "Shift", "a", "Shift"),
        ("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"),
        ("Shift", "Shift", "Control+Shift", "Alt+Shift"),
        ("Shift+Tab", "Shift+Tab", "Shift+Tab"),
    ],
    ids=" ".join,
)
def test_writing_in_capitals_and_choosing_with_shift_do_not_leave(
    open_browser: OpenBrowser, contact_page: ContactPage, keys: tuple[str, ...]
) -> None:
    page = open_browser()
    given_the_other_site_answers(page)
    page.goto(contact_page.url)
    page.get_by_role("textbox").first.focus()

    press(page, *keys)

    page.wait_for_function("() => true")
    expect(page.locator("h1")).to_be_visible()
    then_the_accessibility_baseline_is_met(page)


def test_scrolling_sideways_with_shift_and_the_wheel_does_not_leave(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    reading.evaluate("() => addEventListener('wheel', () => console.log('the wheel was turned'))")
    for _ in range(3):
        reading.keyboard.down("Shift")
        with reading.expect_console_message(lambda said: said.text == "the wheel was turned"):
            reading.mouse.wheel(0, 20)
        reading.keyboard.up("Shift")

    expect(reading).to_have_title(re.compile("Something private"))
    then_the_accessibility_baseline_is_met(reading)


def test_a_press_of_the_mouse_between_two_presses_of_shift_counts_anew(reading: Page) -> None:
    given_the_other_site_answers(reading)

    press(reading, "Shift", "Shift")
    reading.locator("h1").click(modifiers=["Shift"])
    press(reading, "Shift")

    expect(reading.locator("h1")).to_be_visible()
    then_the_accessibility_baseline_is_met(reading)


@pytest.mark.parametrize("happening", ["click", "keyup"])
def test_the_page_is_gone_at_once_while_the_network_is_stalled(
    reading: Page, private_page: InfoPage, happening: str
) -> None:
    given_the_network_is_stalled(reading)
    reading.evaluate(MEASURE, happening)
    leave = {
        "click": lambda: reading.locator(".top-bar").get_by_text("Leave this site").click(no_wait_after=True),
        "keyup": lambda: press(reading, "Shift", "Shift", "Shift"),
    }

    with reading.expect_console_message() as said:
        leave[happening]()

    then_it_was_gone_at_once(json.loads(said.value.text))
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_nothing_that_a_browser_refuses_keeps_somebody_here(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    reading.evaluate("() => { history.replaceState = () => { throw new Error('Too many calls.') } }")

    press(reading, "Shift", "Shift", "Shift")

    expect(reading).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


@pytest.mark.parametrize("how", [{"modifiers": ["Control"]}, {"modifiers": ["Shift"]}, {"button": "middle"}])
def test_nobody_leaves_the_page_open_beside_a_second_tab(
    reading: Page, private_page: InfoPage, how: dict[str, object]
) -> None:
    given_the_other_site_answers(reading)

    reading.locator(".top-bar").get_by_role("link", name="Leave this site").click(**how)

    expect(reading).to_have_title("Weather")
    assert len(reading.context.pages) == 1
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


def test_a_page_that_was_opened_in_a_second_tab_is_left_too(reading: Page, private_page: InfoPage) -> None:
    given_the_other_site_answers(reading)
    with reading.context.expect_page() as opened:
        reading.get_by_role("link", name="Home").first.click(modifiers=["Control"])
    opened.value.wait_for_load_state()

    press(opened.value, "Shift", "Shift", "Shift")

    expect(opened.value).to_have_title("Weather")
    expect(reading).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


@pytest.mark.parametrize(("tabs", "key"), [(2, "Tab"), (1, "Shift+Tab")], ids=["from the top", "from the end"])
def test_the_keyboard_reaches_the_way_out_first_and_last(
    reading: Page, private_page: InfoPage, tabs: int, key: str
) -> None:
    given_the_other_site_answers(reading)

    press(reading, *[key] * tabs)

    assert reading.evaluate("document.activeElement.matches('.skip-link[data-exit]')")
    assert reading.evaluate(SEEN_WHOLE)
    press(reading, "Enter")
    expect(reading).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(reading, private_page.url)


# Whether what has the focus can be seen in all its corners.
SEEN_WHOLE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]];
  const inside = ([x, y]) => [Math.min(Math.max(x, box.left + 2), box.right - 2), Math.min(Math.max(y, box.top + 2), box.bottom - 2)];
  return box.height >= 44 && corners.map(inside).every(([x, y]) => document.elementFromPoint(x, y) === one);
}"""


@pytest.fixture
def something_broken() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tests.browser.broken_addresses"):
        yield


@pytest.mark.usefixtures("something_broken")
def test_the_page_that_says_something_went_wrong_is_left_in_the_same_ways(
    open_browser: OpenBrowser, private_page: InfoPage
) -> None:
    page = open_browser()
    given_the_other_site_answers(page)
    page.goto("/our-mistake/")

    press(page, "Shift", "Shift", "Shift")

    expect(page).to_have_title("Weather")
    then_the_page_they_left_meets_the_baseline(page, "/our-mistake/")


LINKS = ".top-bar [data-exit]", ".skip-link[data-exit]", ".skip-link--last"


@pytest.mark.parametrize("link", LINKS)
def test_each_link_works_without_javascript(open_browser: OpenBrowser, private_page: InfoPage, link: str) -> None:
    page = open_browser(java_script_enabled=False)
    given_the_other_site_answers(page)
    page.goto(private_page.url)

    page.locator(link).first.press("Enter")

    expect(page).to_have_title("Weather")
    # Axe needs JavaScript itself; the page is the same.
    then_the_page_they_left_meets_the_baseline(open_browser(), private_page.url)


def test_without_javascript_the_page_is_out_of_sight_from_the_press_of_a_mouse_on(
    open_browser: OpenBrowser, private_page: InfoPage
) -> None:
    page = open_browser(java_script_enabled=False)
    given_the_other_site_sends_no_page(page)
    page.goto(private_page.url)

    page.locator(".top-bar [data-exit]").click()

    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".top-bar [data-exit]")).to_be_visible()
    then_the_page_they_left_meets_the_baseline(open_browser(), private_page.url)


def test_while_the_script_is_on_its_way_the_page_is_out_of_sight_too(
    open_browser: OpenBrowser, private_page: InfoPage
) -> None:
    page = open_browser()
    given_the_other_site_sends_no_page(page)
    page.route(re.compile(r"/js/exit\b"), lambda route: None)
    page.goto(private_page.url, wait_until="commit")

    page.locator(".top-bar [data-exit]").click()

    expect(page.locator("h1")).to_be_hidden()
    then_the_page_they_left_meets_the_baseline(open_browser(), private_page.url)
