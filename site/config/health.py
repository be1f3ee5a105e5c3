"""What the machine that watches over the site asks for: /healthz and /readyz."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

logger = logging.getLogger(__name__)

# Whether this process has seen a database that is up to date; it stays so while the process lives.
_seen: set[str] = set()


class MigrationsPending(Exception):
    """Raised while the database lacks a change that the code expects."""


def answer_health_checks(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer before anything else does: those who ask come by http, by address and without the name of the host."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} or request.path_info not in {"/healthz", "/readyz"}:
            return get_response(request)
        response = HttpResponse("ok\n", "text/plain") if request.path_info == "/healthz" else readiness()
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def readiness() -> HttpResponse:
    """200 when everything that pages need answers; 503 with the name of what does not, and never why."""
    parts = {"database": database_answers, "migrations": migrations_are_applied, "cache": cache_answers}
    state = {name: "ok" if works(name, check) else "not ready" for name, check in parts.items()}
    return JsonResponse(state, status=200 if set(state.values()) == {"ok"} else 503)


def works(name: str, check: Callable[[], None]) -> bool:
    """Whether a check goes through; why it does not stands in the log."""
    try:
        check()
    except Exception:
        logger.exception("Not ready: %s", name)
        return False
    return True


def database_answers() -> None:
    """Raise unless the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations_are_applied() -> None:
    """Raise unless the database has every change that the code expects."""
    if "migrations" not in _seen:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise MigrationsPending
        _seen.add("migrations")


def cache_answers() -> None:
    """Raise unless the cache answers."""
    cache.get("readyz")
