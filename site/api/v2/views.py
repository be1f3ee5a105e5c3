"""Pages at Wagtail's addresses, and what all its addresses have in common."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.filters import AncestorOfFilter, ChildOfFilter, DescendantOfFilter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.models import Page, Site

from api.problems import problem
from api.v2.addresses import detail_url
from api.v2.asking import (
    Paging,
    PermanentIdFilter,
    StableOrder,
    ValueFilter,
    can_be_filtered_by,
    chosen_names,
    has_column,
    refuse_what_no_database_holds,
    with_permanent_id,
)
from api.v2.public_fields import META_OF_PAGES, OF_PAGE_TYPES, public_names
from api.v2.telling import told_pages
from core.open_to_everybody import shown_to_everybody

Told = dict[str, Any]


class PublicViewSet(BaseAPIViewSet):
    """Answers that are the same for everybody: nobody signs in here, and nothing is told that is not public."""

    authentication_classes: Sequence[Any] = ()
    permission_classes: Sequence[Any] = ()
    renderer_classes = (JSONRenderer,)
    pagination_class = Paging
    filter_backends: Sequence[Any] = (ValueFilter, StableOrder)
    known_query_parameters = frozenset({"limit", "offset", "fields", "order", "format"})
    find_query_parameters = frozenset({"id"})
    usual_order: Sequence[str] = ("pk",)
    # As in the address; the framework forgets a view's `name`.
    kind = ""
    # Fields that can be compared with a value in the address.
    filters: Sequence[str] = ("id",)

    def filter_names(self, model: Any) -> list[str]:
        """The fields by which answers of a model can be chosen."""
        return [name for name in self.filters if has_column(model, name)]

    def tell(self, records: Sequence[Any], names: Sequence[str]) -> list[Told]:
        """Each record with these fields."""
        raise NotImplementedError

    def names_for(self, model: Any, *, in_a_list: bool) -> list[str]:
        """The fields that somebody asked for."""
        raise NotImplementedError

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse at the door what no answer could hold."""
        super().initial(request, *args, **kwargs)
        refuse_what_no_database_holds(request.GET)

    def check_query_parameters(self, queryset: Any) -> None:
        """Raises BadRequestError for a parameter that means nothing here."""
        known = {*self.known_query_parameters, *self.filter_names(queryset.model)}
        self.refuse_unknown(known)

    def refuse_unknown(self, known: set[str]) -> None:
        """Raises BadRequestError for a parameter of another name."""
        if unknown := sorted(set(self.request.GET) - known):
            raise BadRequestError(f"query parameter is not an operation or a recognised field: {', '.join(unknown)}")

    def listing_view(self, request: Request) -> Response:
        """Some of them."""
        queryset = self.get_queryset()
        self.check_query_parameters(queryset)
        names = self.names_for(queryset.model, in_a_list=True)
        records = self.paginate_queryset(self.filter_queryset(queryset))
        return self.get_paginated_response(self.tell(list(records), names))

    def detail_view(self, request: Request, pk: int) -> Response:
        """One of them."""
        self.refuse_unknown({"fields", "format"})
        record = self.get_object()
        return Response(self.tell([record], self.names_for(type(record), in_a_list=False))[0])

    def find_view(self, request: Request) -> HttpResponseRedirect:
        """The way to one that is known by something else."""
        self.refuse_unknown({*self.find_query_parameters, "fields", "format"})
        found = self.find_object(self.get_queryset(), request)
        if found is None:
            raise Http404("not found")
        rest = request.GET.copy()
        for name in self.find_query_parameters:
            rest.pop(name, None)
        url = detail_url(request, self.kind, found.pk)
        return HttpResponseRedirect(f"{url}?{rest.urlencode()}" if rest else url)

    def find_object(self, queryset: Any, request: Request) -> Any:
        """The record with this key; None where there is none."""
        wanted = request.GET.get("id")
        if wanted is None:
            return None
        if not (wanted.isascii() and wanted.isdigit()):
            raise BadRequestError("id must be a positive integer")
        return queryset.filter(pk=int(wanted)).first()

    def filter_queryset(self, queryset: Any) -> Any:
        """Filters are for lists: one record is found by its key alone."""
        return super().filter_queryset(queryset) if self.action == "listing_view" else queryset

    def handle_exception(self, exc: Exception) -> HttpResponse:
        """Errors look as everywhere else in the open API."""
        if isinstance(exc, BadRequestError):
            return problem(400, str(exc))
        response: HttpResponse = super(BaseAPIViewSet, self).handle_exception(exc)
        return response


