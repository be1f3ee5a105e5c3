"""The form in which an editor fills in a helpline."""

from typing import Any

from core.forms import GuardedPageForm
from helplines.models.trust_facts import TrustQuestion, TrustStanding

NOT_CHOSEN = ("", "Choose what you know")


class HelplineForm(GuardedPageForm):
    """The form of a helpline, with a row ready for every trust question that has none yet.

    A row says nothing until somebody chooses in it, and one that nobody touched is not kept: that a question was not
    asked yet is an answer of its own, which an editor gives.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        formset = self.formsets["trust_facts"]
        formset.initial_extra = list(self._rows_as_they_were_shown() if self.is_bound else self._rows_ready())
        formset.extra = len(formset.initial_extra)
        for row in formset.extra_forms:
            row.fields["standing"].choices = [NOT_CHOSEN, *TrustStanding.choices]
            row.fields["standing"].error_messages["required"] = "Choose what you know of this question."

    def _rows_ready(self) -> list[dict[str, Any]]:
        there = {fact.question for fact in self.formsets["trust_facts"].get_queryset()}
        return [ready_row(question) for question in TrustQuestion if question not in there]

    def _rows_as_they_were_shown(self) -> list[dict[str, Any]]:
        formset = self.formsets["trust_facts"]
        beyond = range(formset.initial_form_count(), formset.total_form_count())
        asked = {n: self.data.get(f"{formset.add_prefix(n)}-question", "") for n in beyond}
        # Wagtail writes into each row where it stands.
        return [{**ready_row(question), "ORDER": n + 1} for n, question in asked.items()]

    def is_valid(self) -> bool:
        """Whether everything can be kept; rows that nobody touched have a place too, by which Wagtail sorts all rows."""
        valid = bool(super().is_valid())
        for place, row in enumerate(self.formsets["trust_facts"].forms, start=1):
            if hasattr(row, "cleaned_data"):
                row.cleaned_data.setdefault("ORDER", place)
        return valid


def ready_row(question: str) -> dict[str, Any]:
    """What stands in a row before anybody touches it."""
    return {"question": question, "standing": ""}
