"""Keeping what search looks through true."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from core.models import BasePage
from core.open_to_everybody import shown_to_everybody
from core.words import stem
from search.models import Passage, Word, WordInPassage
from search.public_words import passages_of
from search.weights import weights_of

# Rows that are written in one go; SQLite takes no more than some thousands of values in a query.
AT_ONCE = 500


def look_again_at_a_page(*, page_id: int) -> None:
    """Make the passages of one page anew; a page that not everybody may read has none."""
    with transaction.atomic():
        before = list(Word.objects.filter(places__passage__page_id=page_id).values_list("pk", flat=True).distinct())
        Passage.objects.filter(page_id=page_id).delete()
        page = Page.objects.filter(shown_to_everybody(), pk=page_id).specific().first()
        if isinstance(page, BasePage):
            save_passages(passages_of(page))
        forget_unused_words(before)


def look_again_at_everything() -> int:
    """Make all passages anew, and say how many pages have some."""
    with transaction.atomic():
        for model in (WordInPassage, Passage, Word):
            model._default_manager.all().delete()
        pages = Page.objects.filter(shown_to_everybody(), depth__gt=1).order_by("path").specific()
        ours = [page for page in pages if isinstance(page, BasePage)]
        for page in ours:
            save_passages(passages_of(page))
    return len(ours)


def save_passages(passages: Iterable[Passage]) -> None:
    """Keep passages, with how much each is about its words."""
    saved = Passage.objects.bulk_create(passages, AT_ONCE)
    weights = {passage.pk: weights_of(**passage.weighed) for passage in saved}
    ids = ids_of({word for words in weights.values() for word in words})
    WordInPassage.objects.bulk_create(
        [
            WordInPassage(word_id=ids[word], passage_id=pk, weight=round(weight, 4))
            for pk, words in weights.items()
            for word, weight in words.items()
        ],
        AT_ONCE,
    )


def ids_of(words: set[str]) -> dict[str, int]:
    """The words' own records, made where there are none."""
    known = known_ids_of(words)
    new = sorted(words - known.keys())
    if new:
        Word.objects.bulk_create([Word(word=word, stem=stem(word)) for word in new], AT_ONCE, ignore_conflicts=True)
        known |= known_ids_of(set(new))
    return known


def known_ids_of(words: set[str]) -> dict[str, int]:
    """The records of words that some passage has already."""
    in_order = sorted(words)
    groups = (in_order[start : start + AT_ONCE] for start in range(0, len(in_order), AT_ONCE))
    return {word: pk for group in groups for word, pk in Word.objects.filter(word__in=group).values_list("word", "pk")}


def forget_unused_words(words: list[int]) -> None:
    """Keep none of these words that no passage has any more: it may have been somebody's, who withdrew it."""
    unused = ~Exists(WordInPassage.objects.filter(word=OuterRef("pk")))
    for start in range(0, len(words), AT_ONCE):
        Word.objects.filter(unused, pk__in=words[start : start + AT_ONCE]).delete()
