"""The form of a helpline whose entry changed while it was filled in: only what the helpline touched stays as it was typed."""

from typing import Any

from wagtail.models import PageLogEntry

from checking.corrections import NOTE, NOTICE, NOTICE_UNTIL, OF_WAY, CorrectionForm, in_words_of, name_of_way
from helplines.models import ContactWay, HelplinePage

# As Wagtail's history has it that a version went live.
WENT_LIVE = ("wagtail.publish", "wagtail.publish.scheduled")


def form_over(helpline: HelplinePage, *, typed: Any, seen: int | None) -> CorrectionForm:
    """The entry as it is public now, with the words of the helpline in every box that it touched.

    What it touched is what differs from the version that it was shown. Where nobody knows which that was, all that it sent counts.
    """
    now, sent = (
        CorrectionForm(helpline=helpline),
        CorrectionForm(typed, helpline=version_of(helpline, seen) or helpline),
    )
    places, lost = places_in(now, sent), []
    for name in sent.what_changed:
        value = sent[name].value()
        place = places.get(name, "" if name.startswith("way-") else name)
        if place in now.fields:
            keep(now, place, value)
        else:
            field = sent.fields[name]
            lost.append(f"{field.label}: {in_words_of(field, value) or 'nothing'}")
    if lost:
        note = now.get_initial_for_field(now.fields[NOTE], NOTE) or ""
        now.initial[NOTE] = "\n".join([note, *lost]).strip()
    return now


def version_of(helpline: HelplinePage, seen: int | None) -> HelplinePage | None:
    """A version of this helpline that once was public; whoever has a link can name any number, and a draft is none of theirs."""
    if not PageLogEntry.objects.filter(page=helpline.pk, revision=seen, action__in=WENT_LIVE).exists():
        return None
    revision = helpline.revisions.filter(pk=seen).first()
    version: HelplinePage | None = revision.as_object() if revision else None
    return version


def places_in(now: CorrectionForm, sent: CorrectionForm) -> dict[str, str]:
    """Where the fields of ways of contact stand by now; those of a way that is not public any more have no place."""
    places: dict[str, str] = {}
    for number, way in enumerate(sent.ways, 1):
        if there := place_of(way, now.ways):
            places |= {name_of_way(number, name): name_of_way(there, name) for name in OF_WAY}
    return places


def place_of(way: ContactWay, ways: list[ContactWay]) -> int:
    """Which of these is this way of contact, counted from one: by its number, or else by what it says; 0 for none."""
    same = [number for number, one in enumerate(ways, 1) if one.pk == way.pk]
    same += [number for number, one in enumerate(ways, 1) if (one.kind, one.value) == (way.kind, way.value)]
    return next(iter(same), 0)


def keep(form: CorrectionForm, name: str, value: Any) -> None:
    """Leave in a box what was typed, and say beside it what is public."""
    form.initial[name] = value
    # Of what is new, nothing is public.
    if name not in (NOTE, NOTICE, NOTICE_UNTIL):
        field = form.fields[name]
        field.help_text = f"{field.help_text} Public now: {in_words_of(field, field.initial) or 'nothing'}".strip()
