"""Whatever is wrong with a question to the API is said as problem JSON, and is never our mistake."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.factories.pages import SourceOfHarmPageFactory, home_page

pytestmark = pytest.mark.django_db

LONG = "9" * 10_000
RIGHT_TO_LEFT = "‮مرحبا"

LISTS = ["/api/v1/pages/", "/api/v1/references/", "/api/v1/glossary/"]
VALUES = [
    "0",
    "-1",
    "101",
    "1000001",
    "1.5",
    "1e3",
    "0x10",
    " 1",
    "１",
    "٣",
    "",
    "null",
    "true",
    "[1]",
    "\x00",
    "1\x00",
    "1 OR 1=1",
    "1;--",
    "'",
    '"',
    "*",
    "%",
    RIGHT_TO_LEFT,
    LONG,
]
PATHS = [
    "/api/v1/no-such-address/",
    "/api/v1/model",
    "/api/v1/model/no-such-name/",
    "/api/v1/model/%00/",
    "/api/v1/model/stigma%00/",
    "/api/v1/model/%zz/",
    "/api/v1/model/%ff%fe/",
    "/api/v1/model/STIGMA/",
    "/api/v1/model/a--b/",
    "/api/v1/model/' OR 1=1/",
    "/api/v1/model/../../admin/",
    "/api/v1/pages/1/",
    "/api/v1/pages/%00/",
    f"/api/v1/pages/{LONG}/",
    f"/api/v1/pages/{'a-' * 5_000}a/",
    f"/api/v1/pages/{RIGHT_TO_LEFT}/",
    "/api/v1/pages//",
    "/api/v1/openapi.json/",
    "/api/v3/",
    "/api/v1/model/stigma/items/",
]
QUERIES = [
    "?foo=1",
    "?limit=1&limit=2",
    "?limit=%00",
    "?limit=%zz",
    "?%ff=%ff",
    "?=",
    "?limit[]=1",
    "?__proto__=1",
    f"?{LONG}=1",
    "?limit=1;offset=2",
    "?format=json",
    "?order=title",
]


def then_it_is_a_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert problem["type"]
    return problem


@pytest.mark.parametrize("name", ["limit", "offset"])
@pytest.mark.parametrize("value", [value for value in VALUES if value not in {"0", "101"}])
def test_a_number_that_cannot_be_is_refused_by_name(client: Client, name: str, value: str) -> None:
    problem = then_it_is_a_problem(client.get("/api/v1/pages/", {name: value}), 400)

    assert problem["parameter"] == name
    assert name in problem["detail"]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("limit", ["0", "101"])
def test_a_limit_out_of_bounds_is_refused_everywhere(client: Client, address: str, limit: str) -> None:
    then_it_is_a_problem(client.get(address, {"limit": limit}), 400)


@pytest.mark.parametrize("address", LISTS)
def test_behind_the_end_there_is_nothing(client: Client, address: str) -> None:
    answer = client.get(address, {"offset": "1000000", "limit": "100"})

    assert answer.status_code == 200
    assert answer.json()["results"] == []


@pytest.mark.parametrize("path", PATHS)
def test_an_address_that_is_not_there(client: Client, path: str) -> None:
    then_it_is_a_problem(client.get(path), 404)


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/api/v1/model", "There is nothing at this address. Try it with a slash at its end."),
        ("/api/v2/pages", "There is nothing at this address. Try it with a slash at its end."),
        ("/api/v1/model/no-such-name/", "There is nothing at this address."),
        ("/api/v2/pages/999999/", "There is nothing at this address."),
        ("/api/v3/", "There is nothing at this address."),
        ("/api/v1/openapi.json/", "There is nothing at this address."),
        ("/api/openapi.json", "There is nothing at this address."),
    ],
)
def test_an_address_that_is_not_there_asks_for_a_slash_only_where_none_is(
    client: Client, path: str, detail: str
) -> None:
    home_page()

    assert then_it_is_a_problem(client.get(path), 404)["detail"] == detail


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("query", QUERIES)
def test_a_parameter_that_is_not_known_or_given_twice(client: Client, address: str, query: str) -> None:
    problem = then_it_is_a_problem(client.get(address + query), 400)

    assert len(problem["parameter"]) <= 40


@pytest.mark.parametrize("form", ["xml", "", "JSON", "api", "html", "\x00", LONG])
def test_a_form_that_does_not_exist(client: Client, form: str) -> None:
    assert then_it_is_a_problem(client.get("/api/v1/model/", {"format": form}), 400)["parameter"] == "format"


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/model/", "/api/v1/pages/", "/api/v1/openapi.json"])
@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/*", "nonsense/nonsense"])
def test_a_form_that_the_header_asks_for_and_that_does_not_exist(client: Client, address: str, accept: str) -> None:
    then_it_is_a_problem(client.get(address, headers={"Accept": accept}), 406)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/model/", "/api/v1/pages/", "/api/v1/openapi.json"])
def test_the_api_takes_nothing(address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)

    then_it_is_a_problem(answer, 405)
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/model/", "/api/v1/pages/"])
def test_options_says_which_methods_there_are(client: Client, address: str) -> None:
    answer = client.options(address)

    assert (answer.status_code, answer.content, answer["Allow"]) == (204, b"", "GET, HEAD, OPTIONS")


def test_a_form_sent_to_the_documentation_is_refused_as_a_problem() -> None:
    then_it_is_a_problem(Client(enforce_csrf_checks=True).post("/api/"), 403)


def test_a_host_that_is_not_ours(client: Client) -> None:
    then_it_is_a_problem(client.get("/api/v1/model/", headers={"Host": "evil.example"}), 400)


def test_a_mistake_of_ours_is_said_and_says_nothing_of_itself() -> None:
    SourceOfHarmPageFactory()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE model_pages_sourceofharmpage RENAME TO away")
        answer = Client(raise_request_exception=False).get("/api/v1/model/")
        transaction.set_rollback(True)

    problem = then_it_is_a_problem(answer, 500)
    assert "sourceofharm" not in str(problem)


@pytest.mark.parametrize(
    "tag", ["", "*", '"nonsense"', 'W/"nonsense"', "\x7f", LONG, RIGHT_TO_LEFT.encode().decode("latin-1")]
)
def test_any_tag_gets_an_answer(client: Client, tag: str) -> None:
    assert client.get("/api/v1/pages/", headers={"If-None-Match": tag}).status_code in {200, 304}


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Foo 2026 25:61:61 GMT", LONG, "0"])
def test_any_date_gets_an_answer(client: Client, date: str) -> None:
    assert client.get("/api/v1/pages/", headers={"If-Modified-Since": date}).status_code == 200
