"""An editor corrects a page, a second reader asks for a change and then approves, and a visitor reads it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from editorial.permissions import RESEARCH_EDITORS
from home.models import InfoPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.factories.pages import InfoPageFactory
from tests.factories.users import PASSWORD, UserFactory


class TestASecondReader:
    page: InfoPage
    editor: Page
    reader: Page
    visitor: Page

    @pytest.fixture(autouse=True)
    def the_people(self, open_browser: Callable[..., Page]) -> None:
        self.page = InfoPageFactory(title="How it was made", slug="how-it-was-made", summary="The old sentence.")
        self.editor = self.signed_in(open_browser(), "ada")
        self.reader = self.signed_in(open_browser(), "rosa")
        self.visitor = open_browser(width=390)

    def signed_in(self, browser: Page, name: str) -> Page:
        UserFactory(username=name).groups.set(Group.objects.filter(name=RESEARCH_EDITORS))
        browser.goto("/admin/login/")
        browser.locator("#id_login").fill(name)
        browser.locator("#id_password").fill(PASSWORD)
        browser.get_by_role("button", name="Sign in", exact=True).click()
        expect(browser.get_by_role("heading", name="Waiting for you (0)")).to_be_visible()
        return browser

    def test_a_correction_reaches_its_readers(self) -> None:
        self.when_the_editor_writes("The new sentence.")
        self.when_the_editor_sends_it_to_the_second_reader()
        self.then_a_visitor_reads("The old sentence.")
        self.when_the_reader_opens_what_waits()
        self.when_the_reader_asks_for_changes("Say when it was.")
        self.then_the_editor_finds_it_on_the_start_page("Say when it was.")
        self.when_the_editor_writes("The better sentence.")
        self.when_the_editor_sends_it_to_the_second_reader()
        self.then_the_editor_is_not_offered_to_approve()
        self.when_the_reader_opens_what_waits()
        self.when_the_reader_approves()
        self.then_a_visitor_reads("The better sentence.")
        then_the_accessibility_baseline_is_met(self.visitor)

    def when_the_editor_writes(self, sentence: str) -> None:
        self.editor.goto(f"/admin/pages/{self.page.pk}/edit/")
        self.editor.locator("#id_summary").fill(sentence)
        self.editor.locator("#id_kind_of_change").select_option("update")

    def when_the_editor_sends_it_to_the_second_reader(self) -> None:
        choose_from_the_menu(self.editor, "action-submit")
        expect(self.editor.get_by_text("waits for a second reader").first).to_be_visible()

    def when_the_reader_opens_what_waits(self) -> None:
        self.reader.goto("/admin/")
        self.reader.get_by_role("region", name="Waiting for you (1)").get_by_role(
            "link", name="How it was made"
        ).click()
        expect(self.reader.locator("#id_summary")).to_be_visible()

    def when_the_reader_asks_for_changes(self, reason: str) -> None:
        choose_from_the_menu(self.reader, "reject")
        self.reader.locator(".modal textarea[name=comment]").fill(reason)
        self.reader.locator(".modal button[type=submit]").click()
        expect(self.reader.get_by_text("went back to the person who sent it")).to_be_visible()

    def when_the_reader_approves(self) -> None:
        choose_from_the_menu(self.reader, "approve")
        self.reader.locator(".modal button[type=submit]").click()
        expect(self.reader.get_by_text("is public now, as you approved it")).to_be_visible()

    def then_the_editor_finds_it_on_the_start_page(self, reason: str) -> None:
        self.editor.goto("/admin/")
        expect(self.editor.get_by_text(f"Changes requested: {reason}")).to_be_visible()

    def then_the_editor_is_not_offered_to_approve(self) -> None:
        self.editor.goto(f"/admin/pages/{self.page.pk}/edit/")
        expect(self.editor.locator("#id_summary")).to_have_value("The better sentence.")
        expect(self.editor.locator('[data-workflow-action-name="approve"]')).to_have_count(0)

    def then_a_visitor_reads(self, sentence: str) -> None:
        self.visitor.goto(self.page.url)
        expect(self.visitor.get_by_role("main").get_by_text(sentence)).to_be_visible()


def choose_from_the_menu(browser: Page, name: str) -> None:
    """Open the menu beside “Save draft”, and choose the entry of this name; it may stand outside the menu."""
    entry = browser.locator(f'[name="{name}"], [data-workflow-action-name="{name}"]').first
    if not entry.is_visible():
        browser.locator("footer [data-w-dropdown-target='toggle']").click()
    entry.click()
