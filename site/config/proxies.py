"""Where a request comes from, when proxies of the site's own stand before it."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def believe_own_proxies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the address that the outermost proxy of our own saw into REMOTE_ADDR.

    Anybody can write X-Forwarded-For; only the entries that our own proxies added, from the right, are believed.
    """
    trusted = settings.TRUSTED_PROXY_COUNT

    def settle_the_address(request: HttpRequest) -> HttpResponse:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        if trusted and hops:
            request.META["REMOTE_ADDR"] = without_port(hops[-trusted] if len(hops) >= trusted else hops[0])
        return get_response(request)

    return settle_the_address


def without_port(hop: str) -> str:
    """An address as some proxies write it, `192.0.2.1:4001` or `[2001:db8::1]:4001`, without the port, which changes each time."""
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


def visitor_of(request: HttpRequest) -> str:
    """Where a request comes from, as one visitor is counted: a household has billions of IPv6 addresses, and is one.

    A header that anybody can write is not believed here; behind proxies of our own, the middleware above settled the address.
    """
    address = without_port(str(request.META.get("REMOTE_ADDR", "")))
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    # Some servers write the addresses of IPv4 in the longer form; all of them lie in one network there.
    return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False))
