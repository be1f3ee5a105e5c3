"""What protects readers and editors."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# Addresses that only people who sign in use.
ADMIN_PATH = "/admin/"

# The answer to a form that cannot be accepted, with help and the way out like every page.
CSRF_FAILURE_VIEW = "core.views.form_not_accepted"

X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin previews pages in a frame
SECURE_CONTENT_TYPE_NOSNIFF = True
# The admin's forms need an Origin; public pages send no referrer at all (core.middleware.public_page_headers).
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin reads it

# Public pages load from this host alone.
PUBLIC_POLICY = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "connect-src": [SELF],
    "font-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "img-src": [SELF],
    "manifest-src": [SELF],
    "media-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    # The page where somebody can save helplines allows the one worker there is: see helplines/take_away/views.py.
    "worker-src": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}
# The admin previews pages in a frame, shows pictures before they are uploaded, and its editor of rich text writes styles.
# Scripts come from files alone there too: no page of the admin holds one, so none needs a nonce (decision 25).
ADMIN_CONTENT_SECURITY_POLICY = {
    **PUBLIC_POLICY,
    "frame-src": [SELF],
    "img-src": [SELF, "blob:", "data:"],
    "style-src": [SELF, UNSAFE_INLINE],
}
