"""Which state of the tables a database is in: rows fit only into the tables that they came from."""

from collections import defaultdict

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from backups.manifest import Manifest
from backups.refusals import Refused
from backups.tables import Table


def migrations_applied() -> dict[str, list[str]]:
    """The migrations of each app that this release knows and this database has.

    Raises Refused when the database lacks some that the release expects.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refused("The tables of this database are not those of this release. Run this first: manage.py migrate")
    applied = defaultdict(list)
    for app, name in sorted(executor.loader.applied_migrations.keys() & executor.loader.graph.nodes.keys()):
        applied[app].append(name)
    return dict(applied)


def migrations_of(tables: list[Table]) -> dict[str, list[str]]:
    """The migrations that made these tables."""
    apps = {table.model._meta.app_label for table in tables}
    return {app: names for app, names in migrations_applied().items() if app in apps}


def refuse_other_tables(manifest: Manifest, tables: list[Table]) -> None:
    """Raise Refused, naming the difference, unless the archive came from tables like those of this database."""
    here, there = migrations_of(tables), manifest.migrations
    newer = names_in(there) - names_in(here)
    older = names_in(here) - names_in(there)
    if newer or older:
        raise Refused(
            "This backup was made by another release of the site. "
            + (f"It has the migration {min(newer)}, which this release does not know. " if newer else "")
            + (f"This release has the migration {min(older)}, which the backup does not know. " if older else "")
            + "Install the release that made the backup, restore with that, and then bring the site up to date."
        )
    if {table.label: table.columns for table in manifest.tables} != {table.label: table.columns for table in tables}:
        raise Refused("This backup does not have the tables of this release. Restore it with the release that made it.")


def names_in(migrations: dict[str, list[str]]) -> set[str]:
    """Each migration with its app, as in core.0001_initial."""
    return {f"{app}.{name}" for app, names in migrations.items() for name in names}
