"""Forms of the admin that stop what is unsafe from being sent to the second reader."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from core.guard_rails import Refusal


class GuardedFormMixin:
    """Shows refusals beside their fields when a record is sent on or published; a draft is always saved."""

    def is_valid(self) -> bool:
        """Whether the form may be saved; on anything but saving a draft this asks the guard rails too."""
        valid: bool = super().is_valid()  # type: ignore[misc]
        if valid and not self.is_deferred_validation:  # type: ignore[attr-defined]
            # Children (contact ways, trust facts) reach the record only here; nothing is written.
            record: Any = self.save(commit=False)  # type: ignore[attr-defined]
            for refusal in record.refusals():
                self.show(refusal)
                valid = False
        return valid

    def show(self, refusal: Refusal) -> None:
        """Put the sentence beside the field, or above the list of children, that it speaks of."""
        if refusal.field in self.fields:  # type: ignore[attr-defined]
            self.add_error(refusal.field, refusal.message)  # type: ignore[attr-defined]
        elif refusal.field in self.formsets:  # type: ignore[attr-defined]
            self.formsets[refusal.field].non_form_errors().append(refusal.message)  # type: ignore[attr-defined]
        else:
            self.add_error(None, refusal.message)  # type: ignore[attr-defined]


class GuardedPageForm(GuardedFormMixin, WagtailAdminPageForm):
    """The form of every page."""


class GuardedSnippetForm(GuardedFormMixin, WagtailAdminModelForm):
    """The form of every snippet that is published."""
