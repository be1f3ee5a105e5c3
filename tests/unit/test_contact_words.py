"""Whatever somebody types, the form answers, and what it takes is fit to keep."""

from hypothesis import given
from hypothesis import strategies as st

from contact.forms import MessageForm, as_typed
from contact.models import SafeToReply
from contact.models.message import LONGEST_MESSAGE

ANYTHING = st.text(max_size=6_000) | st.text(alphabet="\0\r\n\t ‮\u200b<&", max_size=50)


@given(ANYTHING, ANYTHING, ANYTHING | st.sampled_from(SafeToReply.values))
def test_what_is_taken_has_words_and_is_fit_to_keep(text: str, name: str, answer: str) -> None:
    form = MessageForm({"text": text, "name": name, "safe_to_reply": answer})

    taken = form.cleaned_data["text"] if form.is_valid() else "a message that was not taken"
    assert 0 < len(taken) <= LONGEST_MESSAGE
    assert not {"\0", "\r"} & set(taken)
    assert bool(form.errors) is any(form.problem_with(field) for field in form.fields)


@given(ANYTHING)
def test_what_is_shown_again_is_what_was_typed(text: str) -> None:
    shown = MessageForm({"text": text}).typed("text")

    assert shown == as_typed(shown)
    assert shown.replace("\n", "") == text.replace("\0", "").replace("\r", "").replace("\n", "")
