"""Settings for one's own machine: `make run`."""

from config import env
from config.settings.accounts import *
from config.settings.api import *
from config.settings.base import *
from config.settings.security import *
from config.settings.wagtail import *

# Off unless asked for, so that a newcomer sees the site's own error pages.
DEBUG = env.switch("DEBUG", default=False)
SECRET_KEY = "not-a-secret-this-key-is-only-for-ones-own-machine-0123456789"  # noqa: S105 - named for what it is
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]

# Mail becomes files that can be read in var/mail/.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = env.VAR_DIR / "mail"

# Static files come straight from their folders, also while DEBUG is off.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Every component with examples, at /gallery/.
SHOW_GALLERY = True

# A newcomer signs in with the accounts that `make run` prints. What a second factor is like: docs/editors/signing-in.md.
REQUIRE_SECOND_FACTOR = env.switch("REQUIRE_SECOND_FACTOR", default=False)
# Passkeys need https, but for this machine itself: open http://localhost:8000 rather than 127.0.0.1 to try one.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# A webhook can be tried with a program on the same machine.
WEBHOOKS_MAY_REACH_THIS_MACHINE = True
