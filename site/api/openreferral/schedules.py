"""Opening hours as the standard has them: one schedule for each period of the week."""

from api.openreferral.identifiers import part_of
from api.v1.page_facts import Facts
from helplines.models import HelplinePage
from helplines.when import hours_in_words, week_of

TIME_ZONE = "Europe/London"
# The standard's `timezone` is hours from UTC, which are wrong for half of the year.
NOTE = (
    "Times are those of the clock in London, in summer and in winter. The description says what holds on bank holidays."
)


def schedules_of(expression: str, belongs_to: str, *, more: str = "") -> list[Facts]:
    """A period for each opening time; `more` is what days and times do not say. Nothing where nothing is known."""
    week = week_of(expression)
    description = ". ".join(filter(None, (hours_in_words(expression), more)))
    if week and week.regular_spans:
        return [
            {
                "id": part_of(belongs_to, "schedule", *span.days, span.opens_at, span.closes_at),
                "freq": "WEEKLY",
                "byday": ",".join(span.days),
                "description": description,
                "opens_at": span.opens_at,
                "closes_at": span.closes_at,
                "notes": NOTE,
                "x_timezone": TIME_ZONE,
            }
            for span in week.regular_spans
        ]
    return [{"id": part_of(belongs_to, "schedule"), "description": description}] if description else []


def is_always_open(helpline: HelplinePage) -> bool | None:
    """Whether somebody answers day and night on every day of the year; None where the hours are not known."""
    week = week_of(helpline.opening_hours)
    return week.always and helpline.status == HelplinePage.Status.OPEN if week else None