class PagesView(PublicViewSet, PagesAPIViewSet):
    """Pages that anybody can read."""

    kind = "pages"
    filter_backends = (ValueFilter, PermanentIdFilter, ChildOfFilter, AncestorOfFilter, DescendantOfFilter, StableOrder)
    known_query_parameters = PublicViewSet.known_query_parameters | {
        "type", "child_of", "ancestor_of", "descendant_of", "permanent_id",
    }  # fmt: skip
    find_query_parameters = frozenset({"id", "html_path", "permanent_id"})
    usual_order = ("path",)
    in_lists = (
        "id", "type", "detail_url", "html_url", "slug", "first_published_at", "title", "permanent_id", "summary",
        "last_updated",
    )  # fmt: skip

    def get_root_page(self) -> Page:
        """The first page of the site that is asked."""
        return Site.find_for_request(self.request).root_page

    def get_base_queryset(self) -> Any:
        """Every page of this site that anybody can read now."""
        site = Site.find_for_request(self.request)
        shown = Page.objects.filter(shown_to_everybody())
        return shown.descendant_of(site.root_page, inclusive=True) if site else shown.none()

    def get_queryset(self) -> Any:
        """Those of the types that somebody asked for; raises BadRequestError for what is no page type of this site."""
        queryset = super().get_queryset()
        if queryset.model not in {Page, *OF_PAGE_TYPES}:
            raise BadRequestError("type doesn't exist")
        # Wagtail's own first page, on a site without content, is of no type of ours.
        return queryset.not_exact_type(Page)

    def filter_names(self, model: Any) -> list[str]:
        """What a type shows in one short value."""
        names = ("id", "title", "slug", "show_in_menus", *OF_PAGE_TYPES.get(model, ()))
        fields = {field.name: field for field in model._meta.concrete_fields}
        return [name for name in names if name in fields and can_be_filtered_by(fields[name])]

    def find_object(self, queryset: Any, request: Request) -> Any:
        """The page with this key, address or permanent name."""
        if "permanent_id" in request.GET:
            return with_permanent_id(queryset, request.GET["permanent_id"]).order_by("path").first()
        if "html_path" in request.GET:
            return self.page_at(request.GET["html_path"], queryset)
        return super().find_object(queryset, request)

    def page_at(self, address: str, queryset: Any) -> Any:
        """The page at an address of this site."""
        steps = [step for step in address.split("/") if step]
        url_path = self.get_root_page().url_path + "".join(f"{step}/" for step in steps)
        return queryset.filter(url_path=url_path).first()

    def names_for(self, model: Any, *, in_a_list: bool) -> list[str]:
        """In a list of many types there is what all of them have."""
        of_lists = [name for name in (*META_OF_PAGES, *public_names(model)) if name != "parent"]
        available = of_lists if in_a_list else [*META_OF_PAGES, *public_names(model)]
        default = self.in_lists if in_a_list else available
        return chosen_names(self.request.GET.get("fields"), available=available, default=default)

    def tell(self, records: Sequence[Any], names: Sequence[str]) -> list[Told]:
        """With everything that the pages name, read at once."""
        return told_pages(specific_of(records), names, self.request)


def specific_of(pages: Sequence[Page]) -> list[Any]:
    """The pages with all that their types have, in the same order; one query for each type."""
    generic = [page.pk for page in pages if type(page) is Page]
    found = {page.pk: page for page in Page.objects.filter(pk__in=generic).specific()} if generic else {}
    return [found.get(page.pk, page) for page in pages]
