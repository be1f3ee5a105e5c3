"""What is the same everywhere: apps, templates, database, files, language."""

from config import env

PROJECT_DIR = env.PROJECT_DIR

INSTALLED_APPS = [
    "home",
    "model_pages",
    "helplines",
    "search",
    "checking",
    "spreadsheets",
    "api",
    "backups",
    "editorial",
    "webhooks",
    "contact",
    "core",
    "media_library",
    "users",
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "laces",
    "rest_framework",
    "drf_spectacular",
    "corsheaders",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.health.answer_health_checks",
    "config.compression.pack_answers",
    "corsheaders.middleware.CorsMiddleware",
    "config.front_door.refuse_other_ports",
    "django.middleware.security.SecurityMiddleware",
    "users.middleware.account_page_headers",
    "core.middleware.public_page_headers",
    "api.problems.problems_for_programs",
    "django.middleware.http.ConditionalGetMiddleware",
    "core.content_security.ContentSecurity",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "users.middleware.second_factor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "editorial.middleware.RefusalsInWords",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.furniture",
            ],
        },
    },
]

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [PROJECT_DIR / "static"]
# Never `static/` itself: that is where the sources are.
STATIC_ROOT = env.STATIC_ROOT
# One style sheet for all of static/css/: see docs/decisions/.
STYLESHEET_DIR = env.VAR_DIR / "stylesheet"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "core.stylesheet.SiteStylesheetFinder",
]

# Django prints why a page failed only while DEBUG is on; here the reason stands in what the server prints, always.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "config.logs.PlainLine", "fmt": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "WARNING", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Its own handlers would say the same a second time, or send mail to nobody.
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

# The gallery of components: see site/core/gallery/.
SHOW_GALLERY = False

MEDIA_URL = "/media/"
MEDIA_ROOT = env.VAR_DIR / "media"

# A StreamField of a long page has many form fields; Django's default of 1,000 would refuse to save it.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Where an editor's preview in a front end of its own is opened; empty where there is none.
FRONT_END_PREVIEW_URL = ""
# Webhooks go to other machines in public and by https alone.
WEBHOOKS_MAY_REACH_THIS_MACHINE = False
# Nobody stands between a browser and one's own machine, so nobody's word about addresses is believed.
TRUSTED_PROXY_COUNT = 0
