"""What nobody who asks for something waits for."""

from allauth.account.internal.flows.password_reset import request_password_reset
from django_tasks import task

from users.models import User


@task()
def send_links(people: list[int]) -> None:
    """Send each of these people a link for a new password; nothing, where nobody has the address that was typed."""
    for person in User.objects.filter(pk__in=people):
        request_password_reset(None, person.email, [person], None)
