"""What was found, and why a helpline is shown, in sentences."""

from collections.abc import Mapping

from helplines.finder.asking import AREAS, SURE, WAYS, Asked
from helplines.finder.finding import Fitted, Found
from helplines.finder.fitting import Fit
from helplines.models import Language

# What each question is about, as part of a sentence.
ABOUT = {
    "way": "the way to get in touch",
    "need": "what it helps with",
    "people": "who it is for",
    "area": "where it answers",
    "language": "the languages that somebody answers in",
    "age": "the ages that it is for",
    "sure": "what you have to be sure of",
    "open_now": "whether it is open now",
}
WITHOUT_YOUR_WORDS = "Your words do not stand in this entry."


def outcome_of(found: Found) -> str:
    """What was found, in a sentence or two; empty where nothing is asked."""
    if found.asked.age_not_understood:
        left_out = "Your age was left out, because it was not understood."
        return f"{left_out} {_outcome(found)}" if found.asked.names else left_out
    return _outcome(found) if found.asked else ""


def _outcome(found: Found) -> str:
    fitting, perhaps = len(found.fitting), len(found.perhaps)
    if fitting:
        first = " Crisis lines come first." if found.fitting[0].is_urgently_asked_for(found.asked) else ""
        return f"{how_many(fitting)} {'fits' if fitting == 1 else 'fit'} what you asked.{first}"
    if perhaps:
        return "No helpline here is known to fit all that you asked. Some may fit: something is not known of them."
    if found.closest:
        return "No helpline here fits all that you asked. Those that come closest are below."
    return "No helplines are listed here yet."


def how_many(number: int) -> str:
    """So many helplines; lines that belong together count as one."""
    return "1 helpline" if number == 1 else f"{number} helplines"


def what_does_not_fit(one: Fitted, asked: Asked) -> str:
    """What a helpline does not fit; empty where there is nothing."""
    names = one.that_are(Fit.NO)
    others = "; ".join(about(name, asked) for name in names if name != "words")
    # Nobody is told that a crisis line is not for them because it lacks a word.
    said = (f"Does not fit: {others}." if others else "", WITHOUT_YOUR_WORDS if "words" in names else "")
    return " ".join(filter(None, said))


def what_is_not_known(one: Fitted, asked: Asked) -> str:
    """What nobody has said of a helpline that was asked; empty where there is nothing."""
    names = one.that_are(Fit.UNKNOWN)
    return f"Not known: {'; '.join(about(name, asked) for name in names)}." if names else ""


def about(name: str, asked: Asked) -> str:
    """What a question is about. Whoever may be called now may answer no mail before tomorrow: both stand on one card."""
    if name == "open_now" and asked.way:
        return f"an answer now (“{WAYS[asked.way][0]}”)"
    return ABOUT[name]


def without_in_words(name: str, asked: Asked, terms: Mapping[str, str], how_many_fit: int) -> str:
    """What a list without one question is called."""
    return f"Without “{answer_in_words(name, asked, terms)}”: {how_many(how_many_fit)}"


def answer_in_words(name: str, asked: Asked, terms: Mapping[str, str]) -> str:
    """An answer that was chosen, as the form calls it."""
    value: str = getattr(asked, name)
    if name == "way":
        return WAYS[value][0]
    if name == "sure":
        return SURE[value][0]
    if name == "area":
        return AREAS[value]
    if name == "language":
        return str(Language(value).label)
    if name == "age":
        return f"Age {value}"
    if name == "open_now":
        return "Open now"
    return terms.get(value, value) if name in {"need", "people"} else value
