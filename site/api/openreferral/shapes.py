"""The shapes of answers: fields of the standard by its names, and ours, which begin with `x_`. What is not known is left out."""

from typing import Any

from rest_framework import serializers

from api.v1.shape_fields import Date
from helplines.models import ContactWayKind, InShort, TrustStanding


class Words(serializers.CharField):
    """Words that are left out where there are none."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, **{"required": False, **options})


class Identifier(serializers.UUIDField):
    """An identifier that stays."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, **options)


class ApiSerializer(serializers.Serializer):
    """What this API is."""

    version = serializers.CharField(help_text="The version of the standard, HSDS.")
    profile = serializers.URLField(help_text="What the standard's profile for the UK says.")
    openapi_url = serializers.URLField(help_text="The description of these addresses.")


class TaxonomySerializer(serializers.Serializer):
    """Words of one kind."""

    id = Identifier()
    name = serializers.CharField()
    description = serializers.CharField()


class TaxonomyTermSerializer(serializers.Serializer):
    """A word that says what a helpline helps with or who it is for, or a question before calling."""

    id = Identifier()
    code = serializers.CharField(help_text="Its permanent name within its taxonomy.")
    name = serializers.CharField()
    description = serializers.CharField()
    taxonomy = serializers.CharField()
    taxonomy_detail = TaxonomySerializer()
    language = serializers.CharField()
    taxonomy_id = Identifier()


class AttributeSerializer(serializers.Serializer):
    """A word that holds for a helpline, or its answer to a trust question."""

    id = Identifier()
    link_id = Identifier("The service.")
    taxonomy_term_id = Identifier()
    link_type = serializers.ChoiceField(choices=["need", "people", "trust"])
    link_entity = serializers.ChoiceField(choices=["service"])
    taxonomy_term = TaxonomyTermSerializer()
    value = Words(
        "The answer to a trust question in their words, or that they did not say, or were not asked yet. Show it "
        "whenever you show the question."
    )
    x_standing = serializers.ChoiceField(
        choices=TrustStanding.choices, required=False, help_text="Whether the value is an answer."
    )
    x_in_short = serializers.ChoiceField(choices=InShort.choices, required=False, help_text="The answer in a word.")
    x_source = Words("Where the answer is from.")
    x_date = Date(required=False, help_text="When they said it.")


class ScheduleSerializer(serializers.Serializer):
    """One opening time of the week, and the dates on which it holds; without times, what is known of them in words."""

    id = Identifier()
    service_id = Identifier("Missing where it holds for one telephone alone.", required=False)
    valid_from = serializers.DateField(required=False, help_text="The first day on which it holds.")
    valid_to = serializers.DateField(
        required=False,
        help_text="The last. Days on which nobody answers, or of which nobody knows, stand in no schedule.",
    )
    timezone = serializers.IntegerField(
        required=False,
        min_value=0,
        max_value=1,
        help_text="Hours from UTC, as in `opens_at`: 0 in winter, 1 in summer.",
    )
    freq = serializers.ChoiceField(choices=["WEEKLY"], required=False)
    byday = Words("The days on which it opens: `MO,TU`.")
    description = serializers.CharField(
        help_text="All opening hours in one line, with bank holidays and 25 December; where ways of contact differ, of each."
    )
    opens_at = Words("`HH:MM` with hours from UTC: `09:00Z` in winter, `09:00+01:00` in summer.")
    closes_at = Words("The same: on the next day where it is no later than `opens_at`. Midnight is `23:59`.")
    notes = Words()
    x_timezone = Words("`Europe/London`, whose clock it is.")


class PhoneSerializer(serializers.Serializer):
    """A number to dial or to text."""

    id = Identifier()
    service_id = Identifier()
    number = serializers.CharField(help_text="The way people say it.")
    type = serializers.ChoiceField(choices=["voice", "text", "textphone"])
    description = Words("Where it differs from the others: its hours, its cost, a note; of a text the word to send.")
    x_schedules = ScheduleSerializer(
        many=True,
        required=False,
        help_text="Its hours, where those of the ways of contact differ. The standard has none here.",
    )
    x_keyword = Words("The word to send in a text.")
    x_link = Words("What a tap does: tel: or sms:.")
    x_cost = Words("Its own cost, where it differs.")


class WayInOrderSerializer(serializers.Serializer):
    """One way of contact, as version 1 has it, without what is not known."""

    kind = serializers.ChoiceField(choices=ContactWayKind.choices)
    value = serializers.CharField(help_text="The number, the address or the link.")
    keyword = Words("The word to send in a text.")
    note = Words("Where this way differs from the others.")
    link = Words("What a tap does: tel:, sms:, mailto: or an address.")
    opening_hours = Words("Its own opening hours, as an OpenStreetMap expression. Missing: those of the helpline.")
    hours_in_words = Words("The same in one line.")
    open_now = serializers.BooleanField(
        required=False,
        help_text="Whether somebody answers at the moment of the answer. Missing: not known, or nobody answers at once.",
    )
    changes_at = serializers.DateTimeField(required=False, help_text="When `open_now` may be different next.")
    cost = Words("Its own cost. Missing: that of the helpline.")


class NoticeWithDaysSerializer(serializers.Serializer):
    """What readers have to know until its last day is over. It is told before its first day too."""

    words = serializers.CharField()
    nobody_answers = serializers.BooleanField(help_text="Nobody answers on these days, whatever the opening hours say.")
    first_day = serializers.DateField(required=False, help_text="Missing: it holds already.")
    last_day = serializers.DateField(help_text="It ends with this day, by the clock of London.")


class ContactSerializer(serializers.Serializer):
    """An e-mail address beside the first."""

    id = Identifier()
    service_id = Identifier()
    email = serializers.EmailField()


