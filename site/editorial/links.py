"""Where in the admin a record is edited."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page


def edit_url(record: Any) -> str:
    """The address of a page's or snippet's editor."""
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:edit", args=[record.pk])
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[quote(record.pk)])


def admin_url(record: Any) -> str:
    """Where any record is looked after, or where the admin begins when it is gone."""
    found: str | None = AdminURLFinder().get_edit_url(record) if record.pk else None
    return found or reverse("wagtailadmin_home")


def preview_url(record: Any, task: Any) -> str:
    """Where a text that waits is shown as readers will see it."""
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:workflow_preview", args=[record.pk, task.pk])
    return reverse(record.snippet_viewset.get_url_name("workflow_preview"), args=[quote(record.pk), task.pk])
