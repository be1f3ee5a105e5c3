"""The door, and what an administrator does for somebody who lost a phone."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from wagtail.admin import messages

from users.actions import reset_second_factor
from users.models import User
from users.second_factor import has_second_factor


class SignInView(LoginView):
    """The name and the password; whoever gave them and has no second factor is led to set one up."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead on, or show the form."""
        if settings.REQUIRE_SECOND_FACTOR and request.user.is_authenticated and not has_second_factor(request.user):
            return redirect("mfa_index")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


sign_in = SignInView.as_view()


def may_reset(by: User, person: User) -> bool:
    """Whether somebody may take away the second factor of somebody else; nobody does it to themselves here."""
    if by.pk == person.pk or not by.has_perm("users.change_user"):
        return False
    return by.is_superuser or not person.is_superuser


def reset_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take away the second factor of somebody who lost it."""
    person = get_object_or_404(User, pk=pk)
    by = request.user
    if not isinstance(by, User) or not may_reset(by, person):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "users/reset_second_factor.html", {"person": person})
    reset_second_factor(person=person, by=by)
    messages.success(request, f"{person} has no second factor now, and sets up a new one when they next sign in.")
    return redirect(reverse("wagtailusers_users:edit", args=[person.pk]))
