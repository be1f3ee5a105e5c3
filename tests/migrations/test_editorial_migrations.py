"""The groups and the workflow come and go with their migrations."""

from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OURS = {"Research editors", "Research leads", "Advisory group", "Administrators", "Emergency publishing"}
WAGTAILS = {"Editors", "Moderators"}


def migrate(*targets: tuple[str, str]) -> Apps:
    """Go to these migrations, forward or back, and give the models of that time."""
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return MigrationExecutor(connection).loader.project_state(list(targets)).apps


def names_of_groups(apps: Apps) -> set[str]:
    return set(apps.get_model("auth", "Group").objects.values_list("name", flat=True))


def who_publishes(apps: Apps) -> set[str]:
    grants = apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(permission__codename="publish_page")
    return set(grants.values_list("group__name", flat=True))


def workflow_of_all_pages(apps: Apps) -> Any:
    return apps.get_model("wagtailcore", "WorkflowPage").objects.get(page__depth=1).workflow


def test_forward_back_and_forward_again() -> None:
    forward = migrate(("editorial", "0003_workflow"))
    assert names_of_groups(forward) == OURS
    assert who_publishes(forward) == {"Emergency publishing"}
    assert workflow_of_all_pages(forward).name == "Second reader"

    back = migrate(("editorial", "0001_second_reader"))
    assert names_of_groups(back) == WAGTAILS
    assert who_publishes(back) == {"Moderators"}
    assert workflow_of_all_pages(back).name == "Moderators approval"
    assert not back.get_model("wagtailcore", "Task").objects.filter(name="Second reader").exists()

    again = migrate(("editorial", "0003_workflow"))
    assert names_of_groups(again) == OURS
    assert who_publishes(again) == {"Emergency publishing"}
    assert workflow_of_all_pages(again).name == "Second reader"
    assert workflow_of_all_pages(again).workflow_tasks.count() == 1


def test_people_stay_when_their_group_goes() -> None:
    apps = migrate(("editorial", "0003_workflow"))
    user = apps.get_model("users", "User").objects.create(username="ada")
    user.groups.add(apps.get_model("auth", "Group").objects.get(name="Research editors"))

    back = migrate(("editorial", "0001_second_reader"))
    assert back.get_model("users", "User").objects.filter(username="ada").exists()

    migrate(("editorial", "0003_workflow"))
