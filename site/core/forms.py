"""Forms of the admin that stop what is unsafe from being sent to the second reader."""

from typing import Any, Self

from django.db import transaction
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.blocks.base import BlockField

from core.guard_rails import Refusal
from core.superseded_numbers import list_read_once

NOT_YET = "This cannot go to readers yet. Everything you typed is still here. What is missing:"
CHANGED_SINCE = (
    "The text changed after you opened it, so nothing was published and nothing was saved. "
    "What you typed is still here: copy what you need, then open the newest text and read it again."
)


class GuardedFormMixin:
    """Shows refusals beside their fields when a record is sent on or published; a draft is always saved."""

    # How Wagtail begins the ids of the panels of this form.
    panel_prefix = "panel-"

    def is_valid(self) -> bool:
        """Whether the form may be saved; on the way to the public this asks the guard rails too."""
        if self.approves_an_older_version:
            # Looked at first, so that the sentence stands above every other.
            self.errors.clear()  # type: ignore[attr-defined]
            self.add_error(None, CHANGED_SINCE)  # type: ignore[attr-defined]
            return False
        with list_read_once():
            valid: bool = super().is_valid()  # type: ignore[misc]
            if valid and self.is_on_the_way_to_the_public:
                # Children (contact ways, trust facts) reach the record only here; nothing is written.
                record: Any = self.save(commit=False)
                for refusal in record.refusals():
                    self.show(refusal)
                    valid = False
        return valid

    def save(self, commit: bool = True) -> Any:
        """Save the record; a form that was opened on a draft never takes off what was published meanwhile."""
        record: Any = self.instance  # type: ignore[attr-defined]
        if not (commit and record.pk and not record.live):
            return super().save(commit=commit)  # type: ignore[misc]
        with transaction.atomic():
            rows = type(record)._base_manager.select_for_update().filter(pk=record.pk)
            now = rows.values("live", "first_published_at", "last_published_at", "live_revision_id").first()
            was_published = now is not None and now["live"]
            if was_published:
                # What was typed becomes a draft beside the public text, as on any public page.
                for name, value in now.items():
                    setattr(record, name, value)
            return super().save(commit=not was_published)  # type: ignore[misc]

    @property
    def is_on_the_way_to_the_public(self) -> bool:
        """Whether the record is sent to the second reader, approved or published.

        Saving a draft is not, and asking for changes is the way out of what is refused.
        """
        answers = "action-workflow-action" in self.data  # type: ignore[attr-defined]
        if answers and self.data.get("workflow-action-name") != "approve":  # type: ignore[attr-defined]
            return False
        return not self.is_deferred_validation  # type: ignore[attr-defined]

    @property
    def approves_an_older_version(self) -> bool:
        """Whether the editor that approves was opened before the newest version, which may have been saved in place."""
        data: Any = self.data  # type: ignore[attr-defined]
        if not data.get("action-workflow-action") or data.get("workflow-action-name") != "approve":
            return False
        newest = self.instance.get_latest_revision()  # type: ignore[attr-defined]
        loaded = data.get("loaded_revision_id"), data.get("loaded_revision_created_at")
        return loaded != (str(newest.pk), newest.created_at.isoformat())

    def show(self, refusal: Refusal) -> None:
        """Put the sentence beside the field, or above the list of children; the list above the form leads there."""
        if not self.non_field_errors():  # type: ignore[attr-defined]
            self.add_error(None, NOT_YET)  # type: ignore[attr-defined]
        if refusal.field in self.fields:  # type: ignore[attr-defined]
            linked = SentenceWithLink(refusal.message, self.place_of(refusal.field))
            self.add_error(refusal.field, linked)  # type: ignore[attr-defined]
        elif refusal.field in self.formsets:  # type: ignore[attr-defined]
            formset = self.formsets[refusal.field]  # type: ignore[attr-defined]
            formset.non_form_errors().append(refusal.message)
            name = formset.model._meta.verbose_name_plural.capitalize()
            linked = SentenceWithLink(refusal.message, f"id_{formset.prefix}-FORMS")
            self.add_error(None, SentenceWithLink.led_by(name, linked))  # type: ignore[attr-defined]
        else:
            self.add_error(None, refusal.message)  # type: ignore[attr-defined]

    def place_of(self, field: str) -> str:
        """The id of the field's label, or of the panel where the field is a stream of blocks, which has no label."""
        if isinstance(self.fields[field], BlockField):  # type: ignore[attr-defined]
            return f"{self.panel_prefix}{field}-section"
        return f"{self[field].id_for_label}-label"  # type: ignore[index]


class SentenceWithLink(SafeString):
    """A sentence that stands beside its field as it is.

    Wagtail's list above the form puts the field's name before it; here that name becomes a link to the field.
    """

    place: str

    def __new__(cls, sentence: str, place: str) -> Self:
        """The sentence, escaped, and the id of the element that it is about."""
        made = super().__new__(cls, conditional_escape(sentence))
        made.place = place
        return made

    @classmethod
    def led_by(cls, name: str, sentence: "SentenceWithLink") -> Self:
        """The same with a name that links already, for what the list has no name for."""
        return cls(format_html('<a href="#{}">{}</a>: {}', sentence.place, name, sentence), sentence.place)

    def __radd__(self, name: str) -> SafeString:
        """What Wagtail writes as “Name: ” followed by this."""
        if not name:
            return self
        return format_html('<a href="#{}">{}</a>: {}', self.place, name.removesuffix(": "), self)


class GuardedPageForm(GuardedFormMixin, WagtailAdminPageForm):
    """The form of every page."""

    panel_prefix = "panel-child-content-"


class GuardedSnippetForm(GuardedFormMixin, WagtailAdminModelForm):
    """The form of every snippet that is published."""


class CopyWithoutAliasForm(CopyForm):
    """Copies a page, and makes no alias of it: two pages cannot share the permanent name that citations lead to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
