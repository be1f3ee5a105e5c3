"""The shapes of answers; the description of the API is made from them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.kinds import KINDS
from core.models import ChangeKind
from core.models.references import ReferenceKind
from helplines.models import (
    Area,
    ContactWayKind,
    HelplinePage,
    InShort,
    TermKind,
    TrustQuestion,
    TrustStanding,
)
from model_pages.models.sources import Position

A_DATE = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples": ["2024-10"]}


@extend_schema_field(A_DATE)
class Date(serializers.CharField):
    """A date as exact as it is known: a year, a month or a day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, **options)


class Text(serializers.CharField):
    """Words; empty where there are none."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, allow_blank=True, **options)


class Name(serializers.CharField):
    """A permanent name."""

    def __init__(self, help_text: str = "Stays the same when the record is renamed or moved.", **options: Any) -> None:
        super().__init__(help_text=help_text, **options)


class Address(serializers.URLField):
    """A whole address."""

    def __init__(self, help_text: str = "", **options: Any) -> None:
        super().__init__(help_text=help_text, **options)


class ProblemSerializer(serializers.Serializer):
    """What went wrong (RFC 9457)."""

    type = serializers.CharField(help_text="An address that says more, or “about:blank” where the status says it all.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What happened, in a sentence or two.")
    parameter = serializers.CharField(required=False, help_text="The parameter that could not be used.")


class ChangeSerializer(serializers.Serializer):
    """One publication, as readers are told of it."""

    date = Date()
    kind = serializers.ChoiceField(choices=ChangeKind.choices)
    what_changed = Text()


class DatesSerializer(serializers.Serializer):
    """How old the words are, and who looked at them last."""

    published = Date()
    last_updated = Date(help_text="A correction does not move it.")
    last_reviewed = Date()
    next_review_due = Date()
    reviewed_by = Text("Roles, not names.")
    changes = ChangeSerializer(many=True, help_text="Newest first.")


class ContentNoteSerializer(serializers.Serializer):
    """What a page speaks of. Show it before the page opens up, and let the reader choose."""

    text = Text()
    quotes_are_closed = serializers.BooleanField(help_text="Keep quotes closed until a reader opens them.")


class PageFactsSerializer(serializers.Serializer):
    """What stands in every record of a page."""

    permanent_id = Name()
    kind = serializers.ChoiceField(choices=list(KINDS.values()))
    title = serializers.CharField()
    summary = Text("One plain sentence.")
    address = Address("The page on the site: cite and link this one.")
    api_address = Address("The page in this API.")


class ConnectedSerializer(serializers.Serializer):
    """A page at the other end of a relation."""

    permanent_id = Name()
    title = serializers.CharField()
    address = Address()
    why = Text("How the two are connected, if that is known.")


class ItemSerializer(serializers.Serializer):
    """One thing that people told the research, under a source of harm."""

    id = Name()
    kind = serializers.ChoiceField(choices=["item"])
    phrase = Text()
    explanation = Text()
    idea = serializers.CharField(allow_null=True, help_text="The permanent_id of the recurring idea, if it is one.")
    address = Address()


class QuoteSerializer(serializers.Serializer):
    """Somebody's words. They leave every answer when the person withdraws consent: do not keep them longer."""

    permanent_id = Name()
    words = Text("Unchanged, without quotation marks.")
    attribution = Text("As the person wants to be named, or empty.")
    provenance = Text("Where the words are from.")


class FindingSerializer(serializers.Serializer):
    """One thing that was found."""

    asked = Text("What was asked.")
    result = Text("The value or the rank, in words as they were reported.")
    base = serializers.CharField(allow_null=True, help_text="How many people answered; null: not stated.")
    caveat = Text("What a reader has to know to read it rightly.")
    reference = serializers.CharField(allow_null=True, help_text="The id of the work in `references/`.")


class EvidenceSerializer(serializers.Serializer):
    """A work that a page rests on."""

    reference = serializers.CharField(help_text="The id of the work in `references/`.")
    title = serializers.CharField()
    note_html = Text()


class PartSerializer(PageFactsSerializer):
    """What sources, impacts and recommendations share."""

    content_note = ContentNoteSerializer(allow_null=True)
    dates = DatesSerializer()
    quotes = QuoteSerializer(many=True)
    findings = FindingSerializer(many=True)
    evidence = EvidenceSerializer(many=True)


class SourceSerializer(PartSerializer):
    """A source of harm."""

    kind = serializers.ChoiceField(choices=["source"])
    number = serializers.IntegerField(min_value=1, help_text="A name, not a rank.")
    short_title = Text()
    position = serializers.ChoiceField(choices=Position.choices, help_text="Where it stands on the axis.")
    items = ItemSerializer(many=True)
    impacts = ConnectedSerializer(many=True)
    recommendations = ConnectedSerializer(many=True)
    helplines = ConnectedSerializer(many=True)


class ImpactSerializer(PartSerializer):
    """What avoidable harm does to people."""

    kind = serializers.ChoiceField(choices=["impact"])
    named_in = Text("Who names this impact; empty where it is the model's own.")
    sources = ConnectedSerializer(many=True)
    recommendations = ConnectedSerializer(many=True)


class RecommendationSerializer(PartSerializer):
    """What should happen instead."""

    kind = serializers.ChoiceField(choices=["recommendation"])
    importance = serializers.IntegerField(allow_null=True, help_text="As people ranked it; null: not stated.")
    who_can_act = serializers.ListField(child=serializers.CharField())
    sources = ConnectedSerializer(many=True)
    impacts = ConnectedSerializer(many=True)


