"""What is wrong with a file, in sentences for whoever made it."""

from dataclasses import dataclass


class FileRefused(Exception):
    """Raised for a file that cannot be read at all; the sentence is for an editor."""


class Unreadable(Exception):
    """Raised for one cell; the sentence says what to write instead."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right, with the line of the file in which its row begins."""

    line: int
    column: str
    sentence: str
