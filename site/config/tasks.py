"""Who does the work that need not happen while somebody waits."""

from typing import Any

from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db import DatabaseBackend

# Wagtail notes with these which page shows which file. A file that a page shows is not deleted, so they cannot wait.
AT_ONCE = ("wagtail.", "modelsearch.")


class Background(DatabaseBackend):
    """Leaves tasks to the worker, but for those that the rules of the site stand on: they happen at once."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self.at_once = ImmediateBackend(alias, params)

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        """Do it, or write it down for the worker."""
        at_once = task.module_path.startswith(AT_ONCE)
        return self.at_once.enqueue(task, args, kwargs) if at_once else super().enqueue(task, args, kwargs)


def has_a_worker() -> bool:
    """Whether tasks wait in the database until a worker does them; otherwise they are done where they are asked for."""
    return isinstance(task_backends["default"], DatabaseBackend)
