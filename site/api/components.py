"""Presenters of the documentation, made from the description of the API (OpenAPI)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString

from core.components.presenter import Presenter

Description = dict[str, Any]
CODE = re.compile(r"`([^`]+)`")
RECORDS = "#/components/schemas/"
IN_WORDS = {
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "a record",
    "null": "null",
    "uri": "a whole address",
}


@dataclass(frozen=True)
class ApiField:
    """One field of a record, or one parameter of an address."""

    name: str
    holds: str
    description: SafeString = SafeString()
    # The record that it holds, by its name.
    record: str = ""
    may_be_missing: bool = False


@dataclass(frozen=True)
class ApiAnswer:
    """What comes back."""

    status: str
    description: str
    media_type: str = ""
    record: str = ""


@dataclass(frozen=True)
class ApiOperation(Presenter):
    """One address of the API: what it gives, and what it may be asked."""

    template_name = "components/api-operation.html"

    name: str
    path: str
    summary: str
    paragraphs: tuple[SafeString, ...] = ()
    parameters: tuple[ApiField, ...] = ()
    answers: tuple[ApiAnswer, ...] = ()

    @property
    def can_be_opened(self) -> bool:
        """Whether the address is whole, with no name to be filled in."""
        return "{" not in self.path

    @classmethod
    def of(cls, path: str, operation: Description) -> "ApiOperation":
        """The operation that stands at an address of the description."""
        return cls(
            name=operation["operationId"],
            path=path,
            summary=operation["summary"],
            paragraphs=tuple(with_code(paragraph) for paragraph in operation["description"].split("\n\n")),
            parameters=tuple(_parameter(one) for one in operation.get("parameters", [])),
            answers=tuple(answer for status, one in operation["responses"].items() for answer in _answers(status, one)),
        )


@dataclass(frozen=True)
class ApiRecord(Presenter):
    """The shape of one kind of record."""

    template_name = "components/api-record.html"

    name: str
    description: SafeString = SafeString()
    fields: tuple[ApiField, ...] = ()
    # The records that this one may be.
    one_of: tuple[str, ...] = ()

    @property
    def fields_in_words(self) -> str:
        """What opens to the fields. The name is in it, so that nobody meets the same words twice in a list of controls."""
        return f"{self.name}: {len(self.fields)} {'field' if len(self.fields) == 1 else 'fields'}"

    @classmethod
    def of(cls, name: str, schema: Description) -> "ApiRecord":
        """The record of a name in the description."""
        required = schema.get("required", [])
        return cls(
            name=name,
            description=with_code(schema.get("description", "")),
            fields=tuple(
                _field(field, about, may_be_missing=field not in required)
                for field, about in schema.get("properties", {}).items()
            ),
            one_of=tuple(_record_of(one) for one in schema.get("oneOf", [])),
        )


def with_code(words: str) -> SafeString:
    """Words of the description as HTML; what stands between backticks is code."""
    return SafeString(CODE.sub(r"<code>\1</code>", escape(words)))


def operations_of(description: Description, *, below: str = "") -> tuple[ApiOperation, ...]:
    """Every address, in the order of the description; `below` stands before each where the description leaves it out."""
    return tuple(ApiOperation.of(f"{below}{path}", methods["get"]) for path, methods in description["paths"].items())


def records_of(description: Description) -> tuple[ApiRecord, ...]:
    """Every kind of record, in order of the alphabet."""
    return tuple(ApiRecord.of(name, schema) for name, schema in sorted(description["components"]["schemas"].items()))


def _parameter(parameter: Description) -> ApiField:
    schema, words = parameter["schema"], [parameter.get("description", "")]
    if "default" in schema:
        words.append(f"Without it: {schema['default']}.")
    return _field(parameter["name"], {**schema, "description": " ".join(filter(None, words))}, may_be_missing=False)


def _field(name: str, schema: Description, *, may_be_missing: bool) -> ApiField:
    return ApiField(
        name, _in_words(schema), with_code(schema.get("description", "")), _record_in(schema), may_be_missing
    )


def _answers(status: str, answer: Description) -> Iterator[ApiAnswer]:
    for media_type, content in answer.get("content", {"": {"schema": {}}}).items():
        yield ApiAnswer(status, answer["description"], media_type, _record_in(content["schema"]))


def _record_of(schema: Description) -> str:
    return str(schema.get("$ref", "")).removeprefix(RECORDS)


def _record_in(schema: Description) -> str:
    """The record that a field holds, alone, in a list, or with others."""
    inside = [schema, schema.get("items", {}), *schema.get("oneOf", []), *schema.get("allOf", [])]
    return next(filter(None, map(_record_of, inside)), "")


def _in_words(schema: Description) -> str:
    """What a field holds: "a list of", "one of", or a plain kind of value; the record's own name stands beside it."""
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else list(types)
    types += [one["type"] for one in schema.get("oneOf", []) if "type" in one]
    or_null = " or null" if "null" in types else ""
    if "enum" in schema:
        return "one of " + ", ".join(str(value) for value in schema["enum"] if value is not None) + or_null
    if "array" in types:
        inside = schema.get("items", {})
        return "a list of" if _record_in(inside) else f"a list of {_in_words(inside)}"
    if _record_in(schema):
        return f"a record{or_null}"
    plain = (
        schema.get("format") if schema.get("format") in IN_WORDS else next((one for one in types if one != "null"), "")
    )
    return IN_WORDS.get(str(plain), "anything") + or_null
