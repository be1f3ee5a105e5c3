"""Which passages may be found."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from core.open_to_everybody import shown_to_everybody


class PassageQuerySet(models.QuerySet):
    """Filters that read as speech."""

    def shown(self) -> Self:
        """Passages whose page anybody can read now, and whose record, if they come from one, anybody may see now."""
        may_be_seen = Q(page__in=Page.objects.filter(shown_to_everybody()))
        for name in ("idea", "quote", "reference", "term", "credit"):
            records: Any = self.model._meta.get_field(name).related_model
            may_be_seen &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__in": records.objects.shown()})
        return self.filter(may_be_seen)
