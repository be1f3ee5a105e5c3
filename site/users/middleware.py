"""Who a request comes from, and what is told to a browser about pages of an account."""

from collections.abc import Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject

from users.second_factor import as_far_as_proven
from users.urls import VIEWS_OF_AN_ACCOUNT


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Make `request.user` nobody until the session has shown a second factor.

    Whatever asks who somebody is, asks here: the admin, private pages and documents, previews, uploaded files, the API.
    """

    def know_the_person(request: HttpRequest) -> HttpResponse:
        if settings.REQUIRE_SECOND_FACTOR:
            require_both_factors(request)
        return get_response(request)

    return know_the_person


def require_both_factors(request: HttpRequest) -> None:
    """Replace the person by what both factors show, when it is asked for: public pages never look into a session."""
    ask, ask_later = request.user, request.auser

    def prove(person: Any) -> Any:
        return as_far_as_proven(request, person, may_set_up=is_for_an_account(request))

    async def prove_later() -> Any:
        return await sync_to_async(prove)(await ask_later())

    request.user = SimpleLazyObject(lambda: prove(ask))  # type: ignore[assignment]  # as Django's own middleware does
    request.auser = prove_later


def is_for_an_account(request: HttpRequest) -> bool:
    """Whether one of our own views of an account answers; an address alone says little of who answers there."""
    try:
        return resolve(request.path_info).func in VIEWS_OF_AN_ACCOUNT
    except Resolver404:
        return False


def account_page_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep pages of an account out of search engines and out of the browser's store."""

    def add_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(settings.ACCOUNT_PATH):
            response["Cache-Control"] = "no-store, private"
            response["X-Robots-Tag"] = "noindex, nofollow"
            # Browsers send forms without an Origin where there is no referrer at all, and Django refuses such forms.
            response["Referrer-Policy"] = "same-origin"
        return response

    return add_headers
