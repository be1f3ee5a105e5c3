"""Lines that belong together: it is said on one of them, holds for all, and none is shown without the others."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def sets_of(lines: Iterable[Any]) -> list[list[Any]]:
    """Lines that belong together, however they say so: each of one, one of the other, by way of a third; the others alone.

    Whom a line names that is not among these joins nothing. Sets and lines stay in the order in which they are given.
    """
    given = list(lines)
    parent = {line.pk: line.pk for line in given}

    def root(pk: int) -> int:
        while parent[pk] != pk:
            pk = parent[pk]
        return pk

    for line in given:
        if line.shown_with_id in parent:
            parent[root(line.pk)] = root(line.shown_with_id)
    sets: dict[int, list[Any]] = defaultdict(list)
    for line in given:
        sets[root(line.pk)].append(line)
    return list(sets.values())


def beside(line: Any, shown: Iterable[Any]) -> list[Any]:
    """Those of the shown that belong with a line, crisis lines first; the line itself need not be among them."""
    others = [one for one in shown if one.pk != line.pk]
    (together,) = [members for members in sets_of([line, *others]) if members[0] is line]
    return sorted(together[1:], key=lambda one: (not one.is_crisis_line, one.path))


def in_words(title: str) -> str:
    """Why a line is shown that nobody asked for."""
    return f"Shown because it belongs with {title}."
