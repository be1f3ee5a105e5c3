"""Every snippet, with everything that an editor can fill in; tests that hold for all snippets go through this table."""

from typing import Any

from django.db import models

from core.models import Credit, Idea, Quote, Reference, SupersededNumber, Term, UrgentHelp
from helplines.models import DirectoryTerm, HelplineSection, Organisation
from model_pages.models import Actor
from tests.every_page import words_and_streams
from tests.factories.blocks import Extent

# What each has beside its words and streams, which are filled for every one alike.
SNIPPETS: dict[type[models.Model], dict[str, Any]] = {
    Actor: {"position": 1},
    Credit: {},
    DirectoryTerm: {"position": 1},
    HelplineSection: {"position": 1},
    Idea: {},
    Organisation: {"charity_number": "123456"},
    Quote: {"consent_web": True, "consent_print": True},
    Reference: {"year": 2023, "doi": "10.1093/bjsw/bcac209", "is_open_access": None},
    SupersededNumber: {"number": "0808 157 0999", "instead": "Example: call 0808 157 0000."},
    Term: {},
    UrgentHelp: {},
}


def unsaved_snippet(model: type[models.Model], extent: Extent) -> Any:
    """A snippet as an editor fills it in before saving."""
    return model(**{**words_and_streams(model, extent), **SNIPPETS[model]})
