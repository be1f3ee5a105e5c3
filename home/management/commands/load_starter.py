"""Load the content that a new site begins with."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.starter.loading import load
from home.starter.problems import ContentRefused
from home.starter.run import Report

CONTENT = Path(__file__).resolve().parents[2] / "starter" / "content"


class Command(BaseCommand):
    """Load what was never loaded before, all of it or, where a file has a mistake, none of it.

    What editors changed or deleted since stays as they left it.
    """

    help = (
        "Load the starter content. What was loaded once is never loaded again, also if it was changed or deleted since."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Another folder, for groups with a model of their own."""
        parser.add_argument("--from", dest="folder", type=Path, default=CONTENT, help="the folder with the files")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Load, and say what was done."""
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}. Give one that holds .yaml and .md files.")
        try:
            report = load(folder)
        except ContentRefused as refused:
            found = len(refused.problems.found)
            mistakes = "There is one mistake" if found == 1 else f"There are {found} mistakes"
            raise CommandError(f"{mistakes} in the files. Nothing was loaded.\n\n{refused}") from refused
        self.stdout.write(summary_of(report))
        for sentence in report.skipped:
            self.stdout.write(sentence)


def summary_of(report: Report) -> str:
    """What was loaded, in a sentence or two."""
    if not report.loaded:
        return "Nothing to load: all of it was loaded before, and what editors did with it since stays as it is."
    counts = [f"{number} {name}{'' if number == 1 else 's'}" for name, number in report.loaded.most_common()]
    listed = ", ".join(counts[:-1]) + " and " + counts[-1] if counts[1:] else counts[0]
    sentences = [f"Loaded {listed}."]
    if report.drafts:
        sentences.append(f"{report.drafts} of these are drafts that wait for the research team.")
    if report.known:
        sentences.append(f"{report.known} records were loaded before and were left as they are.")
    return " ".join(sentences)
