"""What the files can hold: kinds of records, and the keys of each. The models say which plain fields there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Page

from core.models import BasePage, Credit, Idea, Quote, Reference, SiteIdentity, Term, UrgentHelp
from helplines.models import DirectoryTerm, HelplineDirectoryPage, HelplinePage, HelplineSection
from home.models import ContactPage, FormatsPage, HomePage, InfoPage, SectionPage
from model_pages.models import (
    Actor,
    ImpactIndexPage,
    ImpactPage,
    ModelPage,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)

TEXT = ""  # a key of a row that holds words, not the name of another record


@dataclass(frozen=True)
class Rows:
    """A list inside a record: what a row may hold, and which key a row of plain words stands for."""

    keys: Mapping[str, str]
    short: str = ""

    @property
    def references(self) -> dict[str, str]:
        """The keys that name another record, with the kind of that record."""
        return {key: kind for key, kind in self.keys.items() if kind != TEXT}


EVIDENCE = Rows({"reference": "reference"}, short="reference")
QUOTES = Rows({"quote": "quote"}, short="quote")
FINDINGS = Rows({"asked": TEXT, "result": TEXT, "base": TEXT, "caveat": TEXT, "reference": "reference"})
WAYS = Rows(
    {"kind": TEXT, "value": TEXT, "keyword": TEXT, "opening_hours": TEXT, "cost": TEXT, "note": TEXT, "source": TEXT}
)
FACTS = Rows({"question": TEXT, "standing": TEXT, "answer": TEXT, "in_short": TEXT, "source": TEXT, "on": TEXT})
TERMS = Rows({"term": "directory term"}, short="term")
CHANGES = Rows({"kind": TEXT, "on": TEXT, "what_changed": TEXT})
LINKS = Rows({"label": TEXT, "page": "page", "url": TEXT, "note": TEXT}, short="label")
IMPACTS = Rows({"impact": "impact", "why": TEXT}, short="impact")
RECOMMENDATIONS = Rows({"recommendation": "recommendation", "why": TEXT}, short="recommendation")
HELPLINES = Rows({"helpline": "helpline", "why": TEXT}, short="helpline")
ITEMS = Rows({"phrase": TEXT, "explanation": TEXT, "idea": "idea"}, short="phrase")
STUDIED = {"quotes": QUOTES, "findings": FINDINGS, "evidence": EVIDENCE}


@dataclass(frozen=True)
class Kind:
    """One kind of record: `name` follows `type:` in Markdown, `plural` heads a list in YAML."""

    name: str
    plural: str
    model: type[models.Model]
    own_rows: Mapping[str, Rows] = field(default_factory=dict)
    required: tuple[str, ...] = ("id",)
    references: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_page(self) -> bool:
        """Whether it stands in the tree of pages."""
        return issubclass(self.model, Page)

    @property
    def space(self) -> str:
        """Names are unique within this: all pages together, and each kind of snippet for itself."""
        return "page" if self.is_page else self.name

    @property
    def rows(self) -> Mapping[str, Rows]:
        """The lists that a record can have; every page can tell its changes."""
        return {**self.own_rows, "changes": CHANGES} if self.is_page else self.own_rows

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The plain fields of the model that an editor may fill in."""
        return {f.name: f for f in self.model._meta.concrete_fields if _is_plain(f)}

    @cached_property
    def keys(self) -> list[str]:
        """Everything a record of this kind may say."""
        keys = [*self.required, *self.references, *self.fields, *self.rows]
        if issubclass(self.model, DraftStateMixin):
            keys.append("draft")
        if hasattr(self.model, "body"):
            keys.append("body")
        return list(dict.fromkeys(keys))

    @cached_property
    def missing_without(self) -> list[str]:
        """Keys that every record has to have."""
        needed = [n for n, f in self.fields.items() if not (f.blank or f.has_default()) and n != "slug"]
        return list(dict.fromkeys([*self.required, *self.references, *needed]))


def _is_plain(field: "models.Field[Any, Any]") -> bool:
    settled_elsewhere = {"kind_of_change", "what_changed"} | {f.name for f in DraftStateMixin._meta.get_fields()}
    if (
        field.model is Redirect
        or field.is_relation
        or not field.editable
        or field.primary_key
        or isinstance(field, StreamField)
    ):
        return False
    return field.name not in settled_elsewhere and (field.model is not Page or field.name in {"title", "slug"})


IN_THE_TREE = ("id", "parent")
BELOW: dict[str, Any] = {"required": IN_THE_TREE}

# In the order in which they are loaded: whatever is named by others comes first.
KINDS = [
    Kind("identity", "identity", SiteIdentity, required=()),
    Kind(
        "urgent help", "urgent_help", UrgentHelp, {"alternatives": Rows({"label": TEXT, "detail": TEXT, "link": TEXT})}
    ),
    Kind("actor", "actors", Actor),
    Kind("idea", "ideas", Idea),
    Kind("term", "terms", Term),
    Kind("credit", "credits", Credit),
    Kind("reference", "references", Reference),
    Kind("quote", "quotes", Quote),
    Kind("helpline section", "helpline_sections", HelplineSection),
    Kind("directory term", "directory_terms", DirectoryTerm),
    Kind("home", "homes", HomePage),
    Kind("model", "models", ModelPage, **BELOW),
    Kind(
        "source of harm",
        "sources_of_harm",
        SourceOfHarmPage,
        {"items": ITEMS, **STUDIED, "impacts": IMPACTS, "recommendations": RECOMMENDATIONS, "helplines": HELPLINES},
        **BELOW,
    ),
    Kind("list of impacts", "lists_of_impacts", ImpactIndexPage, **BELOW),
    Kind("impact", "impacts", ImpactPage, {**STUDIED, "recommendations": RECOMMENDATIONS}, **BELOW),
    Kind("list of recommendations", "lists_of_recommendations", RecommendationIndexPage, **BELOW),
    Kind(
        "recommendation",
        "recommendations",
        RecommendationPage,
        {**STUDIED, "who_can_act": Rows({"actor": "actor"}, short="actor")},
        **BELOW,
    ),
    Kind("section", "sections", SectionPage, **BELOW),
    Kind("information", "information", InfoPage, **BELOW),
    Kind("formats", "formats", FormatsPage, **BELOW),
    Kind("helpline directory", "helpline_directories", HelplineDirectoryPage, **BELOW),
    Kind(
        "helpline",
        "helplines",
        HelplinePage,
        {"contact_ways": WAYS, "trust_facts": FACTS, "links": LINKS, "terms": TERMS},
        references={"section": "helpline section"},
        **BELOW,
    ),
    Kind("contact", "contacts", ContactPage, **BELOW),
    Kind("redirect", "redirects", Redirect, required=("from",), references={"to": "page"}),
]
BY_NAME = {kind.name: kind for kind in KINDS}
BY_PLURAL = {kind.plural: kind for kind in KINDS}
PAGE_MODELS: list[type[BasePage]] = [kind.model for kind in KINDS if issubclass(kind.model, BasePage)]
