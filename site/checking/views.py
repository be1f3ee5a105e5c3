"""A helpline answers for its own entry: everything is right, or something is different."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from checking import actions, limits
from checking.changed_meanwhile import form_over
from checking.components import OwnCorrection, OwnEntry, group_of
from checking.corrections import CorrectionForm, CorrectionRefused
from checking.entry import entry_of
from checking.into_a_draft import Correction
from checking.models import PersonalLink
from checking.models.personal_links import day
from checking.tokens import digest_of_form
from config.proxies import visitor_of
from contact.bodies import TooLarge, read_whole
from contact.components import FormProblem
from contact.origin import came_from_here
from core.views import furniture_of_error_pages, too_large
from helplines.models import HelplinePage

STILL_HERE = "Everything you typed is still here."
NOT_SENT = "Your answer is not sent yet"
LOOK_AGAIN = FormProblem("There is a problem", STILL_HERE)
FROM_ELSEWHERE = FormProblem(NOT_SENT, "It came from another website. If it is yours, send it again from this page.")
CHANGED = FormProblem(
    NOT_SENT,
    "Our entry changed after you opened this page. What is public now stands below. Please look at it again, then answer.",
)
CHANGED_MEANWHILE = FormProblem(
    NOT_SENT,
    "Our entry changed after you opened this page. What you changed is still here, with what is public now beside it. "
    "Please look through it once more, then send it.",
)
ENDED = (
    "It may have been used already, its time may be over, or part of the address may be missing.",
    "You can ask our team for a new one: answer the mail that brought it, or write to us with the form on our contact page.",
)
TOO_MANY = (
    "More came from where you are than we can take. Please try again in ten minutes. The link still works then.",
)
ANSWERED_BEFORE = (
    "We have the answer that you sent a few minutes ago. A link takes one answer, so what you sent just now was not taken.",
    "If it says more than the first one, go back: what you typed may still be there.",
    "Tell us by answering the mail that brought the link, or write to us with the form on our contact page.",
)
RIGHT, DIFFERENT = "right", "different"
# What became of each answer.
TAKEN = {
    RIGHT: "You said that everything is right. The day of your answer now stands in our entry as the day of its last check.",
    DIFFERENT: "You said that something is different. Somebody in our team reads that first. Our entry stays as it was until then.",
}
THANKS = (
    "We have your answer. You do not have to do anything more.",
    "This link has been used now and leads nowhere any more. You can close this page.",
)


# Visitors get no cookie, so there is none to compare: see docs/decisions/0013-a-form-without-cookies.md.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def check_own_entry(request: HttpRequest, token: str) -> HttpResponse:
    """Show the entry and take the answer; a link that is wrong, expired, revoked or used opens nothing."""
    try:
        limits.hold_off(visitor_of(request))
        if request.method == "POST":
            read_whole(request)
            return take(request, token)
        link = actions.open_link(token=token)
        if request.GET.get("answer") == DIFFERENT:
            return show_form(request, link.helpline, CorrectionForm(helpline=link.helpline))
        return show_entry(request, link)
    except actions.LinkEnded:
        return ended(request, token)
    except TooLarge:
        return too_large(request)
    except limits.TooManyTries:
        response = page(request, "Please try again later", words=TOO_MANY, status=429)
        response["Retry-After"] = str(round(limits.WHILE.total_seconds()))
        return response


@sensitive_variables()
def take(request: HttpRequest, token: str) -> HttpResponse:
    """Hand on the answer."""
    link = actions.open_link(token=token)
    if request.POST.get("answer") == DIFFERENT:
        return take_correction(request, token, link.helpline)
    if not came_from_here(request):
        return show_entry(request, link, FROM_ELSEWHERE, status=403)
    if request.POST.get("answer") != RIGHT:
        return show_entry(request, link, FormProblem(NOT_SENT, "Choose one of the two answers."), status=422)
    try:
        actions.confirm_own_entry(token=token, seen=version_in(request), form_digest=digest_of_form(request.POST))
    except actions.CheckRefused:
        link.helpline.refresh_from_db()
        return show_entry(request, link, CHANGED, status=409)
    return answered(RIGHT)


@sensitive_variables()
def ended(request: HttpRequest, token: str) -> HttpResponse:
    """One and the same page, but for whoever sends an answer twice: they are thanked for it once more.

    Another answer than the first is not taken, and nobody is thanked for what was not.
    """
    used = actions.link_just_used(token=token) if request.method == "POST" else None
    if used and used.form_digest == digest_of_form(request.POST):
        return answered(used.answer)
    if used:
        return page(request, "Your first answer counts", words=ANSWERED_BEFORE, status=409)
    return page(request, "This link does not work", words=ENDED, status=404)


@sensitive_variables()
def take_correction(request: HttpRequest, token: str, helpline: HelplinePage) -> HttpResponse:
    """Hand on what is different, or show the form again with the reasons; nothing that was typed is lost."""
    seen = version_in(request)
    if seen != helpline.live_revision_id:
        return look_again(request, helpline, seen)
    form = CorrectionForm(request.POST, helpline=helpline)
    if not came_from_here(request):
        return show_form(request, helpline, form, FROM_ELSEWHERE, status=403)
    if not form.is_valid():
        return show_form(request, helpline, form, LOOK_AGAIN, status=422)
    try:
        actions.correct_own_entry(
            token=token,
            seen=seen,
            correction=partial(correction_of, request.POST),
            form_digest=digest_of_form(request.POST),
        )
    except actions.CheckRefused:
        return look_again(request, HelplinePage.objects.get(pk=helpline.pk), seen)
    except CorrectionRefused as refused:
        form.show(refused.refusals)
        return show_form(request, helpline, form, LOOK_AGAIN, status=422)
    return answered(DIFFERENT)


@sensitive_variables()
def look_again(request: HttpRequest, helpline: HelplinePage, seen: int | None) -> HttpResponse:
    """The form with what is public by now, and what they typed where they changed something."""
    form = form_over(helpline, typed=request.POST, seen=seen)
    return show_form(request, helpline, form, CHANGED_MEANWHILE, status=409)


def correction_of(typed: Any, public: HelplinePage) -> Correction:
    """What was typed, against the entry as it is while nobody else can publish another."""
    form = CorrectionForm(typed, helpline=public)
    form.is_valid()
    return Correction(form)


def version_in(request: HttpRequest) -> int | None:
    """The version of the entry that somebody read; no version where it never had one."""
    seen = request.POST.get("seen", "")
    # What is no number was sent by no page of ours, and is no version either.
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 19 else (None if seen == "" else -1)


def answered(answer: str) -> HttpResponse:
    """Lead on to a page that says what became of the answer, and nothing of the link."""
    return HttpResponse(status=303, headers={"Location": f"{reverse('own_entry_answered')}?answer={answer}"})


@cache_control(no_store=True)
@require_safe
def thank_you(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    taken = TAKEN.get(request.GET.get("answer", ""))
    words = (THANKS[0], taken, *THANKS[1:]) if taken else THANKS
    return page(request, "Thank you for your answer", words=words)


def show_entry(
    request: HttpRequest, link: PersonalLink, problem: FormProblem | None = None, *, status: int = 200
) -> HttpResponse:
    """The entry as it is public, with the two answers."""
    helpline = link.helpline
    shown = OwnEntry(entry_of(helpline, request), seen_of(helpline), day(link.expires_at))
    return page(request, f"Is this right? {helpline.title}", shown=shown, problem=problem, status=status)


@sensitive_variables()
def show_form(
    request: HttpRequest,
    helpline: HelplinePage,
    form: CorrectionForm,
    problem: FormProblem | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The form, filled in as it was."""
    groups = tuple(group_of(form, title, names) for title, names in form.groups)
    shown = OwnCorrection(groups, seen_of(helpline))
    if problem is LOOK_AGAIN:
        above = " ".join(str(sentence) for sentence in form.non_field_errors())
        problem = FormProblem(problem.title, above or problem.text, shown.problems)
    return page(request, f"What is different? {helpline.title}", shown=shown, problem=problem, status=status)


def seen_of(helpline: HelplinePage) -> str:
    """The version that is shown, as the form sends it back."""
    return str(helpline.live_revision_id or "")


def page(
    request: HttpRequest, title: str, *, problem: FormProblem | None = None, status: int = 200, **shown: Any
) -> HttpResponse:
    """A page that belongs to no editor and to no search engine, with help and the way out where they always are."""
    furniture = furniture_of_error_pages(request)
    before = "Error: " if problem else ""
    context = {"furniture": furniture, "page_title": f"{before}{title} - {furniture.site_name}", "title": title}
    response = render(request, "checking/page.html", {**context, "problem": problem, **shown}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
