"""Files of the starter content that cannot be read are reported by file and line, with what was expected."""

from pathlib import Path

import pytest

from home.starter.problems import Problems
from home.starter.reading import read_folder

IDEA = b"ideas:\n  - id: one\n    name: One\n"


def mistakes_in(folder: Path, file: str, content: bytes) -> str:
    """What is said of a folder with this file beside a good one."""
    (folder / "a-good-one.yaml").write_bytes(IDEA)
    (folder / file).write_bytes(content)
    problems = Problems()
    read_folder(folder, problems)
    return str(problems)


@pytest.mark.parametrize(
    ("file", "content", "where", "expected"),
    [
        ("f.yaml", b"ideas:\n  - id: two\n   name: x\n", "f.yaml, line 3", "This is not YAML"),
        ("f.yaml", b"ideas:\n  - id: 'two\n", "f.yaml, line 3", "This is not YAML"),
        (
            "f.yaml",
            b"ideas:\n  - id: two\n    name: caf\xe9\n",
            "f.yaml, line 3",
            "Expected a file that is saved as UTF-8",
        ),
        (
            "f.yaml",
            b"ideas:\n  - id: two\n    name: a\x07b\n",
            "f.yaml, line 3",
            "a character here that YAML does not allow",
        ),
        (
            "f.yaml",
            b"ideas:\n  - id: two\n    id: three\n",
            "f.yaml, line 3",
            "“id” stands here twice. Expected it once",
        ),
        ("f.yaml", b"# words\n\nidears:\n  - id: two\n", "f.yaml, line 3", "Expected one of: identity, urgent_help"),
        ("f.yaml", b"just words\n", "f.yaml, line 1", "Expected a kind of record and a list under it"),
        ("f.yaml", b"ideas: two\n", "f.yaml, line 1", "Expected a list under “ideas”"),
        ("f.yaml", b"ideas:\n  - two\n", "f.yaml, line 2", "Expected a record with keys, such as: id, name"),
        ("f.yaml", b"ideas:\n  - name: Two\n", "f.yaml, line 2", "“id” is missing. Every idea needs one"),
        ("f.yaml", b"ideas:\n  - &x\n    id: two\n    name: *x\n", "f.yaml, line 2", "This record contains itself"),
        (
            "f.yaml",
            b"ideas:\n\n  - id: one\n",
            "f.yaml, line 3",
            "is taken: see a-good-one.yaml, line 2. Expected another",
        ),
        ("f.md", b"Words alone.\n", "f.md, line 1", "Expected the file to begin with what the page is"),
        ("f.md", b"---\ntype: home\n", "f.md, line 1", "Expected the file to begin with what the page is"),
        ("f.md", b"---\nid: two\ntype: front\n---\n", "f.md, line 3", "Expected one of: home, model, source of harm"),
        ("f.md", b"---\nid: two\ntype: idea\n---\n", "f.md, line 3", "“type” does not name a kind of page"),
        ("f.md", b"---\nid: two\n  type: home\n---\n", "f.md, line 3", "This is not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_is_reported(
    tmp_path: Path, file: str, content: bytes, where: str, expected: str
) -> None:
    said = mistakes_in(tmp_path, file, content)
    assert said.startswith(f"{where}: ")
    assert expected in said


def test_mistakes_of_all_files_are_reported_together(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("Words alone.\n")
    said = mistakes_in(tmp_path, "c.yaml", b"ideas: two\n")
    assert [line.partition(":")[0] for line in said.splitlines()] == ["b.md, line 1", "c.yaml, line 1"]


def test_an_empty_folder_is_reported(tmp_path: Path) -> None:
    problems = Problems()
    read_folder(tmp_path, problems)
    assert "There is nothing to load." in str(problems)


def test_a_value_keeps_its_words(tmp_path: Path) -> None:
    """YAML would make a date, a truth and a number of these; only the field that they fill may."""
    (tmp_path / "f.yaml").write_text("ideas:\n  - id: one\n    name: no\n    description: 0300\n")
    (entry,) = read_folder(tmp_path, Problems())
    assert (entry.fields["name"].text, entry.fields["description"].text) == ("no", "0300")
