"""What an editor is advised of before a page goes to the second reader; nothing of it is ever refused."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.rich_text import RichText

from core.guard_rails import walk
from core.plain_language import long_sentences, reading_age

# Summaries stand in lists, on the home page and in search results: everybody reads them.
READING_AGE_OF_SUMMARIES = 11
READING_AGE_OF_PAGES = 14
FIRST_WORDS = 8

# People's own words are never rewritten.
NEVER_REWRITTEN = frozenset({"quotes"})


def advice_for(page: Any) -> list[str]:
    """Everything worth a second look, in sentences."""
    return [*on_missing_fields(page), *on_headings(page), *on_language(page)]


def on_missing_fields(page: Any) -> Iterator[str]:
    """What readers or colleagues would miss."""
    if not page.summary.strip():
        yield "There is no summary. It stands under the title, in lists and in search."
    if hasattr(page, "next_review_due") and page.next_review_due is None:
        yield "Nobody has said when the page is next reviewed."


def on_headings(page: Any) -> Iterator[str]:
    """Headings that leave out a level, which people who use a screen reader notice."""
    for field in streams_of(page):
        levels = [value["level"] for block, value in blocks_in(page, field) if block.name == "heading"]
        if levels and levels[0] != "h2":
            yield f"{field.verbose_name.capitalize()}: the first heading is a smaller one. Begin with a heading."


def on_language(page: Any) -> Iterator[str]:
    """Text that many people will find hard."""
    age = reading_age(page.summary)
    if age is not None and age > READING_AGE_OF_SUMMARIES:
        yield f"The summary has a reading age of about {age}. Try for {READING_AGE_OF_SUMMARIES} or less."
    text = words_of_page(page)
    age = reading_age(text)
    if age is not None and age > READING_AGE_OF_PAGES:
        yield f"The page has a reading age of about {age}. Try for {READING_AGE_OF_PAGES} or less."
    for sentence in long_sentences(f"{page.summary}\n{text}"):
        yield f"A long sentence: “{' '.join(sentence.split()[:FIRST_WORDS])} …” Could it be two?"


def words_of_page(page: Any) -> str:
    """The running text of a page, a paragraph or list item on each line; quotes are left out."""
    lines: list[str] = []
    for field in streams_of(page):
        for _, value in blocks_in(page, field):
            if isinstance(value, RichText):
                paragraphs = BeautifulSoup(value.source, "html.parser").find_all(["p", "li"])
                lines += [paragraph.get_text() for paragraph in paragraphs]
    return "\n".join(lines)


def streams_of(page: models.Model) -> Iterator[StreamField]:
    """The streams of blocks whose words an editor may rewrite."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField) and field.name not in NEVER_REWRITTEN:
            yield field


def blocks_in(page: models.Model, field: StreamField) -> Iterator[tuple[blocks.Block, Any]]:
    """Every block of a stream, however deep it stands."""
    stream = getattr(page, field.name)
    return walk(stream.stream_block, stream)
