"""Whose second factor was taken away by somebody else: the research leads are told, whoever did it."""

from typing import Any

from wagtail.models import ModelLogEntry

from editorial import mail


def when_something_is_logged(*, instance: ModelLogEntry, created: bool, **kwargs: Any) -> None:
    """Receiver of every new log entry: the admin and the terminal both leave one."""
    if not created or instance.action != "users.second_factor_reset":
        return
    person = instance.content_type.get_object_for_this_type(pk=instance.object_id)
    mail.tell_the_leads_of_a_reset(person=person, by=instance.user)
