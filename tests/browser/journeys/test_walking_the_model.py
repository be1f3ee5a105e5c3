"""Readers find their way through the model: by keys, by ear, by thumb, on paper-wide screens and on narrow phones."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from model_pages.models import (
    HarmImpact,
    HarmRecommendation,
    ImpactPage,
    ImpactRecommendation,
    RecommendationPage,
    SourceOfHarmPage,
)
from tests.browser.baseline import then_the_accessibility_baseline_is_met

OpenBrowser = Callable[..., Page]

pytestmark = pytest.mark.django_db

TABS_AT_MOST = 200
SPOKEN = re.compile(
    r"""^\s*- '?(heading|region|navigation|list|group|figure|table|link) "(.+?)"(?: \[level=(\d)\])?'?:?$"""
)


@pytest.fixture(scope="module", autouse=True)
def connected_model(starter_site: None) -> None:
    """The starter content, with relations that are made up for this test: the research has not stated any yet."""
    impacts, recommendations = list(ImpactPage.objects.live()), list(RecommendationPage.objects.live())
    for index, source in enumerate(SourceOfHarmPage.objects.by_number()):
        impact, recommendation = impacts[index], recommendations[index % len(recommendations)]
        HarmImpact.objects.create(source=source, impact=impact)
        HarmRecommendation.objects.create(source=source, recommendation=recommendation)
        ImpactRecommendation.objects.create(impact=impact, recommendation=recommendation)


class KeyboardReader:
    """Somebody who reads with Tab and Enter alone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tabs_to(self, link: Locator) -> None:
        """Press Tab until the link has the focus, and see that it shows."""
        for _ in range(TABS_AT_MOST):
            self.page.keyboard.press("Tab")
            if link.evaluate("one => one === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {link}.")

    def follows(self, link: Locator) -> str:
        """Open a link by keys; the title of the page that it leads to."""
        self.tabs_to(link)
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()
        return " ".join(self.page.locator("h1").inner_text().split())

    def follows_one_harm(self, number: int) -> tuple[str, str, str]:
        """From the model to a harm, to what it does to people, to what should happen instead, and back to the model."""
        harm = self.follows(self.page.locator(".model-list").get_by_role("link", name=re.compile(rf"^{number}\. ")))
        impact = self.follows(self.section("What it does to people").get_by_role("link").first)
        instead = self.follows(self.section("What should happen instead").get_by_role("link").first)
        self.follows(self.page.get_by_role("navigation", name="Where you are").get_by_role("link", name="The model"))
        return harm, impact, instead

    def section(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name)


def test_a_keyboard_only_reader_walks_all_seven_harms_and_their_relations(page: Page) -> None:
    reader = KeyboardReader(page)
    page.goto("/model/")

    walked = [reader.follows_one_harm(number) for number in range(1, 8)]

    assert walked == [
        (
            "1 Barriers or burdens caused by systems and bureaucracy",
            "Stress",
            "Practice improvements",
        ),
        ("2 Stigma and discrimination", "Distress", "Recruitment, education and training"),
        ("3 Fragmented services and lack of joined-up working", "Disempowerment", "Monitoring and regulation"),
        (
            "4 Disruption to or lack of appropriate support",
            "Deterioration in mental health",
            "Complaints processes",
        ),
        (
            "5 Oppressive, controlling or defensive organisational cultures and systems",
            "Loss of trust",
            "Independent advocacy",
        ),
        ("6 Serious misconduct or sexual abuse by staff", "Feeling unsafe or afraid", "Practice improvements"),
        (
            "7 Neglectful, defensive or controlling frontline practice",
            "Disrupted relationships or social activities",
            "Recruitment, education and training",
        ),
    ]
    then_the_accessibility_baseline_is_met(page)


def test_a_keyboard_only_reader_goes_from_each_harm_to_the_next(page: Page) -> None:
    reader = KeyboardReader(page)
    page.goto("/model/systems-and-bureaucracy/")

    titles = [reader.follows(page.locator("[rel=next]")) for _ in range(6)]

    assert [title[0] for title in titles] == ["2", "3", "4", "5", "6", "7"]
    expect(page.locator("[rel=next]")).to_have_count(0)
    expect(page.get_by_text("Source of harm 7 of 7")).to_be_visible()
    then_the_accessibility_baseline_is_met(page)


