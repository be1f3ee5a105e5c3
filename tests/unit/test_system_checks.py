"""Each house rule finds what breaks it, and the project breaks none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from core import checks
from core.house_rules import content, pages
from core.house_rules import settings as settings_rules

# Abstract classes: a page type that is not abstract stays in Wagtail's list for all other tests.


class PlainPage(Page):
    class Meta:
        abstract = True
        app_label = "home"


class BareBlock(blocks.StructBlock):
    words = blocks.CharBlock()


WHOLE_META = {
    "icon": "doc-full",
    "description": "An example.",
    "label_format": "{words}",
    "preview_value": {"words": "Example"},
}


def block_with(meta: dict[str, Any]) -> blocks.StructBlock:
    """A block with some words and this introduction."""
    parts = {"words": blocks.CharBlock(), "Meta": type("Meta", (), meta)}
    block: blocks.StructBlock = type("ExampleBlock", (blocks.StructBlock,), parts)()
    return block


def block_without(name: str) -> Any:
    """A model whose stream has a block that lacks one part of its introduction."""
    return record(body=stream_of(lacking=block_with({key: value for key, value in WHOLE_META.items() if key != name})))


def record(**attributes: Any) -> Any:
    """A model with these fields and attributes."""
    meta = type("Meta", (), {"abstract": True, "app_label": "home"})
    return type("Record", (models.Model,), {"__module__": __name__, "Meta": meta, **attributes})


def stream_of(**named_blocks: blocks.Block) -> StreamField:
    return StreamField(list(named_blocks.items()), blank=True)


def searched(name: str) -> list[index.SearchField]:
    return [index.SearchField(name)]


def rich_text(*features: str) -> Any:
    return record(text=RichTextField(features=list(features)), search_fields=searched("text"))


BROKEN: list[Any] = [
    (pages.is_a_base_page, PlainPage, "core.E001"),
    (pages.says_where_it_stands, PlainPage, "core.E002"),
    (pages.introduces_itself, PlainPage, "core.E003"),
    (pages.has_a_body, PlainPage, "core.E005"),
    (content.can_be_found, record(body=stream_of(text=blocks.TextBlock())), "core.E006"),
    (content.can_be_found, record(text=RichTextField()), "core.E006"),
    (
        content.explains_its_fields,
        record(checked=models.BooleanField(), edit_handler=ObjectList([FieldPanel("checked")])),
        "core.E007",
    ),
    (
        content.explains_its_fields,
        record(on=models.DateField(), edit_handler=ObjectList([FieldPanel("on")])),
        "core.E007",
    ),
    (content.blocks_introduce_themselves, record(body=stream_of(bare=BareBlock())), "core.E008"),
    (content.blocks_introduce_themselves, record(body=stream_of(text=blocks.TextBlock())), "core.E008"),
    (content.blocks_introduce_themselves, record(body=stream_of(list=blocks.ListBlock(BareBlock()))), "core.E008"),
    (content.blocks_introduce_themselves, block_without("icon"), "core.E008"),
    (content.blocks_introduce_themselves, block_without("description"), "core.E008"),
    (content.blocks_introduce_themselves, block_without("label_format"), "core.E008"),
    (content.blocks_introduce_themselves, block_without("preview_value"), "core.E008"),
    (content.rich_text_is_restrained, record(text=RichTextField()), "core.E009"),
    (content.rich_text_is_restrained, rich_text("bold", "h2"), "core.E009"),
    (content.rich_text_is_restrained, rich_text("image"), "core.E009"),
    (
        content.rich_text_is_restrained,
        record(body=stream_of(text=blocks.RichTextBlock(features=["embed"]))),
        "core.E009",
    ),
    (content.rich_text_is_restrained, record(body=stream_of(text=blocks.RichTextBlock())), "core.E009"),
]


@pytest.mark.parametrize(("rule", "model", "number"), BROKEN, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_model_that_breaks_a_rule_is_found(rule: Callable[..., Any], model: Any, number: str) -> None:
    messages = list(rule(model))

    assert messages
    assert {message.id for message in messages} == {number}
    assert all(message.hint for message in messages)


KEPT: list[Any] = [
    (content.can_be_found, record(body=stream_of(text=blocks.TextBlock()), search_fields=searched("body"))),
    (
        content.explains_its_fields,
        record(
            checked=models.BooleanField("somebody has checked this"),
            on=models.DateField(help_text="When."),
            edit_handler=ObjectList([FieldPanel("checked"), FieldPanel("on")]),
        ),
    ),
    (content.blocks_introduce_themselves, record(body=stream_of(whole=block_with(WHOLE_META)))),
    (content.rich_text_is_restrained, rich_text("bold", "link", "ul")),
]


@pytest.mark.parametrize(("rule", "model"), KEPT, ids=lambda value: getattr(value, "__name__", None))
def test_a_model_that_keeps_a_rule_is_left_in_peace(rule: Callable[..., Any], model: Any) -> None:
    assert list(rule(model)) == []


@pytest.mark.parametrize(
    ("rule", "name", "value", "number"),
    [
        (settings_rules.static_files_are_collected_elsewhere, "STATIC_ROOT", "static", "core.E010"),
        (settings_rules.pictures_have_descriptions, "WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image", "core.E011"),
        (settings_rules.other_hosts_are_told_nothing, "WAGTAIL_GRAVATAR_PROVIDER_URL", "//example.org", "core.E012"),
        (settings_rules.other_hosts_are_told_nothing, "WAGTAIL_ENABLE_UPDATE_CHECK", True, "core.E012"),
        (
            settings_rules.what_visitors_type_is_not_kept,
            "INSTALLED_APPS",
            ["wagtail.contrib.search_promotions"],
            "core.E013",
        ),
        (settings_rules.what_visitors_type_is_not_kept, "INSTALLED_APPS", ["wagtail.contrib.forms"], "core.E013"),
    ],
)
def test_a_setting_that_breaks_a_rule_is_found(
    settings: Any, rule: Callable[..., Any], name: str, value: Any, number: str
) -> None:
    settings.STATICFILES_DIRS = ["static"]
    setattr(settings, name, value)

    assert [message.id for message in rule()] == [number]


def test_the_rules_look_at_every_page_type_and_snippet_of_ours() -> None:
    assert {page_type.__name__ for page_type in checks.page_types()} > {"HomePage", "HelplinePage", "SourceOfHarmPage"}
    assert {model.__name__ for model in checks.edited_models()} > {"HomePage", "Quote", "UrgentHelp"}


@pytest.mark.django_db
def test_the_project_keeps_all_rules() -> None:
    assert [message for message in run_checks() if str(message.id).startswith("core.")] == []
