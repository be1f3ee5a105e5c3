"""Whole addresses, as somebody on another host needs them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page


def detail_url(request: HttpRequest, kind: str, pk: int) -> str:
    """Where the API tells one page, picture or document."""
    return request.build_absolute_uri(reverse(f"wagtailapi:{kind}:detail", args=[pk]))


def html_url(request: HttpRequest, page: Page) -> str | None:
    """Where readers find a page; None where it stands below no site."""
    url = page.get_url(request)
    return request.build_absolute_uri(url) if url else None


def type_of(record: Any) -> str:
    """The name of a record's type, as Wagtail writes it: "home.InfoPage"."""
    model = record.specific_class if isinstance(record, Page) else type(record)
    return str(model._meta.label)
