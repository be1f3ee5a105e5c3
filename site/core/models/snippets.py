"""What all snippets that are published share."""

from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from core.forms import GuardedSnippetForm
from core.guard_rails import GuardedMixin
from core.open_to_everybody import is_live_now, not_expired
from core.permanent_id import is_permanent_id, new_permanent_id


class PublishedSnippetQuerySet(models.QuerySet):
    """Snippets that have readers."""

    def shown(self) -> Self:
        """Snippets that the public may see."""
        return self.filter(not_expired(), live=True)


class PublishedSnippet(
    GuardedMixin,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """A record that stands on several pages and goes past the second reader like a page."""

    permanent_id = models.CharField(
        max_length=40, unique=True, editable=False, default=new_permanent_id, validators=[is_permanent_id]
    )

    base_form_class = GuardedSnippetForm
    exclude_fields_in_copy = ["permanent_id"]

    objects: ClassVar[Any] = PublishedSnippetQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_shown(self) -> bool:
        """Whether the public may see it now."""
        return is_live_now(self)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """The frame of every preview."""
        return "core/previews/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The snippet in the component that shows it on pages."""
        from core.previews import preview_of

        return {**super().get_preview_context(request, mode_name), "card": preview_of(self)}
