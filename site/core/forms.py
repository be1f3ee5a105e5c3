"""Forms of the admin that stop what is unsafe from being sent to the second reader."""

from typing import Any, Self

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks.base import BlockField

from core.guard_rails import Refusal

NOT_YET = "This cannot go to readers yet. Everything you typed is still here. What is missing:"


class GuardedFormMixin:
    """Shows refusals beside their fields when a record is sent on or published; a draft is always saved."""

    # How Wagtail begins the ids of the panels of this form.
    panel_prefix = "panel-"

    def is_valid(self) -> bool:
        """Whether the form may be saved; on the way to the public this asks the guard rails too."""
        valid: bool = super().is_valid()  # type: ignore[misc]
        if valid and self.is_on_the_way_to_the_public:
            # Children (contact ways, trust facts) reach the record only here; nothing is written.
            record: Any = self.save(commit=False)  # type: ignore[attr-defined]
            for refusal in record.refusals():
                self.show(refusal)
                valid = False
        return valid

    @property
    def is_on_the_way_to_the_public(self) -> bool:
        """Whether the record is sent to the second reader, approved or published.

        Saving a draft is not, and asking for changes is the way out of what is refused.
        """
        answers = "action-workflow-action" in self.data  # type: ignore[attr-defined]
        if answers and self.data.get("workflow-action-name") != "approve":  # type: ignore[attr-defined]
            return False
        return not self.is_deferred_validation  # type: ignore[attr-defined]

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
