"""What no file of this project may hold."""

import re

import pytest

from tests.repository.tracked import PROJECT_DIR, places_with, tracked_files

# Written so that they do not find themselves.
FORBIDDEN = {
    "a folder of somebody's machine": r"(?<![\w.~-])/(root|tmp|work|Users|home/\w+)/",
    "the address of a package registry": r"https?://\S*(py[p]i|python[h]osted|npm[j]s|crates\.i[o])",
    "an option that names a registry": r"^\s*--(extra-)?(index-url|find-links|trusted-host)",
    "work put off": r"\b(TOD[O]|FIXM[E]|XX[X])\b",
    "a conflict that was not resolved": r"^(<{7}|>{7}) ",
}


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_holds(pattern: str) -> None:
    assert places_with(pattern, tracked_files()) == []


def test_the_superseded_number_of_samaritans_is_written_only_where_it_is_refused() -> None:
    places = places_with(r"0?8457\W?90\W?90\W?90", tracked_files())

    assert [place for place in places if not re.search(r"^tests/|never|superseded", place, re.IGNORECASE)] == []


def test_the_folder_site_is_never_a_package() -> None:
    # Python's own module `site` is loaded first: a package of that name could never be imported.
    assert not (PROJECT_DIR / "site" / "__init__.py").exists()


def test_only_what_tools_look_for_stands_beside_the_apps() -> None:
    given = {"manage.py", "site", "home", "model_pages", "helplines", "search", "static", "tests", "requirements.txt"}
    allowed = given | {"benchmarks", "Procfile", "README.md", "docs", "Makefile", "pyproject.toml", "gunicorn.conf.py"}
    top_level = {path.relative_to(PROJECT_DIR).parts[0] for path in tracked_files()}

    assert {name for name in top_level - allowed if not name.startswith(".")} == {"requirements-dev.txt"}
