"""Asking the open data: parameters and pages of the standard, and what is answered when something is wrong."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.openreferral.asking import ListPage
from helplines.models import HelplinePage, TermKind
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import DirectoryTermFactory, OrganisationFactory
from tests.open_data import usual

pytestmark = pytest.mark.django_db

DATA = "/api/openreferral"
KINDS = ("services", "service_at_locations", "taxonomies", "taxonomy_terms", "organizations")
LISTS = [f"{DATA}/{kind}" for kind in KINDS]
LONG = "9" * 10_000
RIGHT_TO_LEFT = "\u202eمرحبا"
NOBODY = "00000000-0000-5000-8000-000000000000"


def named(client: Client, **query: Any) -> list[str]:
    """The names of the services that a question finds."""
    answer = client.get(f"{DATA}/services", query)
    assert answer.status_code == 200
    return [one["name"] for one in answer.json()["contents"]]


def identifier_of(client: Client, kind: str, name: str) -> str:
    """The identifier of what has this name."""
    found: str = next(
        one["id"] for one in client.get(f"{DATA}/{kind}?per_page=100").json()["contents"] if one["name"] == name
    )
    return found


@pytest.fixture
def three_lines() -> None:
    """One for carers, one that helps with complaints, and one that is closed for good and did both."""
    carers = DirectoryTermFactory(name="carers", kind=TermKind.PEOPLE)
    complaint = DirectoryTermFactory(name="a complaint")
    first = HelplinePageFactory(
        title="First line", summary="For those who care.", organisation=OrganisationFactory(name="Example trust")
    )
    first.terms.set([carers])
    second = HelplinePageFactory(title="Second line", also_known_as="Little Line")
    second.terms.set([complaint])
    closed = HelplinePageFactory(title="Closed line", status=HelplinePage.Status.CLOSED)
    closed.terms.set([carers, complaint])
    for page in (first, second, closed):
        page.save()


SEARCHES = {
    "": ["First line", "Second line", "Closed line"],
    "   ": ["First line", "Second line", "Closed line"],
    "line": ["First line", "Second line", "Closed line"],
    "FIRST": ["First line"],
    "line first": ["First line"],
    "little": ["Second line"],
    "who care": ["First line"],
    "example trust": ["First line"],
    "complaint": ["Second line"],
    "first second": [],
    "%": [],
    "_": [],
    "' OR 1=1 --": [],
    RIGHT_TO_LEFT: [],
}


@pytest.mark.usefixtures("three_lines")
@pytest.mark.parametrize("words", SEARCHES)
def test_plain_words_find_what_readers_see(client: Client, words: str) -> None:
    assert named(client, search=words) == SEARCHES[words]


@pytest.mark.usefixtures("three_lines")
def test_a_word_of_editors_finds_those_that_have_it_and_can_be_reached(client: Client) -> None:
    term, taxonomy = (
        identifier_of(client, "taxonomy_terms", "a complaint"),
        identifier_of(client, "taxonomies", "Who it is for"),
    )

    assert named(client, taxonomy_term_id=term) == ["Second line"]
    assert named(client, taxonomy_term_id=term.upper()) == ["Second line"]
    assert named(client, taxonomy_id=taxonomy) == ["First line"]
    assert named(client, taxonomy_id=taxonomy, taxonomy_term_id=term) == []


@pytest.mark.usefixtures("three_lines")
def test_a_trust_question_finds_those_that_have_an_attribute_for_it(client: Client) -> None:
    question = identifier_of(client, "taxonomy_terms", "Is it recorded?")
    taxonomy = identifier_of(client, "taxonomies", "What happens when you call")

    assert (
        named(client, taxonomy_term_id=question) == named(client, taxonomy_id=taxonomy) == ["First line", "Second line"]
    )


@pytest.mark.usefixtures("three_lines")
def test_an_organisation_finds_what_it_runs(client: Client) -> None:
    assert named(client, organization_id=identifier_of(client, "organizations", "Example trust")) == ["First line"]


@pytest.mark.usefixtures("three_lines")
def test_a_helpline_that_names_nobody_else_runs_itself(client: Client) -> None:
    itself = identifier_of(client, "organizations", "Second line")
    told = client.get(f"{DATA}/organizations/{itself}").json()

    assert named(client, organization_id=itself) == ["Second line"]
    assert [one["name"] for one in told["services"]] == ["Second line"]
    assert client.get(f"{DATA}/organizations").json()["total_items"] == 3


def test_an_organisation_of_the_same_permanent_name_is_another(client: Client) -> None:
    organisation = OrganisationFactory(name="The trust", permanent_id="same")
    HelplinePageFactory(title="Of the trust", organisation=organisation)
    HelplinePageFactory(title="The line", permanent_id="same")

    assert named(client, organization_id=identifier_of(client, "organizations", "The trust")) == ["Of the trust"]
    assert named(client, organization_id=identifier_of(client, "organizations", "The line")) == ["The line"]


EVERY_QUESTION_ABOUT_PLACES = {
    "search": "line", "taxonomy_term_id": NOBODY, "taxonomy_id": NOBODY, "organization_id": NOBODY, "full": "true", "page": "1",
    "modified_after": "2026-11-02T09:30:00Z", "per_page": "50", "format": "json", "postcode": "LS1 1AA", "proximity": "5000",
}  # fmt: skip


@pytest.mark.usefixtures("three_lines")
def test_there_are_no_places_whatever_is_asked(client: Client) -> None:
    answer = client.get(f"{DATA}/service_at_locations", EVERY_QUESTION_ABOUT_PLACES)

    assert (answer.status_code, answer.json()["contents"], answer.json()["empty"]) == (200, [], True)


@pytest.mark.usefixtures("three_lines")
@pytest.mark.parametrize("value", ["true", "True", "TRUE"])
def test_yes_is_written_in_letters_of_any_size(client: Client, value: str) -> None:
    (first, *_) = client.get(f"{DATA}/services", {"full": value}).json()["contents"]

    assert "attributes" in first


@pytest.mark.usefixtures("three_lines")
@pytest.mark.parametrize("name", ["taxonomy_term_id", "taxonomy_id", "organization_id"])
def test_an_identifier_of_nothing_finds_nothing(client: Client, name: str) -> None:
    assert named(client, **{name: NOBODY}) == []


@pytest.mark.usefixtures("three_lines")
def test_identifiers_alone_are_all_on_one_page(client: Client) -> None:
    HelplinePageFactory.create_batch(30)
    answer = client.get(f"{DATA}/services?minimal=true&full=true").json()

    assert (answer["size"], answer["total_pages"], answer["last_page"]) == (33, 1, True)
    assert answer["contents"][0].keys() == {"id", "modified_date"}
    assert client.get(f"{DATA}/services?minimal=true&per_page=10").json()["size"] == 10


@pytest.mark.usefixtures("three_lines")
def test_words_of_one_taxonomy_are_listed(client: Client) -> None:
    taxonomy = identifier_of(client, "taxonomies", "What somebody needs")
    found = client.get(f"{DATA}/taxonomy_terms", {"taxonomy_id": taxonomy, "top_only": "true"}).json()

    assert [one["name"] for one in found["contents"]] == ["a complaint"]
    assert client.get(f"{DATA}/taxonomy_terms", {"parent_id": found["contents"][0]["id"]}).json()["empty"] is True
    assert client.get(f"{DATA}/taxonomy_terms", {"search": "itemised bill"}).json()["total_items"] == 1


NINE, TEN = "2026-11-02T09:00:00Z", "2026-11-02T10:00:00.000+00:00"


def published(at: str, **fields: Any) -> Any:
    """A helpline that went live at a moment."""
    return HelplinePageFactory(last_published_at=dt.datetime.fromisoformat(at), **fields)


def test_what_was_modified_since_a_moment_is_found(client: Client) -> None:
    published(NINE, title="Old")
    published(TEN, title="New")

    assert named(client, modified_after="2026-11-02T09:00:00.001Z") == ["New"]
    assert named(client, modified_after="2026-11-02t10:00:00z") == ["New"]
    assert named(client, modified_after="2026-11-02T11:00:00+02:00") == ["Old", "New"]
    assert named(client, modified_after="9999-12-31T23:59:59-23:59") == []


def test_a_helpline_of_which_nobody_knows_when_it_changed_is_among_them(client: Client) -> None:
    HelplinePageFactory(title="Who knows")

    assert named(client, modified_after="2026-11-02T11:00:00Z") == ["Who knows"]


def test_pages_of_a_list_have_everything_once(client: Client) -> None:
    HelplinePageFactory.create_batch(5)
    pages = [client.get(f"{DATA}/services?per_page=2&page={number}").json() for number in (1, 2, 3, 4)]
    facts = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")

    assert [tuple(page[name] for name in facts) for page in pages] == [
        (5, 3, 1, 2, True, False, False),
        (5, 3, 2, 2, False, False, False),
        (5, 3, 3, 1, False, True, False),
        (5, 3, 4, 0, False, True, True),
    ]
    assert len({one["id"] for page in pages for one in page["contents"]}) == 5


@pytest.mark.parametrize("address", LISTS)
def test_behind_the_end_there_is_nothing(client: Client, address: str) -> None:
    assert client.get(address, {"page": "1000000", "per_page": "100"}).json()["contents"] == []


def test_an_empty_list_is_one_page_that_is_first_and_last(client: Client) -> None:
    answer = client.get(f"{DATA}/services").json()

    assert answer == {
        "total_items": 0, "total_pages": 0, "page_number": 1, "size": 0, "first_page": True, "last_page": True,
        "empty": True, "contents": [],
    }  # fmt: skip


@given(total=st.integers(0, 400), size=st.none() | st.integers(1, 100))
def test_whatever_the_size_of_a_page_nothing_is_left_out_or_told_twice(total: int, size: int | None) -> None:
    rows = list(range(total))
    last = ListPage(1, size).told(total, [])["total_pages"]
    pages = [ListPage(number, size) for number in range(1, last + 1)]

    assert [row for page in pages for row in page.of(rows)] == rows
    assert [page.told(total, [])["last_page"] for page in pages] == [page.number == last for page in pages]
    assert list(ListPage(last + 1, size).of(rows)) == []


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(name=st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True), anything=st.uuids())
def test_a_helpline_is_found_by_its_identifier_and_by_no_other(name: str, anything: uuid.UUID) -> None:
    client = Client()
    HelplinePage.objects.all().delete()
    HelplinePageFactory(permanent_id=name)
    HelplinePageFactory()
    listed = client.get(f"{DATA}/services").json()["contents"]
    identifier = next(one["id"] for one in listed if one["x_permanent_id"] == name)

    assert client.get(f"{DATA}/services/{identifier}").json()["x_permanent_id"] == name
    assert client.get(f"{DATA}/services/{identifier.upper()}").json()["x_permanent_id"] == name
    assert client.get(f"{DATA}/services/{anything}").status_code == 404
    assert uuid.UUID(identifier).version == 5


def then_it_is_a_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    return problem


NUMBERS = ["0", "-1", "1000001", "1.5", " 1", "１", "", "null", "\x00", "1\x00", "'", RIGHT_TO_LEFT, LONG]
ANYTHING = ["", "null", "1", "\x00", "x\x00", "yes", "' OR 1=1", RIGHT_TO_LEFT, LONG]
WRONG = [
    *(("services", name, value) for name in ("page", "per_page") for value in NUMBERS),
    ("services", "per_page", "101"),
    *(("services", name, value) for name in ("full", "minimal") for value in ANYTHING),
    *(("services", name, value) for name in ("taxonomy_term_id", "taxonomy_id", "organization_id") for value in ANYTHING),
    *(("services", "modified_after", value) for value in [
        *ANYTHING, "2026-11-02", "2026-11-02T09:00:00", "2026-13-02T09:00:00Z", "2026-02-30T09:00:00Z", "2026-W01-1T09:00:00Z",
        "0000-01-01T00:00:00Z", "2026-11-02T09:00:00+99:00", "yesterday",
    ]),
    *(("services", "search", value) for value in ["\x00", "a\x00b", "x" * 201]),
    *((kind, "search", "\x00") for kind in ("taxonomies", "taxonomy_terms", "organizations")),
    *(("services", "format", value) for value in ["", "xml", "ndjson", "JSON", "\x00"]),
    *(("taxonomy_terms", name, "x") for name in ("taxonomy_id", "top_only", "parent_id")),
    *(("organizations", name, "x") for name in ("full", "full_service")),
    *((kind, "limit", "1") for kind in KINDS),
    ("services", "postcode", "LS1"),
    *(("service_at_locations", name, "x y") for name in ("taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full")),
    *(("service_at_locations", "postcode", value) for value in ["", "L", "LS1;", "\x00", LONG]),
    *(("service_at_locations", "proximity", value) for value in ["", "-1", "1e3", "near", "\x00", LONG]),
    ("service_at_locations", "search", "\x00"),
    ("service_at_locations", "minimal", "true"),
    ("taxonomies", "taxonomy_id", NOBODY),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "value"), WRONG)
def test_a_parameter_that_cannot_be_is_refused_by_name(client: Client, kind: str, name: str, value: str) -> None:
    problem = then_it_is_a_problem(client.get(f"{DATA}/{kind}", {name: value}), 400)

    assert problem["parameter"] == name


@pytest.mark.parametrize("query", ["?page=1&page=2", "?full=true&full=true", "?=", "?%ff=%ff", f"?{LONG}=1"])
@pytest.mark.parametrize("address", LISTS)
def test_a_parameter_given_twice_or_of_no_name_is_refused(client: Client, address: str, query: str) -> None:
    then_it_is_a_problem(client.get(address + query), 400)


NOWHERE = [
    f"{DATA}/service", f"{DATA}/services/1", f"{DATA}/services/samaritans", f"{DATA}/services/%00", f"{DATA}/services//",
    f"{DATA}/services/{NOBODY}x", f"{DATA}/services/{NOBODY}/schedules", f"{DATA}/services/{LONG}", f"{DATA}/openapi.json/",
    f"{DATA}x", *(f"{address}/{NOBODY}" for address in LISTS),
]  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_not_there_asks_for_no_slash(client: Client, path: str) -> None:
    assert then_it_is_a_problem(client.get(path), 404)["detail"] == "There is nothing at this address."


def test_an_address_answers_the_same_with_a_slash_at_its_end(client: Client) -> None:
    helpline = usual()
    run_by = client.get(f"{DATA}/organizations").json()["contents"][0]["id"]
    service = client.get(f"{DATA}/services").json()["contents"][0]["id"]
    addresses = [*LISTS, DATA, f"{DATA}/services/{service}", f"{DATA}/organizations/{run_by}"]
    without = [client.get(address) for address in addresses]
    slashed = [client.get(f"{address}/") for address in addresses]

    assert helpline.live
    assert {answer.status_code for answer in (*without, *slashed)} == {200}
    assert [answer["ETag"] for answer in without] == [answer["ETag"] for answer in slashed]


@pytest.mark.parametrize("address", [f"{DATA}/", *LISTS])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_open_data_takes_nothing(address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)

    then_it_is_a_problem(answer, 405)
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


# Which helplines there are, with the moments of their changes; what changed beside them; when anything changed.
SITE = 1
AGE = 1
LIST_OF_HELPLINES = SITE + 1 + 1
READ = 1 + 1  # their records with who runs them; what stands beside them
BUDGETS = {
    "/": [AGE],
    "/services?per_page=100": [LIST_OF_HELPLINES, READ, AGE],
    "/services?per_page=100&full=true": [LIST_OF_HELPLINES, READ, AGE],
    "/services?minimal=true": [LIST_OF_HELPLINES, AGE],
    "/services?per_page=100&search=example": [
        LIST_OF_HELPLINES,
        1,  # which of them have the word
        READ,
        AGE,
    ],
    f"/services?taxonomy_term_id={NOBODY}&organization_id={NOBODY}": [
        LIST_OF_HELPLINES,
        1,  # words
        1,  # organisations
        1,  # which helplines match
        AGE,
    ],
    "/service_at_locations": [AGE],
    "/taxonomies": [AGE],
    "/taxonomy_terms?per_page=100": [
        1,  # words
        AGE,
    ],
    "/organizations?per_page=100": [
        SITE,
        1,  # organisations
        AGE,
    ],
    "/organizations?per_page=100&full_service=true": [
        1,  # organisations
        LIST_OF_HELPLINES,
        READ,
        AGE,
    ],
}


def queries_of(client: Client, address: str) -> list[str]:
    """What the database is asked, when others have asked the same before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [query["sql"][:220] for query in asked]


