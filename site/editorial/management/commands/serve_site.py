"""Open the site on one's own machine, making what is missing first."""

import socket
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import get_internal_wsgi_application, run
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from editorial.chores import do_what_is_due
from home.models import HomePage

HOST = "127.0.0.1"
A_MINUTE = 60


class Command(BaseCommand):
    """Serve the site; the first time also make its tables, load the starter content and create the accounts.

    A second time it finds nothing to make, and changes nothing.
    """

    help = "Open the site on this machine. The first time, make its tables, its content and its accounts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The port, as written after PORT=."""
        parser.add_argument("--port", default="8000", help="the port to listen on (8000)")

    def handle(self, *, port: str, **options: Any) -> None:
        """Ask for the port first, so that nobody waits for the rest in vain."""
        number = free_port(port)
        if migrations_are_pending():
            self.stdout.write("Making the tables of the database.")
            call_command("migrate", interactive=False)
        if not HomePage.objects.exists():
            self.stdout.write("Loading the starter content.")
            call_command("load_starter")
        if not get_user_model().objects.exists():
            call_command("create_accounts")
        self.serve(number)

    def serve(self, port: int) -> None:
        """Answer until somebody presses Ctrl-C."""
        address = f"http://{HOST}:{port}"
        # Links in mails lead to the port that was asked for.
        settings.WAGTAILADMIN_BASE_URL = address
        # It ends with the server, whatever it is doing.
        threading.Thread(target=watch_the_clock, name="clock", daemon=True).start()
        self.stdout.write(f"The site is open at {address}/ and its admin at {address}/admin/. Ctrl-C closes it.")
        self.stdout.flush()
        try:
            run(HOST, port, get_internal_wsgi_application(), threading=True)
        except KeyboardInterrupt:
            self.stdout.write("\nThe site is closed.")


def watch_the_clock() -> None:
    """The clock of one's own machine: what is due is done while the site is open."""
    while True:
        do_what_is_due()
        time.sleep(A_MINUTE)


def free_port(port: str) -> int:
    """The number of a port that nobody uses, or a CommandError that says what to do."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is {port!r}. It is a number from 1 to 65535, as in: make run PORT=8080")
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, int(port)))
        except PermissionError as error:
            raise CommandError(f"You may not use port {port}. Choose one above 1023: make run PORT=8080") from error
        except OSError as error:
            another = int(port) + 1 if int(port) < 65535 else 8000
            raise CommandError(
                f"Another program uses port {port} already, perhaps this site in another window. "
                f"Close it, or choose another port: make run PORT={another}"
            ) from error
    return int(port)


def migrations_are_pending() -> bool:
    """Whether the database lacks a change that the code expects."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
