"""Rules for settings and folders."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Error

# Apps of Wagtail that keep what visitors look for or type.
FORBIDDEN_APPS = frozenset({"wagtail.contrib.search_promotions", "wagtail.contrib.forms"})


def static_files_are_collected_elsewhere() -> Iterator[CheckMessage]:
    """Collecting static files must never overwrite their sources."""
    if Path(settings.STATIC_ROOT) in [Path(folder) for folder in settings.STATICFILES_DIRS]:
        yield Error("STATIC_ROOT is a folder of sources.", hint="Give it a folder of its own.", id="core.E010")


def pictures_have_descriptions() -> Iterator[CheckMessage]:
    """A picture of Wagtail's own may go without words for people who cannot see it; ours may not."""
    if settings.WAGTAILIMAGES_IMAGE_MODEL != "media_library.CustomImage":
        hint = "Set WAGTAILIMAGES_IMAGE_MODEL to media_library.CustomImage."
        yield Error("Pictures are not those of the media library.", hint=hint, id="core.E011")


def other_hosts_are_told_nothing() -> Iterator[CheckMessage]:
    """The admin asks no other host for pictures of editors or for news."""
    if getattr(settings, "WAGTAIL_GRAVATAR_PROVIDER_URL", "") is not None:
        hint = "Set WAGTAIL_GRAVATAR_PROVIDER_URL = None."
        yield Error("The admin asks another host for pictures of editors.", hint=hint, id="core.E012")
    if getattr(settings, "WAGTAIL_ENABLE_UPDATE_CHECK", True):
        hint = "Set WAGTAIL_ENABLE_UPDATE_CHECK = False."
        yield Error("The admin asks another host for new releases.", hint=hint, id="core.E012")


def what_visitors_type_is_not_kept() -> Iterator[CheckMessage]:
    """What people look for, and what they write to the team, is not stored by the way."""
    for name in sorted(FORBIDDEN_APPS & set(settings.INSTALLED_APPS)):
        yield Error(f"{name} stores what visitors type.", hint="Take it out of INSTALLED_APPS.", id="core.E013")


SETTINGS_RULES: Sequence[Callable[[], Iterator[CheckMessage]]] = (
    static_files_are_collected_elsewhere,
    pictures_have_descriptions,
    other_hosts_are_told_nothing,
    what_visitors_type_is_not_kept,
)
