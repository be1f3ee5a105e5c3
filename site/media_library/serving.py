"""Uploaded files on the site's own address, wherever they are stored, whole or in parts."""

import mimetypes
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe, quote_etag
from whitenoise.responders import SlicedFile

from media_library.bucket import Bucket
from media_library.ranges import NoSuchPart, Part, part_asked_for

# What is held in memory of a file on its way, however large it is.
AT_A_TIME = 64 * 1024


@dataclass(frozen=True)
class StoredFile:
    """What is known of a file before any of it is read."""

    name: str
    size: int
    changed_at: int
    content_type: str
    # With its quotation marks; empty where nobody has looked at the whole file.
    tag: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What every answer about the file says."""
        headers = {"Last-Modified": http_date(self.changed_at), "Accept-Ranges": "bytes"}
        return headers | ({"ETag": self.tag} if self.tag else {})


def stored_file(request: HttpRequest, name: str, *, content_type: str = "", tag: str = "") -> Any:
    """The file of this name, the part of it that is asked for, or word that the browser's copy still holds.

    Raises Http404 where there is none.
    """
    try:
        file = look_up(name, content_type=content_type, tag=tag)
        answer = answer_with(request, file)
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    for header, value in file.headers.items():
        answer[header] = value
    return answer


def look_up(name: str, *, content_type: str, tag: str) -> StoredFile:
    """What the storage knows of a file."""
    return StoredFile(
        name=name,
        size=default_storage.size(name),
        changed_at=int(default_storage.get_modified_time(name).timestamp()),
        content_type=content_type or mimetypes.guess_type(name)[0] or "application/octet-stream",
        tag=quote_etag(tag) if tag else "",
    )


def answer_with(request: HttpRequest, file: StoredFile) -> Any:
    """The answer to a request for a file, but for its headers."""
    unchanged = get_conditional_response(request, etag=file.tag or None, last_modified=file.changed_at)
    if unchanged is not None:
        return unchanged
    try:
        part = part_of(request, file)
    except NoSuchPart:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    if request.method == "HEAD":
        return HttpResponse(content_type=file.content_type, headers={"Content-Length": str(file.size)})
    return whole(file) if part is None else a_part(file, part)


def part_of(request: HttpRequest, file: StoredFile) -> Part | None:
    """The part that a browser asks for, unless it has parts of another version already; raises NoSuchPart."""
    header = request.headers.get("Range", "")
    if request.method != "GET" or not header or not is_the_same(request.headers.get("If-Range", ""), file):
        return None
    return part_asked_for(header, size=file.size)


def is_the_same(if_range: str, file: StoredFile) -> bool:
    """Whether a browser that says which version it has parts of (`If-Range`) can use more of this one."""
    if not if_range:
        return True
    if if_range.startswith(('"', "W/")):
        return bool(file.tag) and if_range == file.tag
    return parse_http_date_safe(if_range) == file.changed_at


def whole(file: StoredFile) -> FileResponse:
    """All of a file."""
    return streamed(read_from_storage(file), file, file.size)


def a_part(file: StoredFile, part: Part) -> FileResponse:
    """Some of a file."""
    response = streamed(read_from_storage(file, part), file, part.length)
    response.status_code = 206
    response["Content-Range"] = f"bytes {part.first}-{part.last}/{file.size}"
    return response


def streamed(content: IO[bytes], file: StoredFile, length: int) -> FileResponse:
    """Bytes that are passed on as they are read."""
    response = FileResponse(content, content_type=file.content_type)
    response.block_size = AT_A_TIME
    response["Content-Length"] = str(length)
    return response


def read_from_storage(file: StoredFile, part: Part | None = None) -> Any:
    """The bytes of a file; a bucket is asked for no more than is wanted."""
    if isinstance(default_storage, Bucket):
        return default_storage.read(file.name, part)
    content = default_storage.open(file.name)
    return content if part is None else SlicedFile(content, part.first, part.last)
