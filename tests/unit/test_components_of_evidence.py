"""How a work is written down, whatever is known of it."""

import pytest

from core.components.evidence import ReferenceCard


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (ReferenceCard("A work", ("Person, E.",), 2017), "Person, E. (2017). A work."),
        (ReferenceCard("A work", ("Person, E.",)), "Person, E. A work."),
        (ReferenceCard("What is good?", ("Person, E.",), 2017), "Person, E. (2017). What is good?"),
        (ReferenceCard("An act", year=2014), "An act (2014)."),
        (ReferenceCard("What is good?", year=2014), "What is good? (2014)."),
        (ReferenceCard("A work"), "A work."),
    ],
)
def test_a_work_is_written_without_empty_places(card: ReferenceCard, words: str) -> None:
    html = card.render_html().replace("<cite>", "").replace("</cite>", "")

    assert f"{words} <span" in " ".join(html.split())
