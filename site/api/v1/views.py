"""The answers of version 1: whoever asks gets what anybody may read, and nothing is kept about them."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.problems import ParameterProblem
from api.v1 import shapes, worked_examples
from api.v1.addresses import api_address
from api.v1.described import A_NAME, LIST_PARAMETERS, answers, json_ld_shape
from api.v1.freshness import last_changed, only_if_changed, tell_age
from api.v1.json_ld import JsonLdRenderer, as_json_ld
from api.v1.kinds import pages_called, shown_pages
from api.v1.lists import link_header, list_shape, told_part
from api.v1.model import told_model
from api.v1.model import told_part as told_part_of_the_model
from api.v1.page_facts import Facts
from api.v1.pages import told_page, told_pages
from api.v1.parameters import FORMAT, LIMIT, OFFSET, Part, refuse_unknown
from api.v1.records import told_reference, told_term
from api.v1.whole_model import read_model
from core.models import Reference, SiteIdentity, Term
from helplines.when import moments_of_change


class OpenView(APIView):
    """An answer that everybody gets, with its age and a tag."""

    http_method_names = ["get", "head", "options"]
    renderer_classes: ClassVar[list[Any]] = [JSONRenderer]
    # The parameters that this address takes.
    parameters: ClassVar[tuple[str, ...]] = ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer, and note when something that is said of opening hours will read differently."""
        with moments_of_change() as self.changes:
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what is not known before anything is read."""
        refuse_unknown(request.query_params, (*self.parameters, *([FORMAT] if self.forms else [])))
        if request.query_params.get(FORMAT, JSONRenderer.format) not in (*self.forms, JSONRenderer.format):
            raise ParameterProblem(FORMAT, f"“{FORMAT}” may be {' or '.join(f'“{form}”' for form in self.forms)}.")
        super().initial(request, *args, **kwargs)

    @property
    def forms(self) -> list[str]:
        """The forms to choose from by a parameter; none where there is one form only."""
        forms = list(dict.fromkeys(renderer.format for renderer in self.renderer_classes))
        return forms if len(forms) > 1 else []

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Say how old the answer is, and keep it back where the copy that somebody has still holds."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code == 200 and isinstance(response, Response):
            tell_age(response, last_changed(), changes=self.changes)
            response.add_post_render_callback(lambda rendered: only_if_changed(request, rendered))
        return response

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Which methods there are."""
        return HttpResponse(status=204)


class IndexView(OpenView):
    """Where everything is."""

    @extend_schema(
        responses=answers(shapes.IndexSerializer), operation_id="index", summary="Where everything is", tags=["Index"]
    )
    def get(self, request: Request) -> Response:
        """Links to everything in this version."""
        identity = SiteIdentity.objects.first() or SiteIdentity()
        names = ("model", "pages", "references", "glossary", "openapi")
        links = {name: api_address(request, name) for name in names}
        links["documentation"] = request.build_absolute_uri(reverse("api"))
        return told(shapes.IndexSerializer, {"name": identity.name, "version": "1.0.0", "links": links})


class ModelView(OpenView):
    """The whole model."""

    renderer_classes: ClassVar[list[Any]] = [JSONRenderer, JsonLdRenderer]

    @extend_schema(
        responses={
            **answers(shapes.ModelSerializer, example=worked_examples.MODEL),
            (200, JsonLdRenderer.media_type): json_ld_shape(),
        },
        operation_id="model",
        summary="The whole model",
        tags=["Model"],
    )
    def get(self, request: Request) -> Response:
        """Sources of harm with their items, impacts, recommendations, recurring ideas, and how they hang together.

        As JSON, or as JSON-LD (a SKOS concept scheme) with `?format=jsonld` or `Accept: application/ld+json`.
        """
        with read_model(request) as model:
            answer = told(shapes.ModelSerializer, told_model(model))
        if request.accepted_renderer.format == JsonLdRenderer.format:
            return Response(as_json_ld(answer.data, request))
        return answer