class ServiceAreaSerializer(serializers.Serializer):
    """Where a helpline answers."""

    id = Identifier()
    service_id = Identifier()
    name = serializers.CharField()
    description = Words("What the name does not say, for example a town.")
    uri = serializers.URLField(required=False, help_text="The nation, as the Office for National Statistics names it.")


class ServiceLanguageSerializer(serializers.Serializer):
    """A language in which somebody answers."""

    id = Identifier()
    service_id = Identifier()
    name = serializers.CharField()
    code = serializers.CharField(help_text="ISO 639.")


class CostOptionSerializer(serializers.Serializer):
    """What it costs, in words."""

    id = Identifier()
    service_id = Identifier()
    option = Words("The way of contact that it holds for; missing where it holds for all that have none of their own.")
    amount_description = serializers.CharField()


class OrganizationIdentifierSerializer(serializers.Serializer):
    """The number of a charity."""

    id = Identifier()
    organization_id = Identifier()
    identifier_scheme = serializers.CharField(help_text="The register, as org-id.guide names it.")
    identifier_type = serializers.CharField()
    identifier = serializers.CharField()


class OrganizationSerializer(serializers.Serializer):
    """An organisation that runs helplines, or a helpline that runs itself."""

    id = Identifier()
    name = serializers.CharField()
    description = serializers.CharField(allow_blank=True, help_text="Empty where nobody wrote one.")
    website = serializers.URLField(required=False)
    organization_identifiers = OrganizationIdentifierSerializer(many=True, required=False)


class ContentNoteInWordsSerializer(serializers.Serializer):
    """What the words of a helpline speak of. Show it before the description, and let the reader choose."""

    text = serializers.CharField(allow_blank=True)
    quotes_are_closed = serializers.BooleanField()


class ServiceSerializer(serializers.Serializer):
    """A helpline. A list has of each only what there is one of, unless `full=true`.

    One that is closed for good keeps its address, says so, and is reached in no way.
    """

    id = Identifier()
    organization_id = Identifier()
    name = serializers.CharField()
    alternate_name = Words()
    description = Words()
    url = serializers.URLField(required=False)
    email = serializers.EmailField(required=False)
    status = serializers.ChoiceField(
        choices=["active", "temporarily closed", "defunct"], help_text="`defunct`: nobody answers any more."
    )
    interpretation_services = Words()
    fees_description = Words("Missing: not known; say so.")
    eligibility_description = Words()
    minimum_age = serializers.IntegerField(required=False)
    maximum_age = serializers.IntegerField(required=False, help_text="The last age that it is for.")
    assured_date = serializers.DateField(required=False, help_text="When its details were last checked. Show it.")
    alert = Words(
        "Short notices, one on each line, each until its last day is over; one that begins later is among them. Show them first."
    )
    last_modified = serializers.DateTimeField(required=False)
    phones = PhoneSerializer(many=True, required=False)
    schedules = ScheduleSerializer(
        many=True,
        required=False,
        help_text="With times where they hold for every way in which somebody answers at once; otherwise in words, and each "
        "of `phones` says its own. Missing: hours not known; say so.",
    )
    service_areas = ServiceAreaSerializer(many=True, required=False)
    languages = ServiceLanguageSerializer(many=True, required=False)
    organization = OrganizationSerializer(
        required=False, help_text="Who runs it: the helpline itself where no other is named."
    )
    cost_options = CostOptionSerializer(many=True, required=False)
    contacts = ContactSerializer(many=True, required=False)
    attributes = AttributeSerializer(many=True, required=False)
    x_permanent_id = serializers.CharField(help_text="Its name in version 1 of the API.")
    x_address = serializers.CharField(allow_blank=True, help_text="Its page: link this one.")
    x_content_note = ContentNoteInWordsSerializer(required=False)
    x_is_crisis_line = serializers.BooleanField(help_text="For people who cannot wait.")
    x_shown_with = serializers.ListField(
        child=Identifier(), required=False, help_text="Services that belong with this one: show them together."
    )
    x_details_from = Words("Where the details are from.")
    x_always_open = serializers.BooleanField(
        required=False,
        help_text="Day and night, every day of the year, in every way in which somebody answers at once; never while it is "
        "closed for now. Missing: not known.",
    )
    x_open_now = serializers.BooleanField(
        required=False,
        help_text="Whether somebody answers at the moment of the answer. Missing: not known, or nobody answers at once.",
    )
    x_changes_at = serializers.DateTimeField(
        required=False,
        help_text="When `x_open_now` may be different next: ask again. Missing: not known, or not within a year.",
    )
    x_opening_hours = Words(
        "The hours of ways that have none of their own, as an OpenStreetMap expression, with bank holidays and 25 December. "
        "Missing: not known, or each way has its own."
    )
    x_hours_in_words = Words("The same in one line.")
    x_more_about_hours = Words("What days and times do not say.")
    x_notices = NoticeWithDaysSerializer(
        many=True, required=False, help_text="The notices of `alert`, with their days."
    )
    x_ways_of_contact = WayInOrderSerializer(
        many=True, required=False, help_text="Every way in the order of its page, also web chat, BSL video and letters."
    )


class ServiceAtLocationSerializer(serializers.Serializer):
    """A service at a place. There is none."""

    id = Identifier()
    service_id = Identifier()
    location_id = Identifier()


class ServiceInBriefSerializer(serializers.Serializer):
    """That a helpline is there, and when it last changed."""

    id = Identifier()
    modified_date = serializers.DateTimeField(allow_null=True, help_text="null: not known.")


class OrganizationWithServicesSerializer(OrganizationSerializer):
    """An organisation, with the helplines that it runs."""

    services = ServiceSerializer(
        many=True, required=False, help_text="Each with what there is one of; whole with `full_service=true`."
    )
