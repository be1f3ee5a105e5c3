"""What documents for developers say of the project is so."""

import re
from pathlib import Path

from tests.repository.tracked import PROJECT_DIR, tracked_files

README = (PROJECT_DIR / "README.md").read_text()
DECISIONS = PROJECT_DIR / "docs/decisions"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def test_the_readme_counts_the_scripts_of_visitors_and_of_the_admin() -> None:
    templates = "".join(path.read_text() for path in tracked_files("*.html"))
    scripts = {path.name for path in tracked_files("static/js/*.js")}
    of_visitors = scripts & set(re.findall(r"static 'js/([\w-]+\.js)'", templates))

    said = f"{NUMBERS[len(of_visitors)]} scripts for visitors and {NUMBERS[len(scripts - of_visitors)]} for the admin"
    assert said in README


def test_the_readme_leads_to_every_document_for_developers_and_to_the_gallery() -> None:
    documents = {
        str(path.relative_to(PROJECT_DIR)) for path in tracked_files("docs/*.md") if path.parent.name == "docs"
    }

    assert documents - set(re.findall(r"\]\(([^)]+)\)", README)) == set()
    assert "/gallery/" in README


def test_every_address_in_the_readme_leads_to_a_file() -> None:
    named = [PROJECT_DIR / address for address in re.findall(r"\]\(([\w./-]+)\)", README)]

    assert [path for path in named if not path.exists()] == []


def test_every_folder_that_the_readme_names_is_there_and_none_is_forgotten() -> None:
    block = README.partition("## Where things are")[2].split("```")[1]
    named = set(re.findall(r"^(\w+)/ ", block, re.MULTILINE))
    folders = {path.relative_to(PROJECT_DIR).parts[0] for path in tracked_files("*/*")}

    assert named == {name for name in folders if not name.startswith(".")}


def test_every_decision_is_listed_under_its_own_title_and_number() -> None:
    listed = re.findall(r"^\d+\. \[.*\]\(.*\)$", (DECISIONS / "README.md").read_text(), re.MULTILINE)

    assert listed == [line_of(path) for path in sorted(DECISIONS.glob("0*.md"))]


def line_of(decision: Path) -> str:
    """How a decision is listed: its number, its title, its file."""
    number, title = decision.read_text().splitlines()[0].removeprefix("# ").split(". ", 1)
    return f"{number}. [{title}]({decision.name})"
