"""The documentation of the API, made by the server from its description; it needs no script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from api.components import operations_of, records_of
from api.openreferral.description import SERVER
from api.openreferral.description import description as description_of_open_data
from api.v1.description import description
from api.v1.freshness import SECONDS_TO_KEEP
from api.v1.parameters import HIGHEST_LIMIT, USUAL_LIMIT
from core.reading import read_for
from core.site_furniture import furniture_for


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """What each address gives, with help and the way out where they are on every page."""
    document, open_data = description(), description_of_open_data()
    records = {record.name: record for one in (document, open_data) for record in records_of(one)}
    with read_for(None, request) as reading:
        furniture = furniture_for(reading)
    title = document["info"]["title"]
    context = {
        "furniture": furniture,
        "page_title": f"{title} - {furniture.site_name}",
        "page_description": document["info"]["description"],
        "title": title,
        "description": document["info"]["description"],
        "operations": operations_of(document),
        "open_data": operations_of(open_data, below=SERVER),
        "records": [records[name] for name in sorted(records)],
        "open_data_openapi_address": reverse("api-openreferral:openapi"),
        "openapi_address": reverse("api-v1:openapi"),
        "second_api_address": reverse("wagtailapi:index"),
        "seconds_to_keep": SECONDS_TO_KEEP,
        "usual_limit": USUAL_LIMIT,
        "highest_limit": HIGHEST_LIMIT,
    }
    return render(request, "api/documentation.html", context)
