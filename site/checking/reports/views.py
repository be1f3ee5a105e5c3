"""Saying that something about a helpline is wrong, and what is shown after it."""

import logging
from dataclasses import dataclass
from typing import Any

from django.db import Error as DatabaseAway
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from checking.reports import actions
from checking.reports.components import ReportForm, ReportSent
from checking.reports.forms import SaidToBeWrong
from checking.reports.limits import TooManyAboutOne
from config.proxies import visitor_of
from contact.bodies import TooLarge, read_whole
from contact.components import FormProblem, in_words
from contact.forms import STAMP, TRAP
from contact.limits import TooManyFromOnePlace, TooManyMessages
from contact.origin import came_from_here
from contact.signs import signs_in
from contact.stamp import opened_at
from contact.views import stamp_to_keep
from core.views import furniture_of_error_pages, too_large
from helplines.models import HelplinePage

logger = logging.getLogger(__name__)

TITLE = "Say that something is wrong"
NOT_SENT = "This is not sent yet"
STILL_HERE = "Everything you ticked and typed is still here."
LOOK_AGAIN = FormProblem("There is a problem", STILL_HERE)
FROM_ELSEWHERE = FormProblem(
    NOT_SENT, f"It came from another website. {STILL_HERE} If it is yours, send it again from this page."
)
OUR_MISTAKE = FormProblem(NOT_SENT, f"Something went wrong on our side. {STILL_HERE} Try again in a few minutes.")
FROM_EVERYWHERE = "More reports are coming in than we can take."
ABOUT_ONE = (
    "Many reports about {name} came in a short time, and our editors see them. We cannot take more about it for now. "
    "You can still tell us about other helplines."
)
ELSEWHERE = "Or copy what you wrote, and tell us with the contact form"
FROM_ONE_PLACE = (
    "Several reports came from where you are in a short time. They may be from other people: we cannot tell apart "
    "those who share a connection, as on a ward or in a library."
)


@dataclass(frozen=True)
class Place:
    """The form of one helpline: what it is called and where it is, as far as that can be read."""

    permanent_id: str
    helpline: HelplinePage | None = None

    @classmethod
    def of(cls, permanent_id: str) -> "Place":
        """The place of a helpline that the public can read; raises Http404 where there is none."""
        return cls(permanent_id, get_object_or_404(HelplinePage.objects.readable(), permanent_id=permanent_id))

    @property
    def name(self) -> str:
        """What the helpline is called."""
        return self.helpline.title if self.helpline else "this helpline"

    @property
    def url(self) -> str:
        """Its page."""
        return self.helpline.url or "" if self.helpline else ""

    @property
    def address(self) -> str:
        """Where the form stands and is sent to."""
        return reverse("helpline_is_wrong", args=[self.permanent_id])


# Visitors get no cookie, so there is none to compare: see docs/decisions/0013-a-form-without-cookies.md.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def helpline_is_wrong(request: HttpRequest, permanent_id: str) -> HttpResponse:
    """The form; what was sent is kept, or shown again with the reason why not."""
    if request.method != "POST":
        return show(request, Place.of(permanent_id), SaidToBeWrong())
    try:
        read_whole(request)
    except TooLarge:
        return too_large(request)
    form, place = SaidToBeWrong(request.POST), Place(permanent_id)
    try:
        with transaction.atomic():
            place = Place.of(permanent_id)
        return take(request, place, form)
    except TooManyMessages as too_many:
        return hold_off(request, place, form, too_many)
    except DatabaseAway as error:
        # Its words could hold what was typed, so its kind alone is said.
        logger.error("A report of a helpline could not be kept: %s", type(error).__name__)
        return show(request, place, form, OUR_MISTAKE, status=503)


@sensitive_variables()
def take(request: HttpRequest, place: Place, form: SaidToBeWrong) -> HttpResponse:
    """Keep what was sent, unless it came from elsewhere or says nothing."""
    if not came_from_here(request):
        return show(request, place, form, FROM_ELSEWHERE, status=403)
    if not form.is_valid():
        return show(request, place, form, LOOK_AGAIN, status=422)
    receive(request, place, form)
    return HttpResponse(status=303, headers={"Location": reverse("report_sent")})


@sensitive_variables()
def receive(request: HttpRequest, place: Place, form: SaidToBeWrong) -> None:
    """Hand on what was ticked and typed, with what speaks for spam."""
    said = form.cleaned_data
    signs = signs_in(
        text=said["text"], trap=form.typed(TRAP), opened_at=opened_at(form.typed(STAMP)), now=timezone.now()
    )
    assert place.helpline is not None  # noqa: S101 - whoever comes here has read it
    actions.receive(
        helpline=place.helpline, details=said["details"], text=said["text"], signs=signs, visitor=visitor_of(request)
    )


def hold_off(request: HttpRequest, place: Place, form: SaidToBeWrong, too_many: TooManyMessages) -> HttpResponse:
    """Say when to try again and how else to tell us; nothing that was typed is lost."""
    reasons = {TooManyFromOnePlace: FROM_ONE_PLACE, TooManyAboutOne: ABOUT_ONE.format(name=place.name)}
    why = reasons.get(type(too_many), FROM_EVERYWHERE)
    text = (
        f"{why} {STILL_HERE} Try again in {in_words(too_many.again_in)}. "
        "If you need somebody now, the ways to get help on this page work all the same."
    )
    problem = FormProblem(NOT_SENT, text, ways_on=((reverse("send_message"), ELSEWHERE),))
    response = show(request, place, form, problem, status=429)
    response["Retry-After"] = str(round(too_many.again_in.total_seconds()))
    return response


@sensitive_variables()
def show(
    request: HttpRequest, place: Place, form: SaidToBeWrong, problem: FormProblem | None = None, *, status: int = 200
) -> HttpResponse:
    """The page with the form, filled in as it was."""
    furniture = furniture_of_error_pages(request)
    shown = ReportForm.of(
        form,
        helpline=place.name,
        helpline_url=place.url,
        address=place.address,
        stamp=stamp_to_keep(form),
        helplines_url=furniture.urgent_help.helplines_url,
    )
    if problem is LOOK_AGAIN:
        problem = FormProblem(problem.title, problem.text, shown.problems)
    title = f"{'Error: ' if problem else ''}{TITLE}: {place.name}"
    return page(request, furniture, title=TITLE, page_title=title, form=shown, problem=problem, status=status)


@cache_control(no_store=True)
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next, the same for every report of every helpline, held or not."""
    furniture = furniture_of_error_pages(request)
    title = "Thank you for saying so"
    shown = ReportSent(furniture.urgent_help.helplines_url)
    return page(request, furniture, title=title, page_title=title, sent=shown)


def page(request: HttpRequest, furniture: Any, *, page_title: str, status: int = 200, **shown: Any) -> HttpResponse:
    """A page that belongs to no editor, with help and the way out where they always are."""
    context = {"furniture": furniture, "page_title": f"{page_title} - {furniture.site_name}", **shown}
    response = render(request, "contact/page.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
