"""Addresses of documents: the site's own view of a file, and whatever else Wagtail has."""

from django.urls import include, path, re_path
from wagtail.documents import urls as wagtaildocs_urls

from media_library.views import document_file

urlpatterns = [
    # The name and the address by which Wagtail links documents.
    re_path(r"^(\d+)/(.*)$", document_file, name="wagtaildocs_serve"),
    path("", include(wagtaildocs_urls)),
]
