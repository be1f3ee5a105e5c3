"""The model as the API tells it."""

from collections.abc import Iterator
from typing import Any

from api.v1.addresses import address_of, api_address, with_whole_addresses
from api.v1.page_facts import Facts, dates_of, facts_of, iso, note_of
from api.v1.whole_model import WholeModel
from core.components.evidence import ASKED_IN_WORDS
from core.models import Idea, Quote, Reference
from core.urgent_help import panel_of
from model_pages.items import RawItem, raw_items
from model_pages.models.sources import Position
from model_pages.parts import HELPLINE, IMPACT, RECOMMENDATION, SOURCE


def told_model(model: WholeModel) -> Facts:
    """The whole model."""
    identity, page = model.identity, model.page
    return {
        "name": identity.name,
        "title": page.title if page else identity.name,
        "summary": page.summary if page else "",
        "address": address_of(model.request, page) if page else None,
        "api_address": api_address(model.request, "model"),
        "published": iso(identity.publication_date),
        "last_updated": iso(model.last_updated),
        "suggested_citation": identity.suggested_citation,
        "urgent_help": told_urgent_help(model),
        "axis": [{"position": position.value, "label": str(position.label)} for position in Position],
        "sources": [told_source(page, model) for page in model.sources],
        "impacts": [told_impact(page, model) for page in model.impacts],
        "recommendations": [told_recommendation(page, model) for page in model.recommendations],
        "ideas": [told_idea(idea, model) for idea in model.ideas],
        "relations": model.connections.all(),
    }


def told_urgent_help(model: WholeModel) -> Facts:
    """What somebody at immediate risk can do; it belongs on every page that shows the model."""
    panel = panel_of(model.urgent_help)
    return {
        "heading": panel.heading,
        "text": panel.text,
        "ways": [{"label": way.label, "detail": way.detail, "link": way.link or None} for way in panel.ways],
        "helplines_address": address_of(model.request, model.directory) if model.directory else None,
    }


def told_source(page: Any, model: WholeModel) -> Facts:
    """One source of harm."""
    address = address_of(model.request, page)
    return {
        **_part(page, SOURCE, model),
        "number": page.number,
        "short_title": page.short_title,
        "position": page.position,
        "items": [told_item(item, address, model) for item in raw_items(page)],
        "impacts": model.connections.of(page, IMPACT),
        "recommendations": model.connections.of(page, RECOMMENDATION),
        "helplines": model.connections.of(page, HELPLINE),
    }


def told_impact(page: Any, model: WholeModel) -> Facts:
    """One impact."""
    return {
        **_part(page, IMPACT, model),
        "named_in": page.named_in,
        "sources": model.connections.of(page, SOURCE),
        "recommendations": model.connections.of(page, RECOMMENDATION),
    }


def told_recommendation(page: Any, model: WholeModel) -> Facts:
    """One recommendation."""
    return {
        **_part(page, RECOMMENDATION, model),
        "importance": page.importance,
        "who_can_act": model.actors.get(page.pk, []),
        "sources": model.connections.of(page, SOURCE),
        "impacts": model.connections.of(page, IMPACT),
    }


def _part(page: Any, kind: str, model: WholeModel) -> Facts:
    """What sources, impacts and recommendations share."""
    return {
        **facts_of(page, kind, model.request),
        "content_note": note_of(page),
        "dates": dates_of(page, model.changes),
        "quotes": list(_quotes(page)),
        "findings": [_finding(child.value) for child in page.findings],
        "evidence": list(_evidence(page, model)),
    }


def told_item(item: RawItem, page_address: str, model: WholeModel) -> Facts:
    """One thing that people told the research, with an address of its own."""
    idea = next((idea for idea in model.ideas if idea.pk == item.idea_id), None)
    return {
        "id": item.block_id,
        "kind": "item",
        "phrase": item.phrase,
        "explanation": item.explanation,
        "idea": idea.permanent_id if idea else None,
        "address": f"{page_address}#{item.anchor}",
    }


def told_idea(idea: Idea, model: WholeModel) -> Facts:
    """A recurring idea, with the items in which it returns."""
    return {
        "permanent_id": idea.permanent_id,
        "kind": "idea",
        "name": idea.name,
        "description": idea.description,
        "items": [item.block_id for page in model.sources for item in raw_items(page) if item.idea_id == idea.pk],
    }


def _quotes(page: Any) -> Iterator[Facts]:
    """Words that the person agreed to have on the website, and still does."""
    for child in page.quotes:
        quote: Quote | None = child.value.get("quote")
        if quote is not None and quote.is_shown:
            yield {
                "permanent_id": quote.permanent_id,
                "words": quote.words,
                "attribution": quote.attribution,
                "provenance": quote.provenance,
            }


def _finding(value: Any) -> Facts:
    """One thing that was found, with its base and its limits."""
    asked = value.get("asked") or ""
    return {
        "asked": ASKED_IN_WORDS.get(asked, asked),
        "result": value.get("result") or "",
        "base": value.get("base") or None,
        "caveat": value.get("caveat") or "",
        "reference": _name_of(value.get("reference")),
    }


def _evidence(page: Any, model: WholeModel) -> Iterator[Facts]:
    """The works that a page rests on; each is in `references/` with all that is known of it."""
    address = address_of(model.request, page)
    for child in page.evidence:
        for cited in child.value.get("references") or []:
            if name := _name_of(cited.get("reference")):
                note = str(cited.get("note") or "")
                html = with_whole_addresses(note, request=model.request, page_address=address)
                yield {"reference": name, "title": cited["reference"].title, "note_html": html}


def _name_of(reference: Reference | None) -> str | None:
    return reference.permanent_id if reference is not None and reference.is_shown else None


def told_part(model: WholeModel, permanent_id: str) -> Facts | None:
    """The source, impact, recommendation, idea or item of a name, looked for in this order; None where there is none."""
    for pages, tell in (
        (model.sources, told_source),
        (model.impacts, told_impact),
        (model.recommendations, told_recommendation),
        (model.ideas, told_idea),
    ):
        for one in pages:
            if one.permanent_id == permanent_id:
                return tell(one, model)
    for page in model.sources:
        for item in raw_items(page):
            if item.block_id == permanent_id:
                return {
                    **told_item(item, address_of(model.request, page), model),
                    "source": facts_of(page, SOURCE, model.request),
                }
    return None
