"""The answers: what anybody may read, in the standard's words."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.openreferral import asking, shapes, worked_examples
from api.openreferral.asking import ListPage, check_for_places, identifier_in, is_asked, words_in
from api.openreferral.described import THE_IDENTIFIER, page_shape, parameters_called
from api.openreferral.finding import all_terms, helplines_asked_for, with_words
from api.openreferral.holdings import Holdings
from api.openreferral.organizations import Runner
from api.openreferral.services import told_briefly, told_services
from api.openreferral.taxonomies import TAXONOMIES
from api.v1.described import answers
from api.v1.page_facts import Facts
from api.v1.views import OpenView

VERSION = "3.0"
PROFILE = "https://docs.openreferraluk.org/"
OF_SERVICES = (
    *asking.OF_A_LIST, asking.TAXONOMY_TERM, asking.TAXONOMY, asking.ORGANIZATION, asking.MODIFIED_AFTER,
    asking.MINIMAL, asking.FULL,
)  # fmt: skip
OF_SERVICES_AT_LOCATIONS = (
    *asking.OF_A_LIST, asking.TAXONOMY_TERM, asking.TAXONOMY, asking.ORGANIZATION, asking.MODIFIED_AFTER, asking.FULL,
    asking.POSTCODE, asking.PROXIMITY,
)  # fmt: skip
OF_TERMS = (*asking.OF_A_LIST, asking.TAXONOMY, asking.TOP_ONLY, asking.PARENT)
OF_ORGANIZATIONS = (*asking.OF_A_LIST, asking.FULL, asking.FULL_SERVICE)


class ApiView(OpenView):
    """What this API is."""

    @extend_schema(
        responses=answers(shapes.ApiSerializer, example=worked_examples.API),
        operation_id="openreferral",
        summary="Which standard this is",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """The version of the standard, its profile, and where these addresses are described."""
        described_at = request.build_absolute_uri(reverse("api-openreferral:openapi"))
        return Response({"version": VERSION, "profile": PROFILE, "openapi_url": described_at})


class StandardListView(OpenView):
    """A list in pages, as the standard has them."""

    parameters: ClassVar[tuple[str, ...]] = asking.OF_A_LIST

    @property
    def forms(self) -> list[str]:
        """The standard lets a form be chosen; this API has one."""
        return ["json"]

    def told_page(self, rows: Sequence[Any], tell: Callable[[Sequence[Any]], list[Facts]], **paging: Any) -> Response:
        """The page that was asked for."""
        page = ListPage.asked_for(self.request.query_params, **paging)
        return Response(page.told(len(rows), tell(page.of(rows))))


class ServicesView(StandardListView):
    """Helplines."""

    parameters = OF_SERVICES

    @extend_schema(
        parameters=parameters_called(*OF_SERVICES),
        responses=answers(
            page_shape(
                PolymorphicProxySerializer(
                    "ServiceInList",
                    [shapes.ServiceSerializer, shapes.ServiceInBriefSerializer],
                    resource_type_field_name=None,
                    many=True,
                ),
                "PageOfServices",
            ),
            example=worked_examples.a_page_of(worked_examples.SERVICE_IN_A_LIST),
        ),
        operation_id="services",
        summary="Helplines as services",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """Every helpline that is public, in the order in which they were made. Parameters narrow the list together.

        Each has its own fields; `full=true` adds the records that belong to it: telephones, schedules and so on. With
        `minimal=true` there is nothing but identifiers and dates, whatever `full` says.
        """
        query, holdings = request.query_params, Holdings(request)
        minimal, full = is_asked(query, asking.MINIMAL), is_asked(query, asking.FULL)
        found = helplines_asked_for(query, holdings)
        if minimal:
            return self.told_page(found, lambda rows: [*map(told_briefly, rows)], usual=None)
        return self.told_page(found, lambda rows: told_services([*rows], holdings, full=full))


class ServiceView(OpenView):
    """One helpline."""

    @extend_schema(
        parameters=[THE_IDENTIFIER],
        responses=answers(shapes.ServiceSerializer, 404, example=worked_examples.SERVICE),
        operation_id="service",
        summary="One helpline as a service",
        tags=["Open data"],
    )
    def get(self, request: Request, id: str) -> Response:
        """A helpline with everything that belongs to it."""
        holdings = Holdings(request)
        held = holdings.helpline(id)
        return Response(the_only(told_services([held] if held else [], holdings, full=True)))


class ServicesAtLocationsView(StandardListView):
    """Helplines at places: there are none."""

    parameters = OF_SERVICES_AT_LOCATIONS

    @extend_schema(
        parameters=parameters_called(*OF_SERVICES_AT_LOCATIONS),
        responses=answers(page_shape(shapes.ServiceAtLocationSerializer(many=True), "PageOfServicesAtLocations")),
        operation_id="service_at_locations",
        summary="Services at places: none, as nobody visits a helpline",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """Always empty. The standard asks for this address, and a helpline is at no place that somebody could go to."""
        check_for_places(request.query_params)
        return self.told_page([], list)


class ServiceAtLocationView(OpenView):
    """A helpline at a place: there is none."""

    @extend_schema(
        parameters=[THE_IDENTIFIER],
        responses=answers(shapes.ServiceAtLocationSerializer, 404),
        operation_id="service_at_location",
        summary="One service at a place: none",
        tags=["Open data"],
    )
    def get(self, request: Request, id: str) -> Response:
        """Nothing is at this address, whatever the identifier is."""
        raise Http404


class TaxonomiesView(StandardListView):
    """Kinds of words."""

    @extend_schema(
        parameters=parameters_called(*asking.OF_A_LIST),
        responses=answers(
            page_shape(shapes.TaxonomySerializer(many=True), "PageOfTaxonomies"),
            example=worked_examples.a_page_of(worked_examples.TAXONOMY),
        ),
        operation_id="taxonomies",
        summary="Kinds of words by which helplines are found",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """What somebody needs, who a helpline is for, and questions before calling."""
        words = words_in(request.query_params)
        found = [one for one in TAXONOMIES.values() if with_words(words, one.title, one.description)]
        return self.told_page(found, lambda rows: [one.told for one in rows])


class TaxonomyView(OpenView):
    """One kind of words."""

    @extend_schema(
        parameters=[THE_IDENTIFIER],
        responses=answers(shapes.TaxonomySerializer, 404, example=worked_examples.TAXONOMY),
        operation_id="taxonomy",
        summary="One kind of words",
        tags=["Open data"],
    )
    def get(self, request: Request, id: str) -> Response:
        """A taxonomy by its identifier."""
        return Response(the_only([one.told for one in TAXONOMIES.values() if one.identifier == id]))


class TaxonomyTermsView(StandardListView):
    """Words."""

    parameters = OF_TERMS

    @extend_schema(
        parameters=parameters_called(*OF_TERMS),
        responses=answers(
            page_shape(shapes.TaxonomyTermSerializer(many=True), "PageOfTaxonomyTerms"),
            example=worked_examples.a_page_of(worked_examples.TERM),
        ),
        operation_id="taxonomy_terms",
        summary="Words by which helplines are found",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """Words of editors, then trust questions."""
        query = request.query_params
        words, within = words_in(query), (identifier_in(query, asking.TAXONOMY) or "").lower()
        is_asked(query, asking.TOP_ONLY)
        # No word stands below another.
        known = [] if identifier_in(query, asking.PARENT) else all_terms(Holdings(request))
        found = [
            one
            for one in known
            if within in ("", one.taxonomy.identifier) and with_words(words, one.name, one.taxonomy.title)
        ]
        return self.told_page(found, lambda rows: [one.told for one in rows])


class TaxonomyTermView(OpenView):
    """One word."""

    @extend_schema(
        parameters=[THE_IDENTIFIER],
        responses=answers(shapes.TaxonomyTermSerializer, 404, example=worked_examples.TERM),
        operation_id="taxonomy_term",
        summary="One word",
        tags=["Open data"],
    )
    def get(self, request: Request, id: str) -> Response:
        """A word or a trust question by its identifier."""
        return Response(the_only([one.told for one in all_terms(Holdings(request)) if one.identifier == id]))


class OrganizationsView(StandardListView):
    """Organisations."""

    parameters = OF_ORGANIZATIONS

    @extend_schema(
        parameters=parameters_called(*OF_ORGANIZATIONS),
        responses=answers(
            page_shape(shapes.OrganizationWithServicesSerializer(many=True), "PageOfOrganizations"),
            example=worked_examples.a_page_of(worked_examples.ORGANIZATION_IN_A_LIST),
        ),
        operation_id="organizations",
        summary="Organisations that run helplines",
        tags=["Open data"],
    )
    def get(self, request: Request) -> Response:
        """Whoever runs a public helpline, which may be the helpline itself; `full=true` gives the helplines too."""
        query, holdings = request.query_params, Holdings(request)
        words = words_in(query)
        full, full_service = is_asked(query, asking.FULL), is_asked(query, asking.FULL_SERVICE)
        found = [one for one in holdings.runners if with_words(words, one.name, one.description)]
        if full or full_service:
            return self.told_page(found, lambda rows: with_services(rows, holdings, full_service=full_service))
        return self.told_page(found, lambda rows: [one.told(full=False) for one in rows])


class OrganizationView(OpenView):
    """One organisation."""

    parameters = (asking.FULL_SERVICE,)

    @extend_schema(
        parameters=[THE_IDENTIFIER, *parameters_called(asking.FULL_SERVICE)],
        responses=answers(shapes.OrganizationWithServicesSerializer, 404, example=worked_examples.ORGANIZATION),
        operation_id="organization",
        summary="One organisation that runs helplines",
        tags=["Open data"],
    )
    def get(self, request: Request, id: str) -> Response:
        """An organisation with its helplines."""
        holdings, whole = Holdings(request), is_asked(request.query_params, asking.FULL_SERVICE)
        found = [one for one in holdings.runners if one.identifier == id]
        return Response(the_only(with_services(found, holdings, full_service=whole)))


def with_services(runners: Sequence[Runner], holdings: Holdings, *, full_service: bool) -> list[Facts]:
    """Organisations with the helplines that they run; a helpline does not say again who runs it."""
    organisations = {one.organisation_id for one in runners} - {None}
    themselves = {one.helpline_id for one in runners}
    held = (
        [one for one in holdings.helplines if one.organisation_id in organisations or one.pk in themselves]
        if runners
        else []
    )
    services: dict[str, list[Facts]] = {}
    for service in told_services(held, holdings, full=full_service):
        del service["organization"]
        services.setdefault(service["organization_id"], []).append(service)
    return [{**one.told(full=True), "services": services.get(one.identifier, [])} for one in runners]


def the_only(found: list[Facts]) -> Facts:
    """What was found; raises Http404 where there is nothing."""
    if not found:
        raise Http404
    return found[0]
