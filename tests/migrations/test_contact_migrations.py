"""The record of settings and the right to read messages come and go with their migrations."""

from typing import Any

import pytest

from tests.migrations.test_editorial_migrations import migrate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WITH, WITHOUT = ("editorial", "0004_messages_from_visitors"), ("editorial", "0003_workflow")


def readers(apps: Any) -> list[str]:
    """The groups that may do something with messages."""
    groups = apps.get_model("auth", "Group").objects.filter(permissions__content_type__app_label="contact")
    return list(groups.values_list("name", flat=True).distinct())


def test_the_right_to_read_messages_goes_and_comes_back() -> None:
    assert readers(migrate(WITH)) == ["Research leads"]
    assert readers(migrate(WITHOUT)) == []
    assert readers(migrate(WITH)) == ["Research leads"]


def test_there_is_one_record_of_settings_however_often_it_is_made() -> None:
    migrate(WITHOUT)
    settings = migrate(("contact", "0001_initial")).get_model("contact", "MessageSettings").objects
    settings.update(days_kept=30)

    again = migrate(("contact", "0002_settings")).get_model("contact", "MessageSettings").objects

    assert list(again.values_list("days_kept", flat=True)) == [30]
