"""What may stand after the question mark of an address, and what is answered when something else does."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from api.problems import ParameterProblem

LIMIT, OFFSET, FORMAT = "limit", "offset", "format"
USUAL_LIMIT, HIGHEST_LIMIT = 20, 100
# No list is that long; larger numbers are mistakes, and no database has to count that far.
HIGHEST_OFFSET = 1_000_000
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
# As much of a name as is repeated to whoever asked.
LONGEST_NAME = 40


@dataclass(frozen=True)
class Part:
    """Which part of a list is asked for."""

    limit: int
    offset: int

    @classmethod
    def asked_for(cls, query: QueryDict) -> "Part":
        """The part that the parameters name; raises ParameterProblem where they cannot be used."""
        return cls(
            limit=number_in(query, LIMIT, usual=USUAL_LIMIT, lowest=1, highest=HIGHEST_LIMIT),
            offset=number_in(query, OFFSET, usual=0, lowest=0, highest=HIGHEST_OFFSET),
        )

    def next(self, total: int) -> "Part | None":
        """The part after this one, if there is one."""
        return Part(self.limit, self.offset + self.limit) if self.offset + self.limit < total else None

    def previous(self) -> "Part | None":
        """The part before this one, if there is one."""
        return Part(self.limit, max(0, self.offset - self.limit)) if self.offset else None


def number_in(query: QueryDict, name: str, *, usual: int, lowest: int, highest: int) -> int:
    """The whole number that a parameter gives; raises ParameterProblem for anything else."""
    text = query.get(name)
    if text is None:
        return usual
    if not WHOLE_NUMBER.fullmatch(text) or not lowest <= int(text) <= highest:
        raise ParameterProblem(name, f"“{name}” is a whole number from {lowest} to {highest}, in figures.")
    return int(text)


def refuse_unknown(query: QueryDict, known: Iterable[str]) -> None:
    """Raise ParameterProblem for a parameter that is not known here, or that is given twice."""
    names = tuple(known)
    for name, values in query.lists():
        if name not in names:
            may_be = f"It takes {', '.join(f'“{one}”' for one in names)}." if names else "It takes none."
            raise ParameterProblem(name[:LONGEST_NAME], f"This address does not know that parameter. {may_be}")
        if len(values) > 1:
            raise ParameterProblem(name, f"“{name}” may be given once.")
