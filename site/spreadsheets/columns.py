"""The columns of the spreadsheet: the one table that files, the page in the admin and docs/editors/ are made from."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helplines.models import (
    Area,
    ContactWayKind,
    HelplinePage,
    InShort,
    Language,
    TermKind,
    TrustQuestion,
    TrustStanding,
)
from spreadsheets.cells import (
    Age,
    Cell,
    Day,
    Hours,
    Name,
    OneOf,
    PartialDay,
    SomeOf,
    Terms,
    YesOrNo,
    YesOrNothing,
)

KEY = "permanent_id"
NOT_READ = ("last_checked",)
NO_SECTION = "Every helpline stands in a section of the directory. Write its title."


@dataclass(frozen=True)
class Column:
    """What stands under a heading: a field, how its values are written, and a sentence for editors."""

    name: str
    field: str
    about: str
    cell: Cell = dataclasses.field(default_factory=Cell)


@dataclass(frozen=True)
class Group:
    """Columns that come again for each entry of a list: `way 1: kind`, `recorded: answer`."""

    about: str
    children: str
    columns: tuple[Column, ...]
    # The column without which an entry is none.
    needs: str
    # The first word of numbered headings; empty for trust questions, which have names instead of numbers.
    word: str = ""
    most: int = 1

    def headings(self, count: int) -> Iterator[str]:
        """Those of the first entries, or of every question."""
        keys = [f"{self.word} {number}" for number in range(1, count + 1)] if self.word else TrustQuestion.values
        yield from (f"{key}: {column.name}" for key in keys for column in self.columns)


@dataclass(frozen=True)
class Place:
    """A heading of a file, and what it means."""

    heading: str
    column: Column
    group: Group | None = None
    key: int | str = ""

    @property
    def unit(self) -> tuple[str, int | str]:
        """What is compared as a whole: a field, a list of ways or notices, the answer to one question."""
        if self.group is None:
            return self.column.name, ""
        return self.group.children, "" if self.group.word else self.key

    @property
    def in_words(self) -> str:
        """The heading as somebody reads it who looks at what would change."""
        if self.group and not self.group.word:
            return f"{TrustQuestion(str(self.key)).label} {self.column.name}"
        return self.heading.replace("_", " ")


OWN = (
    Column(KEY, KEY, "What a helpline is known by. Never change it. Leave it empty for a new helpline."),
    Column("title", "title", "What the helpline is called."),
    Column("section", "section", "The section of the directory, by its title.", Name("sections", if_empty=NO_SECTION)),
    Column("organisation", "organisation", "Who runs it, by name; empty if that is the helpline itself.", Name("organisations")),
    Column("summary", "summary", "One plain sentence."),
    Column("also_known_as", "also_known_as", "Other names of it."),
    Column("is_crisis_line", "is_crisis_line", "yes or no.", YesOrNo()),
    Column("status", "status", "Open, Closed for now, or Closed for good.", OneOf(HelplinePage.Status)),
    Column("shown_with", "shown_with", "The permanent_id of a line that belongs with it.", Name("helplines")),
    Column("for_whom", "for_whom", "Who it is for, in a sentence."),
    Column("minimum_age", "minimum_age", "From this age, in figures.", Age()),
    Column("maximum_age", "maximum_age", "Up to this age: “under 19” is 18.", Age()),
    Column("needs", "terms", "What it helps with: words of the list, with ; between them.", Terms(TermKind.NEED)),
    Column("people", "terms", "Who it is for: words of the list, with ; between them.", Terms(TermKind.PEOPLE)),
    Column("areas", "areas", "England; Wales; Scotland; Northern Ireland; Other. All four nations for the UK.", SomeOf(Area)),
    Column("area", "area", "Only what these words do not say, for example: only in Leeds."),
    Column(
        "languages", "languages", "Codes of the languages that somebody answers in: en; cy; bfi. Names are read too.",
        SomeOf(Language, codes=True),
    ),
    Column("interpretation", "interpretation", "How to get an interpreter."),
    Column("opening_hours", "opening_hours", "As OpenStreetMap writes them: Mo-Fr 09:00-18:00; PH off", Hours()),
    Column("hours", "hours", "Only what days and times do not say."),
    Column("cost", "cost", "For example: free from landlines and mobiles."),
    Column("details_from", "details_from", "Where these details are from. Readers see it."),
    Column(
        "last_checked", "last_checked",
        "The day of the last check. It is written and never read: a check is recorded where the helpline is checked.", Day(),
    ),
)  # fmt: skip
WAYS = Group(
    about="The ways of contact, in their order: way 1, way 2 and so on, at most 20.",
    children="contact_ways",
    word="way",
    needs="value",
    most=20,
    columns=(
        Column("kind", "kind", f"One of: {', '.join(ContactWayKind.labels)}.", OneOf(ContactWayKind)),
        Column("value", "value", "The number, address or link. Empty, as all cells of a way, takes the way away."),
        Column("keyword", "keyword", "The word to send in a text."),
        Column("opening_hours", "opening_hours", "Only where they differ from those of the helpline.", Hours()),
        Column("cost", "cost", "Only where it differs from that of the helpline."),
        Column("note", "note", "What else to know of this way."),
        Column("source", "source", "Where this is from."),
    ),
)
TRUST = Group(
    about=f"What happens when you call. The questions are {', '.join(TrustQuestion.values)}.",
    children="trust_facts",
    needs="do we know",
    columns=(
        Column("do we know", "standing", f"One of: {', '.join(TrustStanding.labels)}.", OneOf(TrustStanding)),
        Column("answer", "answer", "In their words, or as near to them as is plain."),
        Column("in a word", "in_short", f"{', '.join(InShort.labels)}, or nothing.", OneOf(InShort, may_be_empty=True)),
        Column("source", "source", "Where this is from."),
        Column("date", "on", "The date of the answer: 2024-10-03, 2024-10 or 2024.", PartialDay()),
    ),
)
NOTICES = Group(
    about="Short notices with the day on which they end: notice 1, notice 2 and so on, at most 10.",
    children="notices",
    word="notice",
    needs="words",
    most=10,
    columns=(
        Column("words", "words", "What readers have to know. Empty, as all cells of a notice, takes it away."),
        Column("nobody answers", "nobody_answers", "yes where nobody answers on these days.", YesOrNothing()),
        Column("first day", "first_day", "The first day that it speaks of: 2026-12-25.", Day()),
        Column("last day", "last_day", "The last day that it speaks of: 2026-12-25.", Day()),
    ),
)
GROUPS = (WAYS, TRUST, NOTICES)

NUMBERED = re.compile(r"(way|notice) ([1-9]\d?): (.+)")
OF_OWN = {column.name: column for column in OWN}


@lru_cache(maxsize=1024)
def find(heading: str) -> Place | None:
    """What a heading means, however it is written in capitals and spaces; None for one that means nothing here."""
    plain = " ".join(heading.casefold().split())
    if plain in OF_OWN:
        return Place(plain, OF_OWN[plain])
    first, _, name = plain.partition(": ")
    match = NUMBERED.fullmatch(plain)
    for group in GROUPS:
        column = next((column for column in group.columns if column.name == name), None)
        if column is None:
            continue
        if match and group.word == match[1] and int(match[2]) <= group.most:
            return Place(plain, column, group, int(match[2]))
        if not group.word and first in TrustQuestion.values:
            return Place(plain, column, group, first)
    return None


def headings(*, ways: int, notices: int) -> list[str]:
    """Every heading of a file with so many ways of contact and notices."""
    numbered = {WAYS.children: ways, NOTICES.children: notices}
    return [
        *OF_OWN,
        *(heading for group in GROUPS for heading in group.headings(min(numbered.get(group.children, 1), group.most))),
    ]


def described() -> Iterator[tuple[str, str]]:
    """Each heading with its sentence, for editors; of a list, the first entry stands for all."""
    yield from ((column.name, column.about) for column in OWN)
    for group in GROUPS:
        key = f"{group.word} 1" if group.word else "QUESTION"
        yield from ((f"{key}: {column.name}", column.about) for column in group.columns)
