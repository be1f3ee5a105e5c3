"""A site with something of everything, and all that there is in a site; asked from a process of its own.

manage.py shell -c "from tests.whole_site import make; make()"
"""

import hashlib
import json
import sys
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.apps import apps
from django.contrib.auth.models import Group
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models import FileField
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page

from backups.left_out import is_left_out
from contact.models import Message
from home.models import InfoPage
from media_library.sizes import make_sizes
from model_pages.models import SourceOfHarmPage
from tests.editorial import an_editor
from tests.factories.media import CustomDocument, DocumentFactory, ImageFactory, root_collection
from tests.factories.pages import InfoPageFactory
from users.models import User

# The moment at which a page is looked at: some words on it depend on the day.
A_TUESDAY = datetime(2026, 11, 3, 10, 0, tzinfo=ZoneInfo("Europe/London"))
A_HUNDRED_YEARS = timedelta(days=36_500)


def make() -> None:
    """The starter content, and everything that people do with it."""
    with time_machine.travel(A_TUESDAY - timedelta(days=1), tick=True):
        call_command("load_starter")
        call_command("create_accounts")
        texts_in_every_state()
        pictures_and_documents()
        messages()
        User.objects.get(username="lead").groups.add(Group.objects.create(name="A group of the team’s own"))
        Redirect.add_redirect("/an-old-address", Page.objects.get(depth=2))
    everything_in_public()


def texts_in_every_state() -> None:
    """A correction, a draft, a text that waits for a second reader, and one that is planned."""
    author, reader = an_editor(username="author"), an_editor(username="reader")
    for words in ("corrected", "draft", "waiting", "planned"):
        page = InfoPageFactory(title=f"A page that is {words}", summary="Ünïcödé words, “quotes” and a tab:\t.")
        page.save_revision().publish()
    pages = {page.title.split()[-1]: page for page in InfoPage.objects.filter(title__startswith="A page that is")}
    pages["draft"].summary = "Not to be read yet."
    pages["draft"].save_revision(user=author.user)
    change = {"kind_of_change": "update", "what_changed": "Something."}
    author.submits(pages["waiting"], summary="What waits.", **change)
    author.submits(pages["corrected"], summary="What was corrected.", **change)
    reader.acts(pages["corrected"], "approve")
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    author.submits(pages["planned"], summary="What is planned.", go_live_at=tomorrow, **change)
    reader.acts(pages["planned"], "approve")


def pictures_and_documents() -> None:
    """A picture on a public page, and documents of which one is for some people only."""
    picture = ImageFactory(title="A picture in public")
    make_sizes([picture.pk])
    SourceOfHarmPage.objects.filter(number=1).update(illustration=picture)
    DocumentFactory(title="A document in public")
    private = root_collection().add_child(instance=Collection(name="For the team"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = CustomDocument(title="A private document", collection=private)
    document.file.save("private.txt", ContentFile(bytes(range(256)) * 5_000))


def messages() -> None:
    """A message that is kept, and one that is due on the day after the backup."""
    now = timezone.now()
    for text, due in (("Kept.", now + A_HUNDRED_YEARS), ("Due.", now + timedelta(days=1))):
        Message.objects.create(text=text, received_at=now, due_at=due)


def show() -> None:
    """Print all that there is, for another process."""
    sys.stdout.write(f"\n{json.dumps({'tables': tables(), 'files': files(), 'public': everything_in_public()})}\n")


def tables() -> dict[str, dict[str, str]]:
    """Every row of every table, by its model and its number; only its digest where it is long."""
    return {
        model._meta.label: {str(row["pk"]): canonical(row["fields"]) for row in rows_of(model)}
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and not is_left_out(model)
    }


def rows_of(model: Any) -> Any:
    """All rows, by way of Django's own serialiser: a backup has another."""
    return serializers.serialize("python", model._base_manager.order_by("pk"))


def canonical(value: Any) -> str:
    """The same text for the same value: PostgreSQL keeps JSON in an order and with spaces of its own."""
    text = json.dumps(sorted_inside(value), sort_keys=True, default=str)
    return text if len(text) < 300 else hashlib.sha256(text.encode()).hexdigest()


def sorted_inside(value: Any) -> Any:
    """The value, with JSON that is kept as a text read."""
    if isinstance(value, dict):
        return {name: sorted_inside(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [sorted_inside(inner) for inner in value]
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return sorted_inside(json.loads(value))
        except ValueError:
            return value
    return value


def files() -> dict[str, str]:
    """The digest of every file that a row names, as the storage gives it."""
    columns = [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, FileField) and not is_left_out(model)
    ]
    return {
        name: hashlib.sha256(field.storage.open(name).read()).hexdigest()
        for model, field in columns
        for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
        if name
    }


def everything_in_public() -> dict[str, str]:
    """What a visitor gets at each address of a page, a redirect and a document: status, place and digest."""
    pages = [page.url for page in Page.objects.live().filter(depth__gt=1) if page.url]
    old = list(Redirect.objects.values_list("old_path", flat=True))
    documents = [document.url for document in CustomDocument.objects.all()]
    with time_machine.travel(A_TUESDAY, tick=False):
        return {url: answer_at(url) for url in [*pages, *old, *documents]}


def answer_at(url: str) -> str:
    """One answer, short."""
    response = Client().get(url)
    body = b"".join(response) if response.streaming else response.content
    return f"{response.status_code} {response.headers.get('Location', '')} {hashlib.sha256(body).hexdigest()}"
