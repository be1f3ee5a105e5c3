"""What a helpline sees that looks after its own entry: the entry, the two answers, and the form."""

import re
from dataclasses import dataclass, replace
from typing import Any

from django.forms import MultipleChoiceField
from django.utils.safestring import SafeString

from core.components.presenter import Presenter

# Of more answers, those that nobody chose are folded away.
A_FEW = 10
FOR_A_CALENDAR = re.compile(r"(\d{4}-\d\d-\d\d)?", re.ASCII)


@dataclass(frozen=True)
class Said:
    """One thing that is said of a helpline, or that nothing is."""

    name: str
    lines: tuple[str, ...] = ()
    # Nobody misses an entry that most helplines have no use for.
    is_needed: bool = True

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.lines) or self.is_needed


@dataclass(frozen=True)
class Entry(Presenter):
    """All that the public is told of a helpline."""

    template_name = "components/own-entry.html"

    title: str
    details: tuple[Said, ...] = ()
    answers: tuple[Said, ...] = ()
    # Longer words, as they stand on the helpline's own page.
    body: SafeString = SafeString()
    links: SafeString = SafeString()

    @property
    def shown(self) -> tuple[Said, ...]:
        """The details, with what is missing."""
        return tuple(said for said in self.details if said.is_shown)


@dataclass(frozen=True)
class OwnEntry(Presenter):
    """The question whether everything is right, and the ways to answer it."""

    template_name = "components/own-entry-answers.html"

    entry: Entry
    seen: str
    expires_on: str


@dataclass(frozen=True)
class Box:
    """One field of the form, with what stands in it."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    problem: str = ""
    is_long: bool = False
    is_day: bool = False
    is_number: bool = False
    # Answers to choose from, each with whether it is chosen; several of them can be where `is_several`.
    choices: tuple[tuple[str, str, bool], ...] = ()
    is_several: bool = False
    # A field that draws itself.
    drawn: SafeString = SafeString()

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"own-{self.name}"

    @property
    def leads_to(self) -> str:
        """Where a link to it goes: to the box itself, or to the first of its answers."""
        first = next(iter(self.in_sight or self.choices), None)
        return f"{self.id}-{first[0]}" if first else self.id

    @property
    def in_sight(self) -> tuple[tuple[str, str, bool], ...]:
        """The answers that stand there at once: all of a few, of many only those that are chosen."""
        return tuple(choice for choice in self.choices if choice[2] or len(self.choices) <= A_FEW)

    @property
    def folded_away(self) -> tuple[tuple[str, str, bool], ...]:
        """The others of many answers, which open with a tap."""
        return tuple(choice for choice in self.choices if choice not in self.in_sight)

    @property
    def to_unfold(self) -> str:
        """What the tap is called that opens the others."""
        return "More to choose from" if self.in_sight else "Open the list to choose"

    @property
    def described_by(self) -> str:
        """The ids of the sentences that belong to it, what is wrong first."""
        parts = [(self.problem, "problem"), (self.hint, "hint")]
        return " ".join(f"{self.id}-{part}" for words, part in parts if words)


@dataclass(frozen=True)
class BoxGroup:
    """Fields that belong together."""

    title: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class OwnCorrection(Presenter):
    """The form, with the entry as it is public or with what somebody typed."""

    template_name = "components/own-entry-form.html"

    groups: tuple[BoxGroup, ...]
    seen: str

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """The fields that cannot be accepted, in the order of the form."""
        return tuple((box.leads_to, box.problem) for group in self.groups for box in group.boxes if box.problem)


def group_of(form: Any, title: str, names: list[str]) -> BoxGroup:
    """Some fields of a form of Django's, ready to be shown."""
    return BoxGroup(title, tuple(box_of(form, name) for name in names))


def box_of(form: Any, name: str) -> Box:
    """One field, with what was typed or is public, and what is wrong with it."""
    bound, field = form[name], form.fields[name]
    problem = str(bound.errors[0]) if form.is_bound and bound.errors else ""
    box = Box(name, str(field.label), hint=str(field.help_text), problem=problem)
    value = bound.value()
    if hasattr(field, "choices"):
        is_several = isinstance(field, MultipleChoiceField)
        chosen = set(value or ()) if is_several else {value}
        choices = tuple((key, str(label), key in chosen) for key, label in field.choices)
        return replace(box, choices=choices, is_several=is_several)
    if getattr(field, "draws_itself", False):
        return replace(box, drawn=bound.as_widget(attrs={"id": box.id}))
    words = "" if value is None else str(value)
    # A calendar would not show what was typed in another way.
    is_day = getattr(field, "is_day", False) and bool(FOR_A_CALENDAR.fullmatch(words))
    return replace(
        box, value=words, is_day=is_day,
        is_long=getattr(field, "is_long", False), is_number=getattr(field, "is_number", False),
    )  # fmt: skip
