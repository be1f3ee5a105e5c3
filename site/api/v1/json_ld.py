"""The model as JSON-LD: a SKOS concept scheme (https://www.w3.org/TR/skos-reference/)."""

from collections import defaultdict
from collections.abc import Iterator

from django.http import HttpRequest
from rest_framework.renderers import JSONRenderer

from api.v1.addresses import api_address
from api.v1.page_facts import Facts

# It stands in every answer, so that nobody has to fetch it.
CONTEXT: Facts = {
    "@version": 1.1,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ConceptScheme": "skos:ConceptScheme",
    "Concept": "skos:Concept",
    "title": {"@id": "dcterms:title", "@language": "en-GB"},
    "description": {"@id": "dcterms:description", "@language": "en-GB"},
    "bibliographicCitation": {"@id": "dcterms:bibliographicCitation", "@language": "en-GB"},
    # As exact as they are known: a year, a month or a day.
    "issued": {"@id": "dcterms:issued"},
    "modified": {"@id": "dcterms:modified"},
    "identifier": {"@id": "dcterms:identifier"},
    "kind": {"@id": "dcterms:type"},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "prefLabel": {"@id": "skos:prefLabel", "@language": "en-GB"},
    "altLabel": {"@id": "skos:altLabel", "@language": "en-GB"},
    "definition": {"@id": "skos:definition", "@language": "en-GB"},
    "notation": {"@id": "skos:notation", "@type": "xsd:positiveInteger"},
    "hasTopConcept": {"@id": "skos:hasTopConcept", "@type": "@id", "@container": "@set"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id", "@container": "@set"},
    "narrower": {"@id": "skos:narrower", "@type": "@id", "@container": "@set"},
    "related": {"@id": "skos:related", "@type": "@id", "@container": "@set"},
}
PARTS = ("sources", "impacts", "recommendations")


class JsonLdRenderer(JSONRenderer):
    """JSON by another name."""

    media_type = "application/ld+json"
    format = "jsonld"


def as_json_ld(model: Facts, request: HttpRequest) -> Facts:
    """The model as a graph: its scheme first, then every source with its items, impact, recommendation and idea."""
    return {"@context": CONTEXT, "@graph": [scheme_of(model, request), *Concepts(model, request).all()]}


def scheme_of(model: Facts, request: HttpRequest) -> Facts:
    """The model itself; what is not known is left out."""
    tops = [api_address(request, "model-part", permanent_id=one["permanent_id"]) for one in top_concepts(model)]
    return known(
        {
            "@id": model["api_address"],
            "@type": "ConceptScheme",
            "title": model["title"],
            "description": model["summary"],
            "bibliographicCitation": model["suggested_citation"],
            "issued": model["published"],
            "modified": model["last_updated"],
            "page": model["address"],
            "hasTopConcept": tops,
        }
    )


def top_concepts(model: Facts) -> Iterator[Facts]:
    """What has nothing above it."""
    for name in (*PARTS, "ideas"):
        yield from model[name]


class Concepts:
    """Every part of the model as a concept, with its relations told from both ends."""

    def __init__(self, model: Facts, request: HttpRequest) -> None:
        self.model, self.request = model, request
        self.related: dict[str, dict[str, None]] = defaultdict(dict)
        for one in model["relations"]:
            if one["to_kind"] != "helpline":
                self._relate(one["from"], one["to"])
        for idea in model["ideas"]:
            for item in idea["items"]:
                self._relate(idea["permanent_id"], item)

    def all(self) -> Iterator[Facts]:
        """The concepts, each item right after its source."""
        for name in PARTS:
            for part in self.model[name]:
                yield self._part(part)
                for item in part.get("items", []):
                    yield self._item(item, part)
        for idea in self.model["ideas"]:
            yield self._idea(idea)

    def _part(self, part: Facts) -> Facts:
        short = part.get("short_title", "")
        return self._top(
            part["permanent_id"],
            kind=part["kind"],
            prefLabel=part["title"],
            altLabel=short if short != part["title"] else "",
            definition=part["summary"],
            notation=str(part["number"]) if part.get("number") else None,
            issued=part["dates"]["published"],
            modified=part["dates"]["last_updated"],
            page=part["address"],
            narrower=[self._id(item["id"]) for item in part.get("items", [])],
        )

    def _idea(self, idea: Facts) -> Facts:
        return self._top(idea["permanent_id"], kind="idea", prefLabel=idea["name"], definition=idea["description"])

    def _item(self, item: Facts, source: Facts) -> Facts:
        return self._concept(
            item["id"],
            kind="item",
            prefLabel=item["phrase"],
            definition=item["explanation"],
            page=item["address"],
            broader=[self._id(source["permanent_id"])],
        )

    def _top(self, name: str, **words: object) -> Facts:
        return self._concept(name, topConceptOf=self.model["api_address"], **words)

    def _concept(self, name: str, **words: object) -> Facts:
        concept = {"@id": self._id(name), "@type": "Concept", "identifier": name, **words}
        related = [self._id(other) for other in self.related[name]]
        return known({**concept, "inScheme": self.model["api_address"], "related": related})

    def _relate(self, one: str, other: str) -> None:
        self.related[one][other] = self.related[other][one] = None

    def _id(self, name: str) -> str:
        return api_address(self.request, "model-part", permanent_id=name)


def known(facts: Facts) -> Facts:
    """Without what is empty."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}