PART_SHAPES = {
    "source": shapes.SourceSerializer,
    "impact": shapes.ImpactSerializer,
    "recommendation": shapes.RecommendationSerializer,
    "idea": shapes.IdeaSerializer,
    "item": shapes.ItemWithSourceSerializer,
}


class ModelPartView(OpenView):
    """One part of the model."""

    @extend_schema(
        parameters=[A_NAME],
        responses=answers(
            PolymorphicProxySerializer("PartOfTheModel", PART_SHAPES, resource_type_field_name="kind"),
            404,
            example=worked_examples.SOURCE,
        ),
        operation_id="model_part",
        summary="One part of the model",
        tags=["Model"],
    )
    def get(self, request: Request, permanent_id: str) -> Response:
        """A source of harm, an impact, a recommendation, a recurring idea, or an item by its id.

        Where two of them have the same name, the first kind of this list is given.
        """
        with read_model(request) as model:
            part = told_part_of_the_model(model, permanent_id)
        if part is None:
            raise Http404
        return told(PART_SHAPES[part["kind"]], part)


class ListView(OpenView):
    """A list that is read in parts."""

    parameters = (LIMIT, OFFSET)

    def told_list(self, queryset: Any, tell: Any) -> Response:
        """The part that was asked for."""
        part = Part.asked_for(self.request.query_params)
        facts = told_part(self.request, queryset, part, tell)
        links = link_header(facts)
        return Response(facts, headers={"Link": links} if links else None)


class PagesView(ListView):
    """Every page."""

    @extend_schema(
        parameters=LIST_PARAMETERS,
        responses=answers(
            list_shape(shapes.PageInListSerializer, "ListOfPages"),
            example=worked_examples.a_list_of("pages", worked_examples.IN_A_LIST),
        ),
        operation_id="pages",
        summary="Every page",
        tags=["Pages"],
    )
    def get(self, request: Request) -> Response:
        """Every page that anybody may read, in the order in which they were made: a new page comes last."""
        shape = shapes.PageInListSerializer
        return self.told_list(shown_pages(request), lambda rows: list(shape(told_pages(rows, request), many=True).data))


class PageView(OpenView):
    """One page."""

    @extend_schema(
        parameters=[A_NAME],
        responses=answers(shapes.PageSerializer, 404, example=worked_examples.PAGE),
        operation_id="page",
        summary="One page",
        tags=["Pages"],
    )
    def get(self, request: Request, permanent_id: str) -> Response:
        """A page with all its words."""
        called = pages_called(permanent_id)
        shown = shown_pages(request).in_bulk(called)
        page = next((shown[pk] for pk in called if pk in shown), None)
        if page is None:
            raise Http404
        return told(shapes.PageSerializer, told_page(page, request))


class ReferencesView(ListView):
    """Works."""

    @extend_schema(
        parameters=LIST_PARAMETERS,
        responses=answers(
            list_shape(shapes.ReferenceSerializer, "ListOfReferences"),
            example=worked_examples.a_list_of("references", worked_examples.REFERENCE),
        ),
        operation_id="references",
        summary="Works",
        tags=["References and glossary"],
    )
    def get(self, request: Request) -> Response:
        """Works that pages cite or recommend, in CSL-JSON, in the order in which they were recorded."""
        return self.told_list(Reference.objects.shown().order_by("pk"), lambda rows: [*map(told_reference, rows)])


class GlossaryView(ListView):
    """Words that are explained."""

    @extend_schema(
        parameters=LIST_PARAMETERS,
        responses=answers(
            list_shape(shapes.TermSerializer, "Glossary"),
            example=worked_examples.a_list_of("glossary", worked_examples.TERM),
        ),
        operation_id="glossary",
        summary="Words that are explained",
        tags=["References and glossary"],
    )
    def get(self, request: Request) -> Response:
        """Words and abbreviations with plain explanations, in order of the alphabet."""
        return self.told_list(Term.objects.shown().order_by("term", "pk"), lambda rows: [*map(told_term, rows)])


def told(shape: Any, facts: Facts) -> Response:
    """An answer that has the shape it is described with."""
    return Response(shape(facts).data)
