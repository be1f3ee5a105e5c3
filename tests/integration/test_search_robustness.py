"""Whatever somebody types or sends, search answers with a page: results, none, or what was wrong with the address."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from search.actions import look_again_at_everything
from tests.factories.pages import InfoPageFactory

pytestmark = pytest.mark.django_db

MANY = 10_000


@pytest.fixture(autouse=True)
def a_page_to_find() -> None:
    """One page with a word that nothing else has."""
    InfoPageFactory(title="Example of a haystack", slug="haystack", summary="One sentence.")
    look_again_at_everything()


ADDRESSES = {
    "nothing at all": "",
    "an empty question": "query=",
    "spaces": "query=+++",
    "operators": "query=" + quote("\" ( ) * : ^ - & | ! ~ ' \\ / ; -- %"),
    "an expression of SQLite's search": "query=" + quote('haystack AND (NOT x) OR "y" NEAR/3 title:z*'),
    "an expression of PostgreSQL's search": "query=" + quote("haystack & !x | y:* <-> z"),
    "wildcards": "query=" + quote("%_%haystack_%"),
    "an injection": "query=" + quote("'; DROP TABLE search_passage; --"),
    "a template": "query=" + quote("{{ 7*7 }} {% include 'base.html' %}"),
    "markup": "query=" + quote("<script>alert(1)</script><mark>haystack"),
    "right to left": "query=" + quote("مساعدة עזרה \u202ehaystack\u202c"),
    "emoji": "query=" + quote("🆘🧑‍⚕️ haystack"),
    "letters with many accents": "query=" + quote("h" + "\u0301" * 500 + "aystack"),
    "letters that are no letters here": "query=" + quote("ﬁ ß İ ı ǅ ﷽"),
    "figures that are none": "query=" + quote("²³ ½ ٣ Ⅷ"),
    "apostrophes alone": "query=" + quote("' ’ '' n't"),
    "hyphens alone": "query=" + quote("- -- ‐ a- -a"),
    "a lone surrogate": "query=%ED%A0%80haystack",
    "bytes that are no text": "query=%FF%FEhaystack%C0%AF",
    "half a sign": "query=%",
    "ten thousand letters": "query=" + "a" * MANY,
    "ten thousand words": "query=" + "+a" * MANY,
    "ten thousand other words": "query=" + "+".join(f"word{n}" for n in range(2000)),
    "control characters": "query=" + quote("\x01\x08\x1b[31mhaystack\x7f\r\n"),
    "a question twice": "query=one&query=haystack",
    "lists and maps": "query[]=haystack&query[x]=1",
    "unknown parameters": "query=haystack&order=-pk&fields=*&limit=99999999999",
    "a kind that is none": "query=haystack&kind=passage__words",
    "a huge page": "query=haystack&kind=page&page=99999999999999999999999999",
    "a page of five thousand figures": "query=haystack&kind=page&page=" + "9" * 5000,
    "a page below nothing": "query=haystack&kind=page&page=-1",
    "a page that is a word": "query=haystack&kind=page&page=last",
    "a page in figures of another script": "query=haystack&kind=page&page=" + quote("٣"),
    "a page that is no number": "query=haystack&kind=page&page=nan",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_a_page_answers(client: Client, address: str) -> None:
    answer = client.get(f"/search/?{address}")

    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.h1.text == "Search"
    assert page.select_one("#urgent-help")
    assert not page.select("main script, main mark mark")


@pytest.mark.parametrize(
    "address", ["query=%00", "query=hay%00stack", "query=a&kind=%00", "query=a&page=%00", "x=%00&query=a"]
)
def test_a_character_that_no_text_has_is_refused_with_a_page(client: Client, address: str) -> None:
    answer = client.get(f"/search/?{address}")

    assert answer.status_code == 400
    assert "We could not read that address" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_search_is_only_asked(client: Client, method: str) -> None:
    assert getattr(client, method)("/search/", {"query": "haystack"}).status_code == 405


def test_of_a_very_long_question_the_beginning_is_looked_for_and_the_page_says_so(client: Client) -> None:
    answer = client.get("/search/", {"query": "haystack " + "x" * MANY}).content.decode()

    assert "We looked for the first 200 characters" in answer
    assert "Example of a" in answer
    assert "x" * 201 not in answer


def test_pages_beyond_the_last_show_the_last(client: Client) -> None:
    for_all = client.get("/search/", {"query": "haystack", "kind": "page"}).content
    assert client.get("/search/", {"query": "haystack", "kind": "page", "page": "4096"}).content == for_all
