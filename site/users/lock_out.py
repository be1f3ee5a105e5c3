"""Who guesses passwords, and how long they have to wait."""

import ipaddress
from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from config.proxies import visitor_of

# How long it is known that somebody typed a wrong password.
KEPT = timedelta(days=1)


def digest_of_address(request: HttpRequest) -> str:
    """A digest of where a request comes from, in the shape of an address, as axes keeps it.

    Without the key of this site nobody can tell which address it was, not even by trying all.
    """
    digest = salted_hmac("users.lock_out", visitor_of(request), algorithm="sha256").digest()
    # fd00::/8 is for addresses that are nobody's in the internet.
    return str(ipaddress.IPv6Address(b"\xfd" + digest[:15]))


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """429: what to do after too many wrong passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "users/locked_out.html", {"minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """429: what to do after too many codes, or too many requests for a new password."""
    return render(request, "users/too_many_tries.html", status=429)


def forget_failed_sign_ins() -> int:
    """Delete what is known of wrong passwords typed more than a day ago; gives how many records there were."""
    deleted, _ = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - KEPT).delete()
    return int(deleted)
