"""House rules as system checks: the site does not start with a page type, a stream or a setting that breaks one."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Tags, register
from django.db import models
from wagtail.models import Page, get_page_models
from wagtail.search.index import Indexed

from core.house_rules.content import CONTENT_RULES
from core.house_rules.pages import PAGE_RULES
from core.house_rules.settings import SETTINGS_RULES


def is_ours(model: type[models.Model]) -> bool:
    """Whether a model is code of this project, not of a library."""
    folder = Path(apps.get_app_config(model._meta.app_label).path).parent
    return folder in {settings.PROJECT_DIR, settings.PROJECT_DIR / "site"}


def page_types() -> list[type[Page]]:
    """Every page type of ours."""
    return [model for model in get_page_models() if is_ours(model)]


def edited_models() -> list[type[models.Model]]:
    """Every page type and snippet of ours."""
    return [model for model in apps.get_models() if issubclass(model, Indexed) and is_ours(model)]


def check_pages(**kwargs: Any) -> list[CheckMessage]:
    """What page types break."""
    return [message for page_type in page_types() for rule in PAGE_RULES for message in rule(page_type)]


def check_content(**kwargs: Any) -> list[CheckMessage]:
    """What fields, streams and blocks break."""
    return [message for model in edited_models() for rule in CONTENT_RULES for message in rule(model)]


def check_settings(**kwargs: Any) -> list[CheckMessage]:
    """What settings and folders break."""
    return [message for rule in SETTINGS_RULES for message in rule()]


def register_checks() -> None:
    """Ask all of this whenever Django starts."""
    register(check_pages, Tags.models)
    register(check_content, Tags.models)
    register(check_settings, Tags.compatibility)
