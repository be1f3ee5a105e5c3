"""What the open data says of a helpline: what its page says, in the standard's words, and no more than is known."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from helplines.models import ContactWayKind, HelplinePage, Notice, Organisation, TrustQuestion
from tests.factories.pages import HelplinePageFactory
from tests.factories.snippets import OrganisationFactory
from tests.open_data import TODAY, a_way, answered_alike, empty, usual

pytestmark = pytest.mark.django_db

DATA = "/api/openreferral"


def the_service(client: Client) -> dict[str, Any]:
    """The one helpline there is, whole."""
    (service,) = client.get(f"{DATA}/services?full=true").json()["contents"]
    assert client.get(f"{DATA}/services/{service['id']}").json() == service
    found: dict[str, Any] = service
    return found


def without_ids(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records by what they say."""
    return [{name: value for name, value in one.items() if name not in {"id", "service_id"}} for one in records]


def test_what_there_is_one_of_is_told_in_the_words_of_the_standard(client: Client) -> None:
    usual()
    service = the_service(client)

    told = {
        "name": "Example line",
        "alternate_name": "The line",
        "description": "One plain sentence.\nMore about it.",
        "status": "active",
        "url": "https://www.example.org/line",
        "email": "help@example.org",
        "interpretation_services": "Ask for an interpreter.",
        "fees_description": "Free",
        "eligibility_description": "Anybody",
        "minimum_age": 18,
        "maximum_age": 25,
        "assured_date": "2026-11-02",
        "alert": "Closed tomorrow.",
    }
    assert told.items() <= service.items()


USUAL_HOURS = (
    "Monday to Friday 9am to 6pm; Saturday 10am to noon and 1pm to 3pm; not open on bank holidays; "
    "hours on 25 December not known."
)


def test_numbers_are_told_with_how_they_differ(client: Client) -> None:
    usual()

    assert [{name: one.get(name) for name in ("number", "type", "description", "x_keyword", "x_link", "x_cost")} for one in the_service(client)["phones"]] == [
        {
            "number": "0808 157 0123", "type": "voice", "x_keyword": None,
            "description": "Every day, day and night. 10p a minute. Nights too.",
            "x_link": "tel:+448081570123", "x_cost": "10p a minute",
        },
        {
            "number": "85258", "type": "text", "description": f"Text the word WORD. {USUAL_HOURS}", "x_keyword": "WORD",
            "x_link": "sms:85258?body=WORD", "x_cost": None,
        },
        {
            "number": "18001 0808 157 0124", "type": "textphone",
            "description": f"By textphone or with the Relay UK app. {USUAL_HOURS}", "x_keyword": None,
            "x_link": "tel:1800108081570124", "x_cost": None,
        },
    ]  # fmt: skip


NUMBERS = {
    (ContactWayKind.VOICE, "+44 808 157 0123"): "0808 157 0123",
    (ContactWayKind.TEXT, "+44 7400 123456"): "07400 123456",
    (ContactWayKind.RELAY, "0808 157 0123"): "18001 0808 157 0123",
    (ContactWayKind.RELAY, "18001 +44 808 157 0123"): "18001 0808 157 0123",
    # Relay UK's own number for emergencies has nothing before it.
    (ContactWayKind.RELAY, "18000"): "18000",
    (ContactWayKind.RELAY, "ask us"): "ask us",
}


@pytest.mark.parametrize(("kind", "value"), NUMBERS)
def test_a_number_is_told_as_people_dial_it(client: Client, kind: ContactWayKind, value: str) -> None:
    a_way(empty(), kind, value)
    (phone,) = the_service(client)["phones"]

    assert phone["number"] == NUMBERS[kind, value]


