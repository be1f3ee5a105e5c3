"""What the worker does."""

from django_tasks import task

from webhooks import actions


@task()
def send_what_waits() -> int:
    """Send every message whose time has come; answers how many arrived."""
    return actions.send_what_is_due()
