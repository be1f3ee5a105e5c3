"""Pictures of pages: small, in the formats that browsers take, and made before anybody asks for them."""

import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import wagtail.images.tests
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, Page

from core.models import BasePage
from core.pictures import pictures_named_in
from home.models import InfoPage
from media_library.models import CustomImage, Rendition
from tests.editorial import an_editor
from tests.factories.media import FilmFactory, ImageFactory
from tests.factories.pages import InfoPageFactory, SourceOfHarmPageFactory

pytestmark = pytest.mark.django_db

KILOBYTE = 1024
WORDS = "Two people talk at a table."
# A photograph of a landscape that comes with Wagtail, 600 pixels wide.
PHOTOGRAPH = Path(wagtail.images.tests.__file__).parent / "image_files" / "landscape_1.jpg"


def a_photograph(**fields: Any) -> CustomImage:
    with PHOTOGRAPH.open("rb") as file:
        return ImageFactory(file=ImageFile(file, "landscape.jpg"), **fields)


def a_large_picture(kind: str = "jpg", **fields: Any) -> CustomImage:
    """As large as from a camera, with much in it that is not alike: worse for every format than most photographs."""
    drawn, chance = Image.new("RGB", (1600, 1200)), random.Random(1)
    for dots in (8, 32, 128, 400):
        noise = Image.frombytes("RGB", (dots, dots), chance.randbytes(dots * dots * 3)).resize(drawn.size)
        drawn = Image.blend(drawn, noise, 0.3)
    return picture_of(drawn, kind, **fields)


def picture_of(drawn: Image.Image, kind: str, **fields: Any) -> CustomImage:
    content = BytesIO()
    drawn.save(content, {"jpg": "JPEG", "png": "PNG"}[kind])
    return ImageFactory(file=ImageFile(content, f"drawn.{kind}"), **fields)


def figure(picture: CustomImage, **more: Any) -> dict[str, Any]:
    return {
        "type": "figure",
        "value": {"picture": {"image": picture.pk, "alt_text": WORDS, "decorative": False}, **more},
    }


