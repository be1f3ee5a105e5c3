"""The open data is what the standard says it is, and what our own description says."""

from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it brings no types
import pytest
from django.test import Client

from api.openreferral.description import description
from api.v1.description import description as description_of_version_one
from tests.formats import CHECKS, FORMATS, formats_in
from tests.integration.test_api_description import OPENAPI, closed, examples_in, references_in
from tests.open_data import (
    HELPLINES,
    SCHEMAS,
    in_the_folder,
    mistakes_in,
    needs_the_standard,
    not_ascii,
    page_schema,
    standard_api,
    usual,
)

pytestmark = pytest.mark.django_db

DATA = "/api/openreferral"
LISTS = {
    f"{DATA}/services": "service",
    f"{DATA}/service_at_locations": "service_at_location",
    f"{DATA}/services?full=true": "service",
    f"{DATA}/taxonomies": "taxonomy",
    f"{DATA}/taxonomy_terms": "taxonomy_term",
    f"{DATA}/organizations": "organization",
    f"{DATA}/organizations?full=true": "organization",
    f"{DATA}/organizations?full_service=true": "organization",
}


def all_of(client: Client, address: str) -> list[dict[str, Any]]:
    """The records of a list."""
    contents: list[dict[str, Any]] = client.get(address).json()["contents"]
    return contents


@needs_the_standard
@pytest.mark.parametrize("sort", HELPLINES)
def test_every_record_of_every_list_is_valid(client: Client, sort: str) -> None:
    HELPLINES[sort]()
    records = [(schema, one) for address, schema in LISTS.items() for one in all_of(client, address)]

    assert {schema for schema, _ in records} >= {"service", "taxonomy", "taxonomy_term"}
    assert [mistake for schema, one in records for mistake in mistakes_in(schema, one)] == []


@needs_the_standard
@pytest.mark.parametrize("sort", HELPLINES)
def test_a_helpline_by_itself_is_valid(client: Client, sort: str) -> None:
    HELPLINES[sort]()
    (service,) = all_of(client, f"{DATA}/services")

    assert mistakes_in("service", client.get(f"{DATA}/services/{service['id']}").json()) == []


@needs_the_standard
@pytest.mark.parametrize("kind", ["taxonomies", "taxonomy_terms", "organizations"])
def test_what_stands_beside_helplines_is_valid_by_itself(client: Client, kind: str) -> None:
    usual()
    records = [client.get(f"{DATA}/{kind}/{one['id']}").json() for one in all_of(client, f"{DATA}/{kind}")]

    assert records
    assert [mistake for one in records for mistake in mistakes_in(LISTS[f"{DATA}/{kind}"], one)] == []


@needs_the_standard
@pytest.mark.parametrize("address", LISTS)
def test_a_page_of_a_list_is_what_the_standard_says(client: Client, address: str) -> None:
    usual()

    page = client.get(address).json()
    jsonschema.validate(page, page_schema(), jsonschema.Draft202012Validator)
    assert page.keys() == {*page_schema()["properties"], "contents"}


@needs_the_standard
@pytest.mark.usefixtures("starter_content")
def test_the_starter_content_is_valid(client: Client) -> None:
    services = all_of(client, f"{DATA}/services?full=true&per_page=100")

    assert len(services) > 5
    assert [mistake for one in services for mistake in mistakes_in("service", one)] == []


MISTAKES: dict[str, dict[str, Any]] = {
    "$.id": {"id": "no-uuid"},
    "$.name": {"name": 1},
    "$.status": {"status": "open"},
    "$.phones[0]": {"phones": [{"id": "48102e86-bb50-41c4-8f1e-e269368c41d1"}]},
    "$.phones[0].id": {"phones": [{"id": 1, "number": "116 123"}]},
    "$.email": {"email": "nobody"},
    "$.url": {"url": "no uri at all"},
    "$.organization.website": {
        "organization": {
            "id": "48102e86-bb50-41c4-8f1e-e269368c41d1", "name": "x", "description": "", "website": "https://www.exämple.org/",
        }
    },
    "$.minimum_age": {"minimum_age": "1"},
    "$.last_modified": {"last_modified": "yesterday"},
    "$.assured_date": {"assured_date": "soon"},
    **{
        f"$.schedules[0].{name}": {"schedules": [{"id": "48102e86-bb50-41c4-8f1e-e269368c41d1", name: value}]}
        for name, value in {
            "opens_at": "half past", "closes_at": "18:00", "byday": "Someday", "valid_from": "2026-02-30", "timezone": "London",
        }.items()
    },
}  # fmt: skip
RIGHT = {"id": "48102e86-bb50-41c4-8f1e-e269368c41d1", "name": "Example line", "status": "active"}


@needs_the_standard
@pytest.mark.parametrize("where", MISTAKES)
def test_a_mistake_would_be_noticed(where: str) -> None:
    assert mistakes_in("service", RIGHT) == []
    assert {one.split(": ")[0] for one in mistakes_in("service", {**RIGHT, **MISTAKES[where]})} == {where}


@needs_the_standard
def test_every_format_that_the_standard_names_is_checked() -> None:
    named = {name for schema in SCHEMAS.glob("*.json") for name in formats_in(in_the_folder(schema.name).contents)}

    # The standard's OpenAPI file calls one of its parameters a "datetime", which is no format of JSON Schema.
    assert {"uri", "email", "uuid", "date-time"} <= named - {"datetime"} <= CHECKS.keys()


def test_every_format_that_our_description_names_is_checked() -> None:
    assert formats_in(description()) <= CHECKS.keys()


