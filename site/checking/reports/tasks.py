"""What a visitor who reports something does not wait for."""

from django_tasks import task

from checking.reports import mail


@task()
def tell_editors() -> None:
    """Send the mails; the task holds nothing of the report that it is about."""
    mail.tell_of_what_came()
