"""Files that the public sees are neither replaced nor deleted: that would change a page without its second reader."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex


class FileInUse(Exception):
    """Raised when somebody deletes a file that the public sees; the sentence is for them."""


def public_records_with(file: Any) -> list[Any]:
    """What the public sees and has the file in it, also by way of another file that names this one."""
    public, seen, to_ask = [], {file}, [file]
    while to_ask:
        for source in records_with(to_ask.pop()):
            if source in seen:
                continue
            seen.add(source)
            if is_file(source):
                to_ask.append(source)
            elif getattr(source, "live", True):
                public.append(source)
    return public


def records_with(file: Any) -> Iterator[Any]:
    """Every record that names the file, with the words that it has in public or would have."""
    pks: dict[int, set[str]] = {}
    for content_type, pk in ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id"):
        pks.setdefault(content_type, set()).add(pk)
    for content_type, of_type in pks.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            yield from model._base_manager.filter(pk__in=of_type)


def is_file(record: Any) -> bool:
    """Whether a record is itself a picture or a document."""
    return isinstance(
        record, (apps.get_model("media_library.CustomImage"), apps.get_model("media_library.CustomDocument"))
    )


def may_not_be_replaced(file: Any) -> str:
    """Why a new file may not take the place of this one, with the way out; nothing where it may."""
    public = public_records_with(file) if file.pk else []
    if not public:
        return ""
    return (
        f"This file is public ({names_of(public)}), and somebody approved it there. Upload the new one beside it, "
        "choose it on the page instead, and send the page to the second reader."
    )


def refuse_to_delete(*, instance: Any, **kwargs: Any) -> None:
    """Receiver of every deletion, one by one or of many: raises FileInUse where the public would lose the file."""
    if public := public_records_with(instance):
        raise FileInUse(
            f"“{instance}” is public ({names_of(public)}), so nothing was deleted. "
            "Take it off there first and send the page to the second reader; then it can be deleted."
        )


def names_of(records: list[Any]) -> str:
    """The names of the first few."""
    names = [str(record) for record in records[:3]]
    return ", ".join(names) + (" and others" if len(records) > 3 else "")
