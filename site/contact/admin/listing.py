"""The list of messages, one message, and the question before it is deleted."""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from contact import actions
from contact.models import Message, Status
from contact.querysets import MessageQuerySet

DUE_SOON = "due"


class MessagePolicy(ModelPermissionPolicy):
    """Messages are read and deleted here; nobody writes or rewrites one, superusers included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """What Wagtail's own views ask; the buttons beside a message ask for the right to change it themselves."""
        return action in {"view", "delete"} and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """The same of several."""
        return any(self.user_has_permission(user, action) for action in actions)


class MessageFilters(WagtailFilterSet):
    """What somebody wants to see."""

    show = django_filters.ChoiceFilter(
        label="Show",
        choices=[*Status.choices, (DUE_SOON, "Due to be deleted within a week")],
        method="choose",
        empty_label="All",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Message
        fields: list[str] = []

    def choose(self, queryset: MessageQuerySet, name: str, value: str) -> MessageQuerySet:
        """Those of one status, or those whose day is near."""
        return queryset.due_soon(at=timezone.now()) if value == DUE_SOON else queryset.filter(status=value)


class MessageIndex(generic.IndexView):
    """The list."""

    any_permission_required = ["view"]


class MessageView(generic.InspectView):
    """One message. What is safe to do stands above its words."""

    any_permission_required = ["view"]
    page_title = "Read"
    template_name = "contact/admin/message.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The message, and what this person may do with it."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user: Any = self.request.user
        may_change = user.has_perm("contact.change_message")
        return {
            **context,
            "message": self.object,
            "can_be_answered": may_change and self.object.status != Status.ANSWERED,
            "can_be_released": may_change and self.object.status == Status.HELD,
            "delete_url": self.get_delete_url(),
        }


class DeleteMessage(generic.DeleteView):
    """The question before a message is deleted."""

    page_title = "Delete now"
    confirmation_message = "Delete this message now? It cannot be brought back."

    def get_usage_url(self) -> None:
        """Nothing uses a message."""

    @transaction.atomic
    def delete_action(self) -> None:
        """Delete it, and say in the history that somebody did."""
        actions.delete_now(message=self.object, by=self.request.user)


def day(moment: str) -> Callable[[Message], str]:
    """The day of a moment of a message; Wagtail's own column says “just now” of every day that is still to come."""
    return lambda message: date_format(timezone.localtime(getattr(message, moment)), "j F Y")


class MessageList(ModelViewSet):
    """Messages from visitors: neither searched nor exported, so that their words stand in no address and no file."""

    model = Message
    name = "visitor_messages"
    url_prefix = "messages-from-visitors"
    icon = "mail"
    menu_label = "Messages"
    menu_order = 160
    add_to_admin_menu = True
    form_fields: list[str] = []
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = None
    filterset_class = MessageFilters
    index_view_class = MessageIndex
    inspect_view_class = MessageView
    delete_view_class = DeleteMessage
    list_display = [
        "__str__",
        Column("get_status_display", label="Status", sort_key="status"),
        Column("said_of_replying", label="Safe to reply?", sort_key="safe_to_reply"),
        # On a narrow screen there is no room for both days, and the message itself says when it came.
        Column(
            "received_at",
            label="Received",
            classname="only-where-there-is-room",
            accessor=day("received_at"),
            sort_key="received_at",
        ),
        Column("due_at", label="Will be deleted", accessor=day("due_at"), sort_key="due_at"),
    ]

    @property
    def permission_policy(self) -> MessagePolicy:
        """Who may do what."""
        return MessagePolicy(self.model)
