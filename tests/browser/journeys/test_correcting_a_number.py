"""An editor corrects a number once, a second reader approves, and it is right wherever somebody meets it."""

import io
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from playwright.sync_api import Page, expect

from editorial.permissions import RESEARCH_EDITORS
from helplines.models import HelplinePage
from model_pages.models import HarmHelpline, SourceOfHarmPage
from tests.browser.baseline import then_the_accessibility_baseline_is_met
from tests.browser.journeys.test_second_reader import choose_from_the_menu
from tests.factories.users import PASSWORD, UserFactory

OLD, NEW = "116 123", "0808 157 0123"
# Where people read it, and where programs and papers do.
PAGES = (
    "/helplines/", "/helplines/samaritans/", "/helplines/?way=voice&open=now", "/search/?query=samaritans",
    "/model/stigma-and-discrimination/", "/helplines/sheet/", "/helplines/wallet-card/", "/helplines/offline/",
)  # fmt: skip
DATA = (
    "/helplines/samaritans.vcf", "/api/v1/pages/samaritans/", "/api/v2/pages/?type=helplines.HelplinePage&fields=*",
    "/api/openreferral/services?full=true",
)  # fmt: skip


class TestCorrectingANumber:
    editor: Page
    reader: Page
    visitor: Page
    helpline: HelplinePage

    @pytest.fixture(autouse=True)
    def the_site_and_its_people(self, open_browser: Callable[..., Page]) -> None:
        call_command("load_starter", stdout=io.StringIO())
        self.helpline = HelplinePage.objects.get(permanent_id="samaritans")
        HarmHelpline.objects.create(source=SourceOfHarmPage.objects.get(number=2), helpline=self.helpline)
        self.editor = self.signed_in(open_browser(), "ada")
        self.reader = self.signed_in(open_browser(), "rosa")
        self.visitor = open_browser(width=360)

    def signed_in(self, browser: Page, name: str) -> Page:
        UserFactory(username=name).groups.set(Group.objects.filter(name=RESEARCH_EDITORS))
        browser.goto("/admin/login/")
        browser.locator("#id_login").fill(name)
        browser.locator("#id_password").fill(PASSWORD)
        browser.get_by_role("button", name="Sign in", exact=True).click()
        expect(browser.get_by_role("heading", name="Waiting for you (0)")).to_be_visible()
        return browser

    def test_it_is_corrected_once_and_right_everywhere(self) -> None:
        self.when_the_editor_writes_the_new_number_and_sends_it()
        self.then_everybody_still_reads(OLD)
        self.when_the_second_reader_approves()
        self.then_everybody_still_reads(NEW)
        self.then_nobody_meets_the_old_one()
        self.visitor.goto("/helplines/")
        then_the_accessibility_baseline_is_met(self.visitor)

    def test_a_line_of_which_nothing_was_asked_is_sent_on_after_it_was_saved_in_the_background_and_is_compared(
        self,
    ) -> None:
        line = HelplinePage.objects.get(title="Mind")
        self.when_the_editor_writes_and_wagtail_saves_it(line)
        self.and_sends_it()
        self.reader.goto(f"/admin/pages/{line.pk}/revisions/compare/live...latest/")
        for said in ("pence a minute", "Welsh"):
            expect(self.reader.get_by_text(said).first).to_be_visible()
        self.visitor.goto(line.url)
        then_the_accessibility_baseline_is_met(self.visitor)

    def when_the_editor_writes_and_wagtail_saves_it(self, line: HelplinePage) -> None:
        self.editor.goto(f"/admin/pages/{line.pk}/edit/")
        self.editor.locator("#id_kind_of_change").select_option("correction")
        self.editor.locator("[name=languages][value=cy]").check()
        counted = self.editor.locator("#id_trust_facts-INITIAL_FORMS")
        # Wagtail takes note of changes only some time after the form is there, and says nowhere from when on.
        for pence in range(1, 15):
            self.editor.locator("#id_cost").fill(f"{pence} pence a minute")
            self.editor.wait_for_timeout(1_500)
            if counted.input_value() != "0":
                break
        expect(counted).not_to_have_value("0")

    def when_the_editor_writes_the_new_number_and_sends_it(self) -> None:
        self.editor.goto(f"/admin/pages/{self.helpline.pk}/edit/")
        self.editor.locator("#id_contact_ways-0-value").fill(NEW)
        self.editor.locator("#id_kind_of_change").select_option("correction")
        self.and_sends_it()

    def and_sends_it(self) -> None:
        choose_from_the_menu(self.editor, "action-submit")
        expect(self.editor.get_by_text("waits for a second reader").first).to_be_visible()

    def when_the_second_reader_approves(self) -> None:
        self.reader.goto(f"/admin/pages/{self.helpline.pk}/edit/")
        choose_from_the_menu(self.reader, "approve")
        self.reader.locator(".modal button[type=submit]").click()
        expect(self.reader.get_by_text("is public now, as you approved it")).to_be_visible()

    def then_everybody_still_reads(self, number: str) -> None:
        missing = [address for address in (*PAGES, *DATA) if number not in self.words_at(address)]
        assert not missing, f"{number} is not at {missing}"

    def then_nobody_meets_the_old_one(self) -> None:
        left = [address for address in (*PAGES, *DATA) if OLD in self.words_at(address)]
        assert not left, f"{OLD} is still at {left}"

    def words_at(self, address: str) -> str:
        answer = self.visitor.request.get(address)
        assert answer.ok, f"{address}: {answer.status}"
        # A long line of an address book goes on after a space on the next one.
        return answer.text().replace("\r\n ", "")
