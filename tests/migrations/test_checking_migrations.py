"""The right to deal with reports comes and goes with its migration."""

from typing import Any

import pytest

from tests.migrations.test_editorial_migrations import migrate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WITH, WITHOUT = ("editorial", "0008_reports_of_helplines"), ("editorial", "0007_lists_of_the_directory")


def who_deals_with_reports(apps: Any) -> set[str]:
    """The groups that may do something with reports."""
    groups = apps.get_model("auth", "Group").objects
    return set(groups.filter(permissions__codename="change_report").values_list("name", flat=True))


def test_the_right_to_deal_with_reports_goes_and_comes_back() -> None:
    assert who_deals_with_reports(migrate(WITH)) == {"Research editors", "Research leads"}
    assert who_deals_with_reports(migrate(WITHOUT)) == set()
    assert who_deals_with_reports(migrate(WITH)) == {"Research editors", "Research leads"}
