"""What somebody asks of the directory, read from the address; nothing of it is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from core.phrases import Phrase
from core.words import parts_in
from helplines.finder.words import Meaning
from helplines.models import Area, ContactWayKind, Language, TrustQuestion

LONGEST_WORDS, LONGEST_AGE = 100, 20

# Ways of contact for which nobody has to speak or hear.
WITHOUT_SPEAKING = "without-speaking"
SILENT_WAYS = (
    ContactWayKind.TEXT,
    ContactWayKind.EMAIL,
    ContactWayKind.CHAT,
    ContactWayKind.RELAY,
    ContactWayKind.BSL,
    ContactWayKind.LETTER,
)
WAYS: dict[str, tuple[str, tuple[ContactWayKind, ...]]] = {
    WITHOUT_SPEAKING: ("Any way without speaking", SILENT_WAYS),
    **{kind.value: (str(kind.label), (kind,)) for kind in ContactWayKind},
}

# What somebody wants to be sure of: the words, the trust question, and the answer in a word (None: any answer).
SURE: dict[str, tuple[str, TrustQuestion, str | None]] = {
    "says-emergency": (
        "They say when they call emergency services",
        TrustQuestion.EMERGENCY_SERVICES,
        None,
    ),
    "no-emergency": (
        "They never call emergency services without my agreement",
        TrustQuestion.EMERGENCY_SERVICES,
        "no",
    ),
    "no-bill": ("It does not show on an itemised bill", TrustQuestion.SHOWS_ON_BILL, "no"),
    "not-recorded": ("It is not recorded", TrustQuestion.RECORDED, "no"),
    "number-not-seen": ("My number is not seen", TrustQuestion.NUMBER_SEEN, "no"),
    "no-notes": ("No notes are kept", TrustQuestion.NOTES_KEPT, "no"),
    "survivor-led": ("It is led by survivors", TrustQuestion.SURVIVOR_LED, "yes"),
}
OPEN_NOW = "now"
# Where somebody is: what editors tick as “Other” is elsewhere for whoever lives here.
AREAS = {area.value: str(area.label) for area in Area} | {Area.ELSEWHERE.value: "Outside the UK"}
OLDEST = 120

# What each question is called in the address.
NAMES = {
    "way": "way", "need": "need", "area": "area", "sure": "sure", "words": "words", "people": "for", "language": "language",
    "age": "age", "open_now": "open",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What is asked; empty where nothing is. `page` is where in a long list somebody is."""

    way: str = ""
    need: str = ""
    people: str = ""
    area: str = ""
    sure: str = ""
    open_now: str = ""
    words: str = ""
    language: str = ""
    # In years, as figures.
    age: str = ""
    # What was written for it and is no age; it is left out, and the page says so.
    age_not_understood: str = ""
    page: int = 1
    # The editors' list of words that people use, as far as it is needed to understand this.
    phrases: tuple[Phrase, ...] = ()

    @classmethod
    def of(cls, query: Mapping[str, str], phrases: tuple[Phrase, ...] = ()) -> "Asked":
        """What an address asks; answers that are none of the choices are left out, as old links may have them."""
        words = " ".join(query.get(NAMES["words"], "").split())[:LONGEST_WORDS]
        # Signs alone would be found everywhere.
        words = words if parts_in(words) else ""
        written = query.get(NAMES["age"], "").strip()
        page = query.get("page", "")
        return cls(
            way=one_of(WAYS, query.get(NAMES["way"])),
            need=query.get(NAMES["need"], "")[:40],
            people=query.get(NAMES["people"], "")[:40],
            area=one_of(AREAS, query.get(NAMES["area"])),
            language=one_of(Language.values, query.get(NAMES["language"])),
            age=age_in(written),
            age_not_understood="" if age_in(written) else written[:LONGEST_AGE],
            sure=one_of(SURE, query.get(NAMES["sure"])),
            open_now=one_of((OPEN_NOW,), query.get(NAMES["open_now"])),
            words=words,
            page=int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1,
            phrases=phrases,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What is asked, in the order of the form."""
        return tuple(name for name in NAMES if getattr(self, name))

    @cached_property
    def meaning(self) -> Meaning:
        """What was typed, as entries are compared with it; found once for all helplines."""
        return Meaning.of(self.words, self.phrases)

    def __bool__(self) -> bool:
        return bool(self.names or self.age_not_understood)

    def without(self, name: str) -> "Asked":
        """The same but for one question, from the beginning of the list."""
        answers: dict[str, Any] = {name: "", "page": 1}
        return replace(self, **answers)

    def on_page(self, number: int) -> "Asked":
        """The same further on in the list."""
        return replace(self, page=number)

    @property
    def query(self) -> str:
        """As an address has it; empty where nothing is asked."""
        asked = {NAMES[name]: getattr(self, name) for name in self.names}
        return urlencode({**asked, "page": self.page} if self.page > 1 else asked)

    def that_can_be_chosen(self, needs: Collection[str], people: Collection[str]) -> "Asked":
        """The same without words that no list has (any more)."""
        return replace(self, need=one_of(needs, self.need), people=one_of(people, self.people))


def one_of(choices: Collection[str], value: str | None) -> str:
    """The value, if it is one of the choices; empty otherwise."""
    return value if value is not None and value in choices else ""


def age_in(written: str) -> str:
    """An age in years, in figures; empty for what is none."""
    is_one = written.isdecimal() and len(written) <= len(str(OLDEST)) and int(written) <= OLDEST
    return str(int(written)) if is_one else ""
