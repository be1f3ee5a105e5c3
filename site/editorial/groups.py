"""Groups made from the table of permissions, in a migration."""

from collections.abc import Iterable
from typing import Any

from editorial.permissions import Permissions


def make_groups(apps: Any, rows: Iterable[Permissions]) -> None:
    """A group for each row, with what the row says and nothing else."""
    for row in rows:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=row.group)
        group.permissions.set([permission(apps, model, action) for model, action in row.of_models()])
        give_pages(apps, group, row)
        give_files(apps, group, row)


def remove_groups(apps: Any, rows: Iterable[Permissions]) -> None:
    """Take the groups away; the people in them stay."""
    apps.get_model("auth", "Group").objects.filter(name__in=[row.group for row in rows]).delete()


def give_pages(apps: Any, group: Any, row: Permissions) -> None:
    """The permissions on every page, from the root down."""
    grants = apps.get_model("wagtailcore", "GroupPagePermission").objects
    grants.filter(group=group).delete()
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    for action in row.pages:
        grants.create(group=group, page=root, permission=permission(apps, "wagtailcore.page", action))


def give_files(apps: Any, group: Any, row: Permissions) -> None:
    """The permissions on the pictures and documents of every collection."""
    grants = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    grants.filter(group=group).delete()
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for model, action in row.of_files():
        grants.create(group=group, collection=root, permission=permission(apps, model, action))


def permission(apps: Any, model: str, action: str) -> Any:
    """The permission, made here when Django has not made it yet: it does so only after all migrations."""
    app_label, model_name = model.split(".")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model_name
    )
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{model_name}", defaults={"name": f"Can {action} {model_name}"}
    )
    return found
