"""What looking after accounts adds to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter

from users import views
from users.models import User
from users.second_factor import has_second_factor

KINDS = {"totp": "an app", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


@hooks.register("register_admin_urls")
def reset_address() -> list[URLPattern]:
    """Where an administrator resets a second factor."""
    return [path("second-factor/<int:pk>/reset/", views.reset_view, name="reset_second_factor")]


@hooks.register("register_user_listing_buttons")
def reset_button(user: User, request_user: User) -> Iterator[Button]:
    """A way to help somebody who lost their phone, where there is something to take away."""
    if views.may_reset(request_user, user) and has_second_factor(user):
        yield Button(
            "Reset second factor", url=reverse("reset_second_factor", args=[user.pk]), icon_name="key", priority=40
        )


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, str]:
    """The way from somebody's own account to their second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": "Second factor",
        "help_text": "The app, passkeys and recovery codes that you sign in with.",
    }


@hooks.register("register_log_actions")
def describe_what_we_log(registry: LogActionRegistry) -> None:
    """Sentences for the history of an account."""

    @registry.register_action("users.second_factor_reset")
    class Reset(LogFormatter):
        label = "Second factor reset"
        message = "Second factor taken away, so that a new one is set up"

    @registry.register_action("users.second_factor_added")
    class Added(LogFormatter):
        label = "Second factor added"

        def format_message(self, log_entry: Any) -> str:
            return f"Added {KINDS[log_entry.data['kind']]} to sign in with"

    @registry.register_action("users.second_factor_removed")
    class Removed(LogFormatter):
        label = "Second factor removed"

        def format_message(self, log_entry: Any) -> str:
            return f"Removed {KINDS[log_entry.data['kind']]} to sign in with"
