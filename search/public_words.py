"""The words of a page that search looks through: what its public page shows, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.fields import StreamField
from wagtail.search.index import SearchField

from core.blocks.evidence import GlossaryBlock
from core.blocks.media import VideoBlock
from core.blocks.text import AccordionBlock, HeadingBlock
from core.models import BasePage, Credit, Idea, Quote, Reference, Term
from core.records_in_hand import ids_named_in
from helplines.components import HelplineCard
from helplines.models import HelplinePage
from model_pages.items import raw_items
from model_pages.models import SourceOfHarmPage
from search.models import Kind, Passage

# A film that is not for everybody still has its transcript on the page.
SHOWN_WITHOUT_WHAT_THEY_CHOOSE = (VideoBlock,)
# Stands between the words of two blocks, so that an excerpt does not run them together.
BETWEEN_BLOCKS = " … "
# What every helpline is, whatever its own words.
WHAT_A_HELPLINE_IS = "help"


def passages_of(page: BasePage) -> Iterator[Passage]:
    """The passages of a page, not saved.

    Words that come from a record of their own – a quote, an idea, a work – are passages of their own, because they may
    leave the page at any moment. A record that may not be seen gives a passage without words.
    """
    yield own_words(page)
    if isinstance(page, SourceOfHarmPage):
        yield from items_of(page)
    named = ids_named_in(page)
    for quote in Quote.objects.filter(pk__in=named.get(Quote, ())):
        yield beside(page, quote.words if quote.is_shown else "", quote=quote)
    for credit in Credit.objects.filter(pk__in=named.get(Credit, ())):
        about = f"{credit.name} {credit.role} {credit.affiliation}" if credit.is_shown else ""
        yield beside(page, about, credit=credit)
    for work in Reference.objects.filter(pk__in=named.get(Reference, ())):
        on_its_own = reference_on(page, work)
        yield on_its_own
        yield beside(page, f"{on_its_own.title} {on_its_own.summary} {on_its_own.text}", reference=work)
    if has_a_glossary(page):
        yield from (term_on(page, term) for term in Term.objects.all())


def own_words(page: BasePage) -> Passage:
    """What editors wrote on the page itself."""
    texts = [text for field in page.get_search_fields() if type(field) is SearchField for text in words_of(page, field)]
    if isinstance(page, HelplinePage):
        texts += words_of_a_helpline(page)
    text = BETWEEN_BLOCKS.join(" ".join(text.split()) for text in texts if text.strip())
    headings = "\n".join(headings_of(page))
    return _passage(page, kind_of(page), title=page.title, summary=page.summary, headings=headings, text=text)


def headings_of(page: BasePage) -> Iterator[str]:
    """What the parts of a page are called."""
    for child in children_of_streams(page):
        if isinstance(child.block, HeadingBlock | AccordionBlock):
            yield " ".join(
                (child.value.get("text" if isinstance(child.block, HeadingBlock) else "title") or "").split()
            )


def children_of_streams(page: BasePage) -> Iterator[Any]:
    """The blocks that stand on a page, those inside others left out."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from getattr(page, field.name)


def beside(page: BasePage, text: str, **record: Quote | Credit | Reference) -> Passage:
    """The words of a record that stands on the page; they lead to the page."""
    return _passage(page, kind_of(page), title=page.title, summary=page.summary, text=text, **record)


def kind_of(page: BasePage) -> Kind:
    """The group that a page stands in; a helpline that is closed for good is none to turn to."""
    is_helpline = isinstance(page, HelplinePage) and page.status != HelplinePage.Status.CLOSED
    return Kind.HELPLINE if is_helpline else Kind.PAGE


def words_of(page: BasePage, field: SearchField) -> Iterator[str]:
    """The words of one field that its page type declares as searched."""
    if field.field_name in {"title", "summary"}:
        return
    value = field.get_value(page)
    if isinstance(field.get_field(type(page)), StreamField):
        stream = getattr(page, field.field_name)
        yield from words_in_block(stream.stream_block, stream)
    elif value:
        yield str(value)


def words_in_block(block: blocks.Block, value: Any) -> Iterator[str]:
    """The words of a block that stand on the page whatever becomes of the records that it chooses."""
    if value is None or isinstance(block, ChooserBlock | blocks.ChoiceBlock):
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield from words_in_block(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from words_in_block(block.child_block, child)
    elif isinstance(block, blocks.BaseStructBlock):
        if not stands_with_what_it_chooses(block):
            for name, child_block in block.child_blocks.items():
                yield from words_in_block(child_block, value.get(name))
    else:
        yield from block.get_searchable_content(value)


def stands_with_what_it_chooses(block: blocks.BaseStructBlock) -> bool:
    """Whether a block is shown only while the record, file or page that it has to choose is."""
    chosen = [child for child in block.child_blocks.values() if isinstance(child, ChooserBlock) and child.required]
    return bool(chosen) and not isinstance(block, SHOWN_WITHOUT_WHAT_THEY_CHOOSE)


def words_of_a_helpline(page: HelplinePage) -> list[str]:
    """How to reach it, when, what it costs, and what it has answered."""
    card = HelplineCard.of(page, url="", now=timezone.now())
    ways = [f"{way.action} {way.value} {way.value.replace(' ', '')} {way.note}" for way in card.ways]
    terms = [term.name for term in page.terms.all()]
    facts = [f"{fact.question} {fact.answer}" for fact in card.facts if fact.is_asked]
    return [
        WHAT_A_HELPLINE_IS,
        page.section.title,
        *ways,
        card.when,
        card.cost,
        card.area,
        card.languages,
        *terms,
        *facts,
    ]


def items_of(page: SourceOfHarmPage) -> Iterator[Passage]:
    """The items of a source of harm, each at its own address; its idea is a passage of its own."""
    items = list(raw_items(page))
    ideas = Idea.objects.in_bulk([item.idea_id for item in items if item.idea_id])
    for item in items:
        words = {"anchor": item.anchor, "title": item.phrase, "summary": item.explanation}
        yield _passage(page, Kind.ITEM, **words)
        if idea := ideas.get(item.idea_id or 0):
            about = f"{idea.name} {idea.description}" if idea.is_shown else ""
            yield _passage(page, Kind.ITEM, **words, text=about, idea=idea)


def reference_on(page: BasePage, work: Reference) -> Passage:
    """A work, at a page that lists it."""
    if not work.is_shown:
        return _passage(page, Kind.REFERENCE, reference=work)
    authors = ", ".join(work.author_list) + (f" ({work.year})" if work.year else "")
    about = " ".join(part for part in (work.container, work.doi, work.annotation) if part)
    return _passage(page, Kind.REFERENCE, title=work.title, summary=authors, text=about, reference=work)


def has_a_glossary(page: BasePage) -> bool:
    """Whether the page lists every word that is explained."""
    return any(isinstance(child.block, GlossaryBlock) for child in children_of_streams(page))


def term_on(page: BasePage, term: Term) -> Passage:
    """A word with its explanation, at a page that lists all of them."""
    shown = {"title": term.term, "summary": term.definition, "text": term.also_written} if term.is_shown else {}
    return _passage(page, Kind.TERM, term=term, **shown)


def _passage(page: BasePage, kind: Kind, **fields: Any) -> Passage:
    return Passage(page_id=page.pk, kind=kind, note=getattr(page, "content_note", ""), **fields)
