"""The Nu HTML checker: where it is, and what it says of pages."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

# Where `npm ci` puts it, called by .ci/install_html_checker.
JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HOW_TO_GET_IT = (
    "There is no {missing} on this machine. Install Java and npm (Debian: apt-get install default-jre-headless npm), "
    "then type the same command again."
)


@cache
def what_is_missing() -> str:
    """A sentence that says what the checker lacks on this machine; empty where it can run."""
    if not JAR.exists():
        return HOW_TO_GET_IT.format(missing="Nu HTML checker")
    return "" if shutil.which("java") else HOW_TO_GET_IT.format(missing="Java")


def complaints(folder: Path, pages: dict[str, bytes]) -> list[str]:
    """Errors and warnings, each with a page that has it; the checker reads all pages in one go."""
    names = {}
    for number, (address, content) in enumerate(pages.items()):
        page = folder / f"{number}.html"
        page.write_bytes(content)
        names[page.name] = address
    command = [
        "java",
        "-Xss4m",
        "-jar",
        JAR,
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        *folder.glob("*.html"),
    ]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, dict[str, str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue  # it only says where the first of two things stands
        what = f"{message.get('subType', message['type'])}: {message['message']}"
        piece = " ".join(message.get("extract", "").split())
        found.setdefault(what, {})[names[message["url"].rpartition("/")[2]]] = piece
    return [in_words(what, where) for what, where in found.items()]


def in_words(what: str, where: dict[str, str]) -> str:
    """What the checker says, of how many pages, and an example."""
    address, piece = next(iter(where.items()))
    return f"{what} On {len(where)} pages, as {address}: {piece}"
