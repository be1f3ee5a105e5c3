"""What a visitor says is wrong, made fit to keep."""

from typing import Any

from django import forms

from checking.models import Detail
from checking.models.reports import LONGEST_WORDS
from contact.forms import VisitorForm, Words

NOTHING_SAID = "Tick what is wrong, or write what is different."
NO_SUCH_DETAIL = "Tick some of the boxes."


class SaidToBeWrong(VisitorForm):
    """Which details are wrong and what is different; one of the two is enough."""

    details = forms.MultipleChoiceField(
        choices=Detail, required=False, error_messages={"invalid_choice": NO_SUCH_DETAIL}
    )
    text = Words(max_length=LONGEST_WORDS, required=False)

    def clean_details(self) -> list[str]:
        """Each once, in the order of the form."""
        return [value for value in Detail.values if value in self.cleaned_data["details"]]

    def clean(self) -> dict[str, Any]:
        """Somebody who ticked nothing and wrote nothing has told nothing yet."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned["details"] and not cleaned["text"]:
            self.add_error("details", NOTHING_SAID)
        return cleaned

    @property
    def ticked(self) -> set[str]:
        """The boxes as they were ticked."""
        data: Any = self.data
        return set(data.getlist("details"))
