"""Starters of widgets, for the few templates of Wagtail's that would hold a script."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString

from core.admin_starters import starter

register = template.Library()


@register.simple_tag
def start_date_widget(name: str, widget: dict[str, Any]) -> SafeString:
    """Start a calendar or a clock beside a field."""
    return starter(name, widget["attrs"]["id"], json.loads(widget["config_json"]))


@register.simple_tag
def start_panel(name: str, options_json: str) -> SafeString:
    """Start a panel that adds and removes forms; Wagtail hands its options on as JSON."""
    return starter(name, json.loads(options_json))
