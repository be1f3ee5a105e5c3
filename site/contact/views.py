"""Sending a message, and what is shown after it."""

import logging
from typing import Any

from django.db import Error as DatabaseAway
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from config.proxies import visitor_of
from contact import actions
from contact.bodies import TooLarge, read_whole
from contact.components import ContactForm, FormProblem, MessageSent, in_words
from contact.forms import STAMP, TRAP, MessageForm, VisitorForm
from contact.limits import TooManyFromOnePlace, TooManyMessages
from contact.models import MessageSettings
from contact.origin import came_from_here
from contact.signs import TOO_OLD, signs_in
from contact.stamp import opened_at
from core.views import furniture_of_error_pages, too_large

logger = logging.getLogger(__name__)

TITLE = "Write to the research team"
NOT_SENT = "Your message is not sent yet"
STILL_HERE = "Everything you typed is still here."
LOOK_AGAIN = FormProblem("There is a problem", STILL_HERE)
FROM_ELSEWHERE = FormProblem(
    NOT_SENT, f"It came from another website. {STILL_HERE} If it is yours, send it again from this page."
)
OUR_MISTAKE = FormProblem(
    NOT_SENT, f"Something went wrong on our side. {STILL_HERE} Try again in a few minutes, or copy your words first."
)

FROM_EVERYWHERE = "More messages are coming in than we can take."
FROM_ONE_PLACE = (
    "Several messages came from where you are in a short time. They may be from other people: we cannot tell apart "
    "those who share a connection, as on a ward or in a library."
)


# Visitors get no cookie, so there is none to compare: see docs/decisions/0013-a-form-without-cookies.md.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """Keep what somebody wrote and show that it was sent; where that cannot be, show it again with the reason."""
    if request.method != "POST":
        return show(request, MessageForm())
    try:
        read_whole(request)
    except TooLarge:
        return too_large(request)
    form = MessageForm(request.POST)
    if not came_from_here(request):
        return show(request, form, FROM_ELSEWHERE, status=403)
    if not form.is_valid():
        return show(request, form, LOOK_AGAIN, status=422)
    try:
        receive(request, form)
    except TooManyMessages as too_many:
        return hold_off(request, form, too_many)
    except DatabaseAway as error:
        # Its words could hold the message, so its kind alone is said.
        logger.error("A message from a visitor could not be kept: %s", type(error).__name__)
        return show(request, form, OUR_MISTAKE, status=503)
    return HttpResponse(status=303, headers={"Location": reverse("message_sent")})


@sensitive_variables()
def receive(request: HttpRequest, form: MessageForm) -> None:
    """Hand on what was typed, with what speaks for spam."""
    words = form.cleaned_data
    signs = signs_in(
        text=words["text"],
        trap=form.typed(TRAP),
        opened_at=opened_at(form.typed(STAMP)),
        now=timezone.now(),
    )
    actions.receive(words=words, signs=signs, visitor=visitor_of(request))


def hold_off(request: HttpRequest, form: MessageForm, too_many: TooManyMessages) -> HttpResponse:
    """Say when to try again; nothing that was typed is lost."""
    why = FROM_ONE_PLACE if isinstance(too_many, TooManyFromOnePlace) else FROM_EVERYWHERE
    text = (
        f"{why} {STILL_HERE} Try again in {in_words(too_many.again_in)}. "
        "If you need somebody now, the ways to get help on this page work all the same."
    )
    response = show(request, form, FormProblem(NOT_SENT, text), status=429)
    response["Retry-After"] = str(round(too_many.again_in.total_seconds()))
    return response


@sensitive_variables()
def show(
    request: HttpRequest, form: MessageForm, problem: FormProblem | None = None, *, status: int = 200
) -> HttpResponse:
    """A page with the form alone, filled in as it was."""
    furniture = furniture_of_error_pages(request)
    shown = ContactForm.of(
        form,
        settings_even_without_a_database(),
        stamp=stamp_to_keep(form),
        helplines_url=furniture.urgent_help.helplines_url,
        heading="The form",
    )
    if problem is LOOK_AGAIN:
        problem = FormProblem(problem.title, problem.text, shown.problems)
    return page(request, "Error: " if problem else "", furniture, form=shown, problem=problem, status=status)


def stamp_to_keep(form: VisitorForm) -> str:
    """The stamp that came with the form, so that sending it again soon is not too quick; empty where it is of no use."""
    stamp = form.typed(STAMP)
    since = opened_at(stamp)
    return stamp if since and timezone.now() - since < TOO_OLD else ""


@cache_control(no_store=True)
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next, the same for every message, held or not."""
    settings = settings_even_without_a_database()
    furniture = furniture_of_error_pages(request)
    return page(request, "", furniture, sent=MessageSent(settings.who_reads_it, settings.days_kept))


def page(request: HttpRequest, before_title: str, furniture: Any, *, status: int = 200, **shown: Any) -> HttpResponse:
    """A page that belongs to no editor, with help and the way out where they always are."""
    title = "Your message was sent" if "sent" in shown else TITLE
    context = {"furniture": furniture, "page_title": f"{before_title}{title} - {furniture.site_name}", "title": title}
    response = render(request, "contact/page.html", {**context, **shown}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def settings_even_without_a_database() -> MessageSettings:
    """The settings, or the usual ones where they cannot be read."""
    try:
        with transaction.atomic():
            return MessageSettings.now()
    except DatabaseAway:
        return MessageSettings()
