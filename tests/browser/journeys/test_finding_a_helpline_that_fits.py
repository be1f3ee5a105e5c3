"""Somebody for whom not every helpline will do finds one that does, with a phone in one hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.baseline import then_the_accessibility_baseline_is_met

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_site")]

OpenBrowser = Callable[..., Page]


class TestFindingAHelplineThatFits:
    page: Page

    @pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
    def test_whoever_cannot_speak_finds_a_line_that_answers_a_text_now(
        self, open_browser: OpenBrowser, java_script: bool
    ) -> None:
        self.given_a_phone_on_the_list_of_helplines(open_browser, java_script_enabled=java_script)
        self.when_they_ask("How I want to get in touch", "Any way without speaking", open_now=True)
        self.then_the_first_that_fits_is("Shout")
        self.then_a_tap_on("Text SHOUT to 85258", leads_to="sms:85258?body=SHOUT")
        self.then_what_is_said_is("Open now, day and night")
        then_the_accessibility_baseline_is_met(self.looked_at_again(open_browser))

    @pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
    def test_whoever_is_afraid_that_the_police_are_called_finds_a_line_that_says_when(
        self, open_browser: OpenBrowser, java_script: bool
    ) -> None:
        self.given_a_phone_on_the_list_of_helplines(open_browser, java_script_enabled=java_script)
        self.when_they_ask("What I have to be sure of", "They say when they call emergency services")
        self.then_the_first_that_fits_is("Samaritans")
        self.then_what_is_said_is("Will they call emergency services without my agreement? Yes, in stated cases.")
        self.then_what_is_said_is("From: Samaritans’ own website.")
        then_the_accessibility_baseline_is_met(self.looked_at_again(open_browser))

    def test_whoever_asks_for_what_nobody_offers_is_led_on_by_keyboard(self, open_browser: OpenBrowser) -> None:
        self.given_a_phone_on_the_list_of_helplines(open_browser, java_script_enabled=False)
        self.when_they_ask("How I want to get in touch", "British Sign Language video")
        self.then_the_page_says("No helpline here fits all that you asked. Those that come closest are below.")
        self.when_they_go_on_by_keyboard_to("All helplines")
        expect(self.page.get_by_role("heading", name="For mental health support")).to_be_visible()
        then_the_accessibility_baseline_is_met(self.looked_at_again(open_browser))

    @pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
    def test_whoever_writes_words_of_danger_is_led_to_the_crisis_lines(
        self, open_browser: OpenBrowser, java_script: bool
    ) -> None:
        self.given_a_phone_on_the_list_of_helplines(open_browser, java_script_enabled=java_script)
        self.when_they_write("Words", "I feel suicidal")
        self.then_the_first_that_fits_is("Samaritans")
        expect(self.page.locator("#people-to-talk-to")).not_to_contain_text("Does not fit")
        then_the_accessibility_baseline_is_met(self.looked_at_again(open_browser))

    def test_whoever_writes_no_age_is_told_and_asks_again_by_keyboard(self, open_browser: OpenBrowser) -> None:
        self.given_a_phone_on_the_list_of_helplines(open_browser, java_script_enabled=False)
        self.when_they_write("My age", "fifteen", inside="More questions")
        expect(self.page.get_by_label("My age")).to_have_accessible_description(
            "In years. You need not say. Error: Write your age in figures, up to 120, or leave it empty."
        )
        then_the_accessibility_baseline_is_met(self.looked_at_again(open_browser))
        self.page.get_by_label("My age").fill("15")
        self.page.get_by_label("My age").press("Enter")
        self.page.wait_for_url("**/helplines/?*age=15*#people-to-talk-to")
        self.then_the_page_says(
            "No helpline here is known to fit all that you asked. Some may fit: something is not known of them."
        )

    def given_a_phone_on_the_list_of_helplines(self, open_browser: OpenBrowser, **options: bool) -> None:
        self.page = open_browser(width=360, height=740, **options)
        self.page.goto("/")
        self.page.get_by_role("link", name="Get help now").click()
        self.page.get_by_role("link", name="Helplines: people you can talk to").first.click()

    def when_they_ask(self, question: str, answer: str, *, open_now: bool = False) -> None:
        self.page.get_by_text("Find a helpline by what matters to you").click()
        self.page.get_by_label(question).select_option(answer)
        self.page.get_by_label("Open now").set_checked(open_now)
        self.page.get_by_role("button", name="Show helplines").click()
        self.page.wait_for_url("**/helplines/?*#people-to-talk-to")

    def when_they_write(self, question: str, answer: str, *, inside: str = "") -> None:
        self.page.get_by_text("Find a helpline by what matters to you").click()
        if inside:
            self.page.get_by_text(inside).click()
        self.page.get_by_label(question).fill(answer)
        self.page.get_by_role("button", name="Show helplines").click()
        self.page.wait_for_url("**/helplines/?*#people-to-talk-to")

    def when_they_go_on_by_keyboard_to(self, link: str) -> None:
        self.page.get_by_role("link", name=link, exact=True).press("Enter")
        self.page.wait_for_url("**/helplines/#people-to-talk-to")

    def looked_at_again(self, open_browser: OpenBrowser) -> Page:
        """The same page in a browser with scripts: those that look at it need them."""
        again = open_browser(width=360, height=740)
        again.goto(self.page.url)
        return again

    @property
    def first(self) -> Locator:
        """The first card of the list."""
        return self.page.locator("#people-to-talk-to article").first

    def then_the_first_that_fits_is(self, name: str) -> None:
        expect(self.first.get_by_role("heading")).to_have_text(name)

    def then_a_tap_on(self, words: str, *, leads_to: str) -> None:
        expect(self.first.get_by_role("link", name=words)).to_have_attribute("href", leads_to)

    def then_what_is_said_is(self, sentence: str) -> None:
        expect(self.first).to_contain_text(sentence)

    def then_the_page_says(self, sentence: str) -> None:
        expect(self.page.locator(".finder-outcome")).to_have_text(sentence)
