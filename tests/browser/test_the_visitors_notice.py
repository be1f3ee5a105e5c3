"""Whoever looks closely at a page notices each fault; on a page without faults there is nothing to notice."""

from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests.browser.baseline import RULES_OF_LOOK, complaints_of_axe
from tests.browser.closely import scripts

pytestmark = pytest.mark.django_db

PAGE = """<!doctype html><html lang="en-GB"><head><title>An example</title><style>
:focus-visible {{ outline: 3px solid #000; outline-offset: 2px; }}
body {{ margin: 1rem; background: #fff; color: #000; font: 1rem / 1.6 sans-serif; overflow-wrap: anywhere; }}
.target {{ display: inline-flex; align-items: center; min-width: 44px; min-height: 44px; }}
{style}</style></head><body>{body}</body></html>"""
WITHOUT_FAULTS = """<h1>An example</h1><p>Words with <a href="#one">a link in them</a> and more words.</p>
<h2>Another</h2><p><a class="target" href="#two">A link that stands alone</a></p>"""


class Planted(NamedTuple):
    """A fault, who notices it, and in which words."""

    body: str
    noticed_by: str
    says: str
    style: str = ""


FAULTS = {
    "the page is too wide": Planted(
        '<div style="width: 90rem">Wide</div>', scripts.WRONG_AT_THIS_WIDTH, "pixels wider than its window"
    ),
    "text is cut off by its box": Planted(
        '<p class="box">Words that take more room than there is in their box, which hides what runs out of it.</p>',
        scripts.CUT, "is cut off by <p.box>", ".box { width: 8rem; height: 1.6em; overflow: hidden }",
    ),
    "text runs out at the side": Planted(
        '<p class="box">Words</p>', scripts.CUT, "is cut off by the side of the window", ".box { margin-left: -2rem }"
    ),
    "a line ends in dots": Planted(
        '<p class="box">Words that are longer than the line that they stand in</p>', scripts.CUT, "ends in dots",
        ".box { width: 8rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }",
    ),
    "lines are left out": Planted(
        '<p class="box">Words that take more than the two lines that are shown, so that some of them are left out.</p>',
        scripts.CUT, "is cut off by <p.box>",
        ".box { width: 8rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }",
    ),
    "text in a picture is cut off": Planted(
        '<svg width="60" height="40" viewBox="0 0 60 40"><text x="5" y="25">Words that go on</text></svg>',
        scripts.CUT, "is cut off by <svg>",
    ),
    "a word of a heading is broken": Planted(
        '<h2 class="box">Acknowledgements</h2>', scripts.BROKEN_WORDS,
        "the word “Acknowledgements” is broken in <h2.box>", ".box { width: 6rem }",
    ),
    "a word in the head of a table is broken": Planted(
        '<table><tr><th class="box">Found</th></tr></table>', scripts.BROKEN_WORDS,
        "the word “Found” is broken in <th.box>", "table { width: 2rem; table-layout: fixed }",
    ),
    "a word of what opens a part is broken": Planted(
        '<details><summary>Recommendations</summary></details>', scripts.BROKEN_WORDS,
        "the word “Recommendations” is broken in <summary>", "details { width: 6rem }",
    ),
    "text lies over text": Planted(
        '<p>The first words</p><p class="box">The second words</p>', scripts.CUT, "lie over each other",
        ".box { margin-top: -2.2rem }",
    ),
    "a target is too low": Planted(
        '<p><a class="low" href="#three">A link that stands alone</a></p>', scripts.WRONG_AT_THIS_WIDTH,
        "less than 44 × 44", ".low { display: inline-block; min-height: 40px }",
    ),
    "a target is too narrow": Planted(
        '<p><a class="target" href="#three" style="min-width: 0">Hi</a></p>', scripts.WRONG_AT_THIS_WIDTH, "less than 44 × 44"
    ),
    "links with nothing but marks between them": Planted(
        '<p><a href="#three">Third of the links</a> · <a href="#four">Fourth of the links</a></p>',
        scripts.WRONG_AT_THIS_WIDTH, "less than 44 × 44",
    ),
    "a link in a picture is too small": Planted(
        '<svg width="60" height="40"><a href="#three"><rect width="30" height="30"/></a></svg>',
        scripts.WRONG_AT_THIS_WIDTH, "less than 44 × 44",
    ),
    "a box to tick is too small": Planted(
        '<p><input type="checkbox" id="tick"> <label for="tick">Words</label></p>',
        scripts.WRONG_AT_THIS_WIDTH, "less than 44 × 44",
    ),
    "the focus is not shown": Planted(
        "", scripts.UNSEEN_FOCUS, "the focus is not seen", "a:focus-visible { outline: none }"
    ),
    "the focus is too thin": Planted("", scripts.UNSEEN_FOCUS, "the focus is not seen", "a:focus-visible { outline-width: 1px }"),
    "the focus is too pale": Planted(
        "", scripts.PALE_FOCUS, "a contrast of 1.6:1 only", "a:focus-visible { outline-color: #ccc }"
    ),
    "something lies over the focus": Planted(
        '<div class="over"></div>', scripts.UNSEEN_FOCUS, "the focus is covered by <div.over>",
        ".over { position: fixed; inset: 0 0 50% 0; background: #fff }",
    ),
    "the bar lies over what is reached from below": Planted(
        f'<div class="over">Bar</div>{"<p>Words</p>" * 60}<p><a class="target" href="#last">The last link</a></p>',
        scripts.UNSEEN_FOCUS, "the focus is covered by <div.over>",
        ".over { position: fixed; inset: 0 0 auto 0; height: 8rem; background: #fff }",
    ),
    "the focus leaves the window": Planted(
        '<a class="away target" href="#three">A link far away</a>', scripts.UNSEEN_FOCUS, "the focus is out of sight",
        ".away { position: fixed; left: -400px }",
    ),
    "two links of one name": Planted(
        '<p><a class="target" href="#three">A link that stands alone</a></p>', scripts.WRONG_IN_THE_MARKUP, "lead to different places"
    ),
    "a link that says nothing": Planted(
        '<p><a class="target" href="#three">Read more</a></p>', scripts.WRONG_IN_THE_MARKUP, "does not say where it leads"
    ),
    "a link without words": Planted(
        '<p><a class="target" href="#three"></a></p>', scripts.WRONG_IN_THE_MARKUP, "does not say where it leads"
    ),
    "two titles": Planted("<h1>Another title</h1>", scripts.WRONG_IN_THE_MARKUP, "2 titles"),
    "a level is left out": Planted("<h4>Too deep</h4>", scripts.WRONG_IN_THE_MARKUP, "a level of headings is left out before <h4>"),
    "a heading without words": Planted("<h2></h2>", scripts.WRONG_IN_THE_MARKUP, "a heading without words"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_noticed(page: Page, fault: Planted) -> None:
    page.set_content(PAGE.format(style=fault.style, body=WITHOUT_FAULTS + fault.body))
    page.keyboard.press("Tab")

    assert fault.says in "\n".join(page.evaluate(fault.noticed_by))


def test_a_page_without_a_title_is_noticed(page: Page) -> None:
    page.set_content(PAGE.format(style="", body="<h2>Not a title</h2>"))

    assert page.evaluate(scripts.WRONG_IN_THE_MARKUP) == [
        "0 titles (h1)", "the first heading is not the title: <h2> “Not a title”"
    ]  # fmt: skip


@pytest.mark.parametrize(("colour", "complaints"), [("#767676", 1), ("#595959", 0)])
def test_a_contrast_of_less_than_seven_is_noticed(page: Page, colour: str, complaints: int) -> None:
    page.set_content(PAGE.format(style=f"p {{ color: {colour} }}", body="<h1>An example</h1><p>Pale words</p>"))

    assert len(complaints_of_axe(page, RULES_OF_LOOK)) == complaints


LOOKS = {
    "markup": scripts.WRONG_IN_THE_MARKUP,
    "width": scripts.WRONG_AT_THIS_WIDTH,
    "size of text": scripts.CUT,
    "words": scripts.BROKEN_WORDS,
    "focus": scripts.UNSEEN_FOCUS,
    "colours of the focus": scripts.PALE_FOCUS,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_nothing_is_noticed_on_a_page_without_faults(page: Page, look: str) -> None:
    page.set_content(PAGE.format(style="", body=WITHOUT_FAULTS))
    page.keyboard.press("Tab")

    assert page.evaluate(look) == []


def walk(page: Page, body: str) -> list[str]:
    page.set_content(PAGE.format(style="", body=WITHOUT_FAULTS + body))
    for _ in range(page.evaluate(scripts.BEGIN_A_WALK)):
        page.keyboard.press("Tab")
    faults: list[str] = page.evaluate(scripts.END_A_WALK)
    return faults


OUT_OF_ORDER = '<p><a class="target" href="#three" tabindex="1">Out of order</a></p>'
TRAP = """<p><button class="target" id="trap">Stay</button></p><p><a class="target" href="#three">Never reached</a></p>
<script>trap.onkeydown = (event) => event.preventDefault()</script>"""


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("", []),
        (OUT_OF_ORDER, ["Tab does not reach <a.target> “Out of order”"]),
        (TRAP, ["Tab does not reach <a.target> “Never reached”"]),
    ],
)
def test_a_walk_by_tab_notices(page: Page, body: str, faults: list[str]) -> None:
    assert walk(page, body) == faults
