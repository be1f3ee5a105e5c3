"""What is wrong in the files, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, in words that say what was expected."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.message}"


@dataclass
class Problems:
    """Every mistake of all files, so that they can be put right in one go."""

    found: set[Problem] = field(default_factory=set)

    def add(self, file: str, line: int, message: str) -> None:
        """Note a mistake; the same one is noted once."""
        self.found.add(Problem(file, line, message))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in sorted(self.found))


class ContentRefused(Exception):
    """Raised when the files have mistakes; nothing was loaded."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        super().__init__(str(problems))


def messages_of(error: ValidationError) -> Iterator[str]:
    """The sentences inside a ValidationError, however deep Wagtail's blocks hide them."""
    inner = [
        *getattr(error, "non_block_errors", []),
        *(part for part in getattr(error, "block_errors", {}).values() if part),
    ]
    if not inner:
        yield from error.messages
    for part in inner:
        yield from messages_of(part) if isinstance(part, ValidationError) else [str(part)]
