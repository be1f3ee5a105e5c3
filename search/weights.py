"""How much a passage is about each of its words. Knows nothing of Django's database."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from core.words import words_in

IN_THE_TITLE, IN_THE_SUMMARY, IN_A_HEADING = 8.0, 3.0, 3.0
# A text of this many words counts as it is; a word says less about a longer one.
USUAL_LENGTH = 150


def weights_of(title: str = "", summary: str = "", headings: str = "", text: str = "") -> dict[str, float]:
    """The words of a passage with their weights; in a line of few words each weighs more than in a long one."""
    weights: defaultdict[str, float] = defaultdict(float)
    for line, weight in lines_with_weights(title, summary, headings):
        words = list(words_in(line))
        for word in set(words):
            weights[word] += weight / (1 + len(words) / 10)
    in_text = Counter(words_in(text))
    shortness = 1 / (0.7 + 0.3 * in_text.total() / USUAL_LENGTH)
    for word, times in in_text.items():
        weights[word] += (1 + math.log(times)) * shortness
    return dict(weights)


def lines_with_weights(title: str, summary: str, headings: str) -> Iterator[tuple[str, float]]:
    """What stands above a text, line by line."""
    yield title, IN_THE_TITLE
    yield summary, IN_THE_SUMMARY
    yield from ((heading, IN_A_HEADING) for heading in headings.splitlines())