def test_the_drawing_is_walked_in_the_order_of_numbers_and_shows_where_the_keys_are(page: Page) -> None:
    reader = KeyboardReader(page)
    page.goto("/model/?view=diagram")
    nodes = page.locator(".model-diagram__node")

    reader.tabs_to(nodes.first)
    page.keyboard.press("Tab")

    expect(nodes.nth(1)).to_be_focused()
    expect(nodes.nth(1).locator(".model-diagram__target")).to_have_css("stroke-width", "3px")
    assert [name.strip()[0] for name in nodes.all_text_contents()[:7]] == ["1", "2", "3", "4", "5", "6", "7"]
    then_the_accessibility_baseline_is_met(page)


def test_the_drawing_says_where_each_part_begins(page: Page) -> None:
    page.goto("/model/?view=diagram")

    drawing = page.get_by_role("group", name="The model as a tree", exact=True)
    groups = drawing.get_by_role("group")

    assert groups.evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))") == [
        "Sources of harm",
        "Impacts of harm",
        "Recommendations",
    ]
    assert [groups.nth(at).get_by_role("link").count() for at in range(3)] == [7, 8, 5]


# Words of the earth that a root runs through; above their letters is a little air.
TOUCHED = """() => {
  const points = [...document.querySelectorAll(".model-diagram__wood path:not(.model-diagram__trunk)")].flatMap((root) =>
    Array.from({ length: 200 }, (_, at) => root.getPointAtLength((at / 199) * root.getTotalLength())));
  return [...document.querySelectorAll(".model-diagram__axis-below, .model-diagram__node--source text")].filter((words) => {
    const { x, y, width, height } = words.getBBox();
    return points.some((one) => one.x > x - 2 && one.x < x + width + 2 && one.y > y + 4 && one.y < y + height);
  }).map((words) => words.textContent);
}"""


def test_no_root_runs_through_words(page: Page) -> None:
    page.goto("/model/?view=diagram")

    assert page.evaluate(TOUCHED) == []


@pytest.mark.parametrize("path", ["/model/", "/model/?view=table"])
def test_the_entry_that_an_address_leads_to_stands_out(open_browser: OpenBrowser, path: str) -> None:
    page, forced = open_browser(), open_browser(forced_colors="active")
    page.goto(path)
    anchor = page.locator("li.part-list__part, .model-table tbody tr").nth(1).get_attribute("id")

    page.goto(f"{path}#{anchor}")
    forced.goto(f"{path}#{anchor}")

    entry = "getComputedStyle(document.querySelector(':target'))"
    assert page.evaluate(f"{entry}.backgroundColor") != "rgba(0, 0, 0, 0)"
    assert forced.evaluate(f"{entry}.outlineStyle") == "solid"


def test_on_a_phone_the_first_harm_is_not_far_below_the_ways_to_see_it(open_browser: OpenBrowser) -> None:
    page = open_browser(width=360)

    page.goto("/model/")

    assert page.locator(".model-ways").evaluate("ways => ways.getBoundingClientRect().height") <= 260


def read_aloud(part: Locator) -> list[str]:
    """What somebody hears who goes through headings, groups and links, one line each."""
    found = (SPOKEN.match(line) for line in part.aria_snapshot().splitlines())
    return [f"{one[1]}{f' {one[3]}' if one[3] else ''}: {one[2]}".replace("''", "'") for one in found if one]


