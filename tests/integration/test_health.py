"""Whoever watches over the site learns whether it is well, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config import health


@pytest.fixture(autouse=True)
def nothing_seen_yet() -> Iterator[None]:
    """Each test is a new process, as far as /readyz is concerned."""
    health._seen.clear()
    yield
    health._seen.clear()


def test_the_process_is_well_without_a_database(client: Client) -> None:
    # Without leave to use the database, every question to it fails here.
    response = client.get("/healthz", headers={"host": "10.1.2.3"})

    assert (response.status_code, response.content, response["Cache-Control"]) == (200, b"ok\n", "no-store")


def test_the_site_is_not_ready_without_a_database_and_says_why_only_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"database": "not ready", "migrations": "not ready", "cache": "ok"}
    assert "Not ready: database" in caplog.text


@pytest.mark.django_db
def test_the_site_is_ready_when_everything_answers(client: Client) -> None:
    response = client.get("/readyz")

    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert response.json() == {"database": "ok", "migrations": "ok", "cache": "ok"}


@pytest.mark.django_db
def test_the_site_is_not_ready_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="home").delete()

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["migrations"] == "not ready"


@pytest.mark.django_db
def test_the_site_is_not_ready_without_its_cache(client: Client, settings: Any) -> None:
    # Nobody listens on this port.
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    }

    response = client.get("/readyz")

    assert (response.status_code, response.json()["cache"]) == (503, "not ready")


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "path"), [("post", "/healthz"), ("put", "/readyz"), ("get", "/healthz/deep/")])
def test_nothing_else_is_asked_at_these_addresses(client: Client, method: str, path: str) -> None:
    assert getattr(client, method)(path).status_code in {301, 403, 404, 405}
