"""Who is put into a group and taken out of one: always in the history, and mailed to the research leads."""

from typing import Any

from django.contrib.auth.models import Group
from wagtail.log_actions import get_active_log_context, log

from editorial import mail
from users.models import User

WHAT_HAPPENED = {"post_add": "put", "post_remove": "took", "pre_clear": "took"}


def when_groups_change(
    *, instance: User | Group, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Receiver of every change, from a person's side or from the group's."""
    what = WHAT_HAPPENED.get(action)
    if what is None or pk_set == set():
        return
    if isinstance(instance, Group):
        people = instance.user_set.all() if pk_set is None else User.objects.filter(pk__in=pk_set)
        for person in people:
            record_change(person=person, what=what, groups=[instance.name])
    else:
        groups = instance.groups.all() if pk_set is None else Group.objects.filter(pk__in=pk_set)
        if names := sorted(groups.values_list("name", flat=True)):
            record_change(person=instance, what=what, groups=names)


def record_change(*, person: User, what: str, groups: list[str]) -> None:
    """Leave an entry; the leads are told when somebody did it in the admin, and not while the first accounts are made."""
    log(instance=person, action="editorial.groups", data={"what": what, "groups": groups})
    by = get_active_log_context().user
    if by is not None:
        mail.tell_the_leads_of_a_change_of_groups(person=person, by=by, what=what, groups=groups)