def test_the_outline_of_the_model_makes_sense_read_aloud(open_browser: OpenBrowser) -> None:
    page = open_browser(width=360)
    page.goto("/model/")

    heard = read_aloud(page.locator(".model-explorer"))

    assert heard == [
        "navigation: Ways to see the model",
        "list: See it",
        "link: As a list",
        "link: As a diagram",
        "link: As a table",
        "list: Order",
        "link: By number",
        "link: From systemic to relational",
        "list: How much",
        "link: One sentence of each",
        "link: With examples",
        "link: Everything",
        "heading 2: Sources of harm",
        "list: Sources of harm",
        "link: 1. Barriers or burdens caused by systems and bureaucracy",
        "link: 2. Stigma and discrimination",
        "link: 3. Fragmented services and lack of joined-up working",
        "link: 4. Disruption to or lack of appropriate support",
        "link: 5. Oppressive, controlling or defensive organisational cultures and systems",
        "link: 6. Serious misconduct or sexual abuse by staff",
        "link: 7. Neglectful, defensive or controlling frontline practice",
        "heading 2: Impacts of harm",
        "list: Impacts of harm",
        "link: Stress",
        "link: Distress",
        "link: Disempowerment",
        "link: Deterioration in mental health",
        "link: Loss of trust",
        "link: Feeling unsafe or afraid",
        "link: Disrupted relationships or social activities",
        "link: Re-traumatisation",
        "heading 2: Recommendations",
        "list: Recommendations",
        "link: Practice improvements",
        "link: Recruitment, education and training",
        "link: Monitoring and regulation",
        "link: Complaints processes",
        "link: Independent advocacy",
        "heading 2: Ideas that return",
        "heading 3: complaints processes that harm",
        "list: complaints processes that harm",
        "link: 1. Systems and bureaucracy: inaccessible or intimidating complaints processes",
        "link: 5. Oppressive or controlling cultures",
        "link: Mark “complaints processes that harm” in the model",
        "heading 3: not being believed",
        "list: not being believed",
        "link: 1. Systems and bureaucracy: excessive pressure to prove need; not being believed",
        "link: 2. Stigma and discrimination: mental health stigma and discrimination ('psychiatric disqualification', assumed 'riskiness', not being believed, 'toxic labels', stigmatised conditions)",
        "link: 5. Oppressive or controlling cultures",
        "link: Mark “not being believed” in the model",
        "heading 3: risk aversity",
        "list: risk aversity",
        "link: 5. Oppressive or controlling cultures",
        "link: 7. Neglectful or controlling practice",
        "link: Mark “risk aversity” in the model",
        "heading 3: tick-box approaches",
        "list: tick-box approaches",
        "link: 5. Oppressive or controlling cultures",
        "link: 7. Neglectful or controlling practice",
        "link: Mark “tick-box approaches” in the model",
        "heading 3: set up to fail",
        "list: set up to fail",
        "link: 5. Oppressive or controlling cultures",
        "link: 7. Neglectful or controlling practice",
        "link: Mark “set up to fail” in the model",
    ]
    then_the_accessibility_baseline_is_met(page)


def test_the_outline_of_the_drawing_makes_sense_read_aloud(page: Page) -> None:
    page.goto("/model/?view=diagram")

    heard = read_aloud(page.locator(".model-diagram"))

    assert heard == [
        "figure: The model as a tree",
        "heading 2: The model as a tree",
        "group: The model as a tree",
        "group: Sources of harm",
        "link: 1 Systems and bureaucracy",
        "link: 2 Stigma and discrimination",
        "link: 3 Fragmented services",
        "link: 4 Disruption or lack of support",
        "link: 5 Oppressive or controlling cultures",
        "link: 6 Misconduct or abuse by staff",
        "link: 7 Neglectful or controlling practice",
        "group: Impacts of harm",
        "link: Stress",
        "link: Distress",
        "link: Disempowerment",
        "link: Deterioration in mental health",
        "link: Loss of trust",
        "link: Feeling unsafe or afraid",
        "link: Disrupted relationships or social activities",
        "link: Re-traumatisation",
        "group: Recommendations",
        "link: Practice improvements",
        "link: Recruitment, education and training",
        "link: Monitoring and regulation",
        "link: Complaints processes",
        "link: Independent advocacy",
        "list: What the lines mean",
    ]
    then_the_accessibility_baseline_is_met(page)


def test_a_phone_shows_the_list_and_a_wide_screen_the_drawing_right_beside_it(open_browser: OpenBrowser) -> None:
    phone, desk = open_browser(width=360), open_browser()
    phone.goto("/model/")
    desk.goto("/model/")

    expect(phone.locator(".model-list")).to_be_visible()
    expect(phone.locator(".model-diagram")).to_be_hidden()
    in_list, drawing = desk.locator(".model-list").bounding_box(), desk.locator(".model-diagram").bounding_box()
    assert in_list
    assert drawing
    assert abs(in_list["y"] - drawing["y"]) < 2
    assert in_list["x"] + in_list["width"] < drawing["x"]
    then_nothing_is_said_twice_to_different_places(desk)
    then_the_accessibility_baseline_is_met(phone)
    then_the_accessibility_baseline_is_met(desk)


