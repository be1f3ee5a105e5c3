"""Presenters of helplines: how to reach somebody, when, and what happens then."""

from helplines.components.brief import Briefly, HelplineBrief
from helplines.components.card import HelplineCard
from helplines.components.facts import Fact, facts_of
from helplines.components.finder import Choice, Finder, Question, WayOut
from helplines.components.helpline import HelplineView
from helplines.components.listing import DirectorySection, DirectoryView, Pager, Together
from helplines.components.right_now import RightNow
from helplines.components.ways import Way

__all__ = [
    "Briefly",
    "Choice",
    "DirectorySection",
    "DirectoryView",
    "Fact",
    "Finder",
    "HelplineBrief",
    "HelplineCard",
    "HelplineView",
    "Pager",
    "Question",
    "RightNow",
    "Together",
    "Way",
    "WayOut",
    "facts_of",
]
