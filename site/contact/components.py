"""The form, what went wrong with it, and what happens after it was sent."""

from dataclasses import dataclass
from datetime import timedelta

from contact.forms import MessageForm
from contact.models import MessageSettings, SafeToReply
from contact.models.message import LONGEST_MESSAGE, LONGEST_NAME, LONGEST_NOTE, LONGEST_WAY
from contact.stamp import new_stamp
from core.components.presenter import Presenter

HEADING = "Write to the research team"


@dataclass(frozen=True)
class Typed:
    """One field with what stands in it."""

    name: str
    label: str
    hint: str
    value: str = ""
    problem: str = ""

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"your-{self.name.replace('_', '-')}"

    @property
    def described_by(self) -> str:
        """The ids of the sentences that belong to it, what is wrong first."""
        return f"{self.id}-problem {self.id}-hint" if self.problem else f"{self.id}-hint"


@dataclass(frozen=True)
class AnswerChoice:
    """One answer to the question whether it is safe to reply."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True)
class FormProblem(Presenter):
    """What went wrong, with a way to each field that it is about."""

    template_name = "components/form-problem.html"

    title: str
    text: str = ""
    # The id of a field and the sentence that stands beside it.
    fields: tuple[tuple[str, str], ...] = ()
    # Where else to go: an address and the words of its link.
    ways_on: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class MessageSent(Presenter):
    """What happens next; nothing of what was sent."""

    template_name = "components/message-sent.html"

    who_reads_it: str
    days_kept: int


@dataclass(frozen=True)
class ContactForm(Presenter):
    """The form, after what it is not for."""

    template_name = "components/contact-form.html"

    text: Typed
    name: Typed
    way_to_reach: Typed
    reply_note: Typed
    answers: tuple[AnswerChoice, ...]
    stamp: str
    days_kept: int
    who_reads_it: str = ""
    answers_problem: str = ""
    helplines_url: str = ""
    heading: str = HEADING

    @classmethod
    def of(
        cls,
        form: MessageForm,
        settings: MessageSettings,
        *,
        stamp: str = "",
        helplines_url: str = "",
        heading: str = HEADING,
    ) -> "ContactForm":
        """The form with what somebody typed; the stamp is a new one unless another is given."""
        chosen = form.typed("safe_to_reply")
        return cls(
            **{name: Typed(name, *words, form.typed(name), form.problem_with(name)) for name, words in ASKED.items()},
            answers=tuple(AnswerChoice(value, label, chosen == value) for value, label in ANSWERS),
            answers_problem=form.problem_with("safe_to_reply"),
            stamp=stamp or new_stamp(),
            days_kept=settings.days_kept,
            who_reads_it=settings.who_reads_it,
            helplines_url=helplines_url,
            heading=heading,
        )

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """The fields that cannot be accepted, in the order of the form."""
        asked = (self.text, self.name, self.way_to_reach, self.reply_note)
        found = [(one.id, one.problem) for one in asked if one.problem]
        return (*found, ("safe-to-reply-yes", self.answers_problem)) if self.answers_problem else tuple(found)


ASKED = {
    "text": ("Your message", f"You can write up to {LONGEST_MESSAGE:,} characters. That is about two pages."),
    "name": (
        "A name to call you by (optional)",
        f"It does not have to be your own. Up to {LONGEST_NAME} characters.",
    ),
    "way_to_reach": (
        "A way to reach you (optional)",
        f"An e-mail address or a phone number, for example. Leave it empty to get no answer. Up to {LONGEST_WAY} characters.",
    ),
    "reply_note": (
        "Which way is safe? (optional)",
        (
            "Only if you chose ‘Only in one way’. If you leave this empty, we do not reply. "
            f"For example: by e-mail only, or not at weekends. Up to {LONGEST_NOTE} characters."
        ),
    ),
}
ANSWERS = (
    (SafeToReply.YES.value, "Yes, it is safe"),
    (SafeToReply.NO.value, "No, do not reply"),
    (SafeToReply.ONLY.value, SafeToReply.ONLY.label),
)


def in_words(while_: timedelta) -> str:
    """How long to wait, as people say it."""
    minutes = round(while_.total_seconds() / 60)
    if minutes >= 60:
        return "an hour"
    return "a minute" if minutes <= 1 else f"{minutes} minutes"
