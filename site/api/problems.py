"""What went wrong, said to a program: application/problem+json (RFC 9457)."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions

API_PATH = "/api/"
# Addresses of the open data have no slash at their end.
WITHOUT_A_SLASH = f"{API_PATH}openreferral"
MEDIA_TYPE = "application/problem+json"
# Problems that have no type of their own: the status says it all (RFC 9457, 4.2.1).
NO_TYPE = "about:blank"

DETAILS = {
    400: "The request could not be understood.",
    403: "This is not open to everybody.",
    404: "There is nothing at this address.",
    405: "The API only gives: ask with GET, HEAD or OPTIONS.",
    406: "The answer does not exist in the form that the Accept header asks for.",
    500: "Something went wrong on our side. Trying again later may help.",
}


class ParameterProblem(exceptions.APIException):
    """A parameter of the address that is not known here, or has a value that cannot be."""

    status_code = 400

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail)
        self.parameter = parameter


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None, **members: Any) -> HttpResponse:
    """An answer that says what went wrong; `members` are added to its words, or stand in their place."""
    words = {
        "type": NO_TYPE,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or DETAILS.get(status, HTTPStatus(status).description or HTTPStatus(status).phrase),
        **members,
    }
    return HttpResponse(json.dumps(words), status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def nothing_at(path: str) -> HttpResponse:
    """The answer where nothing is, or nothing for everybody; it names the slash where one is missing, and nothing else."""
    lacks_a_slash = not path.endswith(("/", ".json")) and not path.startswith(WITHOUT_A_SLASH)
    return problem(404, f"{DETAILS[404]} Try it with a slash at its end." if lacks_a_slash else DETAILS[404])


def answer_with_a_problem(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """The answer to a mistake in a request; None for a mistake of ours, which is logged and answered further out."""
    if isinstance(error, ParameterProblem):
        address = context["request"].build_absolute_uri(API_PATH + "#parameters")
        title = "A parameter cannot be used"
        return problem(400, str(error.detail), type=address, title=title, parameter=error.parameter)
    if isinstance(error, Http404):
        return nothing_at(context["request"].path_info)
    if isinstance(error, PermissionDenied):
        return problem(403)
    if isinstance(error, exceptions.APIException):
        return problem(error.status_code, DETAILS.get(error.status_code, str(error.detail)))
    return None


def problems_for_programs(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Below /api/, say in JSON what a page would have said: that nothing is there, or that something failed."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(API_PATH) and is_a_page_about_an_error(response):
            if response.status_code == 404:
                return nothing_at(request.path_info)
            kept = {name: response[name] for name in ("Allow",) if name in response}
            return problem(response.status_code, headers=kept)
        return response

    return answer


def is_a_page_about_an_error(response: HttpResponse) -> bool:
    """Whether an answer tells a person of an error."""
    return response.status_code >= 400 and response.get("Content-Type", "").startswith("text/")
