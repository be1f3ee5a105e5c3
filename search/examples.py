"""Components of this app with examples: usual, empty, longest."""

from dataclasses import replace
from typing import Any

from django.utils.safestring import SafeString

from core.components.links import Link
from core.gallery.words import LONG
from helplines.components import HelplineBrief, RightNow, Way
from search.components import ResultGroup, SearchForm, SearchResult, SearchView

FOUND = SafeString("An <mark>example</mark> of a page")
FORM = SearchForm("/search/", "example")

RESULT = SearchResult(
    title=FOUND,
    url="/example/",
    summary=SafeString("One sentence about it."),
    excerpt=SafeString("… a piece of the page with an <mark>example</mark> in it …"),
)
ITEM = SearchResult(
    title=SafeString("<mark>example</mark> of an item"), url="/example/#item", place="An example of a page"
)
HELPLINE = SearchResult(
    title=SafeString("<mark>Example</mark> helpline"),
    url="/example-helpline/",
    summary=SafeString("Who they are, in one sentence."),
    ways=(Way("Call", "01632 960 001", "tel:+441632960001"),),
    right_now=(RightNow("Open now, until 10pm", is_open=True),),
)
PAIRED = replace(
    HELPLINE,
    closed="Closed for now. Nobody may answer until it opens again.",
    right_now=(),
    beside=(
        HelplineBrief(
            "Another line",
            "/another/",
            "Another line.",
            HELPLINE.ways,
            "Shown because it belongs with Example helpline.",
        ),
    ),
)
NOTED = SearchResult(title=SafeString(LONG), url="/long/", place=LONG, summary=SafeString(LONG * 3), note=LONG)
GROUP = ResultGroup(
    "Pages", "results-example", (RESULT, ITEM), more=Link("Pages: all 23 results", "/search/?kind=page")
)
LAST = ResultGroup(LONG, "results-longest", (NOTED,) * 3, previous=Link(LONG, "/search/"), next=Link(LONG, "/search/?"))

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    SearchForm: {
        "usual": FORM,
        "empty": SearchForm("/search/"),
        "longest": SearchForm("/search/", LONG),
    },
    SearchResult: {"usual": RESULT, "helpline": HELPLINE, "two that belong together": PAIRED, "longest": NOTED},
    ResultGroup: {"usual": GROUP, "empty": ResultGroup("Helplines", "results-none", ()), "longest": LAST},
    SearchView: {
        "usual": SearchView(FORM, "example", (GROUP,), how_many=24),
        "empty": SearchView(FORM, "example", ways_on=(Link("The model", "/model/"),)),
        "longest": SearchView(
            FORM, LONG, (LAST,), how_many=300, corrections=((LONG, LONG),), was_too_long=True, back=Link(LONG, "/")
        ),
    },
}
