"""The form by which somebody finds a helpline."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.components.presenter import Presenter
from helplines.finder.asking import LONGEST_WORDS, NAMES, OPEN_NOW, SURE, WAYS, Asked
from helplines.models import Area, DirectoryTerm, TermKind


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
    words: str = ""
    is_open_now: bool = False
    # What was found, in a sentence; empty where nothing is asked.
    outcome: str = ""
    ways_out: tuple[WayOut, ...] = ()

    longest: int = LONGEST_WORDS
    open_now: str = OPEN_NOW

    @property
    def is_asked(self) -> bool:
        """Whether somebody asks something."""
        return bool(self.outcome)

    @classmethod
    def of(
        cls, asked: Asked, terms: Iterable[DirectoryTerm], *, address: str, outcome: str, ways_out: tuple[WayOut, ...]
    ) -> "Finder":
        """The form as it was sent."""
        return cls(
            address=address,
            questions=questions_of(asked, list(terms)),
            words=asked.words,
            is_open_now=bool(asked.open_now),
            outcome=outcome,
            ways_out=ways_out,
        )


def questions_of(asked: Asked, terms: list[DirectoryTerm]) -> tuple[Question, ...]:
    """The questions with answers to choose from; one without any answer is not asked."""
    of_kind = {kind: [(one.permanent_id, one.name) for one in terms if one.kind == kind] for kind in TermKind}
    answers: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
        "way": ("How I want to get in touch", "Any way", [(key, label) for key, (label, _) in WAYS.items()]),
        "need": ("What I need", "Anything", of_kind[TermKind.NEED]),
        "people": ("Who it is for", "Anybody", of_kind[TermKind.PEOPLE]),
        "area": ("Where I am", "Anywhere", [(area.value, str(area.label)) for area in Area if area != Area.ELSEWHERE]),
        "sure": (
            "What I have to be sure of",
            "Nothing in particular",
            [(key, label) for key, (label, _, _) in SURE.items()],
        ),
    }
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
