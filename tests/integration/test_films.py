"""The film block: who can follow a film, and what editors are told when somebody could not."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.blocks import StreamValue
from wagtail.models import Page

from core.guard_rails import PublishingRefused
from core.models import BasePage
from home.models import HomePage, InfoPage
from tests.factories.media import CaptionsFactory, DocumentFactory, FilmFactory, ImageFactory
from tests.factories.pages import InfoPageFactory, home_page

pytestmark = pytest.mark.django_db

TRANSCRIPT = "<p>A woman says: welcome.</p>"


def film(**fields: Any) -> dict[str, Any]:
    """A complete film as an editor puts it on a page; `fields` say what is otherwise."""
    complete = {
        "title": "What this site is",
        "file": FilmFactory(file_size=25_690_112).pk,
        "captions": CaptionsFactory().pk,
        "transcript": TRANSCRIPT,
        "length": "3 minutes",
    }
    return {"type": "video", "value": complete | fields}


def body_with(*parts: dict[str, Any], page_type: type[BasePage] = InfoPage) -> StreamValue:
    return page_type.body.field.stream_block.to_python(list(parts))


def a_draft_with(**fields: Any) -> BasePage:
    page: BasePage = InfoPageFactory(live=False)
    page.body = body_with(film(**fields))
    return page


def a_page_with(**fields: Any) -> BasePage:
    page = a_draft_with(**fields)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def film_on(client: Client, page: Page) -> Any:
    response = client.get(page.url)
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").select_one("main .film")
    assert found is not None
    return found


def test_a_film_waits_for_the_reader_and_says_how_long_and_how_large_it_is(client: Client) -> None:
    shown = film_on(client, a_page_with())

    video = shown.video
    assert (video["preload"], video.has_attr("controls"), video.has_attr("autoplay")) == ("none", True, False)
    assert video.source["type"] == "video/mp4"
    assert video.track["kind"] == "captions"
    assert "(3 minutes)" in shown.get_text()
    assert "(MP4, 24.5\xa0MB)" in shown.find("a").get_text()
    assert shown.find("a")["href"] == video.source["src"]
    assert "A woman says: welcome." in shown.details.get_text()


def test_a_still_picture_is_small_comes_late_and_needs_no_words(client: Client) -> None:
    shown = film_on(client, a_page_with(poster=ImageFactory().pk))

    assert [source["type"] for source in shown.select("picture source")][:1] == ["image/avif"]
    assert (shown.img["alt"], shown.img["loading"]) == ("", "lazy")
    assert shown.video["poster"].endswith("/clear.svg")


def test_a_film_without_sound_needs_no_captions_and_says_so(client: Client) -> None:
    shown = film_on(client, a_page_with(captions=None, is_silent=True))

    assert "(3 minutes, no sound)" in shown.get_text()
    assert shown.select("track") == []


REFUSED = {
    "no captions": ({"captions": None}, "This film has no captions. Choose a file of captions, or tick"),
    "no transcript": ({"transcript": ""}, "This film has no transcript. Write down what is said"),
    "a transcript that says nothing": ({"transcript": "<p> &nbsp;…</p>"}, "This film has no transcript."),
    "no file": ({"file": None}, "File: This field is required."),
    "no title": ({"title": ""}, "Title: This field is required."),
}


@pytest.mark.parametrize(("fields", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_film_that_somebody_could_not_follow_is_not_published(fields: dict[str, Any], sentence: str) -> None:
    page = a_draft_with(**fields)

    with pytest.raises(PublishingRefused) as refused:
        page.save_revision().publish()

    assert sentence in " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("file", "“Example leaflet” is not a film. Choose an MP4 or WebM file."),
        ("captions", "“Example leaflet” is not a file of captions. Choose a WebVTT file; its name ends in .vtt."),
    ],
)
def test_a_file_of_another_kind_is_not_published_as_a_film(name: str, sentence: str) -> None:
    page = a_draft_with(**{name: DocumentFactory(title="Example leaflet").pk})

    with pytest.raises(PublishingRefused) as refused:
        page.save_revision().publish()

    assert sentence in refused.value.messages


def test_a_film_whose_file_is_gone_can_still_be_read(client: Client) -> None:
    page = a_page_with()
    page.body[0].value["file"] = None
    page.save()

    shown = film_on(client, page)

    assert shown.select("video, a") == []
    assert "This film cannot be shown here at the moment. You can read it." in shown.get_text()
    assert "A woman says: welcome." in shown.details.get_text()


def test_editors_can_put_a_film_on_the_home_page(client: Client) -> None:
    home = home_page()
    home.body = body_with(film(), page_type=HomePage)
    home.kind_of_change = "update"
    home.save_revision().publish()

    assert film_on(client, home).video["preload"] == "none"
