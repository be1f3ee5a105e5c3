"""The description of the API is OpenAPI 3.1, names every address, and is readable for people too."""

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # schemathesis brings it, without types
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import URLPattern, get_resolver
from wagtail.models import Page

from api.v1 import urls
from api.v1.description import description
from api.v1.kinds import KINDS
from tests.every_page import PAGE_TYPES

pytestmark = pytest.mark.django_db

# The parts of the OpenAPI 3.1 document that this API uses, as https://spec.openapis.org/oas/3.1/schema/2022-10-07 has them.
RESPONSE = {
    "type": "object",
    "required": ["description"],
    "properties": {"description": {"type": "string"}, "content": {"type": "object"}},
    "additionalProperties": False,
}
PARAMETER = {
    "type": "object",
    "required": ["name", "in", "schema"],
    "properties": {"in": {"enum": ["query", "header", "path", "cookie"]}},
    "if": {"properties": {"in": {"const": "path"}}},
    "then": {"required": ["required"], "properties": {"required": {"const": True}}},
}
OPERATION = {
    "type": "object",
    "required": ["operationId", "summary", "description", "responses"],
    "properties": {
        "parameters": {"type": "array", "items": PARAMETER},
        "responses": {
            "type": "object",
            "patternProperties": {"^[1-5][0-9]{2}$": RESPONSE},
            "additionalProperties": False,
            "required": ["200", "304", "400", "406"],
        },
    },
}
OPENAPI = {
    "type": "object",
    "required": ["openapi", "info", "paths", "components"],
    "properties": {
        "openapi": {"pattern": r"^3\.1\.[0-9]+$"},
        "info": {"required": ["title", "version"]},
        "paths": {
            "propertyNames": {"pattern": "^/api/v1/"},
            "additionalProperties": {
                "type": "object",
                "properties": {"get": OPERATION},
                "additionalProperties": False,
                "required": ["get"],
            },
        },
        "components": {
            "propertyNames": {"enum": ["schemas"]},
            "properties": {"schemas": {"propertyNames": {"pattern": r"^[a-zA-Z0-9._-]+$"}}},
        },
    },
}


def test_it_is_a_document_of_openapi_three_one() -> None:
    jsonschema.validate(description(), OPENAPI, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", sorted(description()["components"]["schemas"]))
def test_every_record_is_a_json_schema_with_a_description(name: str) -> None:
    schema = description()["components"]["schemas"][name]

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema.get("description") or "oneOf" in schema or name in {"ListOfPages", "ListOfReferences", "Glossary"}


def test_every_reference_leads_to_a_record() -> None:
    records = description()["components"]["schemas"]

    assert references_in(description()) <= {f"#/components/schemas/{name}" for name in records}


def references_in(part: Any) -> set[str]:
    """Every `$ref` of a document."""
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    own = {part["$ref"]} if isinstance(part, dict) and "$ref" in part else set()
    return own.union(*(references_in(one) for one in inside))


def test_it_names_every_address_and_no_other() -> None:
    routes = {f"/api/v1/{address_in(pattern)}" for pattern in urls.urlpatterns}

    assert routes == set(description()["paths"])


def address_in(pattern: URLPattern) -> str:
    """The address of a route as OpenAPI writes it."""
    return str(pattern.pattern).replace("<permanent_name:", "{").replace(">", "}")


def test_every_route_below_version_one_is_in_the_list_of_addresses() -> None:
    routes = [key for key in get_resolver().reverse_dict if isinstance(key, str)]

    assert not [name for name in routes if name.startswith("api-v1")]
    assert "api-v1" in get_resolver().namespace_dict


def test_every_type_of_page_has_a_name_in_the_api() -> None:
    assert set(KINDS) == set(PAGE_TYPES)
    assert len(set(KINDS.values())) == len(KINDS)


def examples_in(document: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Every worked example, with the schema of the answer that it shows."""
    return {
        f"{path} {status}": (content["schema"], example["value"])
        for path, methods in document["paths"].items()
        for status, answer in methods["get"]["responses"].items()
        for content in answer.get("content", {}).values()
        for example in content.get("examples", {}).values()
    }


EXAMPLES = examples_in(description())


def test_every_kind_of_answer_is_shown_by_an_example() -> None:
    shown = {f"/api/v1/{place} 200" for place in (
        "model/", "model/{permanent_id}/", "pages/", "pages/{permanent_id}/", "references/", "glossary/",
    )}  # fmt: skip

    assert shown <= set(EXAMPLES)
    assert {f"{path} 400" for path in description()["paths"]} <= set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_has_the_shape_of_the_answer_and_leaves_no_field_out(name: str) -> None:
    schema, value = EXAMPLES[name]
    whole = {**schema, "components": description()["components"]}

    jsonschema.validate(value, closed(whole), jsonschema.Draft202012Validator)


def closed(part: Any) -> Any:
    """A schema that takes no field which it does not name."""
    if isinstance(part, list):
        return [closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    shut = {"additionalProperties": False} if isinstance(part.get("properties"), dict) else {}
    return {**{name: closed(one) for name, one in part.items()}, **shut}


@pytest.mark.usefixtures("starter_content")
def test_no_worked_example_has_words_of_the_content() -> None:
    told = set(Page.objects.filter(depth__gt=2).values_list("title", flat=True))
    shown = json.dumps([value for _, value in EXAMPLES.values()])

    assert [words for words in sorted(told) if len(words) > 9 and f'"{words}"' in shown] == []


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/openapi+json"])
def test_it_is_served_to_whoever_asks(client: Client, accept: str) -> None:
    answer = client.get("/api/v1/openapi.json", headers={"Accept": accept})

    assert answer.status_code == 200
    assert answer.json() == description()


@pytest.fixture
def documentation(client: Client) -> BeautifulSoup:
    answer = client.get("/api/")
    assert answer.status_code == 200
    assert not answer.cookies
    return BeautifulSoup(answer.content, "html.parser")


def test_the_documentation_names_every_address_and_every_record(documentation: BeautifulSoup) -> None:
    words = documentation.get_text()

    assert [path for path in description()["paths"] if path not in words] == []
    assert [
        name for name in description()["components"]["schemas"] if not documentation.find(id=f"record-{name}")
    ] == []


def test_the_documentation_has_help_and_the_way_out_and_needs_no_script(documentation: BeautifulSoup) -> None:
    assert documentation.find(id="content")
    assert "Get help now" in documentation.get_text()
    assert "Leave this site" in documentation.get_text()
    # The one script is the site's own, for leaving at once; the link works without it.
    assert [script["src"] for script in documentation.find_all("script")] == ["/static/js/exit.js"]


def test_no_link_of_the_documentation_leads_nowhere(documentation: BeautifulSoup) -> None:
    anchors = {link["href"][1:] for link in documentation.select("main a[href^='#']")}

    assert anchors
    assert anchors <= {element["id"] for element in documentation.select("[id]")}


def test_the_documentation_says_what_each_field_holds(documentation: BeautifulSoup) -> None:
    words = " ".join(documentation.find(id="record-Source").get_text().split())

    assert "a list of record Item" in words
    assert "a record or null record ContentNote" in words
    assert "one of systemic, mostly_systemic" in words
