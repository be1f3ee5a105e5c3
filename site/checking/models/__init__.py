"""The links by which helplines answer for their own entries, and the weeks in which somebody was reminded."""

from checking.models.personal_links import Answer, PersonalLink
from checking.models.reminders import WeeklyReminder

__all__ = ["Answer", "PersonalLink", "WeeklyReminder"]
