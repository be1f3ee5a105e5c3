"""How an address becomes a page, in few queries."""

from typing import Any

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper
from django.http import Http404, HttpRequest
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from core.guard_rails import Refusal
from core.open_to_everybody import is_live_now, not_expired, open_to_everybody

# What begins with one of these below the first page is answered before any page is looked for: see `config.urls`.
ADDRESSES_OF_THE_FRAME = frozenset(
    {"_util", "account", "admin", "api", "documents", "gallery", "healthz", "media", "readyz", "search", "static"}
)


class FoundByAddress(models.Model):
    """A page that is found in two queries, however deep it lies.

    Wagtail goes down the tree with two queries a level, and asks for restrictions with two more.
    """

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The published page below this one at an address; raises Http404 where there is none."""
        if not path_components:
            if not is_live_now(self):
                raise Http404
            return super().route(request, path_components)  # type: ignore[misc]  # Wagtail's Page follows in the bases
        address = self.url_path + "/".join(path_components) + "/"  # type: ignore[attr-defined]
        is_open = ExpressionWrapper(open_to_everybody(), output_field=BooleanField())
        below: Any = Page.objects.descendant_of(self).live().filter(not_expired(), url_path=address)
        page = below.annotate(is_open=is_open).specific().first()
        if page is None:
            raise Http404
        return RouteResult(page)

    def refusals(self) -> list[Refusal]:
        """A page directly below the first page has an address that is free."""
        page: Any = self
        refusals: list[Refusal] = super().refusals()  # type: ignore[misc]  # GuardedMixin follows in the bases
        parent = page.get_parent() if page.path and page.slug in ADDRESSES_OF_THE_FRAME else None
        if parent and parent.sites_rooted_here.exists():
            message = f"“{page.slug}” is an address that the site itself uses, so nobody could reach this page. Choose another."
            refusals.append(Refusal("slug", message))
        return refusals

    def get_view_restrictions(self) -> "models.QuerySet[PageViewRestriction]":
        """Restrictions on this page and above it, in one query; none for a page that was found to be open."""
        page: Any = self
        if page.alias_of_id:
            return super().get_view_restrictions()  # type: ignore[misc]
        if getattr(page, "is_open", False):
            return PageViewRestriction.objects.none()
        above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)
