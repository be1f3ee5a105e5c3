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
        if not self.is_bound:
            there = {fact.question for fact in formset.get_queryset()}
            formset.initial_extra = [ready_row(question) for question in TrustQuestion if question not in there]
            formset.extra = len(formset.initial_extra)
        for place, row in enumerate(formset.forms, start=1):
            # What has a number was kept before. Wagtail's autosave counts all others as kept, too, so the count says nothing.
            if self.is_bound and not self.data.get(row.add_prefix("id")):
                row.initial |= {**ready_row(self.data.get(row.add_prefix("question"), "")), "ORDER": place}
                row.empty_permitted, row.use_required_attribute = True, False
            if not row.initial.get("standing"):
                row.fields["standing"].choices = [NOT_CHOSEN, *TrustStanding.choices]
                row.fields["standing"].error_messages["required"] = "Choose what you know of this question."

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
