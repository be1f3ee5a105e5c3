"""Who is given a document."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks

from media_library.bucket import Bucket
from media_library.in_use import public_records_with
from media_library.models import CustomDocument


# After Wagtail's own question about private collections, which sends people to sign in.
@hooks.register("before_serve_document", order=10)
def only_what_a_page_offers(document: CustomDocument, request: HttpRequest) -> None:
    """Raise Http404 for visitors who guess the address of a document that nobody has approved on a page yet."""
    if not (request.user.has_perm("wagtailadmin.access_admin") or public_records_with(document)):
        raise Http404


# After everybody who may not have it was sent away.
@hooks.register("before_serve_document", order=20)
def private_documents_come_from_the_bucket(document: CustomDocument, request: HttpRequest) -> HttpResponse | None:
    """An address that opens a private document for a minute, where files are in a bucket.

    What the public reads comes from the site itself: nobody else has to know who reads it.
    """
    storage = document.file.storage
    if not isinstance(storage, Bucket) or is_for_everybody(document):
        return None
    return redirect_in_private(
        storage.signed_address(
            document.file.name, disposition=document.content_disposition, content_type=document.content_type
        )
    )


def is_for_everybody(document: CustomDocument) -> bool:
    """Whether a page offers it and no collection keeps it from anybody."""
    return bool(public_records_with(document)) and not document.collection.get_view_restrictions()


def redirect_in_private(address: str) -> HttpResponse:
    """Lead on, and let nobody keep the address."""
    response = redirect(address)
    response["Cache-Control"] = "private, no-store"
    return response