def times_of(schedules: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Days and times, without their dates."""
    return [(one["byday"], one["opens_at"], one["closes_at"]) for one in schedules if "opens_at" in one]


NIGHTS_OF_CHAT = [
    {"kind": ContactWayKind.CHAT, "value": "https://www.example.org/chat", "opening_hours": "Mo-Su 22:00-02:00"}
]
DIFFERING: dict[str, tuple[str, list[dict[str, Any]], str]] = {
    "one telephone is there at other times": (
        "Mo-Fr 09:00-18:00",
        [
            {"kind": ContactWayKind.VOICE, "value": "0808 157 0123"},
            {"kind": ContactWayKind.VOICE, "value": "0808 157 0124", "opening_hours": "24/7"},
        ],
        "Call 0808 157 0123: Monday to Friday 9am to 6pm; bank holidays as on other days. "
        "Call 0808 157 0124: Every day, day and night",
    ),
    "a web chat is": (
        "24/7",
        [{"kind": ContactWayKind.VOICE, "value": "0808 157 0123"}, *NIGHTS_OF_CHAT],
        "Call: Every day, day and night. Web chat: Every day 10pm to 2am the next day; bank holidays as on other days",
    ),
    "of one nobody knows": (
        "",
        [{"kind": ContactWayKind.VOICE, "value": "0808 157 0123"}, *NIGHTS_OF_CHAT],
        "Call: Hours not known. Web chat: Every day 10pm to 2am the next day; bank holidays as on other days",
    ),
}


@pytest.mark.parametrize("case", DIFFERING)
def test_where_ways_differ_the_service_has_words_alone_and_each_number_its_hours(client: Client, case: str) -> None:
    hours, ways, words = DIFFERING[case]
    helpline = HelplinePageFactory(opening_hours=hours)
    for way in ways:
        a_way(helpline, **way)
    service = the_service(client)

    assert without_ids(service["schedules"]) == [{"description": words}]
    assert service.get("x_always_open", False) is False


def test_each_number_says_its_hours_where_they_differ(client: Client) -> None:
    helpline = HelplinePageFactory(opening_hours="Mo-Fr 09:00-18:00; PH off")
    a_way(helpline, ContactWayKind.VOICE, "0808 157 0123")
    a_way(
        helpline, ContactWayKind.TEXT, "85258", keyword="WORD", opening_hours="24/7", cost="10p", note="Not on Jersey"
    )
    called, texted = the_service(client)["phones"]

    assert called["description"] == "Monday to Friday 9am to 6pm; not open on bank holidays."
    assert texted["description"] == "Text the word WORD. Every day, day and night. 10p. Not on Jersey."
    assert times_of(called["x_schedules"])[0] == ("MO,TU,WE,TH,FR", "09:00Z", "18:00Z")
    assert times_of(texted["x_schedules"]) == [("MO,TU,WE,TH,FR,SA,SU", "00:00Z", "23:59Z")]


def test_the_hours_of_every_way_are_those_of_the_service_also_where_each_has_them_for_itself(client: Client) -> None:
    helpline = HelplinePageFactory(opening_hours="")
    a_way(helpline, ContactWayKind.VOICE, "0808 157 0123", opening_hours="24/7")
    a_way(helpline, ContactWayKind.EMAIL, "help@example.org", opening_hours="Mo 09:00-10:00")
    service = the_service(client)

    assert times_of(service["schedules"]) == [("MO,TU,WE,TH,FR,SA,SU", "00:00Z", "23:59Z")]
    assert service["schedules"][0]["description"] == "Every day, day and night"
    assert service["x_always_open"] is True
    assert "x_schedules" not in service["phones"][0]


NOBODY_IS_THERE: dict[str, Callable[[], HelplinePage]] = {
    "closed for now": lambda: answered_alike(opening_hours="24/7", status=HelplinePage.Status.PAUSED),
    "only e-mail": lambda: HelplinePageFactory(opening_hours="24/7"),
}


@pytest.mark.parametrize("case", NOBODY_IS_THERE)
def test_where_nobody_is_there_at_once_no_times_are_told(client: Client, case: str) -> None:
    a_way(NOBODY_IS_THERE[case](), ContactWayKind.EMAIL, "help@example.org")
    service = the_service(client)

    assert times_of(service["schedules"]) == []
    assert service["schedules"][0]["description"].startswith("Every day, day and night")
    assert service.get("x_always_open", False) is False


def test_day_and_night_is_not_said_while_a_notice_says_that_nobody_answers(client: Client) -> None:
    helpline = answered_alike(opening_hours="24/7")
    Notice.objects.create(helpline=helpline, words="Closed.", nobody_answers=True, last_day=TODAY)
    service = the_service(client)

    assert service["x_always_open"] is False
    assert {one["valid_from"] for one in service["schedules"]} == {"2026-11-03"}


def test_what_is_no_number_stands_beside_the_standard_in_the_order_of_the_page(client: Client) -> None:
    usual()
    service = the_service(client)

    assert [one["kind"] for one in service["x_ways_of_contact"]] == [
        "voice", "text", "relay", "email", "email", "chat", "bsl", "letter", "website",
    ]  # fmt: skip
    assert without_ids(service["contacts"]) == [{"email": "more@example.org"}]
    chat = service["x_ways_of_contact"][5]
    assert chat["hours_in_words"] == "Every day 10pm to 2am the next day; bank holidays as on other days"


HOURS = {
    "24/7": ([("MO,TU,WE,TH,FR,SA,SU", "00:00Z", "23:59Z")], True),
    "24/7; PH off": ([("MO,TU,WE,TH,FR,SA,SU", "00:00Z", "23:59Z")], False),
    "Mo-Su 22:00-06:00": ([("MO,TU,WE,TH,FR,SA,SU", "22:00Z", "06:00Z")], False),
    "Mo-Fr 09:00-12:00,13:00-24:00; PH off": (
        [("MO,TU,WE,TH,FR", "09:00Z", "12:00Z"), ("MO,TU,WE,TH,FR", "13:00Z", "23:59Z")],
        False,
    ),
    "Mo,We 09:00-17:00; Sa 10:00-12:00; PH unknown": (
        [("MO,WE", "09:00Z", "17:00Z"), ("SA", "10:00Z", "12:00Z")],
        False,
    ),
}


@pytest.mark.parametrize("expression", HOURS)
def test_opening_hours_are_a_schedule_for_each_period(client: Client, expression: str) -> None:
    answered_alike(opening_hours=expression)
    service = the_service(client)
    first = min(one["valid_from"] for one in service["schedules"])

    told = times_of([one for one in service["schedules"] if one["valid_from"] == first])
    assert (told, service["x_always_open"]) == HOURS[expression]
    assert {one["freq"] for one in service["schedules"]} == {"WEEKLY"}
    assert service["x_opening_hours"] == expression


def test_a_schedule_says_its_dates_and_its_hours_from_utc(client: Client, the_clock: Any) -> None:
    the_clock.move_to(dt.datetime(2027, 3, 16, 10, 0, tzinfo=dt.UTC))
    answered_alike(opening_hours="Mo-Fr 09:00-18:00; PH off")
    facts = ("valid_from", "valid_to", "timezone", "byday", "opens_at", "closes_at", "x_timezone")

    assert [tuple(one[name] for name in facts) for one in the_service(client)["schedules"]][:2] == [
        ("2027-03-15", "2027-03-25", 0, "MO,TU,WE,TH,FR", "09:00Z", "18:00Z", "Europe/London"),
        ("2027-03-30", "2027-05-02", 1, "MO,TU,WE,TH,FR", "09:00+01:00", "18:00+01:00", "Europe/London"),
    ]


def test_bank_holidays_and_25_december_are_said_in_words(client: Client) -> None:
    answered_alike()
    service = the_service(client)

    assert {one["description"] for one in service["schedules"]} == {
        "Monday to Friday 9am to 6pm; Saturday 10am to noon and 1pm to 3pm; not open on bank holidays; "
        "hours on 25 December not known. E-mails are answered within two days"
    }
    assert service["x_hours_in_words"].endswith("hours on 25 December not known")


def test_hours_that_are_known_in_words_alone_have_no_times(client: Client) -> None:
    answered_alike(opening_hours="", hours="Most evenings")

    assert without_ids(the_service(client)["schedules"]) == [{"description": "Most evenings"}]


def test_unknown_is_left_out_and_nothing_is_guessed(client: Client) -> None:
    helpline = empty()

    assert the_service(client).keys() == {
        "id", "organization_id", "organization", "name", "status", "attributes", "x_permanent_id", "x_address", "x_is_crisis_line",
    }  # fmt: skip
    assert the_service(client)["x_permanent_id"] == helpline.permanent_id


def test_areas_and_languages_are_told_with_their_codes(client: Client) -> None:
    usual()
    service = the_service(client)

    nations = "http://statistics.data.gov.uk/id/statistical-geography"
    assert without_ids(service["service_areas"]) == [
        {"name": "England", "description": "Not in Leeds", "uri": f"{nations}/E92000001"},
        {"name": "Wales", "description": "Not in Leeds", "uri": f"{nations}/W92000004"},
    ]
    assert without_ids(service["languages"]) == [
        {"name": "English", "code": "en"},
        {"name": "British Sign Language", "code": "bfi"},
    ]


def test_where_only_words_say_the_area_they_are_its_name(client: Client) -> None:
    usual(areas=[], area="Only in Leeds")

    assert without_ids(the_service(client)["service_areas"]) == [{"name": "Only in Leeds"}]


def test_costs_are_told_in_words_and_no_amount_is_guessed(client: Client) -> None:
    usual()

    assert without_ids(the_service(client)["cost_options"]) == [
        {"amount_description": "Free"},
        {"option": "Call: 0808 157 0123", "amount_description": "10p a minute"},
    ]


CHARITIES = {
    "219432": ("GB-CHC", "219432"),
    "SC012345": ("GB-SC", "SC012345"),
    "NIC100123": ("GB-NIC", "100123"),
}


@pytest.mark.parametrize("number", CHARITIES)
def test_a_charity_is_told_with_its_register(client: Client, number: str) -> None:
    usual(organisation=OrganisationFactory(charity_number=number))
    (told,) = the_service(client)["organization"]["organization_identifiers"]

    assert (told["identifier_scheme"], told["identifier"]) == CHARITIES[number]


def test_an_organisation_is_told_with_its_helplines(client: Client) -> None:
    helpline = usual()
    service = the_service(client)

    brief = client.get(f"{DATA}/organizations/{service['organization_id']}").json()
    whole = client.get(f"{DATA}/organizations/{service['organization_id']}?full_service=true").json()

    assert brief["name"] == helpline.organisation.name
    assert [one["id"] for one in brief["services"]] == [service["id"]]
    assert "phones" not in brief["services"][0]
    assert whole["services"] == [{name: value for name, value in service.items() if name != "organization"}]


def test_a_helpline_of_which_no_other_is_named_is_told_as_its_own_organisation(client: Client) -> None:
    usual(organisation=None)
    service = the_service(client)

    assert service["organization"] == {
        "id": service["organization_id"],
        "name": "Example line",
        "description": "One plain sentence.",
    }
    assert service["organization_id"] != service["id"]


def test_an_organisation_without_a_public_helpline_is_not_told(client: Client) -> None:
    OrganisationFactory()
    HelplinePageFactory(organisation=OrganisationFactory(), live=False)

    assert client.get(f"{DATA}/organizations").json()["contents"] == []


def attributes(service: dict[str, Any], kind: str) -> list[tuple[str, str | None]]:
    """What is said with the words of one taxonomy."""
    return [
        (one["taxonomy_term"]["name"], one.get("value")) for one in service["attributes"] if one["link_type"] == kind
    ]


def test_words_of_editors_are_attributes(client: Client) -> None:
    usual()
    service = the_service(client)

    assert attributes(service, "need") == [("a complaint", None)]
    assert attributes(service, "people") == [("carers", None)]


def test_every_trust_question_has_an_answer_or_says_why_not(client: Client) -> None:
    usual()
    service = the_service(client)
    told = dict(attributes(service, "trust"))

    assert list(told) == TrustQuestion.labels
    assert told["Is it recorded?"] == "No, never."
    assert told["Are notes kept?"] == "They did not say"
    assert told["Who answers?"] == "Not asked yet"


def test_a_trust_fact_can_be_used_by_a_program(client: Client) -> None:
    usual()
    facts = {one["taxonomy_term"]["code"]: one for one in the_service(client)["attributes"]}
    told = {
        code: {name: fact.get(name) for name in ("x_standing", "x_in_short", "x_source", "x_date")}
        for code, fact in facts.items()
    }

    assert told["recorded"] == {"x_standing": "stated", "x_in_short": "no", "x_source": "A call", "x_date": "2026-10"}
    assert told["notes_kept"] == {
        "x_standing": "not_stated", "x_in_short": None, "x_source": "A call", "x_date": "2026-10",
    }  # fmt: skip
    assert told["who_answers"] == {"x_standing": "not_asked", "x_in_short": None, "x_source": None, "x_date": None}


def test_one_that_is_closed_for_now_says_so_and_keeps_its_ways(client: Client) -> None:
    usual(status=HelplinePage.Status.PAUSED)
    service = the_service(client)

    assert service["status"] == "temporarily closed"
    assert service["phones"]


def test_one_that_is_closed_for_good_keeps_its_address_and_is_reached_in_no_way(client: Client) -> None:
    helpline = usual(status=HelplinePage.Status.CLOSED)
    service = the_service(client)

    assert (service["status"], service["name"]) == ("defunct", "Example line")
    assert service["x_address"].endswith(helpline.url)
    assert (
        not {"phones", "email", "url", "contacts", "schedules", "alert", "attributes", "x_ways_of_contact"}
        & service.keys()
    )
    assert "0808" not in str(service)


def test_lines_that_belong_together_name_each_other(client: Client) -> None:
    adults = HelplinePageFactory(title="Adults")
    HelplinePageFactory(title="Young people", shown_with=adults)
    HelplinePageFactory(title="A draft", shown_with=adults, live=False)
    told = {one["name"]: one for one in client.get(f"{DATA}/services").json()["contents"]}

    assert told["Adults"]["x_shown_with"] == [told["Young people"]["id"]]
    assert told["Young people"]["x_shown_with"] == [told["Adults"]["id"]]


def test_identifiers_stay_when_a_helpline_is_renamed_and_moved_about(client: Client) -> None:
    helpline = usual()
    before = the_service(client)

    helpline.title, helpline.slug = "Another name", "another-name"
    helpline.save()
    Organisation.objects.update(name="Another name")
    after = the_service(client)

    assert after["name"] == "Another name"
    assert identifiers_in(after) == identifiers_in(before)


def identifiers_in(part: Any) -> list[str]:
    """Every `id`, from outside to inside."""
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    own = [part["id"]] if isinstance(part, dict) and "id" in part else []
    return own + [one for found in map(identifiers_in, inside) for one in found]


def test_no_two_records_have_the_same_identifier(client: Client) -> None:
    helpline = usual()
    a_way(helpline, ContactWayKind.VOICE, "0808 157 0123")
    service = the_service(client)
    records = {name: value for name, value in service.items() if name not in {"attributes", "organization"}}
    identifiers = identifiers_in(records) + [one["id"] for one in service["attributes"]]

    assert len(identifiers) == len(set(identifiers))


def test_an_identifier_made_today_is_the_one_that_others_keep(client: Client) -> None:
    HelplinePageFactory(permanent_id="samaritans")

    assert the_service(client)["id"] == "94856207-a7e1-58c6-b0e4-e11f3c0dbd31"


def test_a_content_note_stands_in_the_same_answer(client: Client) -> None:
    usual(content_note="This page speaks of an example.")

    assert the_service(client)["x_content_note"]["text"] == "This page speaks of an example."


def test_words_are_told_without_form_and_with_no_quote(client: Client) -> None:
    usual(body=[("paragraph", "<p>Some <b>bold</b> words &amp; more.</p>")])

    assert the_service(client)["description"] == "One plain sentence.\nSome bold words & more."


def test_the_page_of_a_helpline_is_linked(client: Client) -> None:
    helpline = usual()

    assert the_service(client)["x_address"] == f"http://testserver{Page.objects.get(pk=helpline.pk).url}"
