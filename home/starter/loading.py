"""From files to records: all of them or none, and nothing that was ever loaded before."""

from pathlib import Path

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from core.models import SiteIdentity, StarterRecord
from home.starter.checking import check_entry, values_of
from home.starter.kinds import KINDS
from home.starter.pages import load_pages
from home.starter.problems import ContentRefused, Problems
from home.starter.reading import Entry, read_folder
from home.starter.references import References
from home.starter.run import Report, Run
from home.starter.streams import stream_fields, stream_of


def load(folder: Path) -> Report:
    """Load what was never loaded before; raises ContentRefused, with nothing loaded, when the files have mistakes."""
    problems = Problems()
    entries = read_folder(folder, problems)
    with transaction.atomic():
        run = Run(References(entries, problems))
        known = set(StarterRecord.objects.values_list("key", flat=True))
        run.report.known = sum(entry.key in known for entry in entries)
        sound = [entry for entry in entries if check_entry(entry, run.references)]
        load_entries([entry for entry in sound if entry.key not in known], run)
        if problems.found:
            raise ContentRefused(problems)
    return run.report


def load_entries(entries: list[Entry], run: Run) -> None:
    """Whatever is named by others comes first: snippets, then the pages, then addresses that lead to pages."""
    order = [kind.name for kind in KINDS]
    entries = sorted(entries, key=lambda entry: order.index(entry.kind.name))
    for entry in entries:
        if entry.kind.model is SiteIdentity:
            load_identity(entry, run)
        elif not entry.kind.is_page and entry.kind.model is not Redirect:
            load_snippet(entry, run)
    load_pages([entry for entry in entries if entry.kind.is_page], run)
    for entry in entries:
        if entry.kind.model is Redirect:
            load_redirect(entry, run)


def load_identity(entry: Entry, run: Run) -> None:
    """Fill in what nobody has changed: the site may have been looked at before the content came."""
    identity = SiteIdentity.load()
    for name, value in values_of(entry, run.references).items():
        if getattr(identity, name) in (entry.kind.fields[name].get_default(), None, ""):
            setattr(identity, name, value)
    identity.save()
    log(instance=identity, action="wagtail.edit")
    run.remember(entry)


def load_snippet(entry: Entry, run: Run) -> None:
    """A record that stands on no page of its own."""
    record = entry.kind.model(**values_of(entry, run.references))
    if hasattr(record, "permanent_id"):
        record.permanent_id = entry.name
    for key in stream_fields(entry):
        setattr(record, key, stream_of(entry, key, run.references))
    with run.refusing(entry):
        record.full_clean()
        run.publish(entry, record)
        run.remember(entry)


def load_redirect(entry: Entry, run: Run) -> None:
    """An address of the old site that leads to a page."""
    target = run.references.find("page", entry.fields["to"])
    if not entry.name.startswith("/"):
        run.refuse(entry, "from", "Expected a path that begins with a stroke, such as /old-page.")
    elif target is None:
        run.skip(entry, "the page that it leads to is not there")
    else:
        redirect = Redirect.add_redirect(entry.name, redirect_to=target, is_permanent=True)
        log(instance=redirect, action="wagtail.create")
        run.remember(entry)
