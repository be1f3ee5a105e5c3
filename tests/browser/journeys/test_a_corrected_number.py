"""Somebody saved helplines; a number is corrected afterwards, and they see it as soon as they have a connection."""

import io

from django.core.management import call_command
from playwright.sync_api import Page, expect

from helplines.models import ContactWay
from tests.browser.baseline import then_the_accessibility_baseline_is_met

OLD, NEW = "116 123", "0808 157 0123"


def test_a_correction_is_seen_at_once_and_is_in_the_next_copy(page: Page) -> None:
    call_command("load_starter", stdout=io.StringIO())
    page.goto("/helplines/saved/")
    page.get_by_role("button", name="Save helplines on this device").click()
    expect(page.get_by_role("status")).to_contain_text("Saved on")

    ContactWay.objects.filter(value=OLD).update(value=NEW)
    page.goto("/helplines/samaritans/")
    expect(page.get_by_role("main").get_by_role("link", name=f"Call {NEW}").first).to_be_visible()
    page.goto("/helplines/sheet/")
    expect(page.get_by_role("main").get_by_role("link", name=f"Call {NEW}").first).to_be_visible()
    then_the_accessibility_baseline_is_met(page)

    # The directory makes a new copy; then there is no connection.
    page.goto("/helplines/")
    page.wait_for_function(f"async () => (await (await caches.match('/helplines/offline/')).text()).includes('{NEW}')")
    page.context.set_offline(True)
    page.goto("/helplines/samaritans/")

    expect(page.get_by_role("main").get_by_role("link", name=f"Call {NEW}").first).to_be_visible()
    expect(page.get_by_text(OLD)).to_have_count(0)
    then_the_accessibility_baseline_is_met(page)
