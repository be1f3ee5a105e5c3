"""Works and words that are explained, as the API tells them."""

from api.v1.page_facts import Facts
from core.models import Reference, Term


def told_reference(reference: Reference) -> Facts:
    """A work in CSL-JSON, the form that reference managers read; what is not known is left out, as CSL has it."""
    known = {
        "author": [{"literal": name} for name in reference.author_list],
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "URL": reference.link,
        "annote": reference.annotation,
    }
    return {
        "id": reference.permanent_id,
        "type": reference.kind,
        "title": reference.title,
        **{name: value for name, value in known.items() if value},
        "custom": {"open_access": reference.is_open_access},
    }


def told_term(term: Term) -> Facts:
    """A word with its explanation."""
    return {
        "permanent_id": term.permanent_id,
        "term": term.term,
        "definition": term.definition,
        "also_written": term.forms[1:],
    }
