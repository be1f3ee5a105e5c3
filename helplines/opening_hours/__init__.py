"""Opening hours: how they are stored, said in words, and what they mean at a moment. Knows nothing of Django."""

from .calendar import LONDON, Closure, Nation, bank_holidays
from .dated import TOLD_AHEAD, DatedHours, dated_hours
from .offsets import OffsetHours, with_offsets
from .reading import LONGEST
from .spans import LAST_MINUTE, NOT_OPEN, WHOLE_DAY, Day, Span, Special, UnreadableHours, clock, in_order
from .standing import Standing, standing
from .timetable import Answering, Period, periods
from .week import Week
from .words import listed, span_in_words, time_in_words

__all__ = [
    "LAST_MINUTE",
    "LONDON",
    "LONGEST",
    "NOT_OPEN",
    "TOLD_AHEAD",
    "WHOLE_DAY",
    "Answering",
    "Closure",
    "DatedHours",
    "Day",
    "Nation",
    "OffsetHours",
    "Period",
    "Span",
    "Special",
    "Standing",
    "UnreadableHours",
    "Week",
    "bank_holidays",
    "clock",
    "dated_hours",
    "in_order",
    "listed",
    "periods",
    "span_in_words",
    "standing",
    "time_in_words",
    "with_offsets",
]
