"""Settings of a server. What differs between servers comes from the environment: see config/variables.py."""

from config import logs
from config.caches import caches_of_a_server
from config.server import given
from config.settings.accounts import *
from config.settings.api import *
from config.settings.base import *
from config.settings.security import *
from config.settings.wagtail import *

DEBUG = False
SECRET_KEY = given["SECRET_KEY"]
ALLOWED_HOSTS = given["ALLOWED_HOSTS"]
SITE_URL = WAGTAILADMIN_BASE_URL = given["SITE_URL"]
FRONT_END_PREVIEW_URL = given["FRONT_END_PREVIEW_URL"]

DATABASES = {"default": given["DATABASE_URL"]}
CACHES = caches_of_a_server(given["CACHE_URL"])
TASKS = {"default": {"BACKEND": "config.tasks.Background"}}

# Mail. A server that does not answer is given up on before a person gives up on the page.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = given["DEFAULT_FROM_EMAIL"]
EMAIL_HOST = given["EMAIL_URL"]["EMAIL_HOST"]
EMAIL_PORT = given["EMAIL_URL"]["EMAIL_PORT"]
EMAIL_HOST_USER = given["EMAIL_URL"]["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = given["EMAIL_URL"]["EMAIL_HOST_PASSWORD"]
EMAIL_USE_SSL = given["EMAIL_URL"]["EMAIL_USE_SSL"]
EMAIL_USE_TLS = given["EMAIL_URL"]["EMAIL_USE_TLS"]
EMAIL_TIMEOUT = 10

# Names with a hash last for ever in a browser; each file lies there packed with Brotli and gzip, too.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if given["AWS_STORAGE_BUCKET_NAME"]:
    STORAGES["default"] = {"BACKEND": "media_library.bucket.Bucket"}
    AWS_STORAGE_BUCKET_NAME = given["AWS_STORAGE_BUCKET_NAME"]
    AWS_S3_REGION_NAME = given["AWS_S3_REGION_NAME"]
    AWS_S3_ENDPOINT_URL = given["AWS_S3_ENDPOINT_URL"]
    AWS_ACCESS_KEY_ID = given["AWS_ACCESS_KEY_ID"]
    AWS_SECRET_ACCESS_KEY = given["AWS_SECRET_ACCESS_KEY"]

# What is printed says nothing of who reads; see docs/privacy.md. Checks of health come first: they are many and need no line.
MIDDLEWARE[1:1] = ["config.logs.log_requests", "config.proxies.believe_own_proxies"]
LOGGING = logs.as_json(given["LOG_LEVEL"])

# Everything comes by https, and is asked for by https from then on.
TRUSTED_PROXY_COUNT = given["TRUSTED_PROXY_COUNT"]
if TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = given["HSTS_INCLUDE_SUBDOMAINS"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
# A browser takes cookies of these names from this host alone, by https, for the whole site.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # frames of this host's own pages: the admin previews pages in one
    "security.W021",  # the list that browsers are built with: whoever owns the domain decides that, not the site
]
if not SECURE_HSTS_INCLUDE_SUBDOMAINS:
    SILENCED_SYSTEM_CHECKS.append("security.W005")  # asked for in HSTS_INCLUDE_SUBDOMAINS
