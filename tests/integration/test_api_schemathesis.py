"""The description of the API is true: more than a thousand odd questions get the answers that it promises, and never a 5xx."""

from collections.abc import Iterator
from typing import Any

import hypothesis.strategies as st
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode

from api.v1.description import description

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_content", "one_connection")]

SCHEMA = schemathesis.openapi.from_dict(description())
SCHEMA.app = get_wsgi_application()
# What was packed on its way would have to be unpacked before it can be compared.
UNPACKED = {"Accept-Encoding": "identity"}
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
# Where there is no end to what may be asked: numbers, and names. The other addresses have a handful of questions each.
ENDLESS = [
    label
    for label, operation in OPERATIONS.items()
    if {one.name for one in operation.iter_parameters()} & {"limit", "permanent_id"}
]
WAYS = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]

# The same questions each time, and none of them made smaller: a failure is understood as it is.
many = settings(
    max_examples=120,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """A request does not close the connection, and with it all that the test has put into the database."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_there_are_at_least_a_thousand_questions() -> None:
    assert many.max_examples * len(ENDLESS) * len(WAYS) >= 1000


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", ENDLESS)
def test_an_address_takes_what_it_is_described_to_take_and_nothing_else(label: str, way: GenerationMode) -> None:
    asked = []

    @many
    @given(case=OPERATIONS[label].as_strategy(generation_mode=way))
    def ask(case: Case) -> None:
        asked.append(case.call_and_validate(headers=UNPACKED).status_code)

    ask()

    assert len(asked) >= many.max_examples


@pytest.mark.parametrize("label", sorted(OPERATIONS.keys() - set(ENDLESS)))
def test_an_address_with_few_questions_answers_as_it_is_described(label: str) -> None:
    @many
    @given(case=OPERATIONS[label].as_strategy())
    def ask(case: Case) -> None:
        assert case.call_and_validate(headers=UNPACKED).status_code == 200

    ask()


@many
@given(
    label=st.sampled_from(list(OPERATIONS)),
    query=st.dictionaries(st.text(min_size=1, max_size=60), st.text(max_size=200), min_size=1, max_size=3),
)
def test_a_parameter_that_nobody_described_is_refused(label: str, query: dict[str, Any]) -> None:
    answer = OPERATIONS[label].Case(path_parameters={"permanent_id": "stigma"}, query=query).call()

    assert answer.status_code == 400
    assert answer.headers["content-type"] == ["application/problem+json"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GET /api/v1/model/{permanent_id}/", "stigma"),
        ("GET /api/v1/model/{permanent_id}/", "stress"),
        ("GET /api/v1/model/{permanent_id}/", "not-being-believed"),
        ("GET /api/v1/model/{permanent_id}/", "fb387f02-f246-5193-9390-5fba5965e051"),
        ("GET /api/v1/pages/{permanent_id}/", "stigma"),
        ("GET /api/v1/pages/{permanent_id}/", "contact"),
    ],
)
def test_a_record_that_is_there_is_given_as_it_is_described(label: str, name: str) -> None:
    answer = OPERATIONS[label].Case(path_parameters={"permanent_id": name}).call_and_validate(headers=UNPACKED)

    assert answer.status_code == 200
