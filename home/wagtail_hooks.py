"""What information pages add to every page."""

from django.db.models import QuerySet
from wagtail import hooks

from home.models import InfoPage


@hooks.register("pages_at_the_foot")
def pages_at_the_foot() -> "QuerySet[InfoPage]":
    """Pages that editors want linked at the foot of every page; `core.reading` asks for them."""
    return InfoPage.objects.filter(in_footer=True)
