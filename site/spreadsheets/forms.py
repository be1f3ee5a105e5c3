"""The two forms: choosing a file, and making drafts of it."""

from typing import Any

from django import forms

from core.models import ChangeKind


class ChooseFile(forms.Form):
    """One CSV file."""

    file = forms.FileField(
        label="A CSV file",
        allow_empty_file=True,
        help_text="UTF-8, at most 2 MB and 5,000 rows. It is read and thrown away; nothing of it is kept on the server.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": "Choose a file first.", "invalid": "Choose a file first."},
    )


class MakeDrafts(forms.Form):
    """What is asked before anything becomes a draft."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    kind_of_change = forms.ChoiceField(
        label="What kind of change is this?",
        choices=ChangeKind.choices,
        widget=forms.RadioSelect,
        help_text="Readers see this. A correction does not move the “Last updated” date. Drafts that say it already keep it.",
        error_messages={"required": "Say what kind of change this is. Readers trust the date."},
    )
    what_changed = forms.CharField(
        label="What changed, in one sentence",
        max_length=300,
        required=False,
        help_text="Readers see this in each page’s list of changes. Leave it empty for a small correction.",
    )
    send_on = forms.BooleanField(
        label="Send each of them to the second reader",
        required=False,
        initial=True,
        help_text="Drafts that are not complete stay drafts. Without this, all of them do.",
    )

    def __init__(self, *args: Any, asks_what_kind: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_what_kind:
            # Nothing of it was public before, so nothing is told of a change.
            del self.fields["kind_of_change"], self.fields["what_changed"]
