"""Bring a backup back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backups.actions import WhatThereWas, restore_backup
from backups.afterwards import follow_up
from backups.refusals import Refused


class Command(BaseCommand):
    """Put the rows and files of a backup into this database and its storage, all of them or, if anything is wrong, none."""

    help = "Check a backup from its first byte to its last, and bring it back whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, and what is allowed."""
        parser.add_argument("file", type=Path, help="the archive that was made with: manage.py backup")
        parser.add_argument("--replace", action="store_true", help="throw away what this database holds now")
        parser.add_argument("--dry-run", action="store_true", help="check the archive and change nothing")

    def handle(self, *, file: Path, replace: bool, dry_run: bool, **options: Any) -> None:
        """Check, bring back, and do what has to follow."""
        try:
            done = restore_backup(path=file, replace=replace, only_check=dry_run)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.say_what_is_in_it(done, "is whole" if dry_run else "is back")
        if dry_run:
            self.say_what_would_go(done)
        elif undone := list(follow_up()):
            raise CommandError("\n".join(["Everything was restored, but not all that has to follow.", *undone]))

    def say_what_is_in_it(self, done: WhatThereWas, how: str) -> None:
        """Counts, and what is missing."""
        manifest = done.manifest
        rows = sum(table.rows for table in manifest.tables)
        self.stdout.write(
            f"The backup of {manifest.made_at} ({manifest.database}) {how}: "
            f"{rows} rows of {len(manifest.tables)} tables and {len(manifest.files)} files."
        )
        for missing in manifest.missing:
            self.stderr.write(f"It never had this file, which was missing then: {missing.name} ({missing.column})")

    def say_what_would_go(self, done: WhatThereWas) -> None:
        """What a restore would throw away."""
        for name, count in done.lost.items():
            self.stdout.write(f"A restore would throw away {name}: {count}")
        self.stdout.write("Nothing was changed.")
