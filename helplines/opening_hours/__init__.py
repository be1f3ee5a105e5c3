"""Opening hours: how they are stored, said in words, and what they mean at a moment. Knows nothing of Django."""

from .calendar import LONDON, Closure, Nation, bank_holidays
from .reading import LONGEST
from .spans import NOT_OPEN, WHOLE_DAY, Day, Span, Special, UnreadableHours, in_order
from .standing import Standing, standing
from .timetable import Answering, Period, periods
from .week import RegularSpan, Week
from .words import listed, span_in_words, time_in_words

__all__ = [
    "LONDON",
    "LONGEST",
    "NOT_OPEN",
    "WHOLE_DAY",
    "Answering",
    "Closure",
    "Day",
    "Nation",
    "Period",
    "RegularSpan",
    "Span",
    "Special",
    "Standing",
    "UnreadableHours",
    "Week",
    "bank_holidays",
    "in_order",
    "listed",
    "periods",
    "span_in_words",
    "standing",
    "time_in_words",
]
