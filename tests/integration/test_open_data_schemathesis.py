"""Hundreds of odd questions to the open data get the answers that its description promises, and never a 5xx."""

from typing import Any

import hypothesis.strategies as st
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import given
from schemathesis import Case, GenerationMode

from api.openreferral.description import description
from helplines.models import HelplinePage
from tests.factories.snippets import OrganisationFactory
from tests.integration.test_api_schemathesis import UNPACKED, WAYS, many, one_connection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content", "one_connection")]

SCHEMA = schemathesis.openapi.from_dict(description())
SCHEMA.app = get_wsgi_application()
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
WITH_PARAMETERS = [label for label, operation in OPERATIONS.items() if list(operation.iter_parameters())]

assert one_connection


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", WITH_PARAMETERS)
def test_an_address_takes_what_it_is_described_to_take_and_nothing_else(label: str, way: GenerationMode) -> None:
    asked = []

    @many
    @given(case=OPERATIONS[label].as_strategy(generation_mode=way))
    def ask(case: Case) -> None:
        asked.append(case.call_and_validate(headers=UNPACKED).status_code)

    ask()

    assert asked


@pytest.mark.parametrize("label", sorted(OPERATIONS.keys() - set(WITH_PARAMETERS)))
def test_an_address_with_one_question_answers_as_it_is_described(label: str) -> None:
    assert OPERATIONS[label].Case().call_and_validate(headers=UNPACKED).status_code == 200


@many
@given(
    label=st.sampled_from(list(OPERATIONS)),
    query=st.dictionaries(st.text(min_size=1, max_size=60), st.text(max_size=200), min_size=1, max_size=3),
)
def test_a_parameter_that_nobody_described_is_refused(label: str, query: dict[str, Any]) -> None:
    path = {"id": "00000000-0000-5000-8000-000000000000"}

    assert OPERATIONS[label].Case(path_parameters=path, query=query).call().status_code == 400


@pytest.mark.parametrize("kind", ["services", "taxonomies", "taxonomy_terms", "organizations"])
def test_every_record_that_is_there_is_given_as_it_is_described(kind: str) -> None:
    # The starter content names no organisation, so that every helpline runs itself.
    HelplinePage.objects.filter(permanent_id="samaritans").update(organisation=OrganisationFactory())
    # Django's own test client is not used beside these: after each answer it lets the next request close the connection.
    listed = OPERATIONS[f"GET /{kind}"].Case(query={"per_page": 100}).call(headers=UNPACKED)
    one = OPERATIONS[f"GET /{kind}/{{id}}"]
    asked = [one.Case(path_parameters={"id": record["id"]}) for record in listed.json()["contents"]]

    assert {case.call_and_validate(headers=UNPACKED).status_code for case in asked} == {200}