def test_addresses_leave_in_letters_that_every_program_reads(client: Client) -> None:
    not_ascii()
    service = client.get(f"{DATA}/services?full=true").json()["contents"][-1]

    assert service["url"] == "https://www.example.org/caf%C3%A9?stra%C3%9Fe=%C3%A4#%C3%B6"
    assert service["email"] == "help@xn--exmple-cua.org"
    assert [one["email"] for one in service["contacts"]] == ["more@xn--exmple-cua.org"]
    assert service["organization"]["website"] == "https://www.xn--exmple-cua.org/"
    assert [one["link"] for one in service["x_ways_of_contact"]][:2] == [
        service["url"], "https://chat.xn--exmple-cua.org:8443/",
    ]  # fmt: skip


def response_schema(path: str) -> dict[str, Any]:
    """What our description says of an answer, with no field that it does not name."""
    content = description()["paths"][path.removeprefix(DATA)]["get"]["responses"]["200"]["content"]["application/json"]
    whole: dict[str, Any] = closed({**content["schema"], "components": description()["components"]})
    return whole


def not_as_described(client: Client, address: str, path: str) -> list[str]:
    """Where an answer is not what our description says of it."""
    validator = jsonschema.Draft202012Validator(response_schema(path), format_checker=FORMATS)
    answer = client.get(address)
    assert answer.status_code == 200
    return [f"{address} {error.json_path}: {error.message}" for error in validator.iter_errors(answer.json())]


@pytest.mark.parametrize("sort", HELPLINES)
def test_every_answer_has_the_shape_that_is_described(client: Client, sort: str) -> None:
    HELPLINES[sort]()
    asked = [(address, address.partition("?")[0]) for address in (*LISTS, f"{DATA}/services?minimal=true", f"{DATA}/")]
    asked += [
        (f"{DATA}/{kind}/{one['id']}", f"{DATA}/{kind}/{{id}}")
        for kind in ("services", "taxonomies", "taxonomy_terms", "organizations")
        for one in all_of(client, f"{DATA}/{kind}")[:2]
    ]

    assert [mistake for address, path in asked for mistake in not_as_described(client, address, path)] == []


def test_our_description_is_a_document_of_openapi() -> None:
    document = {**description(), "paths": {f"/api/v1{path}": one for path, one in description()["paths"].items()}}

    jsonschema.validate(document, OPENAPI, jsonschema.Draft202012Validator)
    assert references_in(description()) <= {
        f"#/components/schemas/{name}" for name in description()["components"]["schemas"]
    }


@needs_the_standard
def test_it_has_every_address_and_every_parameter_of_the_standard() -> None:
    theirs, ours = standard_api()["paths"], description()["paths"]

    assert set(ours) == {*theirs, "/openapi.json"}
    missing = {path: parameters_of(theirs[path]) - parameters_of(ours[path]) for path in theirs}
    assert {path: names for path, names in missing.items() if names} == {}
    assert description()["servers"] == [{"url": DATA}]


def parameters_of(operations: dict[str, Any]) -> set[str]:
    """The names of what may be asked; the standard refers to most of them."""
    listed = operations["get"].get("parameters", [])
    return {one["name"] if "name" in one else one["$ref"].rpartition("/")[2] for one in listed}


# What Open Referral UK requires of whoever publishes by it.
REQUIRED_ADDRESSES = {
    "/", "/services", "/services/{id}", "/taxonomies", "/taxonomies/{id}", "/service_at_locations", "/service_at_locations/{id}",
}  # fmt: skip
REQUIRED_OF_A_SERVICE = {"id", "organization_id", "name", "status"}


def test_nothing_is_missing_that_open_referral_uk_requires() -> None:
    document = description()

    assert set(document["paths"]) >= REQUIRED_ADDRESSES
    assert set(document["components"]["schemas"]["Service"]["required"]) >= REQUIRED_OF_A_SERVICE


@pytest.mark.parametrize("sort", HELPLINES)
def test_every_service_has_what_open_referral_uk_requires(client: Client, sort: str) -> None:
    HELPLINES[sort]()
    services = all_of(client, f"{DATA}/services")
    run_by = [client.get(f"{DATA}/organizations/{one['organization_id']}").json()["name"] for one in services]

    assert [REQUIRED_OF_A_SERVICE - one.keys() for one in services if REQUIRED_OF_A_SERVICE - one.keys()] == []
    assert run_by == [one["organization"]["name"] for one in services]


def test_no_record_has_the_name_of_another_in_version_one() -> None:
    ours, others = (one()["components"]["schemas"] for one in (description, description_of_version_one))

    assert {name for name in ours.keys() & others.keys() if ours[name] != others[name]} == set()


@pytest.mark.parametrize("name", examples_in(description()))
def test_a_worked_example_has_the_shape_of_the_answer(name: str) -> None:
    schema, value = examples_in(description())[name]
    whole = {**schema, "components": description()["components"]}

    jsonschema.validate(value, closed(whole), jsonschema.Draft202012Validator, format_checker=FORMATS)


@needs_the_standard
@pytest.mark.parametrize("kind", ["service", "taxonomy", "taxonomy_term", "organization"])
def test_a_worked_example_is_valid_too(kind: str) -> None:
    path = {"taxonomy": "taxonomies"}.get(kind, f"{kind}s")

    assert mistakes_in(kind, examples_in(description())[f"/{path}/{{id}} 200"][1]) == []


def test_it_says_which_standard_it_is(client: Client) -> None:
    answer = client.get(f"{DATA}/").json()

    assert answer["version"] == "3.0"
    assert client.get(answer["openapi_url"]).json() == description()
