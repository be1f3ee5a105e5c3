"""What a visitor typed, made fit to keep."""

from typing import Any

from django import forms

from contact.models import SafeToReply
from contact.models.message import LONGEST_MESSAGE, LONGEST_NAME, LONGEST_NOTE, LONGEST_WAY

# The field that people do not see and programs fill in. No browser knows what to put into a field of this name.
TRAP = "topic"
STAMP = "opened"

EMPTY = "Write a message before you send it."
TOO_LONG = "Your message has {count:,} characters. Make it shorter: it can have up to {most:,}."
TOO_LONG_FOR_A_LINE = "This has {count:,} characters. Make it shorter: it can have up to {most:,}."
NO_SUCH_ANSWER = "Choose one of the answers, or none."


class Words(forms.CharField):
    """Words as people count them: a new line is one character, and there are no characters that a database cannot keep."""

    def __init__(self, *, max_length: int, too_long: str = TOO_LONG_FOR_A_LINE, **options: Any) -> None:
        super().__init__(**options)
        self.most, self.too_long = max_length, too_long

    def to_python(self, value: Any) -> Any:
        """Take out what nobody typed."""
        return super().to_python(as_typed(value))

    def validate(self, value: Any) -> None:
        """Say how many characters there are, where there are too many."""
        super().validate(value)
        if len(value) > self.most:
            raise forms.ValidationError(self.too_long.format(count=len(value), most=self.most))


class VisitorForm(forms.Form):
    """A form that is shown again as it was typed, whatever is wrong with it."""

    def typed(self, name: str) -> str:
        """What stands in a field as it was typed, however long it is."""
        return as_typed(self.data.get(name, ""))

    def problem_with(self, name: str) -> str:
        """What is wrong with a field, in one sentence; empty where nothing is."""
        found = self.errors.get(name) if self.is_bound else None
        return str(found[0]) if found else ""


class MessageForm(VisitorForm):
    """The message and what may come with it; only the message itself has to be there."""

    text = Words(max_length=LONGEST_MESSAGE, too_long=TOO_LONG, error_messages={"required": EMPTY})
    name = Words(max_length=LONGEST_NAME, required=False)
    way_to_reach = Words(max_length=LONGEST_WAY, required=False)
    safe_to_reply = forms.ChoiceField(
        choices=SafeToReply, required=False, error_messages={"invalid_choice": NO_SUCH_ANSWER}
    )
    reply_note = Words(max_length=LONGEST_NOTE, required=False)

    def clean_safe_to_reply(self) -> str:
        """Saying nothing is an answer."""
        return self.cleaned_data["safe_to_reply"] or SafeToReply.UNSAID


def as_typed(value: Any) -> str:
    """What was typed, with one character for a new line and without NUL, which PostgreSQL cannot keep."""
    return str(value or "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
