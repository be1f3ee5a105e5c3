"""The directory of people who can help."""

from helplines.models.answers import SIGN_LANGUAGES, UK, Area, Language
from helplines.models.contact_ways import ContactWay, ContactWayKind
from helplines.models.notices import Notice
from helplines.models.organisations import Organisation
from helplines.models.pages import HelplineDirectoryPage, HelplinePage
from helplines.models.sections import HelplineSection
from helplines.models.terms import DirectoryTerm, TermKind
from helplines.models.trust_facts import InShort, TrustFact, TrustQuestion, TrustStanding, to_every_question

__all__ = [
    "SIGN_LANGUAGES",
    "UK",
    "Area",
    "ContactWay",
    "ContactWayKind",
    "DirectoryTerm",
    "HelplineDirectoryPage",
    "HelplinePage",
    "HelplineSection",
    "InShort",
    "Language",
    "Notice",
    "Organisation",
    "TermKind",
    "TrustFact",
    "TrustQuestion",
    "TrustStanding",
    "to_every_question",
]
