"""A machine that cannot run the site is told so in a sentence, before anything is made."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repository.tracked import PROJECT_DIR


@pytest.fixture
def install(tmp_path: Path) -> Path:
    """The script that makes .venv, in an empty project."""
    (tmp_path / ".ci").mkdir()
    return Path(shutil.copy(PROJECT_DIR / ".ci" / "install", tmp_path / ".ci"))


def run_with_python(script: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run it on a machine whose Python is this shell script."""
    stand_in = script.parent / "python"
    stand_in.write_text(f"#!/bin/sh\n{python}\n")
    stand_in.chmod(0o755)
    return subprocess.run([script, "requirements.txt"], env={"PYTHON": str(stand_in)}, capture_output=True, text=True)


def test_a_python_that_is_too_old_is_named(install: Path) -> None:
    done = run_with_python(install, 'test "$1" = --version && echo Python 3.9.2')

    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and this machine has Python 3.9.2." in done.stderr
    assert not (install.parents[1] / ".venv").exists()


def test_a_python_without_venv_is_told_what_to_install(install: Path) -> None:
    done = run_with_python(
        install, 'case "$*" in --version) echo Python 3.11.2;; *ensurepip*) exit 1;; *) exit 0;; esac'
    )

    assert done.returncode == 1
    assert "Python 3.11.2 is here, but not its module venv" in done.stderr
    assert "apt-get install python3-venv" in done.stderr
