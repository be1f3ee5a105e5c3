"""What the words of a link say, whatever letters they are disguised in."""

import re
import unicodedata

# Words that, without any other, say nothing when a screen reader lists the links of a page (WCAG 2.4.9).
FILLERS = frozenset(
    {"click", "tap", "press", "here", "link", "links", "this", "that", "one", "the", "a", "an", "to", "go", "on",
     "more", "read", "learn", "find", "out", "see", "info", "information", "details", "page", "website", "site",
     "continue", "pdf", "download", "file", "document"}
)  # fmt: skip
# Longer figures are telephone numbers and years, and those say something.
COUNTED = re.compile(r"[0-9]{1,2}")
BARE_ADDRESS = re.compile(r"(https?:\S*|www\.\S+|([\w-]+\.)+[a-z]{2,}([/?#:]\S*)?)")
# These services are called by their addresses.
NAMES_LIKE_ADDRESSES = frozenset({"gov.uk", "nhs.uk"})


def undisguised(text: str) -> str:
    """The text in plain letters, all small, without characters that nobody sees."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Cf").casefold()


def is_meaningless(link_text: str) -> bool:
    """Whether a link with these words leaves open where it goes."""
    plain = undisguised(link_text).strip()
    if BARE_ADDRESS.fullmatch(plain):
        return plain not in NAMES_LIKE_ADDRESSES
    # Signs stand between words ("click-here") or inside them ("h.e.r.e").
    return any(_is_filler(re.sub(r"[^\w\s]|_", instead, plain)) for instead in (" ", ""))


def _is_filler(plain: str) -> bool:
    return all(word in FILLERS or COUNTED.fullmatch(word) for word in plain.split())
