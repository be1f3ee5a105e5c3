"""What was written of area and hours becomes boxes where the words say it exactly, in drafts too, and back."""

from typing import Any

import pytest

from helplines.models import HelplinePage
from tests.factories.pages import HelplinePageFactory
from tests.migrations.test_editorial_migrations import migrate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WORDS, BOXES = ("helplines", "0004_the_full_record"), ("helplines", "0005_boxes_for_words")
EVERY_DAY = "24 hours a day, every day of the year"


def a_helpline_of_before(area: str, hours: str) -> int:
    """A helpline and a draft of it, as they were written."""
    page = HelplinePageFactory(area=area, hours=hours)
    page.save_revision()
    return int(page.pk)


def told(apps: Any, pk: int) -> tuple[Any, ...]:
    """What the record says of area and hours."""
    page = apps.get_model("helplines", "HelplinePage").objects.get(pk=pk)
    return page.areas, page.area, page.opening_hours, page.hours


def told_in_the_draft(pk: int) -> tuple[Any, ...]:
    """What its draft says."""
    draft: Any = HelplinePage.objects.get(pk=pk).get_latest_revision_as_object()
    return draft.areas, draft.area, draft.opening_hours, draft.hours


@pytest.mark.parametrize(
    ("area", "hours", "boxes"),
    [
        ("UK", EVERY_DAY, (["england", "wales", "scotland", "northern-ireland"], "", "24/7", "")),
        ("England and Wales", "24 hours a day, every day", (["england", "wales"], "", "24/7", "")),
        ("Wales", "Most days", (["wales"], "", "", "Most days")),
        ("Leeds", "", ([], "Leeds", "", "")),
        ("England, mostly", "24 hours a day in winter", ([], "England, mostly", "", "24 hours a day in winter")),
        ("", "", ([], "", "", "")),
    ],
)
def test_words_become_boxes_and_words_again(area: str, hours: str, boxes: tuple[Any, ...]) -> None:
    migrate(WORDS)
    pk = a_helpline_of_before(area, hours)

    forward = migrate(BOXES)
    assert told(forward, pk) == boxes
    assert told_in_the_draft(pk) == boxes

    back = migrate(WORDS)
    assert told(back, pk)[1] == area
    assert bool(told(back, pk)[3]) is bool(hours)

    assert told(migrate(BOXES), pk) == boxes
