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

    def full_clean(self) -> None:
        """Clean the form, and the rows right with it: one that nobody touched gets its place, by which Wagtail sorts all rows.

        Wagtail sorts them while it saves, while guard rails look at the record, and while it shows a form with a mistake elsewhere.
        """
        super().full_clean()
        formset = self.formsets["trust_facts"]
        if formset.is_bound:
            formset.full_clean()
            for place, row in enumerate(formset.forms, start=1):
                row.cleaned_data.setdefault("ORDER", place)


def ready_row(question: str) -> dict[str, Any]:
    """What stands in a row before anybody touches it."""
    return {"question": question, "standing": ""}
