"""What is read of a form before it is believed."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, UnreadablePostError

# The longest message in the writing that takes most bytes, and what may come with it, fits in well.
MOST_BYTES = 200_000


class TooLarge(Exception):
    """Raised before anything is read of a form that is larger than one that a person filled in."""


def read_whole(request: HttpRequest) -> None:
    """Read the form into memory; raises TooLarge, or BadRequest where it breaks off or a file came with it."""
    announced = int(request.META.get("CONTENT_LENGTH") or 0)
    if announced > MOST_BYTES:
        raise TooLarge
    try:
        arrived = len(request.body)
    except UnreadablePostError as error:
        raise BadRequest("The form broke off.") from error
    if arrived < announced or request.FILES:
        raise BadRequest("The form is not whole, or holds a file.")
