"""What may stand after the question mark, in the standard's words, and what is answered when something else does."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from api.openreferral.identifiers import PATTERN
from api.problems import ParameterProblem
from api.v1.page_facts import Facts
from api.v1.parameters import FORMAT, HIGHEST_LIMIT, USUAL_LIMIT, number_in

PAGE, PER_PAGE, SEARCH = "page", "per_page", "search"
MINIMAL, FULL, FULL_SERVICE, TOP_ONLY = "minimal", "full", "full_service", "top_only"
TAXONOMY_TERM, TAXONOMY, ORGANIZATION, PARENT = "taxonomy_term_id", "taxonomy_id", "organization_id", "parent_id"
MODIFIED_AFTER = "modified_after"
POSTCODE, PROXIMITY = "postcode", "proximity"
OF_A_LIST = (SEARCH, PAGE, PER_PAGE, FORMAT)

# No list is that long; larger numbers are mistakes.
HIGHEST_PAGE = 1_000_000
LONGEST_SEARCH = 200
MOST_WORDS = 12
A_POSTCODE = r"[A-Za-z0-9 ]{2,10}"
A_DISTANCE = r"[0-9]{1,6}(\.[0-9]{1,6})?"
# RFC 3339. The first thousand years are left out: no clock of a computer means them.
A_MOMENT = r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
YES_OR_NO = {"true": True, "false": False}


@dataclass(frozen=True)
class ListPage:
    """Which page of a list is asked for; without a size everything is on the first."""

    number: int
    size: int | None

    @classmethod
    def asked_for(cls, query: QueryDict, *, usual: int | None = USUAL_LIMIT) -> "ListPage":
        """The page that the parameters name; raises ParameterProblem where they cannot be used."""
        size = number_in(query, PER_PAGE, usual=0, lowest=1, highest=HIGHEST_LIMIT) or usual
        return cls(number_in(query, PAGE, usual=1, lowest=1, highest=HIGHEST_PAGE), size)

    def of(self, rows: Sequence[Any]) -> Sequence[Any]:
        """What stands on this page; nothing behind the end."""
        size = self.size or max(1, len(rows))
        return rows[(self.number - 1) * size : self.number * size]

    def told(self, total: int, contents: list[Facts]) -> Facts:
        """The page as the standard has it."""
        pages = -(-total // (self.size or max(1, total)))
        return {
            "total_items": total,
            "total_pages": pages,
            "page_number": self.number,
            "size": len(contents),
            "first_page": self.number == 1,
            "last_page": self.number >= pages,
            "empty": not contents,
            "contents": contents,
        }


def is_asked(query: QueryDict, name: str) -> bool:
    """Whether a parameter says true; raises ParameterProblem unless it says true or false."""
    text = query.get(name, "false").lower()
    if text not in YES_OR_NO:
        raise ParameterProblem(name, f"“{name}” is “true” or “false”.")
    return YES_OR_NO[text]


def identifier_in(query: QueryDict, name: str) -> str | None:
    """The identifier that a parameter gives; raises ParameterProblem for what is none."""
    text = query.get(name)
    if text is not None and not re.fullmatch(PATTERN, text):
        raise ParameterProblem(name, f"“{name}” is a UUID, with its hyphens.")
    return text


def words_in(query: QueryDict) -> list[str]:
    """The words to look for, each once; raises ParameterProblem for what no database can look for."""
    text = query.get(SEARCH, "")
    if len(text) > LONGEST_SEARCH or "\x00" in text:
        raise ParameterProblem(SEARCH, f"“{SEARCH}” has up to {LONGEST_SEARCH} characters, and none of them is empty.")
    return list(dict.fromkeys(text.casefold().split()))[:MOST_WORDS]


def check_for_places(query: QueryDict) -> None:
    """Raise ParameterProblem for what cannot be, also where nothing would be found in any case."""
    words_in(query)
    moment_in(query, MODIFIED_AFTER)
    is_asked(query, FULL)
    for name in (TAXONOMY_TERM, TAXONOMY, ORGANIZATION):
        identifier_in(query, name)
    if not re.fullmatch(A_POSTCODE, query.get(POSTCODE, "LS1")):
        raise ParameterProblem(POSTCODE, f"“{POSTCODE}” is a postcode or its first half, for example LS1.")
    if not re.fullmatch(A_DISTANCE, query.get(PROXIMITY, "0")):
        raise ParameterProblem(PROXIMITY, f"“{PROXIMITY}” is a distance in metres, in figures.")


def moment_in(query: QueryDict, name: str) -> dt.datetime | None:
    """The moment that a parameter gives; raises ParameterProblem for what is none."""
    text = query.get(name)
    if text is None:
        return None
    try:
        return dt.datetime.fromisoformat(text.upper()) if re.fullmatch(A_MOMENT, text) else _refuse(name)
    except ValueError:
        return _refuse(name)


def _refuse(name: str) -> dt.datetime:
    raise ParameterProblem(name, f"“{name}” is a moment with its time zone, for example 2026-11-02T09:30:00Z.")
