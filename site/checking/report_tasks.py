"""What a visitor who reports something does not wait for."""

from django_tasks import task

from checking import report_mail


@task()
def tell_editors() -> None:
    """Send the mails; the task holds nothing of the report that it is about."""
    report_mail.tell_of_what_came()
