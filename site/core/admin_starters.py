"""What starts the widgets of Wagtail's admin, without scripts inside the page.

Wagtail writes `<script>new PageChooser(…)</script>` behind a widget. A content security policy that lets such scripts run has to
tell them from scripts that somebody smuggled into a page. Here the page holds no script at all: an element says by name what to
start and with what, and static/js/admin-starters.js knows the names.
"""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def starter(name: str, *arguments: Any) -> SafeString:
    """An element that nobody sees, and that starts `name` with `arguments` once it is in a page."""
    return format_html(
        '<span hidden data-controller="starter" data-starter-name-value="{}" data-starter-arguments-value="{}"></span>',
        name,
        json.dumps(arguments),
    )


def render_chooser(self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None) -> SafeString:
    """As Wagtail's chooser renders itself, but for the script."""
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    if isinstance(self, AdminTaskChooser):
        return SafeString(html + starter("createTaskChooser", attrs["id"]))
    options = self.get_js_init_options(attrs["id"], name, value_data)
    return SafeString(html + starter(self.js_constructor, attrs["id"], options))


def replace_scripts_of_choosers() -> None:
    """Let every chooser of pages, pictures, documents, snippets and tasks render itself without a script."""
    BaseChooser.render = render_chooser
