"""Every variable of the environment: what it is for, what to set, and who cannot do without it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from config import readings

MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"


@dataclass(frozen=True)
class Variable:
    """One variable of the environment."""

    name: str
    meaning: str
    how: str
    read: Callable[[str], Any]
    required: bool = False
    default: Any = None
    # What it says is not repeated where it is wrong.
    secret: bool = False


# In the order of docs/deploying.md, whose table has the same words; a test compares them.
VARIABLES = (
    Variable(
        "SECRET_KEY",
        "Signs sessions and forms. A new one signs everybody out, ends links for a new password, links to drafts and forms "
        "that are open, and forgets who was locked out.",
        f"Set it to at least 50 characters that nobody can guess, made once with: {MAKE_A_KEY}",
        readings.secret_key, required=True, secret=True,
    ),
    Variable(
        "ALLOWED_HOSTS",
        "The names of hosts that the site answers to.",
        "Set it to the names with commas between them: www.example.org,example.org",
        readings.hosts, required=True,
    ),
    Variable(
        "SITE_URL",
        "Where the site is; links in mails and the addresses in its data begin with it.",
        "Set it to https and the host, without a path: https://www.example.org",
        readings.origin, required=True,
    ),
    Variable(
        "DATABASE_URL",
        "The database.",
        "Set it to postgresql://name:password@host:5432/database, with special characters of the password in percent "
        "encoding. For an SQLite file on this machine say so: sqlite:////srv/avoidable-harm/database.sqlite3",
        readings.database, required=True, secret=True,
    ),
    Variable(
        "DEFAULT_FROM_EMAIL",
        "Who mails come from.",
        "Set it to an address that your mail server may send from: Avoidable Harm <site@example.org>",
        readings.sender, required=True,
    ),
    Variable(
        "EMAIL_URL",
        "The server that sends mails to people who sign in.",
        "Set it to smtp+tls://name:password@host:587, or smtps://name:password@host:465, or smtp://host:25 for a "
        "server without encryption on the same machine, with special characters of the password in percent encoding.",
        readings.mail_server, required=True, secret=True,
    ),
    Variable(
        "CACHE_URL",
        "A Redis server, for what the processes of the site have to know of each other. Without it the database does that.",
        "Set it to redis://host:6379/0 or rediss://name:password@host:6379/0, or leave it out.",
        readings.redis, secret=True,
    ),
    Variable(
        "AWS_STORAGE_BUCKET_NAME",
        "The bucket for pictures and documents that editors upload. Without it they lie in the folder media of VAR_DIR.",
        "Set it to the name of a private bucket, or leave it out.",
        readings.matching(readings.BUCKET, "It is not the name of a bucket."),
    ),
    Variable(
        "AWS_S3_REGION_NAME",
        "The region of the bucket.",
        "Set it to the name of the region, as in eu-west-2, wherever AWS_STORAGE_BUCKET_NAME is set and "
        "AWS_S3_ENDPOINT_URL is not.",
        readings.matching(readings.REGION, "It is not the name of a region."),
    ),
    Variable(
        "AWS_S3_ENDPOINT_URL",
        "Where the bucket answers, for a service that is not Amazon's.",
        "Set it to the address that the service names: https://s3.example.net",
        readings.address("https", "http"),
    ),
    Variable(
        "AWS_ACCESS_KEY_ID",
        "The name of the key that opens the bucket.",
        "Set it together with AWS_SECRET_ACCESS_KEY, or leave both out where the machine itself may open the bucket.",
        readings.matching(readings.re.compile(r"^[\w+/=.-]+$"), "It is not the name of a key."),
    ),
    Variable(
        "AWS_SECRET_ACCESS_KEY",
        "The key that opens the bucket.",
        "Set it together with AWS_ACCESS_KEY_ID, or leave both out where the machine itself may open the bucket.",
        readings.matching(readings.re.compile(r"^[\x21-\x7e]+$"), "It is not a key."), secret=True,
    ),
    Variable(
        "TRUSTED_PROXY_COUNT",
        "How many proxies of your own stand between visitors and gunicorn. The site believes as many entries of "
        "X-Forwarded-For, and with at least one it believes X-Forwarded-Proto.",
        "Set it to 1 for nginx, Caddy or the router of a host, to more for more, or to 0 for none.",
        readings.number(0, 9), default=1,
    ),
    Variable(
        "HSTS_INCLUDE_SUBDOMAINS",
        "Whether browsers, for a year, also open hosts below this one only by https.",
        "Set it to 0 where a host below the site's own has no https, or leave it out.",
        readings.yes_or_no, default=True,
    ),
    Variable(
        "FRONT_END_PREVIEW_URL",
        "Where a separate front end shows drafts to editors. Without it only the site's own pages are previewed.",
        "Set it to the address of its preview page: https://front.example.org/preview",
        readings.address("https"), default="",
    ),
    Variable(
        "LOG_LEVEL",
        "From which weight on the server prints what happens.",
        "Set it to INFO, WARNING or ERROR, or leave it out for INFO. There is no DEBUG: it would print what people type.",
        readings.one_of("INFO", "WARNING", "ERROR"), default="INFO",
    ),
    Variable(
        "PORT",
        "The port where gunicorn answers, from every network. Without it gunicorn answers on port 8000 of this machine alone.",
        "Set it to a number from 1 to 65535, or leave it out. Most hosts with a Procfile set it themselves.",
        readings.number(1, 65535),
    ),
    Variable(
        "WEB_CONCURRENCY",
        "How many processes answer.",
        "Set it to a number from 1 to 64, or leave it out for 2. Each takes about 150 MB of memory.",
        readings.number(1, 64), default=2,
    ),
    Variable(
        "VAR_DIR",
        "The folder for what this machine makes for itself: the joined style sheet, and uploads where no bucket is configured.",
        "Set it to the path of a folder that begins with /, or leave it out for the folder var of the project.",
        readings.folder,
    ),
)  # fmt: skip
