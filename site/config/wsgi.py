"""The door a web server comes in by."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

if not os.environ.get("DJANGO_SETTINGS_MODULE"):
    # The settings for one's own machine have a key that everybody can read, so they are nobody's default.
    raise ImproperlyConfigured(
        "DJANGO_SETTINGS_MODULE is not set. Name the settings of this server in it; "
        "config.settings.development is for one's own machine only."
    )

application = get_wsgi_application()