def then_nothing_is_said_twice_to_different_places(page: Page) -> None:
    """A link that is called like another leads to the same place."""
    links = page.locator(".model-explorer a").evaluate_all(
        "all => all.map(one => [one.textContent.trim(), one.getAttribute('href')])"
    )
    places: dict[str, set[str]] = {}
    for name, address in links:
        places.setdefault(" ".join(name.split()), set()).add(address)
    assert [name for name, addresses in places.items() if len(addresses) > 1] == []


def test_a_thumb_goes_from_a_harm_to_what_should_happen_instead_with_one_tap_each(open_browser: OpenBrowser) -> None:
    phone = open_browser(width=360, has_touch=True)
    phone.goto("/model/?view=diagram")

    phone.locator(".model-diagram").get_by_role("link", name="5 Oppressive or controlling cultures").tap()
    expect(phone.get_by_text("Source of harm 5 of 7")).to_be_visible()
    phone.get_by_role("region", name="What it does to people").get_by_role("link", name="Loss of trust").tap()
    expect(phone.get_by_text("Impact 5 of 8")).to_be_visible()
    phone.get_by_role("region", name="What should happen instead").get_by_role(
        "link", name="Independent advocacy"
    ).tap()
    expect(phone.get_by_text("Recommendation 5 of 5 in this list")).to_be_visible()
    phone.get_by_role("link", name="Where this recommendation stands in the model").tap()
    expect(phone.locator(".model-list").get_by_role("link", name="Independent advocacy").first).to_be_in_viewport()
    then_the_accessibility_baseline_is_met(phone)


OVERLAPS = """() => {
  const texts = [...document.querySelectorAll(".model-diagram__tree text")];
  const boxes = texts.map(one => ({ words: one.textContent.trim(), box: one.getBoundingClientRect() }));
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const paper = document.querySelector(".model-diagram__tree").getBoundingClientRect();
  const beyond = boxes.filter(({ box }) => box.left < paper.left - 1 || box.right > paper.right + 1);
  const over = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => !apart(a.box, b.box)).map(b => [a, b]));
  return [...beyond.map(one => one.words), ...over.map(([a, b]) => `${a.words} / ${b.words}`)];
}"""
LOW_TARGETS = """() => [...document.querySelectorAll(".model-diagram__target")]
  .map(one => one.getBoundingClientRect().height).filter(height => height < 44)"""


def test_in_a_browser_no_label_of_the_drawing_lies_over_another_and_each_is_easy_to_hit(
    open_browser: OpenBrowser,
) -> None:
    phone = open_browser(width=360)
    phone.goto("/model/?view=diagram&idea=not-being-believed")

    assert phone.evaluate(OVERLAPS) == []
    assert phone.evaluate(LOW_TARGETS) == []
    then_the_accessibility_baseline_is_met(phone)


def test_a_table_stays_a_table_on_the_narrowest_phone(open_browser: OpenBrowser) -> None:
    phone = open_browser(width=320)
    phone.goto("/model/?view=table&order=axis&depth=full")

    heard = phone.get_by_role("table", name="7 sources of harm")
    expect(heard.get_by_role("columnheader")).to_have_count(6)
    expect(heard.get_by_role("rowheader")).to_have_count(8)
    expect(heard.get_by_role("row")).to_have_count(9)
    then_the_accessibility_baseline_is_met(phone)


def test_somebody_follows_an_idea_and_lets_it_go(page: Page) -> None:
    page.goto("/model/")

    page.get_by_role("link", name="Mark “not being believed” in the model").press("Enter")
    expect(page.locator(".model-list__idea")).to_have_count(3)
    # Until it is all there, the page may still move the focus to the place that its address names.
    page.wait_for_load_state()
    page.get_by_role("link", name="As a table").press("Enter")
    expect(page.locator(".model-table").get_by_text("here: not being believed")).to_have_count(3)
    then_the_accessibility_baseline_is_met(page)

    page.get_by_role("link", name="Stop marking “not being believed”").press("Enter")
    expect(page.get_by_text("here: not being believed")).to_have_count(0)
    then_the_accessibility_baseline_is_met(page)
