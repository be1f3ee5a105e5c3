"""The public words that search looks through, and the editors' list of words that people use."""

from search.models.passages import Kind, Passage, Word, WordInPassage
from search.models.synonyms import Synonym

__all__ = ["Kind", "Passage", "Synonym", "Word", "WordInPassage"]
