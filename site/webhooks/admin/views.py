"""Two buttons: a new secret, and sending a message again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from webhooks import actions
from webhooks.admin.listing import secret_shown_once
from webhooks.models import Delivery, Listener


def only_who_looks_after_webhooks(request: HttpRequest) -> None:
    """Raise PermissionDenied for everybody else."""
    user: Any = request.user
    if not user.has_perm("webhooks.change_listener"):
        raise PermissionDenied


@require_POST
def new_secret(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new secret, and show it once."""
    only_who_looks_after_webhooks(request)
    listener = get_object_or_404(Listener, pk=pk)
    return secret_shown_once(request, listener, actions.change_secret(listener=listener, by=request.user))


@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a message among those that wait."""
    only_who_looks_after_webhooks(request)
    delivery = get_object_or_404(Delivery.objects.select_related("listener"), pk=pk)
    actions.send_again(delivery=delivery, by=request.user)
    messages.success(request, "The message waits again. It is sent within a minute or two.")
    return redirect("webhook_messages:inspect", pk)
