"""A link on a page leads only to what anybody can read."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from home.models import InfoPage, SectionPage
from tests.factories.media import DocumentFactory
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def about() -> SectionPage:
    section: SectionPage = home_page().add_child(instance=SectionPage(title="About", slug="about"))
    return section


@pytest.fixture
def target(about: SectionPage) -> InfoPage:
    page: InfoPage = about.add_child(instance=InfoPage(title="Aim", slug="aim"))
    return page


def page_that_links_to(*targets: Page) -> InfoPage:
    words = "".join(f'<p><a linktype="page" id="{target.pk}">Words of link {target.pk}</a></p>' for target in targets)
    links = [{"label": f"Label {target.pk}", "page": target, "url": "", "note": ""} for target in targets]
    body = [("paragraph", words), ("link_list", {"title": "", "links": links})]
    page: InfoPage = SectionPage.objects.get().add_child(instance=InfoPage(title="From", slug="from", body=body))
    return page


def test_rich_text_and_lists_link_to_a_public_page(target: InfoPage, client: Client) -> None:
    page = page_that_links_to(target)

    html = client.get(page.url).content.decode()

    assert html.count('href="/about/aim/"') >= 2
    assert 'linktype="page"' not in html


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False, expired=True),
        lambda page: PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN),
        lambda page: page.delete(),
    ],
    ids=["draft", "expired", "private", "deleted"],
)
def test_a_link_to_what_nobody_can_read_keeps_its_words_and_loses_its_address(
    target: InfoPage, client: Client, hide: Callable[[Page], object]
) -> None:
    page = page_that_links_to(target)
    number = target.pk

    hide(target)

    main = client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]
    assert f"Words of link {number}" in main
    assert "/about/aim/" not in main


FORGED_IDS = ["", "x", "9" * 19, "9" * 30, "\u0661\u0662", "²", "1 OR 1", "-1", "1.5"]


@pytest.mark.parametrize(
    "attributes",
    [
        *(f'linktype="{kind}"' for kind in ("page", "document")),
        *(f'linktype="{kind}" id="{forged}"' for kind in ("page", "document") for forged in FORGED_IDS),
    ],
)
def test_a_broken_link_breaks_nothing(about: SectionPage, client: Client, attributes: str) -> None:
    page = about.add_child(instance=InfoPage(title="From", body=[("paragraph", f"<p><a {attributes}>Words</a></p>")]))

    response = client.get(page.url)

    assert response.status_code == 200
    assert "<a>Words</a>" in response.content.decode()


@pytest.mark.parametrize(("is_private", "links"), [(False, 1), (True, 0)])
def test_a_document_in_rich_text_is_linked_if_everybody_may_have_it(
    about: SectionPage, client: Client, is_private: bool, links: int
) -> None:
    collection = Collection.get_first_root_node().add_child(name="For us")
    if is_private:
        CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )
    document = DocumentFactory(collection=collection)
    words = f'<p><a linktype="document" id="{document.pk}">The report</a></p>'
    page = about.add_child(instance=InfoPage(title="From", body=[("paragraph", words)]))

    html = client.get(page.url).content.decode()

    assert html.count(f'<a href="{document.url}">The report</a>') == links
    assert "The report" in html
