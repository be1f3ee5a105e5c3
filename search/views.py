"""The page of search. Nothing that somebody looks for is kept: no record, no cookie, no entry in a log."""

from dataclasses import replace

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from core.reading import read_for
from core.site_furniture import furniture_for
from search.answers import Answer


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer the question in `query`; raises BadRequest for a character that no text has."""
    asked = request.GET.dict()
    if any("\0" in value for value in asked.values()):
        # The words themselves are not part of the message: it is logged.
        raise BadRequest("There is a character in the question that no text has.")
    with read_for(None, request) as reading:
        answer = Answer(asked, reading)
        furniture = replace(furniture_for(reading), help_comes_first=answer.question.is_urgent)
        context = {
            "furniture": furniture,
            # What somebody looks for is not part of the title, which tabs and lists of visited pages show.
            "page_title": f"{answer.title} - {furniture.site_name}",
            "page_description": "Find a word or a helpline anywhere on this site. This site does not keep what you type.",
            "is_an_answer": bool(asked),
            "content": answer.view().render_html(),
        }
    response = TemplateResponse(request, "search/page.html", context)
    response["Cache-Control"] = "no-store"
    if asked:
        response["X-Robots-Tag"] = "noindex"
    return response
