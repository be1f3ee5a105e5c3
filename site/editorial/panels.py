"""The start page of the admin: what waits for somebody, what is due, what only the research team knows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_page_models

from core.models import AwaitedMixin, PublishedSnippet, ReviewedMixin
from core.what_is_public import traces_of_old_numbers
from editorial import permissions
from editorial.authorship import authorship_in
from editorial.links import edit_url
from editorial.models import SecondReaderTask

# More than a screenful is not read.
MOST = 8


@dataclass(frozen=True)
class Item:
    """One line: what it is, where it leads, and why it stands here."""

    title: str
    url: str
    why: str


class ListPanel(Component):
    """A list with a count, a sentence where it is empty, and no more lines than are read."""

    template_name = "editorial/panels/list.html"
    title = ""
    when_empty = ""

    def __init__(self, user: Any) -> None:
        self.user = user

    def items(self) -> list[Item]:
        """Every line, the most urgent first."""
        raise NotImplementedError

    def others(self) -> list[Item]:
        """What stands below the list, closed, and is not counted in it."""
        return []

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What the template shows."""
        items = self.items()
        return {
            "heading": f"{self.title} ({len(items)})",
            "id": self.title.lower().replace(" ", "-"),
            "when_empty": self.when_empty,
            "count": len(items),
            "items": items[:MOST],
            "further": items[MOST:],
            "others": self.others(),
        }


class WaitingForYouPanel(ListPanel):
    """What somebody can approve or comment on, and what came back to them."""

    title = "Waiting for you"
    when_empty = "Nothing waits for you."
    order = 100

    def items(self) -> list[Item]:
        """What came back first: somebody has already read it."""
        return [*self.came_back(), *self.to_read()]

    def came_back(self) -> Iterator[Item]:
        """Texts of theirs that somebody asked to change."""
        states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=self.user)
        for state in states.select_related("current_task_state").prefetch_related("content_object__latest_revision"):
            comment = state.current_task_state.comment if state.current_task_state else ""
            why = f"Changes requested: {comment}" if comment else "Changes requested"
            yield item(state.content_object, why)

    def to_read(self) -> Iterator[Item]:
        """Texts that wait for a second reader, or for a comment of the advisory group."""
        groups = {group.name for group in self.user.groups.all()}
        if not groups & {*permissions.SECOND_READERS, permissions.ADVISORY_GROUP}:
            return
        waiting = list(
            TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=SecondReaderTask.objects.all())
            .select_related("workflow_state")
            .prefetch_related(
                "workflow_state__content_object__latest_revision", "workflow_state__content_object__live_revision"
            )
            .order_by("started_at")
        )
        if not groups & {*permissions.SECOND_READERS}:
            for state in waiting:
                url = reverse("comment_on_draft", args=[state.pk])
                yield Item(title_of(state.workflow_state.content_object), url, "For you to read and comment on")
            return
        yield from self.to_approve([state.workflow_state.content_object for state in waiting])

    def to_approve(self, records: list[Any]) -> Iterator[Item]:
        """Those of the texts that this reader may approve."""
        revisions = revisions_of(records)
        task = SecondReaderTask.objects.first()
        readers = set(task.readers().values_list("pk", flat=True)) if task else set()
        for record in records:
            of_record = revisions.get((record.get_base_content_type().pk, str(record.pk)), [])
            authorship = authorship_in(of_record, live_revision_id=record.live_revision_id)
            if authorship.leaves_free(person=self.user.pk, readers=readers):
                yield item(record, "For you to read and approve")


class OutOfDateNumbersPanel(ListPanel):
    """Numbers that must not return and are still public: somebody may be calling one now. Shown only where there is one."""

    title = "Out-of-date numbers that are still public"
    order = 50

    def __init__(self, user: Any) -> None:
        super().__init__(user)
        # Looked for once: whether the panel is there depends on it, too.
        self.found = [
            Item(trace.place.name, trace.place.edit_url, f"{trace.place.kind.capitalize()}: {trace.why}")
            for trace in traces_of_old_numbers()
        ]

    def items(self) -> list[Item]:
        """Where they stand."""
        return self.found


class DueForReviewPanel(ListPanel):
    """Pages whose next review is due. Checks of helplines have a panel of their own."""

    title = "Due for review"
    when_empty = "Nothing is due today."
    order = 200

    def items(self) -> list[Item]:
        """Live pages past the date that an editor set."""
        reviewed = (model for model in get_page_models() if issubclass(model, ReviewedMixin))
        return list(chain.from_iterable(self.pages(model) for model in reviewed))

    def pages(self, model: Any) -> Iterator[Item]:
        """The pages of one type."""
        for page in model.objects.live().filter(next_review_due__lte=timezone.localdate()):
            yield item(page, f"Review due since {page.next_review_due:%-d %B %Y}")


class WaitingForTheResearchTeamPanel(ListPanel):
    """What only the research team knows: records that say what they still wait for. Other drafts stand below."""

    title = "Waiting for the research team"
    when_empty = "Nothing waits for the research team."
    order = 300

    def items(self) -> list[Item]:
        """Pages in the order of the site, then what stands in collections."""
        models = [model for model in kinds_with_drafts() if issubclass(model, AwaitedMixin)]
        return [item(record, record.awaited) for record in in_order(models, ~Q(awaited=""))]

    def others(self) -> list[Item]:
        """What the public does not see, and why; nobody owes anything for it."""
        drafts = in_order(kinds_with_drafts(), Q(live=False))
        return [item(record, why_not_public(record)) for record in drafts if not getattr(record, "awaited", "")]


def kinds_with_drafts() -> list[Any]:
    """The kinds of pages that can wait for something, and all snippets that go past the second reader."""
    return [*(m for m in get_page_models() if issubclass(m, AwaitedMixin)), *PublishedSnippet.__subclasses__()]


def in_order(models: list[Any], wanted: Q) -> list[Any]:
    """The records of these kinds, pages first, in the order of the site."""
    found = chain.from_iterable(model._default_manager.filter(wanted) for model in models)
    return sorted(found, key=lambda record: (0, record.path) if isinstance(record, Page) else (1, ""))


def why_not_public(record: Any) -> str:
    """In true words, whether a draft was ever public."""
    kind = str(record._meta.verbose_name).capitalize()
    if record.expired:
        return f"{kind}: its time was over"
    return f"{kind}: taken off" if record.first_published_at else f"{kind}: never published"


def item(record: Any, why: str) -> Item:
    """A line that leads to the record's editor."""
    return Item(title_of(record), edit_url(record), why)


def title_of(record: Any) -> str:
    """The record's newest name."""
    return str(record.draft_title) if isinstance(record, Page) else str(record)


def revisions_of(records: list[Any]) -> dict[tuple[int, str], list[Revision]]:
    """The revisions of some pages and snippets since they were published, oldest first, in one query."""
    wanted = Q(pk__in=[])
    for record in records:
        of_record = Q(base_content_type_id=record.get_base_content_type().pk, object_id=str(record.pk))
        if record.live_revision:
            of_record &= Q(created_at__gte=record.live_revision.created_at)
        wanted |= of_record
    found: dict[tuple[int, str], list[Revision]] = {}
    for revision in Revision.objects.filter(wanted).order_by("created_at", "pk"):
        found.setdefault((revision.base_content_type_id, revision.object_id), []).append(revision)
    return found
