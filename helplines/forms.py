"""The form in which an editor fills in a helpline."""

from typing import Any

from core.forms import GuardedPageForm
from helplines.models.trust_facts import TrustQuestion, TrustStanding

SENT_ON = ("action-submit", "action-restart-workflow", "action-publish")


class HelplineForm(GuardedPageForm):
    """The form of a helpline, with a row ready for every trust question that has none yet.

    A row that nobody touched says "Not asked yet". It goes along with whatever is sent or changed. Where nothing was
    changed it stays away, so that whoever only approves, or only saves, does not become an author of it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._leave_out_untouched_rows()
        else:
            self._make_rows_ready()

    def _make_rows_ready(self) -> None:
        formset = self.formsets["trust_facts"]
        there = {fact.question for fact in formset.get_queryset()}
        ready = [ready_row(question) for question in TrustQuestion if question not in there]
        formset.initial_extra, formset.extra = ready, len(ready)

    def _leave_out_untouched_rows(self) -> None:
        """Take rows that nobody touched for nothing, if nothing else says that this form has to be kept."""
        if self.instance.pk is None or any(action in self.data for action in SENT_ON):
            return
        formset = self.formsets["trust_facts"]
        extra = range(formset.initial_form_count(), formset.total_form_count())
        # Wagtail writes into each row where it stands.
        formset.initial_extra = [
            {**ready_row(self.data.get(f"{formset.add_prefix(n)}-question", "")), "ORDER": n + 1} for n in extra
        ]
        if self.has_changed():
            formset.initial_extra = None
            # Made while looking, with what was left out.
            vars(formset).pop("forms", None)


def ready_row(question: str) -> dict[str, str]:
    """What stands in a row before anybody touches it."""
    return {"question": question, "standing": TrustStanding.NOT_ASKED}