class IdeaSerializer(serializers.Serializer):
    """A recurring idea, with the items in which it returns."""

    permanent_id = Name()
    kind = serializers.ChoiceField(choices=["idea"])
    name = serializers.CharField()
    description = Text()
    items = serializers.ListField(child=serializers.CharField(), help_text="The ids of items.")


class ItemWithSourceSerializer(ItemSerializer):
    """An item by itself, with the source of harm it stands under."""

    source = PageFactsSerializer()


class RelationSerializer(serializers.Serializer):
    """A relation, once. Read from the other end it says the same."""

    from_kind = serializers.ChoiceField(choices=["source", "impact"])
    meaning = serializers.ChoiceField(choices=["arises-as", "answered-by", "may-be-helped-by"])
    to_kind = serializers.ChoiceField(choices=["impact", "recommendation", "helpline"])
    to = Name(help_text="The permanent_id of the page that the relation leads to.")
    why = Text("How the two are connected, if that is known.")

    def get_fields(self) -> dict[str, serializers.Field]:
        """With a field named `from`, which Python keeps for itself."""
        fields = super().get_fields()
        return {
            "from_kind": fields.pop("from_kind"),
            "from": Name(help_text="The permanent_id of the page that the relation begins at."),
            **fields,
        }


class AxisSerializer(serializers.Serializer):
    """A position between systemic and relational."""

    position = serializers.ChoiceField(choices=Position.choices)
    label = serializers.CharField()


class WaySerializer(serializers.Serializer):
    """One way to get help at once."""

    label = serializers.CharField()
    detail = Text()
    link = serializers.CharField(allow_null=True, help_text="What a tap does: tel:, sms: or an address.")


class UrgentHelpSerializer(serializers.Serializer):
    """What somebody at immediate risk can do. Show it wherever you show the model."""

    heading = serializers.CharField()
    text = serializers.CharField()
    ways = WaySerializer(many=True)
    helplines_address = serializers.URLField(allow_null=True)


class ModelSerializer(serializers.Serializer):
    """The whole model."""

    name = serializers.CharField(help_text="The name of the resource.")
    title = serializers.CharField()
    summary = Text()
    address = serializers.URLField(allow_null=True, help_text="The page of the model.")
    api_address = Address()
    published = Date()
    last_updated = Date(help_text="The newest date of any page of the site.")
    suggested_citation = Text()
    urgent_help = UrgentHelpSerializer()
    axis = AxisSerializer(many=True, help_text="Every position there is, in order.")
    sources = SourceSerializer(many=True, help_text="By number.")
    impacts = ImpactSerializer(many=True)
    recommendations = RecommendationSerializer(many=True, help_text="By importance where it is stated.")
    ideas = IdeaSerializer(many=True)
    relations = RelationSerializer(many=True)


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


class PageInListSerializer(PageFactsSerializer):
    """A page in a list."""

    content_note = ContentNoteSerializer(allow_null=True)
    dates = DatesSerializer()
    text = Text(
        "What editors wrote on the page itself, as plain text; of a helpline how to reach it, when and at what cost. "
        "Quotes and works have records of their own."
    )
    helpline = HelplineSerializer(allow_null=True, help_text="How to reach it; null on a page that is no helpline.")


class PageSerializer(PageInListSerializer):
    """A page by itself."""

    html = Text(
        "All the words of the page as the site shows them, with its heading and the classes of the site's own "
        "stylesheet; every link has its whole address."
    )


class NameSerializer(serializers.Serializer):
    """Somebody who wrote a work."""

    literal = serializers.CharField(help_text="As the team writes it, family name first.")


class IssuedSerializer(serializers.Serializer):
    """The year of a work, as CSL-JSON writes it."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """The one field, with a hyphen in its name."""
        years = serializers.ListField(child=serializers.IntegerField())
        return {"date-parts": serializers.ListField(child=years)}


class CustomSerializer(serializers.Serializer):
    """What CSL-JSON has no word for."""

    open_access = serializers.BooleanField(allow_null=True, help_text="Free for everybody to read; null: not known.")


class ReferenceSerializer(serializers.Serializer):
    """A work in CSL-JSON. What is not known is left out."""

    id = Name()
    type = serializers.ChoiceField(choices=ReferenceKind.choices)
    title = serializers.CharField()
    author = NameSerializer(many=True, required=False)
    issued = IssuedSerializer(required=False)
    volume = serializers.CharField(required=False)
    issue = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    DOI = serializers.CharField(required=False)
    URL = serializers.CharField(required=False)
    annote = serializers.CharField(required=False, help_text="A note for readers.")
    custom = CustomSerializer()

    def get_fields(self) -> dict[str, serializers.Field]:
        """With a field whose name has a hyphen."""
        fields = super().get_fields()
        container = serializers.CharField(required=False, help_text="The journal, book or site.")
        return {**fields, "container-title": container}


class TermSerializer(serializers.Serializer):
    """A word with its explanation."""

    permanent_id = Name()
    term = serializers.CharField()
    definition = Text()
    also_written = serializers.ListField(child=serializers.CharField())


class LinksSerializer(serializers.Serializer):
    """Where to go on."""

    model = Address("The whole model; also as JSON-LD.")
    pages = Address("Every page.")
    references = Address("Works that pages cite or recommend.")
    glossary = Address("Words that are explained.")
    openapi = Address("The description of this API.")
    documentation = Address("The same for people.")


class IndexSerializer(serializers.Serializer):
    """Where everything is."""

    name = serializers.CharField()
    version = serializers.CharField()
    links = LinksSerializer()
