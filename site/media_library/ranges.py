"""Which part of a file a player asks for (RFC 9110, section 14). Safari plays no film from a server that gives no parts."""

import re
from dataclasses import dataclass

# One range. Several in one request may be answered with the whole file, and no player asks for them.
ONE_RANGE = re.compile(r"bytes=[ \t]*(\d{0,18})[ \t]*-[ \t]*(\d{0,18})[ \t]*", re.ASCII | re.IGNORECASE)


class NoSuchPart(ValueError):
    """Raised where a file ends before the part begins that is asked for."""


@dataclass(frozen=True)
class Part:
    """Bytes of a file, the last one included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many bytes they are."""
        return self.last - self.first + 1


def part_asked_for(header: str, *, size: int) -> Part | None:
    """The part that a `Range` header names; None where the whole file is the answer; raises NoSuchPart."""
    asked = ONE_RANGE.fullmatch(header.strip())
    if not asked or asked.group(1) == asked.group(2) == "":
        return None
    first, last = (int(figures) if figures else None for figures in asked.groups())
    if first is None:
        return the_last(last or 0, size=size)
    if last is not None and last < first:
        return None
    if first >= size:
        raise NoSuchPart
    return Part(first, size - 1 if last is None else min(last, size - 1))


def the_last(how_many: int, *, size: int) -> Part:
    """The end of a file; raises NoSuchPart where nothing is asked for or nothing is there."""
    if how_many == 0 or size == 0:
        raise NoSuchPart
    return Part(max(size - how_many, 0), size - 1)
