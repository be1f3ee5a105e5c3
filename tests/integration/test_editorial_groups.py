"""The groups are what the table says, and docs/permissions.md says the same."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowContentType, WorkflowPage

from core.models import PublishedSnippet
from editorial import permissions
from editorial.permissions import TABLE, Permissions

DOCUMENT = Path(__file__).parents[2] / "docs" / "permissions.md"
COLUMNS = [field.name for field in fields(Permissions) if field.name not in {"group", "in_words"}]


def as_markdown() -> str:
    """The table as the document has to have it."""
    heading = ["", *(row.group for row in TABLE)]
    lines = ["| " + " | ".join(heading) + " |", "|" + " --- |" * len(heading)]
    for column in COLUMNS:
        cells = [", ".join(getattr(row, column)) or "—" for row in TABLE]
        lines.append("| " + " | ".join([column.replace("_", " "), *cells]) + " |")
    return "\n".join(lines)


def test_the_document_has_the_table() -> None:
    assert as_markdown() in DOCUMENT.read_text()


def test_the_document_describes_every_group_in_the_words_of_the_table() -> None:
    text = DOCUMENT.read_text()

    assert [row.group for row in TABLE if f"- **{row.group}**: {row.in_words}" not in text] == []


@pytest.mark.django_db
def test_the_groups_are_those_of_the_table_and_no_others() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {row.group for row in TABLE}


@pytest.mark.django_db
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.group)
def test_a_group_may_do_what_its_row_says_and_nothing_else(row: Permissions) -> None:
    group = Group.objects.get(name=row.group)

    assert pairs(group.permissions.all()) == set(row.of_models())
    assert pairs(grant.permission for grant in GroupPagePermission.objects.filter(group=group)) == {
        ("wagtailcore.page", action) for action in row.pages
    }
    assert pairs(grant.permission for grant in GroupCollectionPermission.objects.filter(group=group)) == set(
        row.of_files()
    )


def pairs(granted: Any) -> set[tuple[str, str]]:
    """Permissions as (model, action)."""
    return {
        (
            f"{permission.content_type.app_label}.{permission.content_type.model}",
            permission.codename.removesuffix(f"_{permission.content_type.model}"),
        )
        for permission in granted
    }


def test_only_the_emergency_group_publishes() -> None:
    publishes = [row.group for row in TABLE if "publish" in {*row.pages, *row.published_snippets}]

    assert publishes == [permissions.EMERGENCY_PUBLISHING]


@pytest.mark.django_db
def test_the_second_reader_stands_between_every_draft_and_the_public() -> None:
    workflow = Workflow.objects.active().get()

    assert workflow.name == "Second reader"
    assert WorkflowPage.objects.get().page.is_root()
    assigned = {
        assignment.content_type.model_class() for assignment in WorkflowContentType.objects.filter(workflow=workflow)
    }
    assert assigned == set(PublishedSnippet.__subclasses__())
