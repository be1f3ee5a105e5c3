"""What this site asks of Wagtail."""

WAGTAIL_SITE_NAME = "Avoidable Harm"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False

# What was approved is what is published: see site/editorial/.
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.when_approved.publish_approved_revision"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True

# A superuser is no second reader by being a superuser.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

WAGTAILIMAGES_IMAGE_MODEL = "media_library.CustomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media_library.CustomDocument"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "media_library.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
# The largest a telephone takes. A small file can unfold into a picture that fills the memory of the server.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# What each ending must hold is in media_library/file_types.py.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "epub", "mp4", "odt", "pdf", "txt", "vtt", "webm"]
# Films may be large, other documents may not: readers pay for what they download.
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
MAX_DOCUMENT_SIZE = 15 * 1024 * 1024
FILM_EXTENSIONS = ["mp4", "webm"]
# Browsers take captions of this type only, and not every machine knows it by the ending.
WAGTAILDOCS_CONTENT_TYPES = {"vtt": "text/vtt", "webm": "video/webm", "epub": "application/epub+zip"}
# Documents go through Django, so that private collections stay private.
WAGTAILDOCS_SERVE_METHOD = "serve_view"

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# All times in the admin are London's. Wagtail's own list has a zone of this machine that browsers do not know.
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]

# Nothing in the admin talks to another host.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# Pages are private by account or group. A shared password would be a secret without an owner.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
