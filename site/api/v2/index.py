"""Where the lists at Wagtail's addresses are."""

from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.views import OpenView

LISTS = ("pages", "images", "documents")


class IndexView(OpenView):
    """Where everything is."""

    def get(self, request: Request) -> Response:
        """Links to everything that everybody may read; a draft has an address only for whoever has its key."""
        links = {name: request.build_absolute_uri(reverse(f"wagtailapi:{name}:listing")) for name in LISTS}
        links |= {"documentation": request.build_absolute_uri(reverse("api"))}
        return Response({"links": links})
