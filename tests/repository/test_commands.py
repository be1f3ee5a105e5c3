"""Every command that is written down for people can be given."""

import re

from django.core.management import get_commands

from tests.repository.tracked import PROJECT_DIR, make_targets, tracked_files

MAKEFILE = (PROJECT_DIR / "Makefile").read_text()
# A block of code between fences, or a word of it between marks.
CODE = r"(?ms)^```\w*\n(.*?)^```|`([^`\n]+)`"


def commands_in_documents() -> str:
    """All code blocks and code words of the documents for people."""
    text = "\n".join(path.read_text() for path in tracked_files("README.md", "docs/*.md"))
    return "\n".join(block or word for block, word in re.findall(CODE, text))


def test_the_readme_names_both_commands() -> None:
    assert {"make run", "make test"} <= set(re.findall(r"make \w+", (PROJECT_DIR / "README.md").read_text()))


def test_every_make_command_in_the_documents_exists() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", commands_in_documents()))

    assert named - make_targets() == set()


def test_every_management_command_in_the_documents_exists() -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", commands_in_documents()))

    assert named - get_commands().keys() == set()


def test_every_make_command_is_listed_by_make_help() -> None:
    assert set(re.findall(r"^([a-z-]+):.*## \w", MAKEFILE, flags=re.MULTILINE)) == make_targets()


def test_every_make_command_runs_even_if_a_file_has_its_name() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)

    assert phony
    assert set(phony[1].split()) == make_targets()
