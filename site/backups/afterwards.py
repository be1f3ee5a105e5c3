"""What has to follow a restore: nothing that was worked out from the old rows may be believed any longer."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command, get_commands

# What works something out from the rows, and what may have become due while the backup lay in its place.
COMMANDS = ("delete_old_messages", "delete_old_reports", "update_index", "update_search")


def follow_up() -> Iterator[str]:
    """Forget what was remembered and give the commands that follow; gives a sentence for each that could not be done."""
    ContentType.objects.clear_cache()
    for name in settings.CACHES:
        try:
            caches[name].clear()
        except Exception as error:
            yield f"The cache {name} could not be emptied ({error}). Empty it by hand, or restart it."
    for command in (name for name in COMMANDS if name in get_commands()):
        try:
            call_command(command, verbosity=0)
        except Exception as error:
            yield f"This could not be done ({error}). Give the command yourself: manage.py {command}"
