"""Opening hours said back while an editor fills them in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from helplines.hours_form import OpeningHoursFormField, OpeningHoursWidget, in_words

# What the rows are called on their way here, whatever the form calls them.
NAME = "hours"


@require_POST
def hours_in_words(request: HttpRequest) -> HttpResponse:
    """A piece of a page: what readers will see, or what nobody could read; nothing where no hours are known. Nothing is kept."""
    typed = OpeningHoursWidget().value_from_datadict(request.POST, request.FILES, NAME)
    said: dict[str, Any] = {}
    try:
        said = {"in_words": in_words(OpeningHoursFormField().to_python(typed))}
    except ValidationError as error:
        said = {"problems": error.messages}
    return render(request, "helplines/admin/hours_in_words.html", said)
