"""Somebody writes to the team: with the keys alone, with a screen reader, without JavaScript, and in a hurry."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from contact.models import Message, Status
from home.models import ContactPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.closely.scripts import STORED
from tests.browser.visitors import Visitors
from tests.factories.messages import MessageFactory
from tests.factories.pages import the_only
from tests.writing import SEND, SENT

OpenBrowser = Callable[..., Page]
WORDS = "Example message. Where can I read the papers?"
# Shorter than this, and a form looks as if a program had sent it.
A_MOMENT = 3_100

# What a screen reader says of the form, in this order: every box has a name and what belongs to it.
AS_HEARD = """
- region "Write to the research team":
  - heading "Write to the research team" [level=2]
  - heading "This form is not for emergencies" [level=3]
  - paragraph:
    - text: A message may wait for days before somebody reads it. If you are at immediate risk,
    - link "call 999":
      - /url: tel:999
    - text: .
    - link "Get help now":
      - /url: "#urgent-help"
    - text: has ways that work if you cannot speak or hear.
  - heading "Who reads it" [level=3]
  - paragraph
  - heading "What happens to it" [level=3]
  - list
  - text: Your message
  - paragraph: You can write up to 5,000 characters. That is about two pages.
  - textbox "Your message"
  - text: A name to call you by (optional)
  - paragraph: It does not have to be your own. Up to 100 characters.
  - textbox "A name to call you by (optional)"
  - text: A way to reach you (optional)
  - paragraph
  - textbox "A way to reach you (optional)"
  - group "Is it safe for us to reply? (optional)":
    - text: Is it safe for us to reply? (optional)
    - paragraph: Think of who else may see your e-mails, your phone or your post.
    - radio "Yes, it is safe"
    - text: Yes, it is safe
    - radio "No, do not reply"
    - text: No, do not reply
    - radio "Only in one way"
    - text: Only in one way
  - text: Which way is safe? (optional)
  - paragraph
  - textbox "Which way is safe? (optional)"
  - button "Send your message"
"""


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def address() -> str:
    return str(the_only(ContactPage).url)


def when_they_send(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Your message", exact=True).fill(words)
    page.wait_for_timeout(A_MOMENT)
    page.get_by_role("button", name="Send your message").click()


def then_the_confirmation_says_what_happens_next(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/contact/sent/$"))
    expect(page.get_by_role("heading", name="Your message was sent")).to_be_visible()
    expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
    assert WORDS not in page.content()


def then_the_browser_was_given_nothing_to_keep(page: Page) -> None:
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == []


def test_with_the_keys_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#write-to-the-team a").last.focus()

    for label in ("Your message", "A name to call you by (optional)", "A way to reach you (optional)"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("textbox", name=label, exact=True)).to_be_focused()
        page.keyboard.type(WORDS if label == "Your message" else "Example", delay=5)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="No, do not reply")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Send your message")).to_be_focused()
    page.wait_for_timeout(A_MOMENT)
    page.keyboard.press("Enter")

    then_the_confirmation_says_what_happens_next(page)
    assert Message.objects.values_list("text", "name", "safe_to_reply", "status").get() == (
        WORDS,
        "Example",
        "no",
        "new",
    )
    then_the_browser_was_given_nothing_to_keep(page)
    then_the_accessibility_baseline_is_met(page)


def test_with_a_screen_reader(page: Page, address: str) -> None:
    page.goto(address)

    expect(page.get_by_role("region", name="Write to the research team")).to_match_aria_snapshot(AS_HEARD)
    expect(page.get_by_role("textbox", name="Your message", exact=True)).to_have_accessible_description(
        "You can write up to 5,000 characters. That is about two pages."
    )
    expect(page.get_by_role("group", name="Is it safe for us to reply? (optional)")).to_have_accessible_description(
        "Think of who else may see your e-mails, your phone or your post."
    )
    # The field for programs is neither heard nor reached, whatever the browser fills in by itself.
    expect(page.get_by_role("textbox", name="Leave this empty")).to_have_count(0)
    expect(page.locator("#topic")).to_be_hidden()
    then_the_accessibility_baseline_is_met(page)


def test_a_mistake_is_said_at_once_and_leads_to_its_field(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("textbox", name="A name to call you by").fill("Example Name")
    when_they_send(page, "")

    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Write a message before you send it.")).to_be_focused()
    page.keyboard.press("Enter")

    message = page.get_by_role("textbox", name="Your message", exact=True)
    expect(message).to_be_focused()
    expect(message).to_have_accessible_description(
        "Error: Write a message before you send it. You can write up to 5,000 characters. That is about two pages."
    )
    expect(page.get_by_role("textbox", name="A name to call you by")).to_have_value("Example Name")
    then_the_accessibility_baseline_is_met(page)


def test_without_javascript(open_browser: OpenBrowser, address: str) -> None:
    page = open_browser(width=320, java_script_enabled=False)
    page.goto(address)
    when_they_send(page, "")
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()

    when_they_send(page, WORDS)

    then_the_confirmation_says_what_happens_next(page)
    assert Message.objects.get().status == Status.NEW
    assert page.context.cookies() == []
    # Axe needs JavaScript itself; the page is the same.
    with_javascript = open_browser(width=320)
    with_javascript.goto(page.url)
    then_the_accessibility_baseline_is_met(with_javascript)


def test_where_too_many_write_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(address)
    MessageFactory.create_batch(60)

    when_they_send(page, WORDS)

    expect(page.get_by_role("group", name="Your message is not sent yet")).to_be_focused()
    expect(page.get_by_role("textbox", name="Your message", exact=True)).to_have_value(WORDS)
    then_the_browser_was_given_nothing_to_keep(page)
    then_the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize(("width", "colours"), [(320, "dark"), (360, "light"), (1280, "dark")])
def test_at_any_width_and_in_any_colours(open_browser: OpenBrowser, address: str, width: int, colours: str) -> None:
    page = open_browser(width=width, color_scheme=colours)

    page.goto(address)
    then_the_accessibility_baseline_is_met(page)
    page.get_by_role("button", name="Send your message").click()
    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    page.wait_for_load_state()

    then_the_accessibility_baseline_is_met(page)


def test_nothing_is_watched_and_everything_can_be_read(open_browser: OpenBrowser, address: str) -> None:
    visitors = Visitors(open_browser)

    assert [fault for place in (address, SEND, SENT) for fault in visitors.faults_of(place)] == []
    then_the_accessibility_baseline_is_met(visitors.usual.page)
