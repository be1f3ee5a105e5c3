"""From a folder of YAML and Markdown files to entries; the database is not asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from home.starter.kinds import BY_NAME, BY_PLURAL, Kind
from home.starter.located import Located, read_yaml
from home.starter.problems import Problems

FENCE = "---"
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Entry:
    """One record of the files, as somebody wrote it."""

    kind: Kind
    name: str
    located: Located

    @property
    def fields(self) -> dict[str, Located]:
        """What the record says."""
        return self.located.record

    @property
    def key(self) -> str:
        """How the site remembers that the record was loaded."""
        return f"{self.kind.space}:{self.name}"


def read_folder(folder: Path, problems: Problems) -> list[Entry]:
    """Every record of the folder, in order of file names; mistakes are noted in `problems`."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".yaml", ".md"})
    if not files:
        problems.add(str(folder), 1, "There is nothing to load. Expected a folder with files that end in .yaml or .md.")
    entries: dict[str, Entry] = {}
    for path in files:
        for entry in _read_file(path, path.relative_to(folder).as_posix(), problems):
            if first := entries.get(entry.key):
                where = f"{first.located.file}, line {first.located.line}"
                message = f"“{entry.name}” is taken: see {where}. Expected another name."
                problems.add(entry.located.file, entry.located.line, message)
            else:
                entries[entry.key] = entry
    return list(entries.values())


def _read_file(path: Path, file: str, problems: Problems) -> Iterator[Entry]:
    data = _read_bytes(path, file, problems)
    if data is None:
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(file, line, "These letters cannot be read. Expected a file that is saved as UTF-8.")
        return
    read = _read_markdown if path.suffix == ".md" else _read_records
    yield from read(text, file, problems)


def _read_bytes(path: Path, file: str, problems: Problems) -> bytes | None:
    """What a file holds; None, with a problem noted, for a folder, a device or more than anybody writes by hand."""
    if not path.is_file():
        problems.add(file, 1, "This is not a file. Expected a file of words, or a folder with another name.")
        return None
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        problems.add(file, 1, f"This file cannot be opened: {error.strerror}. Expected one that you may read.")
        return None
    if len(data) > MOST_BYTES:
        problems.add(file, 1, "This file is larger than 1 MB. Expected words; divide them among several files.")
        return None
    return data


def _read_records(text: str, file: str, problems: Problems) -> Iterator[Entry]:
    """A YAML file: kinds, and under each a list of records."""
    content = read_yaml(text, file=file, first_line=1, problems=problems)
    if content is None:
        return
    if not content.record:
        problems.add(file, content.line, f"Expected a kind of record and a list under it: {', '.join(BY_PLURAL)}.")
    for plural, listed in content.record.items():
        kind = BY_PLURAL.get(plural)
        if kind is None:
            problems.add(
                file, listed.line, f"“{plural}” is not a kind of record. Expected one of: {', '.join(BY_PLURAL)}."
            )
        elif kind.name == "identity":
            yield from _entry(kind, listed, problems)
        elif not isinstance(listed.value, list):
            problems.add(file, listed.line, f"Expected a list under “{plural}”: each record begins with a hyphen.")
        else:
            for record in listed.rows:
                yield from _entry(kind, record, problems)


def _read_markdown(text: str, file: str, problems: Problems) -> Iterator[Entry]:
    """A Markdown file: what the page is, between two lines of three hyphens, and then its words."""
    lines = text.splitlines()
    if FENCE not in lines[:1] or FENCE not in lines[1:]:
        problems.add(file, 1, "Expected the file to begin with what the page is, between two lines of three hyphens.")
        return
    end = lines.index(FENCE, 1)
    front = read_yaml("\n".join(lines[1:end]), file=file, first_line=2, problems=problems)
    if front is None:
        return
    record = dict(front.record)
    named = record.pop("type", Located("", file, 2))
    kind = BY_NAME.get(named.text)
    if kind is None or not kind.is_page:
        pages = ", ".join(kind.name for kind in BY_NAME.values() if kind.is_page)
        problems.add(file, named.line, f"“type” does not name a kind of page. Expected one of: {pages}.")
        return
    if body := "\n".join(lines[end + 1 :]).rstrip():
        record["body"] = Located(body, file, end + 2)
    yield from _entry(kind, Located(record, file, 2), problems)


def _entry(kind: Kind, located: Located, problems: Problems) -> Iterator[Entry]:
    if not located.record:
        problems.add(located.file, located.line, f"Expected a record with keys, such as: {', '.join(kind.keys[:4])}.")
        return
    name = located.record.get("from" if kind.name == "redirect" else "id")
    if name and name.text:
        yield Entry(kind, name.text, located)
    elif "id" in kind.required or "from" in kind.required:
        problems.add(located.file, located.line, f"“{kind.required[0]}” is missing. Every {kind.name} needs one.")
    else:
        yield Entry(kind, kind.name, located)
