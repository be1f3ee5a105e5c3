"""Which glossary terms a page uses."""

import re
from collections.abc import Iterable

from wagtail.fields import StreamField

from core.models import BasePage, Term


def words_used_on(page: BasePage, terms: Iterable[Term] | None = None) -> list[Term]:
    """The published terms that occur in a page's title, summary or StreamFields, in order of the alphabet.

    `terms` are all of them, where they were read already.
    """
    text = text_of(page)
    return [
        term
        for term in (Term.objects.shown() if terms is None else terms)
        if any(occurs(form, text) for form in term.forms)
    ]


def text_of(page: BasePage) -> str:
    """Everything an editor wrote on a page, as plain text."""
    parts = [page.title, page.summary]
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            parts += stream.stream_block.get_searchable_content(stream)
    return " ".join(parts)


def occurs(form: str, text: str) -> bool:
    """Whether a term stands in a text as words of its own, in capitals or not."""
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None
