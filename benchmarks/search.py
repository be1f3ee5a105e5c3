"""How long a search takes on a site of 5,000 pages, on SQLite or on the database that DATABASE_URL names.

It makes a test database, fills it with the starter content and with pages of words that say nothing, asks questions as the
tests do, prints the median server time of each, and throws everything away. README.md has the command.
"""

import io
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]
PAGES, VOCABULARY, WORDS_OF_A_PAGE = 5000, 20_000, 250
TIMES = 7
TARGET = 100  # milliseconds

QUESTIONS = [
    "samaritans",
    "care support service",
    "they don't believe me",
    "who can I ring at night",
    "my cpn keeps changing",
    "discrimnation by soical wrokers",
    "recomm",
    "beaurocracy and no one listens to what i say about my medication and my care plan",
    "qwxyz zzzzyq vvvvx wwwwk jjjjq xxxxz",
    "the",
]


def main() -> None:
    """Make the site, ask every question several times, and print the times."""
    sys.path[:0] = [str(PROJECT_DIR), str(PROJECT_DIR / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    with a_test_database():
        from django.db import connection

        milliseconds_for("warm")
        fill()
        say(f"{connection.vendor}: {how_much()}")
        for question in QUESTIONS:
            times = [milliseconds_for(question) for _ in range(TIMES)]
            clock, processor = (statistics.median(column) for column in zip(*times, strict=True))
            verdict = "" if clock <= TARGET else f"  more than {TARGET} ms"
            say(f"{clock:7.1f} ms, of which {processor:6.1f} ms of work in this process: {question}{verdict}")


def say(line: str) -> None:
    """One line for whoever started it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def a_test_database() -> Iterator[None]:
    """A database of its own, thrown away afterwards."""
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)


def fill() -> None:
    """The starter content, and pages whose words are as rare and as common as those of a language are."""
    from django.core.management import call_command

    from search.actions import look_again_at_everything

    chance = random.Random(1)  # noqa: S311 - nothing secret: the same pages every time
    words = [made_up(chance) for _ in range(VOCABULARY)] + [
        "care",
        "support",
        "service",
        "staff",
        "harm",
        "people",
    ] * 40
    commonness = [1 / (1 + place % VOCABULARY) for place in range(len(words))]
    call_command("load_starter", stdout=io.StringIO())
    make_pages(lambda how_many: " ".join(chance.choices(words, commonness, k=how_many)))
    start = time.perf_counter()
    look_again_at_everything()
    say(f"update_search took {time.perf_counter() - start:.0f} s")


def make_pages(some: Callable[[int], str]) -> None:
    """Live pages, written straight to their two tables: publishing each one would take many minutes."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    from home.models import InfoPage, SectionPage

    section = SectionPage.objects.earliest("pk")
    above = {"depth": section.depth + 1, "locale_id": section.locale_id, "live": True}
    of_type = {"content_type": ContentType.objects.get_for_model(InfoPage)}
    Page.objects.bulk_create(
        Page(
            title=some(6),
            slug=f"page-{number}",
            url_path=f"{section.url_path}page-{number}/",
            path=Page._get_path(section.path, section.depth + 1, 1000 + number),
            **above,
            **of_type,
        )
        for number in range(PAGES)
    )
    for page in Page.objects.filter(slug__startswith="page-", depth=above["depth"]):
        body = [{"type": "paragraph", "value": f"<p>{some(WORDS_OF_A_PAGE)}</p>"}]
        information = InfoPage(page_ptr=page, summary=some(15), body=body)
        information.__dict__.update({name: value for name, value in page.__dict__.items() if name != "_state"})
        information.save_base(raw=True)


def made_up(chance: random.Random) -> str:
    """A word that can be pronounced and means nothing."""
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 5)))


def how_much() -> str:
    """How large the index is."""
    from search.models import Passage, Word, WordInPassage

    return f"{Passage.objects.count()} passages, {Word.objects.count()} words, {WordInPassage.objects.count()} places"


def milliseconds_for(question: str) -> tuple[float, float]:
    """From a request to its answer in this process: the time by the clock, and by its processor alone.

    On a busy machine the first holds much waiting; the second leaves out the work of another process, as PostgreSQL's.
    """
    from django.test import Client

    client = Client()
    start, worked = time.perf_counter(), time.process_time()
    answer = client.get("/search/", {"query": question})
    times = (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{question!r} was answered with {answer.status_code}")
    return times


if __name__ == "__main__":
    main()
