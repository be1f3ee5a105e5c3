"""The form that says that something is wrong, and what follows it."""

from dataclasses import dataclass

from checking.models import Detail
from checking.models.reports import LONGEST_WORDS
from checking.reports.actions import KEPT_AFTERWARDS, KEPT_AT_MOST
from checking.reports.forms import SaidToBeWrong
from contact.components import Typed
from contact.stamp import new_stamp
from core.components.presenter import Presenter

LABEL = "What is different? (optional)"
HINT = (
    "For example: the new number, or the hours they told you. Do not write anything about yourself. "
    f"Up to {LONGEST_WORDS} characters."
)


@dataclass(frozen=True)
class Box:
    """One detail to tick."""

    value: str
    label: str
    is_ticked: bool = False

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"wrong-{self.value}"


@dataclass(frozen=True)
class ReportForm(Presenter):
    """The form, after what it is not for."""

    template_name = "components/report-form.html"

    helpline: str
    helpline_url: str
    address: str
    boxes: tuple[Box, ...]
    text: Typed
    stamp: str
    boxes_problem: str = ""
    helplines_url: str = ""

    @classmethod
    def of(
        cls,
        form: SaidToBeWrong,
        *,
        helpline: str,
        helpline_url: str,
        address: str,
        stamp: str = "",
        helplines_url: str = "",
    ) -> "ReportForm":
        """The form with what somebody ticked and typed; the stamp is a new one unless another is given."""
        return cls(
            helpline=helpline,
            helpline_url=helpline_url,
            address=address,
            boxes=tuple(Box(value, label, value in form.ticked) for value, label in Detail.choices),
            boxes_problem=form.problem_with("details"),
            text=Typed("text", LABEL, HINT, form.typed("text"), form.problem_with("text")),
            stamp=stamp or new_stamp(),
            helplines_url=helplines_url,
        )

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """What cannot be accepted, in the order of the form."""
        found = ((self.boxes[0].id, self.boxes_problem), (self.text.id, self.text.problem))
        return tuple((place, problem) for place, problem in found if problem)

    @property
    def days_afterwards(self) -> int:
        """For how many days it is kept once somebody has dealt with it."""
        return KEPT_AFTERWARDS.days

    @property
    def days_at_most(self) -> int:
        """For how many days it is kept in any case."""
        return KEPT_AT_MOST.days


@dataclass(frozen=True)
class ReportSent(Presenter):
    """What happens next; nothing of what was sent, and not of which helpline."""

    template_name = "components/report-sent.html"

    helplines_url: str = ""
