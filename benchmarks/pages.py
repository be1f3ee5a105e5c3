"""How long the server takes to make each page from scratch, how often it asks the database, and what packing the page costs.

It makes a test database on SQLite or on the database that DATABASE_URL names, loads the starter content, asks for every page as
a web server does, prints the medians, and throws everything away. With `--profile ADDRESS` it says where the time of one page goes.
docs/performance.md has the commands and the figures.
"""

import cProfile
import io
import logging
import os
import pstats
import statistics
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

PROJECT_DIR = Path(__file__).resolve().parents[1]
TIMES = 15
TARGET = 12  # milliseconds
QUERIES = 12
MORE_ADDRESSES = ["/search/?query=complaint", "/api/", "/api/v1/model/", "/there-is-nothing-here/"]
HERE = "localhost"


def main(option: str = "", address: str = "") -> None:
    """Make the site, ask for every page several times, and print the medians, the slowest first."""
    sys.path[:0] = [str(PROJECT_DIR), str(PROJECT_DIR / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from tests.public_addresses import addresses_from_home

    with a_test_database():
        call_command("load_starter", stdout=io.StringIO())
        if option == "--profile":
            profile(address)
            return
        addresses = [path for path in addresses_from_home(Client(SERVER_NAME=HERE)) if "idea=" not in path]
        say(
            f"{connection.vendor}. Milliseconds by the clock, of which work of this process, the shortest, and queries:"
        )
        measured = [(*milliseconds_for(path), queries_of(path), path) for path in [*addresses, *MORE_ADDRESSES]]
        for clock, work, shortest, queries, path in sorted(measured, reverse=True):
            verdict = "  too slow" * (clock > TARGET) + "  too many queries" * (queries > QUERIES)
            say(f"{clock:6.1f} {work:6.1f} {shortest:6.1f} {queries:3}  {path}{verdict}")
        packing("/model/")


@contextmanager
def a_test_database() -> Iterator[None]:
    """A database of its own, thrown away afterwards; nothing else is as in tests, where templates are slower."""
    from django.core.signals import request_started
    from django.db import close_old_connections
    from django.test.utils import setup_databases, teardown_databases

    # A server keeps its connections.
    request_started.disconnect(close_old_connections)
    logging.disable()
    warnings.simplefilter("ignore")
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)


def say(line: str) -> None:
    """One line for whoever started it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ask(path: str) -> bytes:
    """The answer, through all that a web server goes through."""
    from django.test import RequestFactory

    from config.front_door import as_the_site_reads

    path, _, query = path.partition("?")
    environ = RequestFactory()._base_environ(
        PATH_INFO=path, QUERY_STRING=query, HTTP_ACCEPT_ENCODING="br", SERVER_NAME=HERE
    )
    site = as_the_site_reads(site_of_this_process())
    return b"".join(site(environ, lambda status, headers: None))


@cache
def site_of_this_process() -> Any:
    """The site with its middleware, made once."""
    from django.core.handlers.wsgi import WSGIHandler

    return WSGIHandler()


def milliseconds_for(path: str) -> tuple[float, float, float]:
    """Medians of the time by the clock and by the processor, and the shortest; on a busy machine clocks tell of waiting."""
    times = []
    for _ in range(TIMES + 1):
        start, worked = time.perf_counter(), time.process_time()
        ask(path)
        times.append(((time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000))
    clock, work = zip(*times[1:], strict=True)
    return statistics.median(clock), statistics.median(work), min(clock)


def queries_of(path: str) -> int:
    """How often the database is asked for a page that others have opened before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        ask(path)
    return len(asked)


def packing(path: str) -> None:
    """What a page weighs and how long packing it takes, by quality."""
    import brotli

    content = brotli.decompress(ask(path))
    say(f"{path} is {len(content)} bytes long. Packed with Brotli:")
    for quality in (3, 4, 5, 6, 9, 11):
        start = time.process_time()
        packed = [brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality) for _ in range(TIMES)]
        taken = (time.process_time() - start) * 1000 / TIMES
        say(f"quality {quality:2}: {len(packed[0]):6} bytes in {taken:5.2f} ms")


def profile(path: str) -> None:
    """Where the time goes: functions by the time spent in them and in what they call."""
    ask(path)
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(TIMES):
        ask(path)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(70)


if __name__ == "__main__":
    main(*sys.argv[1:])