def publish(page: BasePage, **fields: Any) -> BasePage:
    """Put something on a page, and publish it as the second reader does."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.kind_of_change = "update"
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def a_page_with(*parts: dict[str, Any]) -> BasePage:
    return publish(InfoPageFactory(), body=InfoPage.body.field.stream_block.to_python(list(parts)))


def main_of(client: Client, page: Page, **headers: str) -> Any:
    response = client.get(page.url, headers=headers)
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").main
    assert main is not None
    return main


def addresses_in(srcset: str) -> dict[int, str]:
    """The addresses of a srcset by their widths."""
    pairs = (candidate.split() for candidate in srcset.split(", "))
    return {int(width.removesuffix("w")): address for address, width in pairs}


def bytes_of(client: Client, address: str) -> int:
    return len(b"".join(client.get(address).streaming_content))


def test_a_browser_is_offered_modern_formats_first_and_an_old_one_gets_what_it_knows(client: Client) -> None:
    main = main_of(client, a_page_with(figure(a_large_picture())))

    types = [(source["type"], source.get("media")) for source in main.select("picture source")]
    image = main.select_one("picture img")
    assert types == [
        ("image/avif", "(max-width: 44rem)"),
        ("image/avif", None),
        ("image/webp", "(max-width: 44rem)"),
        ("image/webp", None),
    ]
    assert [client.get(image["src"])["Content-Type"], image["width"], image["height"]] == ["image/jpeg", "640", "480"]
    assert [image["alt"], image["loading"], image["decoding"]] == [WORDS, "lazy", "async"]


@pytest.mark.parametrize(("which", "widths"), [(0, [400, 640]), (1, [640, 960]), (2, [400, 640]), (3, [640, 960])])
def test_each_window_chooses_among_a_few_widths(client: Client, which: int, widths: list[int]) -> None:
    main = main_of(client, a_page_with(figure(a_large_picture())))

    offered = addresses_in(main.select("picture source")[which]["srcset"])
    assert list(offered) == widths
    assert {client.get(address).status_code for address in offered.values()} == {200}


@pytest.mark.parametrize("picture", [a_photograph, a_large_picture])
def test_no_phone_loads_more_than_forty_kilobytes_for_a_picture(
    client: Client, picture: Callable[[], CustomImage]
) -> None:
    main = main_of(client, a_page_with(figure(picture())))

    for_phones = addresses_in(main.select_one("picture source")["srcset"])
    assert max(bytes_of(client, address) for address in for_phones.values()) <= 40 * KILOBYTE


def test_a_small_picture_is_not_blown_up_nor_offered_twice(client: Client) -> None:
    main = main_of(client, a_page_with(figure(ImageFactory())))

    assert [list(addresses_in(source["srcset"])) for source in main.select("source")] == [[64]] * 4
    assert Rendition.objects.count() == 3


def test_a_drawing_stays_a_drawing_in_old_browsers(client: Client) -> None:
    clear = picture_of(Image.new("RGBA", (700, 300), (0, 0, 0, 0)), "png")

    main = main_of(client, a_page_with(figure(clear)))

    assert client.get(main.img["src"])["Content-Type"] == "image/png"


def in_a_field(picture: CustomImage) -> BasePage:
    return publish(SourceOfHarmPageFactory(), illustration=picture)


def in_a_stream(picture: CustomImage) -> BasePage:
    return a_page_with(figure(picture))


def of_a_film(picture: CustomImage) -> BasePage:
    film = {"title": "Example", "file": FilmFactory().pk, "is_silent": True, "transcript": "<p>Words.</p>"}
    return a_page_with({"type": "video", "value": {**film, "poster": picture.pk}})


@pytest.mark.parametrize("shown", [in_a_field, in_a_stream, of_a_film])
def test_publishing_makes_every_size_and_a_visitor_makes_none(
    client: Client, shown: Callable[[CustomImage], BasePage]
) -> None:
    page = shown(a_large_picture())
    made = set(Rendition.objects.values_list("pk", "filter_spec"))

    main = main_of(client, page)

    assert len(made) == 7
    assert len(main.select("picture")) == 1
    assert set(Rendition.objects.values_list("pk", "filter_spec")) == made


def test_the_picture_of_a_draft_is_made_for_nobody() -> None:
    page = InfoPageFactory(live=False)
    page.body = InfoPage.body.field.stream_block.to_python([figure(ImageFactory())])
    page.save_revision()

    assert not Rendition.objects.exists()


def test_an_editor_who_looks_at_a_draft_sees_its_pictures() -> None:
    page = InfoPageFactory(live=False)
    page.body = InfoPage.body.field.stream_block.to_python([figure(ImageFactory())])
    page.save_revision()

    preview = an_editor().client.get(f"/admin/pages/{page.pk}/view_draft/")

    assert len(BeautifulSoup(preview.content, "html.parser").select("main picture")) == 1


def test_on_a_server_the_worker_makes_them_and_visitors_read_the_words_until_then(
    client: Client, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "config.tasks.Background"}}

    main = main_of(client, a_page_with(figure(ImageFactory(), caption="The caption")))

    assert DBTaskResult.objects.filter(task_path="media_library.tasks.make_sizes").count() == 1
    assert main.select("img") == []
    assert f"Picture, not shown at the moment: {WORDS}" in main.get_text()
    assert "The caption" in main.get_text()
    assert not Rendition.objects.exists()


def take_away(picture: CustomImage) -> None:
    picture.file.storage.delete(picture.file.name)


def break_in_the_middle(picture: CustomImage) -> None:
    with picture.file.storage.open(picture.file.name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n and then nothing that anybody could read")


@pytest.mark.parametrize("spoil", [take_away, break_in_the_middle])
def test_a_picture_that_cannot_be_read_stops_neither_its_page_nor_the_other_pictures(
    client: Client, spoil: Callable[[CustomImage], None]
) -> None:
    spoilt, sound = ImageFactory(), ImageFactory()
    spoil(spoilt)

    main = main_of(client, a_page_with(figure(spoilt), figure(sound)))

    assert len(main.select("picture")) == 1
    assert "Picture, not shown at the moment" in main.get_text()


def test_a_decoration_that_cannot_be_shown_leaves_nothing_behind(client: Client) -> None:
    picture = ImageFactory()
    take_away(picture)
    decoration = {"image": picture.pk, "alt_text": "", "decorative": True}

    main = main_of(client, a_page_with({"type": "figure", "value": {"picture": decoration}}))

    assert main.select("figure") == []


@pytest.mark.parametrize(
    ("fields", "alternative_text"),
    [({"description": WORDS}, WORDS), ({"description": "", "is_decorative": True}, "")],
    ids=["described", "decoration"],
)
def test_an_illustration_is_shown_as_every_picture_is(
    client: Client, fields: dict[str, Any], alternative_text: str
) -> None:
    main = main_of(client, in_a_field(ImageFactory(**fields)))

    assert len(main.select("figure picture source")) == 4
    assert main.select_one("figure img")["alt"] == alternative_text


def test_twelve_pictures_cost_no_more_queries_than_one(client: Client) -> None:
    few, many = a_page_with(figure(ImageFactory())), a_page_with(*(figure(ImageFactory()) for _ in range(12)))
    few_asked, many_asked = queries_of(client, few), queries_of(client, many)

    assert len(main_of(client, many).select("picture")) == 12
    assert len(many_asked) == len(few_asked) <= 12, "\n".join(many_asked)


def test_an_illustration_costs_no_query_of_its_own(client: Client) -> None:
    plain = SourceOfHarmPageFactory()
    illustrated = in_a_field(ImageFactory())

    assert len(queries_of(client, illustrated)) == len(queries_of(client, plain))


def queries_of(client: Client, page: Page) -> list[str]:
    """What the database is asked when somebody opens a page for the first time."""
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    return [query["sql"] for query in asked]


def test_who_saves_data_gets_the_smallest_size_alone_and_caches_know(client: Client) -> None:
    page = a_page_with(figure(a_large_picture()))

    saving = main_of(client, page, **{"Save-Data": "on"})

    assert [list(addresses_in(source["srcset"])) for source in saving.select("source")] == [[400], [400]]
    assert "Save-Data" in client.get(page.url)["Vary"]
    assert "Save-Data" in client.get(page.url, headers={"Save-Data": "on"})["Vary"]
    assert client.get(page.url)["ETag"] != client.get(page.url, headers={"Save-Data": "on"})["ETag"]


def test_a_picture_of_a_private_collection_is_not_on_a_public_page(client: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="For us")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)

    main = main_of(client, a_page_with(figure(ImageFactory(collection=private))))

    assert main.select("figure, img") == []
    assert WORDS not in main.get_text()


def test_what_is_missing_is_made_once_a_day_and_only_for_what_is_public(client: Client) -> None:
    page, in_draft = a_page_with(figure(ImageFactory())), ImageFactory()
    Rendition.objects.all().delete()

    call_command("make_picture_sizes")

    assert len(main_of(client, page).select("picture")) == 1
    assert not in_draft.renditions.exists()


def test_pictures_are_found_wherever_an_editor_can_put_one() -> None:
    one, two = ImageFactory(), ImageFactory()
    page = SourceOfHarmPageFactory(illustration=one)
    page.body = type(page).body.field.stream_block.to_python([figure(two)])

    assert pictures_named_in(page) == {one.pk, two.pk}
