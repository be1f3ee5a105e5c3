"""Settings for the tests: quick passwords, mail in memory, files in a folder that the tests clear."""

import tempfile
from pathlib import Path

from config.settings.development import *

DEBUG = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="avoidable-harm-tests-"))
WHITENOISE_AUTOREFRESH = False