@pytest.mark.parametrize("address", BUDGETS)
def test_an_answer_is_within_its_budget(client: Client, address: str) -> None:
    usual()

    queries = queries_of(client, DATA + address)

    assert len(queries) <= sum(BUDGETS[address]), "\n".join(queries)


def test_five_hundred_helplines_cost_no_more_queries_than_one(client: Client) -> None:
    usual()
    one = client.get(f"{DATA}/services").json()["contents"][0]["id"]
    addresses = [*(DATA + address for address in BUDGETS), f"{DATA}/services/{one}"]
    few = [len(queries_of(client, address)) for address in addresses]

    many_helplines(500)

    assert client.get(f"{DATA}/services").json()["total_items"] == 501
    assert [len(queries_of(client, address)) for address in addresses] == few


def many_helplines(how_many: int) -> None:
    """Helplines with everything on them, made in few steps."""
    first = HelplinePage.objects.get()
    parent, section = first.get_parent(), first.section
    organisations = [OrganisationFactory() for _ in range(20)]
    for number in range(how_many):
        page = HelplinePage(
            title=f"Line {number}", slug=f"line-{number}", section=section, organisation=organisations[number % 20],
            opening_hours="Mo-Fr 09:00-18:00; PH off",
        )  # fmt: skip
        page.contact_ways = [alike(way) for way in first.contact_ways.all()]
        page.trust_facts = [alike(fact) for fact in first.trust_facts.all()]
        parent.add_child(instance=page)


def alike(record: Any) -> Any:
    """A copy that belongs to nothing yet."""
    return type(record)(
        **{
            field.name: getattr(record, field.name)
            for field in record._meta.concrete_fields
            if field.name not in {"id", "helpline"}
        }
    )
