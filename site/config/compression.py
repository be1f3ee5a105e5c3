"""Answers packed with Brotli or gzip on their way out, where nothing in them is secret.

The length of what is packed tells something of it: whoever can put words into a page, and see how long the packed page is,
can find out a secret that stands in it (BREACH). So only that is packed which everybody gets alike.
See docs/decisions/0032-answers-are-packed-by-the-site.md.
"""

import gzip
import re
from collections.abc import Callable

import brotli
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

# Texts. Pictures, documents and style sheets are packed already.
PACKED_TYPES = re.compile(r"(text/|image/svg\+xml|application/([\w.-]+\+)?(json|xml|yaml)\b)")
# What is shorter fits into one packet as it is.
WORTH_PACKING = 500
# Higher ones cost many times as much for a few bytes: benchmarks/pages.py has the figures.
QUALITY_OF_BROTLI, LEVEL_OF_GZIP = 5, 6

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=QUALITY_OF_BROTLI),
    # Without the hour at which it was packed: the same page is the same bytes.
    "gzip": lambda content: gzip.compress(content, LEVEL_OF_GZIP, mtime=0),
}


def pack_answers(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Pack each answer that may be packed in the best way that the browser understands.

    It stands outside of what compares and tags contents, so that tags are those of pages as they are written.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if isinstance(response, HttpResponse) and is_alike_for_everybody(request, response):
            patch_vary_headers(response, ["Accept-Encoding"])
            if way := best_way(request.headers.get("Accept-Encoding", "")):
                pack(response, way)
        return response

    return answer


def is_alike_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer holds nothing of who asks: no account, no token of a form, nothing that was typed into one."""
    nobody_is_known = not (
        request.path_info.startswith((settings.ADMIN_PATH, settings.ACCOUNT_PATH))
        or settings.SESSION_COOKIE_NAME in request.COOKIES
        or "Authorization" in request.headers
    )
    nobody_is_told = not response.cookies and "private" not in response.get("Cache-Control", "")
    return request.method in {"GET", "HEAD"} and nobody_is_known and nobody_is_told


def best_way(accepted: str) -> str:
    """The name of the first packer that a browser takes; empty where it takes none."""
    names = {
        name.strip().lower()
        for name, _, weight in (part.partition(";") for part in accepted.split(","))
        if takes(weight)
    }
    return next((way for way in PACKERS if way in names), "")


def takes(weight: str) -> bool:
    """Whether a browser takes something of this weight: `q=0` says that it does not."""
    return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight, re.IGNORECASE)


def pack(response: HttpResponse, way: str) -> None:
    """Pack the content where that makes it shorter, and say so; the tag says from then on that bytes may differ."""
    if response.status_code == 304:
        # As it was when the page itself was sent. What comes in parts is never packed, and its tag has to stay strong.
        if "Accept-Ranges" not in response:
            weaken_tag(response)
        return
    is_text = PACKED_TYPES.match(response.get("Content-Type", ""))
    if not is_text or "Content-Encoding" in response or len(response.content) < WORTH_PACKING:
        return
    response.content = PACKERS[way](response.content)
    response["Content-Encoding"] = way
    response["Content-Length"] = str(len(response.content))
    weaken_tag(response)


def weaken_tag(response: HttpResponse) -> None:
    """Say that the tag is of the words, not of the bytes."""
    tag = response.get("ETag", "")
    if tag.startswith('"'):
        response["ETag"] = f"W/{tag}"
