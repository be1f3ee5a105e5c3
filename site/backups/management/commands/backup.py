"""Write database and files into one archive."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from backups.actions import make_backup
from backups.refusals import Refused


class Command(BaseCommand):
    """Make a backup and say what is in it; the site may stay open meanwhile."""

    help = "Write the database and all files into one archive, and read it back to see that it is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and what is allowed."""
        parser.add_argument("file", type=Path, help="the archive to write")
        parser.add_argument("--force", action="store_true", help="write over a file of that name")
        parser.add_argument(
            "--allow-missing", action="store_true", help="make a backup although files are missing that rows name"
        )

    def handle(self, *, file: Path, force: bool, allow_missing: bool, **options: Any) -> None:
        """Make it, and count."""
        try:
            made = make_backup(path=file, overwrite=force, allow_missing=allow_missing)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        rows = sum(table.rows for table in made.manifest.tables)
        self.stdout.write(
            f"{file} holds {rows} rows of {len(made.manifest.tables)} tables and {len(made.manifest.files)} files "
            f"({filesizeformat(made.size).replace(chr(160), ' ')}). It was read back and is whole."
        )
        for missing in made.manifest.missing:
            self.stderr.write(f"Missing, and not in the backup: {missing.name} ({missing.column})")
        self.stdout.write("It holds everything that is private on this site, and is not encrypted: see docs/backups.md")
