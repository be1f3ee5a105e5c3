"""What has to hold before anybody signs in from the internet."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

MIDDLEWARE = "users.middleware.second_factor"


@register(Tags.security, deploy=True)
def second_factor_is_required(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The second factor is on, and asked for by the middleware that everything relies on."""
    if settings.REQUIRE_SECOND_FACTOR is True and MIDDLEWARE in settings.MIDDLEWARE:
        return []
    return [
        Error(
            "People could sign in to the admin with a password alone.",
            hint=f"Set REQUIRE_SECOND_FACTOR to True and keep {MIDDLEWARE} in MIDDLEWARE. "
            "Only settings for one's own machine leave it out.",
            id="users.E001",
        )
    ]
