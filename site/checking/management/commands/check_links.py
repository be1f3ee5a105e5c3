"""Look at the links that lead away from the site."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from checking.links.actions import MOST_A_DAY, check_links
from checking.links.problems import what_is_broken


class Command(BaseCommand):
    """The clock runs this once a day: each link has its turn once a week, one request at a time."""

    help = "Look politely at the links that lead away from what is public, those whose turn it is or all."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many."""
        parser.add_argument("--all", action="store_true", help="Look at every link, whenever it was looked at last.")
        parser.add_argument("--limit", type=int, help=f"Look at no more than so many. Without --all: {MOST_A_DAY}.")

    def handle(self, **options: Any) -> None:
        """Look, and say what was found."""
        most = 1_000_000 if options["all"] else MOST_A_DAY
        limit = most if options["limit"] is None else max(options["limit"], 0)
        this = check_links(all_of_them=options["all"], limit=limit)
        self.stdout.write(f"Links looked at: {this.looked_at}.")
        if this.is_offline:
            self.stdout.write(
                "Nobody answered, so nothing was written down: this machine may not be connected to the internet."
            )
            return
        for problem in what_is_broken():
            self.stdout.write(f"{problem.what}: {problem.words} ({', '.join(place.name for place in problem.places)})")
