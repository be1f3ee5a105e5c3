"""Components of this app with examples: usual, empty, longest."""

from typing import Any

from contact.components import ANSWERS, ASKED, AnswerChoice, ContactForm, FormProblem, MessageSent, Typed
from core.gallery.words import LONG


def _form(value: str = "", problem: str = "", chosen: str = "", **more: Any) -> ContactForm:
    fields = {name: Typed(name, *words, value, problem) for name, words in ASKED.items()}
    answers = tuple(AnswerChoice(answer, label, chosen == answer) for answer, label in ANSWERS)
    return ContactForm(**{"answers": answers, "stamp": "example", "days_kept": 90, **fields, **more})


USUAL = _form(who_reads_it="Somebody of the team reads messages on Mondays.", helplines_url="/helplines/")

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    ContactForm: {
        "usual": USUAL,
        "empty": _form(),
        "longest": _form(
            LONG * 3, LONG, "only", who_reads_it=LONG * 4, answers_problem=LONG, helplines_url="/", heading=LONG
        ),
    },
    FormProblem: {
        "usual": FormProblem("There is a problem", "Everything you typed is still here.", (("your-text", "Write."),)),
        "empty": FormProblem("Your message is not sent yet"),
        "longest": FormProblem(LONG, LONG * 2, (("your-text", LONG), ("your-name", LONG)), (("/", LONG),)),
    },
    MessageSent: {
        "usual": MessageSent("Somebody of the team reads messages on Mondays.", 90),
        "empty": MessageSent("", 90),
        "longest": MessageSent(LONG * 4, 365),
    },
}
