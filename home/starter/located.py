"""YAML that remembers its lines. Every plain value stays a text; its kind is decided by the field it fills."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from home.starter.problems import Problems

# Names (&) that are used (*) inside each other multiply what a short file says.
MOST_VALUES = 50_000


class TooManyValues(Exception):
    """Raised when a text, with every name put in its place, says more than anybody writes by hand."""


@dataclass(frozen=True)
class Located:
    """A value with the file and the line it stands on."""

    value: "str | list[Located] | dict[str, Located]"
    file: str
    line: int

    @property
    def text(self) -> str:
        """The words; empty where the value is a list or a record."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def rows(self) -> "list[Located]":
        """The entries of a list; empty for anything else."""
        return self.value if isinstance(self.value, list) else []

    @property
    def record(self) -> "dict[str, Located]":
        """The keys of a record; empty for anything else."""
        return self.value if isinstance(self.value, dict) else {}


def read_yaml(text: str, *, file: str, first_line: int, problems: Problems) -> Located | None:
    """The content of a YAML text that begins on `first_line`; None, with a problem noted, where it cannot be read."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        return _Reader(file, first_line, problems).read(node) if node else None
    except RecursionError:
        problems.add(file, first_line, "Too many things stand inside each other here. Expected a few levels.")
    except TooManyValues:
        message = f"With every name (*) put in its place there are more than {MOST_VALUES:,} values. Expected fewer."
        problems.add(file, first_line, message)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        problems.add(
            file, line, f"This is not YAML: {error.problem or error.context}. Check the spaces and colons here."
        )
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        problems.add(file, line, "There is a character here that YAML does not allow. Type the line again.")
    return None


class _Reader:
    """Turns the nodes of one YAML text into located values."""

    def __init__(self, file: str, first_line: int, problems: Problems) -> None:
        self.file = file
        self.first_line = first_line
        self.problems = problems
        self.open_nodes: list[yaml.Node] = []
        self.values = 0

    def read(self, node: yaml.Node) -> Located:
        self.values += 1
        if self.values > MOST_VALUES:
            raise TooManyValues
        line = node.start_mark.line + self.first_line
        if node in self.open_nodes:
            self.problems.add(
                self.file, line, "This record contains itself. Expected a name (&) that is used (*) after it."
            )
            return Located("", self.file, line)
        self.open_nodes.append(node)
        value: str | list[Located] | dict[str, Located]
        if isinstance(node, yaml.MappingNode):
            value = dict(self.pairs(node))
        elif isinstance(node, yaml.SequenceNode):
            value = [self.read(child) for child in node.value]
        else:
            value = "" if node.tag == "tag:yaml.org,2002:null" else node.value
            # The words of a block text begin on the line after its sign.
            line += isinstance(node, yaml.ScalarNode) and node.style == "|"
        self.open_nodes.pop()
        return Located(value, self.file, line)

    def pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, Located]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + self.first_line
            if key in seen:
                self.problems.add(self.file, line, f"“{key}” stands here twice. Expected it once.")
            seen.add(key)
            value = self.read(value_node)
            # A text is reported where it stands, a list or a record (it may be used in several places) at its key.
            yield key, value if isinstance(value.value, str) else Located(value.value, self.file, line)
