"""The webhooks and the messages that went to them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from webhooks.models import Delivery, Listener


def secret_shown_once(request: HttpRequest, listener: Listener, secret: str) -> HttpResponse:
    """The one page that shows a secret; no browser keeps a copy of it."""
    response = render(request, "webhooks/secret.html", {"listener": listener, "secret": secret})
    response["Cache-Control"] = "no-store"
    return response


class CreateListener(generic.CreateView):
    """A new webhook; what follows is its secret."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save it, and show the secret instead of a list."""
        super().form_valid(form)
        return secret_shown_once(self.request, self.object, self.object.secret)


class EditListener(generic.EditView):
    """A webhook, with a way to a new secret."""

    template_name = "webhooks/edit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the address that makes a new secret."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "new_secret_url": reverse("webhook_new_secret", args=[self.object.pk])}


class ListenerList(ModelViewSet):
    """Webhooks."""

    model = Listener
    icon = "link-external"
    menu_label = "Webhooks"
    name = "webhooks"
    url_prefix = "webhooks"
    copy_view_enabled = False
    add_to_reference_index = False
    add_view_class = CreateListener
    edit_view_class = EditListener
    edit_template_name = "webhooks/edit.html"
    list_display = [
        "name",
        "url",
        BooleanColumn("is_on", label="Is told"),
        Column("why_off", label="Why it was switched off"),
    ]
    form_fields = ["name", "url", "is_on"]


class DeliveryPolicy(ModelPermissionPolicy):
    """Messages are read; nobody writes, changes or deletes one, superusers included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """What Wagtail's own views ask."""
        return action == "view" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """The same of several."""
        return any(self.user_has_permission(user, action) for action in actions)


class DeliveryIndex(generic.IndexView):
    """The list."""

    any_permission_required = ["view"]


class DeliveryView(generic.InspectView):
    """One message, with what came of it."""

    any_permission_required = ["view"]
    page_title = "Message"
    template_name = "webhooks/message.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to send it again, for those who look after webhooks."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user: Any = self.request.user
        return {**context, "message": self.object, "may_send_again": user.has_perm("webhooks.change_listener")}


class DeliveryList(ModelViewSet):
    """Messages to webhooks."""

    model = Delivery
    icon = "mail"
    menu_label = "Messages to webhooks"
    name = "webhook_messages"
    url_prefix = "messages-to-webhooks"
    form_fields: list[str] = []
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = None
    index_view_class = DeliveryIndex
    inspect_view_class = DeliveryView
    list_filter = ["status", "listener"]
    list_display = [
        "__str__",
        Column("get_status_display", label="Status", sort_key="status"),
        Column("reason", label="What they answered"),
        Column("attempts", label="Attempts"),
        DateColumn("created_at", label="Written", sort_key="created_at"),
    ]

    @property
    def permission_policy(self) -> DeliveryPolicy:
        """Who may do what."""
        return DeliveryPolicy(self.model)


class Webhooks(ViewSetGroup):
    """Both, under one word of the menu."""

    menu_label = "Webhooks"
    menu_icon = "link-external"
    menu_order = 700
    items = (ListenerList, DeliveryList)
