"""What is installed is exactly what was meant."""

import re
import tomllib

import pytest

from tests.repository.tracked import PROJECT_DIR, places_with

PYPROJECT = (PROJECT_DIR / "pyproject.toml").read_text()
COMPILED = ["requirements.txt", "requirements-dev.txt"]


def direct_dependencies() -> list[str]:
    """Those that pyproject.toml names, for the site and for its tests."""
    parsed = tomllib.loads(PYPROJECT)
    return parsed["project"]["dependencies"] + parsed["dependency-groups"]["dev"]


def compiled(file: str) -> dict[str, str]:
    """Each requirement of a compiled file, by name, with its version and hashes."""
    requirements = re.split(r"\n(?=[a-z])", (PROJECT_DIR / file).read_text())
    return {re.split(r"[=@ \[]", requirement)[0]: requirement for requirement in requirements if requirement[0] != "#"}


def test_every_direct_dependency_says_what_it_does_here() -> None:
    lines = re.findall(r'^  "[a-z][\w\[\]-]*[~>=].*$', PYPROJECT, flags=re.MULTILINE)

    assert len(lines) == len(direct_dependencies())
    assert [line for line in lines if not re.search(r'",\s+# \w+', line)] == []


def test_every_direct_dependency_has_a_ceiling() -> None:
    # Time zones have none: their newest release is the true one.
    assert [name for name in direct_dependencies() if "~=" not in name and "<" not in name] == ["tzdata>=2026.1"]


@pytest.mark.parametrize("file", COMPILED)
def test_every_requirement_has_one_version_and_its_hashes(file: str) -> None:
    loose = [name for name, text in compiled(file).items() if "==" not in text or "--hash=sha256:" not in text]

    assert loose == []


def test_the_compiled_requirements_hold_every_direct_dependency() -> None:
    names = {re.split(r"[~>=\[]", dependency)[0] for dependency in direct_dependencies()}

    assert names - compiled("requirements-dev.txt").keys() == set()


def test_the_tests_run_with_the_versions_that_the_site_runs_with() -> None:
    site, tests = map(compiled, COMPILED)
    versions = r"^\S+==\S+"

    assert {name: re.findall(versions, text) for name, text in site.items()} == {
        name: re.findall(versions, tests[name]) for name in site
    }


@pytest.mark.parametrize("file", COMPILED)
def test_no_requirement_says_where_to_get_it(file: str) -> None:
    assert places_with(r"://|^-|^\s+#.*/", [PROJECT_DIR / file]) == []
