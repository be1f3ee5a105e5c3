"""The fields of signing in, in our words and without placeholders."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from users import tasks

# The attributes that allauth gives to fields, and that say nothing which a label does not say better.
NOT_NEEDED = ("placeholder", "autofocus", "title")


class InOurWords(forms.Form):
    """A form whose fields have visible labels; `words` holds each field's label and help."""

    words: dict[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            for attribute in NOT_NEEDED:
                field.widget.attrs.pop(attribute, None)
        for name, (label, help_text) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, help_text


class SignInForm(InOurWords, account_forms.LoginForm):
    """The first factor."""

    words = {"login": ("Name you sign in with", ""), "password": ("Password", "")}


class PasswordAgainForm(InOurWords, account_forms.ReauthenticateForm):
    """The password once more, before something that matters."""

    words = {"password": ("Password", "")}


class AskForNewPasswordForm(InOurWords, account_forms.ResetPasswordForm):
    """Where to send the link for a new password."""

    words = {"email": ("E-mail address", "The one that is written down for your account.")}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Leave it to the worker, with or without an account: how long an answer takes would tell who has one."""
        tasks.send_links.enqueue(people=[person.pk for person in self.users])
        return str(self.cleaned_data["email"])


class NewPasswordForm(InOurWords, account_forms.ResetPasswordKeyForm):
    """The new password, twice."""

    words = {
        "password1": (
            "New password",
            "At least 12 characters, and none of the common passwords. Three or four words are easy to keep.",
        ),
        "password2": ("New password again", ""),
    }


class UsedOnce(forms.Form):
    """A form with a code that works once, for as long as any clock would show it; allauth remembers it for half a minute."""

    def clean_code(self) -> str:
        """The code, where nobody used it before."""
        code = str(super().clean_code())  # type: ignore[misc]  # allauth's form follows in the bases
        digest = salted_hmac("users.forms.code", code, algorithm="sha256").hexdigest()
        steps = 2 * mfa_settings.TOTP_TOLERANCE + 1
        name = f"users.code-used.{self.user.pk}.{digest}"  # type: ignore[attr-defined]  # allauth's form sets it
        if not cache.add(name, True, timeout=steps * mfa_settings.TOTP_PERIOD):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(UsedOnce, InOurWords, mfa_forms.AuthenticateForm):
    """The second factor, typed."""

    words = {"code": ("Code", "Six digits from the app on your phone, or one of your recovery codes.")}


class CodeAgainForm(UsedOnce, InOurWords, mfa_forms.ReauthenticateForm):
    """The second factor once more."""

    words = {"code": ("Code", "Six digits from the app on your phone, or one of your recovery codes.")}


class FirstCodeForm(InOurWords, ActivateTOTPForm):
    """The first code of an app, which shows that it was set up."""

    words = {"code": ("Code that the app shows", "Six digits. They change every half a minute.")}

    @property
    def secret_in_fours(self) -> list[str]:
        """The key in pieces that a person can hold in mind while they type."""
        return [self.secret[start : start + 4] for start in range(0, len(self.secret), 4)]


class AddPasskeyForm(InOurWords, AddWebAuthnForm):
    """A new passkey."""

    words = {
        "name": ("A name for it", "So that you know it among others, such as “my phone” or “blue key”."),
        "passwordless": (
            "Sign in with this passkey alone, without the password",
            "Your device then asks for your fingerprint, your face or its PIN.",
        ),
    }


class NamePasskeyForm(InOurWords, EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": ("A name for it", "")}
