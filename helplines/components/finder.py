"""The form by which somebody finds a helpline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from core.components.presenter import Presenter
from helplines.finder.asking import AREAS, LONGEST_WORDS, NAMES, OLDEST, OPEN_NOW, SURE, WAYS, Asked
from helplines.finder.finding import Found
from helplines.models import UK, DirectoryTerm, Language, TermKind
from helplines.opening_hours import listed

# In the address, because no browser has to open what a link leads into: old ones stay before the closed form.
OPENS_THE_FORM, ANCHOR = ("form", "open"), "find-a-helpline"
# Questions that stand in a fold, with the age.
MORE = ("people", "language")
AGE_PROBLEM = f"Write your age in figures, up to {OLDEST}, or leave it empty."
# What a question is called, what is chosen where it is not asked, and what can be chosen.
Answers = tuple[str, str, list[tuple[str, str]]]


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Question:
    """One thing that can be asked, with its answers."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    # What is chosen where nothing is asked.
    any_of_them: str = "Anything"


@dataclass(frozen=True)
class WayOut:
    """The same question with less in it, and how many helplines fit then."""

    url: str
    words: str


@dataclass(frozen=True)
class Finder(Presenter):
    """What somebody can ask of the directory; a form that needs no script."""

    template_name = "components/finder.html"

    address: str
    questions: tuple[Question, ...] = ()
    # What fewer people ask stands in a fold with the age, so that a phone shows the rest on one screen.
    more: tuple[Question, ...] = ()
    age: str = ""
    age_problem: str = ""
    words: str = ""
    is_open_now: bool = False
    is_more_asked: bool = False
    # Whether the form is open although nothing is asked.
    is_opened: bool = False
    # What was found, in a sentence; empty where nothing is asked.
    outcome: str = ""
    ways_out: tuple[WayOut, ...] = ()

    longest: int = LONGEST_WORDS
    open_now: str = OPEN_NOW

    @property
    def is_asked(self) -> bool:
        """Whether somebody asks something."""
        return bool(self.outcome)

    @property
    def is_open(self) -> bool:
        """Whether the questions can be seen without a tap."""
        return self.is_opened or self.is_asked

    @property
    def lead(self) -> str:
        """Where a link leads that opens the form; a form that is open keeps what its page was asked."""
        return f"#{ANCHOR}" if self.is_open else f"{self.address}?{urlencode([OPENS_THE_FORM])}#{ANCHOR}"

    @property
    def what_more(self) -> str:
        """What stands in the fold."""
        return listed([*(f"{question.label[0].lower()}{question.label[1:]}" for question in self.more), "my age"])

    @classmethod
    def of(
        cls,
        found: Found,
        terms: Iterable[DirectoryTerm],
        *,
        address: str,
        outcome: str,
        ways_out: tuple[WayOut, ...],
        is_opened: bool = False,
    ) -> "Finder":
        """The form as it was sent, with the answers that some helpline has."""
        asked, answers = found.asked, answers_of(found, list(terms))
        return cls(
            address=address,
            questions=questions_of(asked, {name: answers[name] for name in ("way", "need", "area", "sure")}),
            more=questions_of(asked, {name: answers[name] for name in MORE}),
            age=asked.age or asked.age_not_understood,
            age_problem=AGE_PROBLEM if asked.age_not_understood else "",
            words=asked.words,
            is_open_now=bool(asked.open_now),
            is_more_asked=any((*(getattr(asked, name) for name in MORE), asked.age, asked.age_not_understood)),
            is_opened=is_opened,
            outcome=outcome,
            ways_out=ways_out,
        )


def answers_of(found: Found, terms: list[DirectoryTerm]) -> dict[str, Answers]:
    """What can be chosen: what some helpline has said, and what was asked, as old addresses may have it."""
    of_kind = {kind: [(one.permanent_id, one.name) for one in terms if one.kind == kind] for kind in TermKind}
    areas = {*UK, *found.areas, found.asked.area}
    languages = {*found.languages, found.asked.language}
    return {
        "way": ("How I want to get in touch", "Any way", [(key, label) for key, (label, _) in WAYS.items()]),
        "need": ("What I need", "Anything", of_kind[TermKind.NEED]),
        "area": ("Where I am", "Anywhere", [(key, label) for key, label in AREAS.items() if key in areas]),
        "sure": (
            "What I have to be sure of",
            "Nothing in particular",
            [(key, label) for key, (label, _, _) in SURE.items()],
        ),
        "people": ("Who it is for", "Anybody", of_kind[TermKind.PEOPLE]),
        "language": (
            "Language",
            "Any language",
            [(code, str(label)) for code, label in Language.choices if code in languages],
        ),
    }


def questions_of(asked: Asked, answers: Mapping[str, Answers]) -> tuple[Question, ...]:
    """The questions with answers to choose from; one without any answer is not asked."""
    return tuple(
        Question(
            NAMES[name],
            label,
            tuple(Choice(key, words, key == getattr(asked, name)) for key, words in choices),
            any_of_them,
        )
        for name, (label, any_of_them, choices) in answers.items()
        if choices
    )
