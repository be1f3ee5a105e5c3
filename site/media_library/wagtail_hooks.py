"""Who is given a document."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from media_library.in_use import public_records_with
from media_library.models import CustomDocument


# After Wagtail's own question about private collections, which sends people to sign in.
@hooks.register("before_serve_document", order=10)
def only_what_a_page_offers(document: CustomDocument, request: HttpRequest) -> None:
    """Raise Http404 for visitors who guess the address of a document that nobody has approved on a page yet."""
    if not (request.user.has_perm("wagtailadmin.access_admin") or public_records_with(document)):
        raise Http404
