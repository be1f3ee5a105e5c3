"""Whether what the directory says is still right."""

from checking.models.links import CheckedLink, Outcome
from checking.models.personal_links import Answer, PersonalLink
from checking.models.reminders import WeeklyReminder
from checking.models.reports import Detail, Report, ReportDesk, Standing

__all__ = [
    "Answer",
    "CheckedLink",
    "Detail",
    "Outcome",
    "PersonalLink",
    "Report",
    "ReportDesk",
    "Standing",
    "WeeklyReminder",
]
