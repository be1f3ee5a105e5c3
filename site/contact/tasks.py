"""What a visitor who writes does not wait for."""

from django_tasks import task

from contact import mail


@task()
def tell_readers() -> None:
    """Send the mails; the task holds nothing of the message that it is about."""
    mail.tell_of_what_waits()
