"""A helpline as an entry for an address book (vCard 3.0, RFC 2426), which every telephone reads."""

import datetime as dt
import re
import unicodedata

import vobject
from django.utils.text import slugify

from core.partial_date import PartialDate
from helplines.components import Way
from helplines.models import ContactWayKind, HelplinePage
from helplines.phone_numbers import dial_link
from helplines.take_away.kept import KeptHelpline

# Numbers that have a field in an address book, and what they are called there.
ADDRESS_BOOKS_DIAL = {ContactWayKind.VOICE: "VOICE", ContactWayKind.TEXT: "CELL"}
# Characters of Unicode that are no words: controls, halves of pairs, and separators at which a line would end.
NO_WORDS = {"Cc", "Cs", "Zl", "Zp"}
# The writer masks these as in a text, and readers of an address would take the mark for a part of it.
MASKED_IN_TEXTS = {",": "%2C", ";": "%3B", "\\": "%5C"}
# A line of a card, without its end (RFC 2426, 2.6).
MOST_BYTES_IN_A_LINE = 75
# The writer counts characters where the standard counts bytes, so it is told not to fold at all.
UNFOLDED = 1_000_000


def vcard_of(helpline: HelplinePage, *, page_url: str, today: dt.date) -> str:
    """The whole card; numbers that nobody can dial, as old drafts may hold them, stand in its note alone."""
    card = vobject.vCard()
    name = plain(helpline.title)
    # Who is no person has no first and no last name; telephones then show the organisation.
    card.add("n").value = vobject.vcard.Name()
    card.add("fn").value = name
    card.add("org").value = [plain(helpline.organisation.name) if helpline.organisation else name]
    urls = [page_url]
    for place, way in enumerate(helpline.contact_ways.all(), start=1):
        if way.kind in ADDRESS_BOOKS_DIAL and (link := dial_link(way.value)):
            number = card.add("tel")
            number.value, number.type_param = link.removeprefix("tel:"), [ADDRESS_BOOKS_DIAL[ContactWayKind(way.kind)]]
            if way.kind == ContactWayKind.TEXT:
                # So that nobody calls what takes texts alone: some address books show such a name, the others the kind.
                number.group = f"item{place}"
                name_of_number = card.add("x-ablabel")
                name_of_number.value, name_of_number.group = plain(Way.of(way).action), number.group
        elif way.kind == ContactWayKind.EMAIL and Way.of(way).link:
            address = card.add("email")
            address.value, address.type_param = plain(way.value), ["INTERNET"]
        elif way.kind == ContactWayKind.WEBSITE and (website := Way.of(way).link):
            urls.insert(len(urls) - 1, website)
    for url in urls:
        card.add("url").value = as_uri(url)
    card.add("note").value = note_of(helpline, today)
    return "\r\n".join(folded(line) for line in str(card.serialize(lineLength=UNFOLDED)).split("\r\n"))


def note_of(helpline: HelplinePage, today: dt.date) -> str:
    """What no field of an address book has: the day of this entry, keywords, relay and chat, hours, cost, what happens, checks."""
    kept = KeptHelpline.of(helpline, today=today)
    lines = [
        helpline.closed_in_words,
        f"As of {PartialDate.from_date(today)}. Numbers may have changed since.",
        *kept.notices,
        *(way.in_words for way in kept.ways),
        *(f"{name} {words}" for name, words in kept.details),
        kept.checked,
        *(beside_in_words(line, today) for line in helpline.lines_beside),
    ]
    return "\n".join(plain(line) for line in lines if line)


def beside_in_words(line: HelplinePage, today: dt.date) -> str:
    """A line that is never shown without this one, and how to reach it."""
    ways = "; ".join(way.in_words for way in KeptHelpline.of(line, today=today).ways)
    return " ".join(filter(None, (f"Belongs together with {line.title}.", line.closed_in_words, ways)))


def folded(line: str) -> str:
    """A line in pieces that are short enough, each but the first after a space; no character is parted."""
    pieces, room = [""], MOST_BYTES_IN_A_LINE
    for sign in line:
        room -= len(sign.encode())
        if room < 0:
            pieces.append("")
            room = MOST_BYTES_IN_A_LINE - 1 - len(sign.encode())
        pieces[-1] += sign
    return "\r\n ".join(pieces)


def file_name(helpline: HelplinePage) -> str:
    """A name that every system can write: letters of ASCII, figures and hyphens."""
    return f"{slugify(helpline.title)[:60].strip('-') or helpline.permanent_id}.vcf"


def plain(text: str) -> str:
    """One line of words, without what no address book shows."""
    words = "".join(" " if unicodedata.category(sign) in NO_WORDS else sign for sign in text)
    return re.sub(r"\s+", " ", words).strip()


def as_uri(url: str) -> str:
    """An address as a card has it."""
    return "".join(MASKED_IN_TEXTS.get(sign, sign) for sign in plain(url))
