"""Which content security policy an answer carries."""

from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import default_config
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class ContentSecurity(CSPMiddleware):
    """The strict policy of public pages everywhere, and one of its own for the admin.

    A policy that a view sets stays as it is.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """What the header is made of; there is none that only reports."""
        parts = super().get_policy_parts(request, response, report_only)
        in_the_admin = request.path_info.startswith(settings.ADMIN_PATH)
        if in_the_admin and parts.config is None and not report_only:
            parts.config = default_config(settings.ADMIN_CONTENT_SECURITY_POLICY)
        return parts
