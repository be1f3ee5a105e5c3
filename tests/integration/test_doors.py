"""A password alone opens nothing."""

import base64

import pytest
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from tests.doors import addresses_below
from tests.editorial import a_superuser
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import InfoPageFactory, SectionPageFactory
from tests.factories.users import PASSWORD
from tests.second_factor import SET_UP, gives_an_app, is_in, signs_in
from users.middleware import require_both_factors
from users.models import User

pytestmark = pytest.mark.django_db

# What Wagtail shows to everybody: drawings and translated words for its scripts. Its own ways in are closed.
OPEN = {"/admin/sprite/", "/admin/jsi18n/"}
WAGTAILS_OWN_WAYS_IN = addresses_below("/admin/password_reset/")
DOORS = [address for address in addresses_below("/admin/") if address not in {*OPEN, *WAGTAILS_OWN_WAYS_IN}]


@pytest.fixture(autouse=True)
def the_second_factor_is_required(settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def with_a_password_alone() -> Client:
    """Somebody with every right, whose session has shown a password and nothing else."""
    return a_superuser(username="root").client


@pytest.mark.parametrize("address", DOORS)
def test_every_page_of_the_admin_leads_to_the_second_factor(with_a_password_alone: Client, address: str) -> None:
    answer = with_a_password_alone.get(address, follow=True)

    assert answer.redirect_chain[-1][0] == SET_UP
    assert with_a_password_alone.post(address).status_code == 302
    assert with_a_password_alone.post(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code in {302, 403}


def test_the_walk_finds_the_pages_that_wagtail_has() -> None:
    assert len(DOORS) > 250
    assert {
        "/admin/",
        "/admin/login/",
        "/admin/logout/",
        "/admin/pages/1/edit/preview/",
        "/admin/api/main/pages/",
    } <= set(DOORS)


@pytest.mark.parametrize("address", WAGTAILS_OWN_WAYS_IN)
def test_wagtails_own_way_to_a_new_password_is_closed(address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/account/signup/", "/account/email/", "/account/login/code/", "/account/social/login/"]
)
def test_nobody_makes_an_account_for_themselves(address: str) -> None:
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"username": "somebody"}).status_code in {403, 404}


def test_a_private_page_stays_closed(with_a_password_alone: Client) -> None:
    page = InfoPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert with_a_password_alone.get(page.url, follow=True).redirect_chain[-1][0] == SET_UP


@pytest.mark.parametrize(
    "address", ["/account/", "/account/within/", "/account/login/", "/account/second-factor/within/"]
)
def test_a_page_below_the_address_of_accounts_is_answered_to_nobody(
    with_a_password_alone: Client, address: str
) -> None:
    above = SectionPageFactory(title="What nobody but the team may read")
    page = InfoPageFactory(parent=above, title="What nobody but the team may read")
    PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
    # Nobody can publish a page there any longer. Pages from before are still in the tree.
    home = above.get_parent().url_path
    Page.objects.filter(pk=above.pk).update(slug="account", url_path=f"{home}account/")
    Page.objects.filter(pk=page.pk).update(slug="within", url_path=home + address.strip("/") + "/")

    answer = with_a_password_alone.get(address, follow=True)

    assert "What nobody but the team may read" not in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "is_known"),
    [
        (SET_UP, True),
        ("/account/second-factor/app/set-up/", True),
        ("/account/within/", False),
        ("/account/no/such/view/", False),
        ("/accounts/", False),
        ("/admin/", False),
    ],
)
def test_a_password_alone_is_enough_only_for_views_of_an_account(
    with_a_password_alone: Client, address: str, is_known: bool
) -> None:
    request = RequestFactory().get(address)
    request.session = with_a_password_alone.session
    AuthenticationMiddleware(HttpResponse).process_request(request)

    require_both_factors(request)

    assert request.user.is_authenticated is is_known


def test_a_private_document_stays_closed(with_a_password_alone: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    document = DocumentFactory(collection=private)

    assert with_a_password_alone.get(document.url, follow=True).redirect_chain[-1][0] == SET_UP


def test_a_picture_as_it_was_uploaded_stays_closed(with_a_password_alone: Client) -> None:
    assert with_a_password_alone.get(ImageFactory().file.url).status_code == 404


@pytest.mark.parametrize("address", ["/api/v2/images/", "/api/v2/documents/", "/admin/api/main/pages/"])
def test_a_password_in_a_header_opens_nothing(address: str) -> None:
    a_superuser(username="root")
    password = base64.b64encode(f"root:{PASSWORD}".encode()).decode()

    with_it, without = Client().get(address, headers={"Authorization": f"Basic {password}"}), Client().get(address)

    assert (with_it.status_code, with_it.content) == (without.status_code, without.content)


def test_who_has_an_app_and_shows_a_password_alone_is_nobody_also_where_factors_are_set_up() -> None:
    person = a_superuser()
    gives_an_app(person.user)

    answer = person.client.get("/account/second-factor/app/set-up/", follow=True)

    assert answer.redirect_chain[-1][0].startswith("/account/login/")


def test_both_factors_open_the_admin() -> None:
    person = a_superuser().user
    gives_an_app(person)

    assert is_in(signs_in(Client(), person))


def test_public_pages_do_not_look_into_the_session(with_a_password_alone: Client) -> None:
    answer = with_a_password_alone.get(InfoPageFactory().url)

    assert "Cookie" not in answer.get("Vary", "")


def test_an_account_that_is_closed_is_signed_out_at_once() -> None:
    person: User = a_superuser().user
    gives_an_app(person)
    client = signs_in(Client(), person)
    User.objects.filter(pk=person.pk).update(is_active=False)

    assert not is_in(client)
