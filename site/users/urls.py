"""Addresses under /account/: only what this site uses of allauth, so that nothing else is open."""

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from users import views


def nothing_here(request: HttpRequest) -> NoReturn:
    """No page of the site stands below this address: whoever has given a password alone is known here."""
    raise Http404


urlpatterns = [
    path("", RedirectView.as_view(pattern_name="mfa_index")),
    path("login/", views.sign_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "second-factor/",
        include(
            [
                path("", second_factor.index, name="mfa_index"),
                path("code/", second_factor.authenticate, name="mfa_authenticate"),
                path("confirm/", second_factor.reauthenticate, name="mfa_reauthenticate"),
                path("app/set-up/", app.activate_totp, name="mfa_activate_totp"),
                path("app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
                path("recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
                path("recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
                path(
                    "recovery-codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"
                ),
                path("passkeys/", passkey.list_webauthn, name="mfa_list_webauthn"),
                path("passkeys/add/", passkey.add_webauthn, name="mfa_add_webauthn"),
                path("passkeys/sign-in/", passkey.login_webauthn, name="mfa_login_webauthn"),
                path("passkeys/confirm/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
                path("passkeys/<int:pk>/remove/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
                path("passkeys/<int:pk>/name/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
            ]
        ),
    ),
    re_path("", nothing_here),
]


def views_below(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[Any]:
    """What answers at these addresses."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from views_below(entry.url_patterns)
        else:
            yield entry.callback


VIEWS_OF_AN_ACCOUNT = frozenset(views_below(urlpatterns)) - {nothing_here}
