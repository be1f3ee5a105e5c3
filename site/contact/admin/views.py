"""The two buttons beside a message."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from contact import actions
from contact.models import Message


@require_POST
def mark_answered(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a message as answered."""
    return _do(actions.mark_answered, request, pk, "The message is marked as answered.")


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a message that was held among the new ones."""
    return _do(actions.release, request, pk, "The message is no spam. It is among the new ones now.")


def _do(action: Callable[..., None], request: HttpRequest, pk: int, done: str) -> HttpResponse:
    user: Any = request.user
    if not user.has_perm("contact.change_message"):
        raise PermissionDenied
    action(message=get_object_or_404(Message, pk=pk), by=user)
    messages.success(request, done)
    return redirect("visitor_messages:inspect", pk)
