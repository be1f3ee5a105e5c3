"""Mails about checks: how many, which, and where; and the one mail that has a personal link in it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables

from checking.due import DueCheck
from checking.models import PersonalLink
from core import mail as core_mail
from core.models import SiteIdentity
from editorial import permissions
from editorial.mail import deliver

# More names than this are not read in a mail; the start page has them all.
MOST_NAMES = 20


def people_who_check() -> list[str]:
    """The addresses of research editors and research leads."""
    people = get_user_model().objects.filter(is_active=True, groups__name__in=permissions.SECOND_READERS)
    return sorted({person.email for person in people if person.email})


def remind_of_checks(due: list[DueCheck], people: Iterable[str]) -> bool:
    """Send one mail to each; says whether anybody was reached."""
    crisis_lines = sum(check.is_crisis_line for check in due)
    details = {
        "count": len(due),
        "crisis_lines": crisis_lines,
        "others": len(due) - crisis_lines,
        "checks": [(check, admin_address("check_helpline", check.pk)) for check in due[:MOST_NAMES]],
        "further": len(due) - MOST_NAMES,
        "start_page": admin_address("wagtailadmin_home"),
    }
    body = body_of("weekly", details)
    subject = "One helpline has to be checked" if len(due) == 1 else f"{len(due)} helplines have to be checked"
    # Everybody is written to, whoever else was reached.
    reached = [core_mail.deliver(subject, body, address, about="checks that are due") for address in people]
    return any(reached)


@sensitive_variables()
def send_link(*, link: PersonalLink, token: str) -> None:
    """Send a personal link to the helpline, once it is certain."""
    identity = SiteIdentity.load()
    details = {
        "title": link.helpline.title,
        "site_name": identity.name,
        "site_address": f"{settings.WAGTAILADMIN_BASE_URL}/",
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("check_own_entry", args=[token]),
        "expires_at": link.expires_at,
    }
    subject = on_one_line(f"{identity.short_name}: is our entry of {link.helpline.title} still right?")
    body = body_of("link", details)
    to = [link.email]
    transaction.on_commit(lambda: deliver(subject, body, to))


def tell_of_an_answer(*, link: PersonalLink, closed: str = "") -> None:
    """Tell the editor who made the link that it was used, or everybody who checks where that editor is gone.

    That a helpline is `closed`, in words, is for everybody who checks: until one of them approves it, people are sent there.
    """
    maker = link.made_by
    made_it = {maker.email} if maker and maker.is_active and maker.email else set()
    title = link.helpline.title
    details = {
        "title": title,
        "is_right": link.answer == "right",
        "closed": closed,
        "link": admin_address("personal_links", link.helpline_id),
    }
    subject = on_one_line(f"{closed}, says {title}" if closed else f"An answer from {title}")
    body = body_of("answered", details)
    to = sorted(made_it | set(people_who_check())) if closed or not made_it else sorted(made_it)
    transaction.on_commit(lambda: deliver(subject, body, to))


def on_one_line(words: str) -> str:
    """A subject: a title may hold a line break, and no header may."""
    return " ".join(words.split())


def admin_address(name: str, *arguments: Any) -> str:
    """The whole address of a page of the admin."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=arguments)}"


def body_of(template: str, details: dict[str, Any]) -> str:
    """The words of a mail."""
    return render_to_string(f"checking/mail/{template}.txt", details).strip() + "\n"
