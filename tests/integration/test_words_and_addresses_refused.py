"""Words and addresses that no page may have, in whatever letters they are written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client

from config.urls import urlpatterns
from core.guard_rails import PublishingRefused, Refusal
from core.models.addresses import ADDRESSES_OF_THE_FRAME
from helplines.models import HelplineSection
from model_pages.models import Actor, RecommendationPage
from tests.factories.pages import InfoPageFactory, SectionPageFactory, SourceOfHarmPageFactory
from tests.factories.snippets import IdeaFactory

pytestmark = pytest.mark.django_db

IN_DISGUISE = [
    "Trigger warning: abuse by staff",
    "TRIGGER-WARNING, abuse by staff",
    "trigger \u2013 warning for this page",
    "trigger_warning for this page",
    "trig\u200bger warn\u00ading for this page",
    "ｔｒｉｇｇｅｒ　ｗａｒｎｉｎｇ for this page",
    "triggerwarning for this page",
]


def refused_at(refusals: list[Refusal]) -> set[str]:
    return {refusal.field for refusal in refusals}


@pytest.mark.parametrize("words", IN_DISGUISE)
@pytest.mark.parametrize("field", ["title", "summary", "content_note"])
def test_those_two_words_are_refused_wherever_they_stand(field: str, words: str) -> None:
    page = InfoPageFactory(**{field: words})
    assert field in refused_at(page.refusals())


@pytest.mark.parametrize("field", ["title", "summary", "content_note"])
def test_what_triggers_something_may_be_said(field: str) -> None:
    page = InfoPageFactory(**{field: "Shouting triggers restraint; a warning helps"})
    assert field not in refused_at(page.refusals())


@pytest.mark.parametrize(
    ("note", "is_enough"),
    [
        ("This page describes restraint.", True),
        ("abuse abuse abuse Abuse", False),
        ("1 2 3 4", False),
        (". . . .", False),
        ("\u200b \u200b \u200b \u200b", False),
        ("Abuse by staff", False),
    ],
)
def test_a_content_note_has_four_different_words(note: str, is_enough: bool) -> None:
    page = InfoPageFactory(is_difficult=True, content_note=note)
    assert ("content_note" not in refused_at(page.refusals())) is is_enough


@pytest.mark.parametrize("slug", sorted(ADDRESSES_OF_THE_FRAME))
def test_a_page_below_the_first_does_not_take_an_address_of_the_site_itself(slug: str) -> None:
    page = SectionPageFactory(live=False, slug=slug)
    with pytest.raises(PublishingRefused, match="address that the site itself uses"):
        page.save_revision().publish()
    assert "slug" in refused_at(page.refusals())


def test_further_down_the_same_address_is_free() -> None:
    page = InfoPageFactory(parent=SectionPageFactory(), slug="media")
    assert "slug" not in refused_at(page.refusals())


def test_every_address_that_is_answered_before_pages_is_kept_free() -> None:
    prefixes = {str(pattern.pattern).lstrip("^").split("/")[0] for pattern in urlpatterns} - {""}
    # No page can have a dot in its address. The contact page and the directory stand at the addresses that forms are sent below.
    could_be_pages = {prefix for prefix in prefixes if "." not in prefix} - {"contact", "helplines"}
    assert could_be_pages <= ADDRESSES_OF_THE_FRAME


@pytest.mark.parametrize(
    ("model", "field"),
    [(Actor, "position"), (HelplineSection, "position"), (RecommendationPage, "importance")],
)
def test_a_number_that_no_database_keeps_is_refused_with_a_sentence(model: type[models.Model], field: str) -> None:
    with pytest.raises(ValidationError) as told:
        model(**{field: 32768}).clean_fields()
    assert told.value.message_dict[field][0].startswith("Write a number up to")


def test_a_stored_item_that_is_none_is_left_out(client: Client) -> None:
    idea = IdeaFactory(name="a recurring idea")
    page = SourceOfHarmPageFactory()
    good = {"type": "item", "value": {"phrase": "A phrase that stays", "explanation": "", "idea": idea.pk}}
    broken = [{"type": "item", "value": value} for value in ("words", None, 7, ["a"])]
    page.items = page._meta.get_field("items").stream_block.to_python([*broken, good])
    page.save()

    response = client.get(page.url)

    assert response.status_code == 200
    assert "A phrase that stays" in response.content.decode()
