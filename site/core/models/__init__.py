"""What every page and snippet of the site is made of."""

from core.models.base_page import BasePage
from core.models.changes import ChangeKind, PublishedChange
from core.models.glossary import Term
from core.models.ideas import Idea
from core.models.mixins import AwaitedMixin, ContentNoteMixin, ReviewedMixin
from core.models.people import Credit
from core.models.quotes import Quote
from core.models.references import Reference
from core.models.settings import SiteIdentity
from core.models.snippets import PublishedSnippet
from core.models.starter import StarterRecord
from core.models.superseded_numbers import SupersededNumber
from core.models.urgent_help import UrgentHelp

__all__ = [
    "AwaitedMixin",
    "BasePage",
    "ChangeKind",
    "ContentNoteMixin",
    "Credit",
    "Idea",
    "PublishedChange",
    "PublishedSnippet",
    "Quote",
    "Reference",
    "ReviewedMixin",
    "SiteIdentity",
    "StarterRecord",
    "SupersededNumber",
    "Term",
    "UrgentHelp",
]
