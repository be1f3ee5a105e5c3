"""The files of this project, as git knows them."""

import re
import subprocess
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[2]


def tracked_files(*patterns: str) -> list[Path]:
    """Every file that is committed or about to be, of those that match; none that git ignores."""
    # Git lists nothing of a folder that belongs to somebody else, unless it is told that this one is meant.
    git = ["git", "-c", f"safe.directory={PROJECT_DIR}", "ls-files", "-z"]
    listed = subprocess.run(
        [*git, "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=PROJECT_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := PROJECT_DIR / name).is_file()]


def places_with(pattern: str, files: list[Path]) -> list[str]:
    """Where the pattern occurs, as file:line: the line."""
    sought = re.compile(pattern)
    return [
        f"{path.relative_to(PROJECT_DIR)}:{number}: {line.strip()[:120]}"
        for path in files
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), start=1)
        if sought.search(line)
    ]


def make_targets() -> set[str]:
    """What can follow the word make."""
    return set(re.findall(r"^([a-z][a-z-]*):", (PROJECT_DIR / "Makefile").read_text(), flags=re.MULTILINE))
