"""The shapes of helplines: how to reach one, when somebody answers, and what happens then."""

from rest_framework import serializers

from api.v1.shape_fields import Address, Date, Name, Text
from helplines.models import (
    Area,
    ContactWayKind,
    HelplinePage,
    InShort,
    TermKind,
    TrustQuestion,
    TrustStanding,
)


class WayOfContactSerializer(serializers.Serializer):
    """One way to reach a helpline."""

    kind = serializers.ChoiceField(choices=ContactWayKind.choices)
    value = Text("The number, the address or the link.")
    keyword = Text("The word to send in a text; empty where there is none.")
    note = Text("Where this way differs from the others.")
    link = serializers.CharField(allow_null=True, help_text="What a tap does: tel:, sms:, mailto: or an address.")
    opening_hours = Text("Its own opening hours, as an OpenStreetMap expression. Empty: those of the helpline.")
    hours_in_words = Text("The same in one line.")
    open_now = serializers.BooleanField(
        allow_null=True,
        help_text="Whether somebody answers at the moment of the answer; null: not known, or nobody "
        "answers at once. Ask again at `changes_at`.",
    )
    changes_at = serializers.DateTimeField(
        allow_null=True, help_text="When `open_now` may be different next; null: not known, or not within a year."
    )
    cost = Text("Its own cost. Empty: that of the helpline.")


class NoticeSerializer(serializers.Serializer):
    """What readers have to know until its last day is over. It is told before its first day too."""

    words = serializers.CharField()
    nobody_answers = serializers.BooleanField(help_text="Nobody answers on these days, whatever the opening hours say.")
    first_day = serializers.DateField(allow_null=True, help_text="null: it holds already.")
    last_day = serializers.DateField(help_text="It ends with this day, by the clock of London.")


class OrganisationSerializer(serializers.Serializer):
    """Who runs a helpline."""

    permanent_id = Name()
    name = serializers.CharField()
    description = Text()
    website = serializers.URLField(allow_null=True)
    charity_number = Text("As the register of charities has it; empty where it is not known.")


class DirectoryTermSerializer(serializers.Serializer):
    """A word to find helplines by: what somebody needs, or who it is for."""

    permanent_id = Name()
    kind = serializers.ChoiceField(choices=TermKind.choices)
    name = serializers.CharField()


class LanguageSerializer(serializers.Serializer):
    """A language in which somebody answers."""

    code = serializers.CharField(help_text="The shortest code of ISO 639.")
    name = serializers.CharField()


class TrustFactSerializer(serializers.Serializer):
    """What a helpline says about what happens when you call. “They did not say” and “Not asked yet” are answers."""

    question = serializers.ChoiceField(choices=TrustQuestion.choices)
    asks = serializers.CharField(help_text="The question in words.")
    standing = serializers.ChoiceField(choices=TrustStanding.choices, help_text="Whether anybody knows. Show it.")
    answer = Text("In their words. Empty unless `standing` is `stated`: a missing answer is never a no.")
    in_short = serializers.ChoiceField(
        choices=InShort.choices, allow_null=True, help_text="The answer in a word, where a word says it."
    )
    source = Text("Where the answer is from.")
    date = Date()


class LineBesideSerializer(serializers.Serializer):
    """A line that belongs with a helpline, for example the same service for young people."""

    permanent_id = Name()
    title = serializers.CharField()
    address = Address("Its page on the site: link this one.")
    api_address = Address("Its page in this API.")


class HelplineSerializer(serializers.Serializer):
    """What somebody needs before they call. One that is closed for good has no ways of contact."""

    status = serializers.ChoiceField(choices=HelplinePage.Status.choices)
    ways_of_contact = WayOfContactSerializer(many=True)
    hours = Text(
        "As they say it, or more than days and times can say. Empty with empty `opening_hours`: not known; say so."
    )
    cost = Text("Empty: not known; say so.")
    opening_hours = Text(
        "As an OpenStreetMap expression, by the clock of London, where days and times are known: `Mo-Fr 09:00-18:00; PH off`."
    )
    hours_in_words = Text("The same in one line.")
    open_now = serializers.BooleanField(
        allow_null=True,
        help_text="Whether somebody answers at the moment of the answer; null: not known, or nobody "
        "answers at once. Ask again at `changes_at`.",
    )
    changes_at = serializers.DateTimeField(
        allow_null=True, help_text="When `open_now` may be different next; null: not known, or not within a year."
    )
    notices = NoticeSerializer(
        many=True, help_text="Short notices whose last day is not over. Show them before the ways of contact."
    )
    is_crisis_line = serializers.BooleanField(help_text="For people who cannot wait.")
    also_known_as = Text()
    organisation = OrganisationSerializer(allow_null=True, help_text="Who runs it; null: the record names nobody.")
    for_whom = Text()
    minimum_age = serializers.IntegerField(allow_null=True, help_text="null: not stated.")
    maximum_age = serializers.IntegerField(allow_null=True, help_text="The last age that it is for; null: not stated.")
    terms = DirectoryTermSerializer(many=True)
    areas = serializers.ListField(
        child=serializers.ChoiceField(choices=Area.choices), help_text="Where it answers; empty: not known."
    )
    area = Text("What the areas do not say.")
    languages = LanguageSerializer(many=True, help_text="Empty: not known.")
    interpretation = Text("How to get an interpreter.")
    trust_facts = TrustFactSerializer(many=True, help_text="One for every question.")
    last_checked = serializers.DateField(allow_null=True, help_text="null: nobody has checked these details yet.")
    details_from = Text("Where the details are from.")
    shown_with = LineBesideSerializer(many=True, help_text="Lines that belong with this one: show them together.")
