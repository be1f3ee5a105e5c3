"""How the open API answers."""

REST_FRAMEWORK = {
    # Everybody reads the same, so nobody is asked who they are and no session is opened.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "api.problems.answer_with_a_problem",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "The open API of Avoidable Harm",
    "VERSION": "1.0.0",
    "DESCRIPTION": (
        "The model of avoidable harm in mental health social care, its pages, references and glossary, as data. "
        "Reading needs no account and no key, and nothing is kept about who reads. The copyright of the content is "
        "stated on the site."
    ),
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "PREPROCESSING_HOOKS": ["api.v1.description.only_version_one_of_a_whole_site"],
    # Choices stand where they are used, and everything in the order in which it is written down.
    "POSTPROCESSING_HOOKS": ["api.v1.description.without_notes_of_the_generator"],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SORT_OPERATION_PARAMETERS": False,
    "SORT_OPERATIONS": False,
}

# Any front end may read the API from a browser. It reads without cookies, and can ask whether its copy still holds.
CORS_URLS_REGEX = r"^/api/.*$"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = False
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
# "authorization" carries the link to a draft, which is no account: see api/drafts/.
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-modified-since", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Last-Modified", "Link"]
CORS_PREFLIGHT_MAX_AGE = 86_400
