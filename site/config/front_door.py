"""What of a request is believed before Django reads it, and which hosts' ports are answered."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

# Django decodes addresses and forms in whatever a request names here, and fails on what is no encoding of texts.
CHARSET = re.compile(r";\s*charset\s*=\s*(\"[^\"]*\"?|[^;]*)", re.IGNORECASE)

Application = Callable[[dict[str, Any], Any], Any]


def as_the_site_reads(application: Application) -> Application:
    """Hand on each request as text in UTF-8 for a site at the root of its host, whatever its headers say of either."""

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        environ["PATH_INFO"] = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        environ["SCRIPT_NAME"] = ""
        if "CONTENT_TYPE" in environ:
            environ["CONTENT_TYPE"] = CHARSET.sub("", environ["CONTENT_TYPE"])
        return application(environ, start_response)

    return answer


def refuse_other_ports(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a host with a port that is not the site's: Django looks at the name alone, and pages would repeat the port."""
    site = urlsplit(getattr(settings, "SITE_URL", ""))
    ours = {"", "443", str(site.port or "")}

    def answer(request: HttpRequest) -> HttpResponse:
        _, port = split_domain_port(request.META.get("HTTP_HOST", ""))
        if site.netloc and port not in ours:
            raise DisallowedHost("The port is not the site's.")
        return get_response(request)

    return answer
