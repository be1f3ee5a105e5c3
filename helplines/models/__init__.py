"""The directory of people who can help."""

from helplines.models.contact_ways import ContactWay, ContactWayKind
from helplines.models.pages import HelplineDirectoryPage, HelplinePage
from helplines.models.sections import HelplineSection
from helplines.models.trust_facts import TrustFact, TrustQuestion, TrustStanding

__all__ = [
    "ContactWay",
    "ContactWayKind",
    "HelplineDirectoryPage",
    "HelplinePage",
    "HelplineSection",
    "TrustFact",
    "TrustQuestion",
    "TrustStanding",
]
