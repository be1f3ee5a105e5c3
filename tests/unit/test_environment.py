"""Every variable of the environment: missing, empty and nonsense give a sentence that says what to set."""

import re
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.variables import VARIABLES, Variable
from tests.repository.tracked import PROJECT_DIR

USUAL = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "www.example.org,example.org",
    "SITE_URL": "https://www.example.org",
    "DATABASE_URL": "postgresql://site:a%40b@db.example.org:5432/site",
    "DEFAULT_FROM_EMAIL": "Avoidable Harm <site@example.org>",
    "EMAIL_URL": "smtp+tls://name:p%40ss@mail.example.org:587",
}
BY_NAME = {variable.name: variable for variable in VARIABLES}
REQUIRED = [variable for variable in VARIABLES if variable.required]
OPTIONAL = [variable for variable in VARIABLES if not variable.required]

NONSENSE = {
    "SECRET_KEY": ["short", "a" * 80, "not-a-secret-this-key-is-only-for-ones-own-machine-0123456789"],
    "ALLOWED_HOSTS": ["*", "https://www.example.org", "www.example.org:443", "two words", ",", "..", "a/b"],
    "SITE_URL": ["www.example.org", "http://www.example.org", "https://", "https://www.example.org/path", "https://a b",
                 "https://name:word@www.example.org", "https://www.example.org?x=1", "https://[::1", "https://a:99999"],
    "DATABASE_URL": ["x", "postgresql://", "postgresql://host", "mysql://a:b@host/name", "sqlite://", "sqlite://:memory:",
                     "postgresql://site:a@b@[host/site", "://", "postgresql://host:port/name", "12"],
    "DEFAULT_FROM_EMAIL": ["site", "site@", "@example.org", "site@example", "a@example.org\nBcc: b@example.org", "<>"],
    "EMAIL_URL": ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://name@mail.example.org",
                  "smtp://mail.example.org:port", "smtp://mail.example.org:0", "smtps://:word@mail.example.org"],
    "CACHE_URL": ["localhost", "http://localhost", "redis://", "memcached://localhost", "redis://localhost:x"],
    "AWS_STORAGE_BUCKET_NAME": ["A Bucket", "x", "s3://bucket", "bucket/folder"],
    "AWS_S3_REGION_NAME": ["London", "eu west 2", "https://eu-west-2"],
    "AWS_S3_ENDPOINT_URL": ["s3.example.net", "ftp://s3.example.net", "https://"],
    "AWS_ACCESS_KEY_ID": ["two words", "a:b"],
    "AWS_SECRET_ACCESS_KEY": ["two words", "é"],
    "TRUSTED_PROXY_COUNT": ["one", "-1", "10", "1.5", "٣"],
    "HSTS_INCLUDE_SUBDOMAINS": ["yes", "true", "2"],
    "FRONT_END_PREVIEW_URL": ["front.example.org", "http://front.example.org", "javascript:alert(1)", "https://x?y"],
    "LOG_LEVEL": ["DEBUG", "info", "loud"],
    "PORT": ["http", "0", "65536", "80 80", "-1"],
    "WEB_CONCURRENCY": ["many", "0", "65", "2.5"],
    "VAR_DIR": ["var", "../var", "/etc/hostname", "/etc/hostname/var", "/" + "long" * 300],
}  # fmt: skip
EVERY_NONSENSE = [(name, value) for name, values in NONSENSE.items() for value in values]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The usual environment of a server, which a test changes."""
    for name in BY_NAME:
        monkeypatch.delenv(name, raising=False)
    for name, value in USUAL.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def complaint() -> str:
    with pytest.raises(env.Unusable) as complaint:
        env.for_a_server()
    return str(complaint.value)


def test_the_usual_environment_is_accepted_with_a_default_for_the_rest() -> None:
    given = env.for_a_server()

    assert given["ALLOWED_HOSTS"] == ["www.example.org", "example.org"]
    assert given["DATABASE_URL"]["PASSWORD"] == "a@b"
    assert given["EMAIL_URL"] == {
        "EMAIL_HOST": "mail.example.org", "EMAIL_PORT": 587, "EMAIL_HOST_USER": "name", "EMAIL_HOST_PASSWORD": "p@ss",
        "EMAIL_USE_SSL": False, "EMAIL_USE_TLS": True,
    }  # fmt: skip
    assert (given["PORT"], given["WEB_CONCURRENCY"], given["CACHE_URL"]) == (None, 2, None)


@pytest.mark.parametrize("variable", REQUIRED, ids=lambda variable: variable.name)
@pytest.mark.parametrize(("value", "words"), [(None, "is not set"), ("", "is empty"), ("  ", "is empty")])
def test_a_required_variable_that_says_nothing_is_asked_for_by_name(
    environment: pytest.MonkeyPatch, variable: Variable, value: str | None, words: str
) -> None:
    environment.setattr("os.environ", {**USUAL, variable.name: value} if value is not None else without(variable.name))

    said = complaint()

    assert f"{variable.name} {words}. {variable.meaning} {variable.how}" in said
    assert "docs/deploying.md" in said


def without(name: str) -> dict[str, str]:
    return {other: value for other, value in USUAL.items() if other != name}


@pytest.mark.parametrize("variable", OPTIONAL, ids=lambda variable: variable.name)
def test_an_optional_variable_that_is_empty_counts_as_left_out(
    environment: pytest.MonkeyPatch, variable: Variable
) -> None:
    environment.setenv(variable.name, "")

    assert env.for_a_server()[variable.name] == variable.default


@pytest.mark.parametrize(("name", "value"), EVERY_NONSENSE)
def test_nonsense_is_named_with_what_to_set(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)

    said = complaint()

    assert re.search(rf"^{name} (is|cannot be used)", said, re.MULTILINE)
    assert BY_NAME[name].how in said


@pytest.mark.parametrize("name", [variable.name for variable in VARIABLES if variable.secret])
def test_a_secret_that_cannot_be_used_is_not_repeated(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.setenv(name, "hush hush\tit is a secret")

    assert "hush" not in complaint()


def test_everything_that_is_wrong_is_said_at_once(environment: pytest.MonkeyPatch) -> None:
    environment.setattr("os.environ", dict.fromkeys(BY_NAME, "%"))

    said = complaint()

    assert [name for name in BY_NAME if f"{name} " not in said] == ["AWS_SECRET_ACCESS_KEY"]


def test_every_variable_is_tried_with_nonsense() -> None:
    assert list(NONSENSE) == list(BY_NAME)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"SITE_URL": "https://elsewhere.example"}, "ALLOWED_HOSTS does not hold the host of SITE_URL"),
        ({"AWS_ACCESS_KEY_ID": "name"}, "AWS_SECRET_ACCESS_KEY is not set, and the other half"),
        ({"AWS_SECRET_ACCESS_KEY": "key"}, "AWS_ACCESS_KEY_ID is not set, and the other half"),
        ({"AWS_STORAGE_BUCKET_NAME": "uploads"}, "AWS_S3_REGION_NAME is not set, and AWS_STORAGE_BUCKET_NAME is"),
    ],
)
def test_what_does_not_go_together_is_said(
    environment: pytest.MonkeyPatch, changed: dict[str, str], words: str
) -> None:
    environment.setattr("os.environ", USUAL | changed)

    assert words in complaint()


@pytest.mark.parametrize(
    "changed",
    [
        {"ALLOWED_HOSTS": ".example.org"},
        {"ALLOWED_HOSTS": "WWW.Example.org"},
        {"SITE_URL": "https://www.example.org/"},
        {"DATABASE_URL": "sqlite:////srv/site/database.sqlite3"},
        {"DATABASE_URL": "postgres:///site"},
        {"EMAIL_URL": "smtp://localhost"},
        {"EMAIL_URL": "smtps://name:word@mail.example.org"},
        {"DEFAULT_FROM_EMAIL": "site@example.org"},
        {"CACHE_URL": "rediss://:word@cache.example.org:6380/1"},
        {"AWS_STORAGE_BUCKET_NAME": "uploads", "AWS_S3_ENDPOINT_URL": "https://s3.example.net"},
        {"AWS_STORAGE_BUCKET_NAME": "up.loads", "AWS_S3_REGION_NAME": "eu-west-2", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b/+="},
        {"FRONT_END_PREVIEW_URL": "https://front.example.org:8443/preview/"},
        {"VAR_DIR": "/srv/not-there-yet/var"},
        {"TRUSTED_PROXY_COUNT": "0"},
        {"PORT": "5000", "WEB_CONCURRENCY": "4", "LOG_LEVEL": "WARNING", "HSTS_INCLUDE_SUBDOMAINS": "0"},
    ],
)  # fmt: skip
def test_what_makes_sense_is_accepted(environment: pytest.MonkeyPatch, changed: dict[str, str]) -> None:
    environment.setattr("os.environ", USUAL | changed)

    assert env.for_a_server()["SITE_URL"] == "https://www.example.org"


@pytest.mark.parametrize(
    "name", ["config.settings.nowhere", "nowhere", "..", "config.settings.", "rm -rf", "ünï.code", "1"]
)
def test_settings_that_are_not_there_are_asked_for_by_name(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.setenv("DJANGO_SETTINGS_MODULE", name)

    with pytest.raises(env.Unusable, match=r"^DJANGO_SETTINGS_MODULE is .* Set it to config\.settings\.production"):
        env.settings_module(otherwise="config.settings.development")


def test_the_switch_and_the_database_of_ones_own_machine_complain_by_name(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DEBUG", "perhaps")
    environment.setenv("DATABASE_URL", "nonsense")

    with pytest.raises(ImproperlyConfigured, match=r"^DEBUG is 'perhaps'\. Set it to 1"):
        env.switch("DEBUG", default=False)
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL is not the address of a database\."):
        env.database()


def row(variable: Variable) -> str:
    """The line of the table in docs/deploying.md."""
    need = "required" if variable.required else "optional"
    return f"| `{variable.name}` | {need} | {variable.meaning} | {variable.how} |"


def test_the_documentation_lists_every_variable_in_the_same_words() -> None:
    documentation = (PROJECT_DIR / "docs" / "deploying.md").read_text(encoding="utf-8").splitlines()

    listed: list[Any] = [line for line in documentation if re.match(r"\| `[A-Z0-9_]+` \| (required|optional) \|", line)]
    assert listed == [row(variable) for variable in VARIABLES]
