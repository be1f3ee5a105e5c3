"""The shapes of answers; the description of the API is made from them."""

from rest_framework import serializers

from api.v1.kinds import KINDS
from api.v1.shape_fields import Address, Date, Name, Text
from api.v1.shapes_of_helplines import HelplineSerializer
from core.models import ChangeKind
from core.models.references import ReferenceKind
from model_pages.models.sources import Position


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
