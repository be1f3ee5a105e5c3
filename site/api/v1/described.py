"""What the description of the API says of every address."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from api.problems import DETAILS, MEDIA_TYPE
from api.v1.parameters import HIGHEST_LIMIT, HIGHEST_OFFSET, LIMIT, OFFSET, USUAL_LIMIT
from api.v1.shapes import ProblemSerializer
from api.v1.worked_examples import PROBLEM, shown
from core.permanent_id import PATTERN

JSON = "application/json"

A_NAME = OpenApiParameter(
    "permanent_id",
    {"type": "string", "pattern": f"^{PATTERN}$", "maxLength": 40},
    OpenApiParameter.PATH,
    description="The permanent name: small letters, figures and single hyphens.",
)
LIST_PARAMETERS = [
    OpenApiParameter(
        LIMIT,
        {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": USUAL_LIMIT},
        description=f"How many at most, up to {HIGHEST_LIMIT}.",
    ),
    OpenApiParameter(
        OFFSET,
        {"type": "integer", "minimum": 0, "maximum": HIGHEST_OFFSET, "default": 0},
        description="How many to leave out at the beginning.",
    ),
]
PROBLEMS = (400, 406)


def answers(
    shape: Any, *more_problems: int, media_types: tuple[str, ...] = (JSON,), example: dict[str, Any] | None = None
) -> dict[Any, Any]:
    """What an address answers: the thing itself, with an example, that a copy still holds, or what went wrong."""
    problems = sorted({*PROBLEMS, *more_problems})
    return {
        **{
            (200, one): OpenApiResponse(shape, description="What was asked for.", examples=shown(example))
            for one in media_types
        },
        304: OpenApiResponse(description="The copy that you have still holds."),
        **{
            (status, MEDIA_TYPE): OpenApiResponse(
                ProblemSerializer, description=DETAILS[status], examples=shown(PROBLEM if status == 400 else None)
            )
            for status in problems
        },
    }


def json_ld_shape() -> dict[str, Any]:
    """The shape of JSON-LD: the scheme, then its concepts."""
    concept = {
        "type": "object",
        "properties": {
            "@id": {"type": "string", "format": "uri"},
            "@type": {"type": "string", "enum": ["ConceptScheme", "Concept"]},
        },
        "required": ["@id", "@type"],
    }
    return {
        "type": "object",
        "description": "A SKOS concept scheme. The context stands in the answer and need not be fetched.",
        "properties": {"@context": {"type": "object"}, "@graph": {"type": "array", "items": concept, "minItems": 1}},
        "required": ["@context", "@graph"],
    }
