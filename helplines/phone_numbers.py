"""Telephone numbers the way people in the UK say and dial them."""

import re
from urllib.parse import quote

import phonenumbers
from phonenumbers import shortnumberinfo

from core.superseded_numbers import why_out_of_date

REGION = "GB"
# Of the whole UK, the Channel Islands and the Isle of Man.
COUNTRY = 44
# The library reads letters as the keys of a telephone, and what a tap does not dial: both would mislead.
FIGURES = re.compile(r"\+?[\d\s().‐‑–-]+")
FOR_CALLERS_FROM_ABROAD = re.compile(r"\s*(\+|00)")
# What somebody dials first who writes instead of speaking; an editor may have written it with the number.
RELAY = "18001"
# How a number begins that somebody abroad dials, as figures alone: 44, 0044, and 440 where “(0)” stood between.
FIGURES_FROM_ABROAD = re.compile(r"(?:00)?44(?:0(?=\d{3}))?(?=\d{3})")
RELAY_FIRST = re.compile(r"\s*" + r"[\s.‐‑–-]*".join(RELAY) + r"[\s.‐‑–-]*(?=[(+]?\d{2})")
# Relay UK's own number for emergencies has nothing before it.
EMERGENCY_BY_RELAY = "18000"
# A minute costs pounds. The library knows what 09 and 0871 are, but not what a short number costs.
COSTLY = frozenset({phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.PERSONAL_NUMBER})
DIRECTORY_ENQUIRIES = re.compile(r"118\d{3}")
# Of the emergency services and of the networks: 999, 101, 111, 116 123, 1471, 18000. Short numbers for texts begin with 6 to 8.
FOR_CALLS_ALONE = ("1", "9")


def check_phone_number(number: str) -> None:
    """Do nothing for a number that can be dialled from the UK; raises ValueError with a sentence for an editor otherwise."""
    if reason := why_out_of_date(number):
        raise ValueError(reason)
    parsed = _parsed(number)
    if parsed is None:
        raise ValueError(
            "This is not a telephone number. Write it in figures, the way people say it, for example 0300 123 3393. "
            "An extension belongs in the note."
        )
    if parsed.country_code != COUNTRY:
        raise ValueError(
            "This is a number of another country. Calls to it cost more and may not be free. "
            "Ask the helpline for a number in the UK, or give its website."
        )
    if not (phonenumbers.is_valid_number(parsed) or _is_short(parsed)):
        raise ValueError("No such number exists in the UK. Check it with the helpline.")
    if phonenumbers.number_type(parsed) in COSTLY or DIRECTORY_ENQUIRIES.fullmatch(str(parsed.national_number)):
        raise ValueError("Calls to this number cost much more than others. Ask the helpline for another one.")


def number_in_words(number: str) -> str:
    """A number as people in the UK say it: as it was written, or without what only callers from abroad dial first."""
    parsed = _parsed(number)
    if parsed is None or not FOR_CALLERS_FROM_ABROAD.match(number) or not phonenumbers.is_valid_number(parsed):
        return number
    if parsed.country_code != COUNTRY:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def check_text_number(number: str) -> None:
    """The same for a number that people write to: one that surely gets no texts is refused."""
    check_phone_number(number)
    parsed = _parsed(number)
    if parsed is None:
        return
    digits = str(parsed.national_number)
    if shortnumberinfo.connects_to_emergency_number(digits, REGION):
        raise ValueError(
            "This is an emergency number, and texts to it arrive only from telephones that were registered for that "
            "beforehand. Write the number of the helpline itself."
        )
    # Freephone numbers are for calls alone, too. Others may get texts, landlines among them.
    is_freephone = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.TOLL_FREE
    if is_freephone or (_is_short(parsed) and digits.startswith(FOR_CALLS_ALONE)):
        raise ValueError(
            "This number gets calls and no texts. Ask the helpline for the one that people write to: a mobile number, or a "
            "short one such as 85258."
        )


def dial_link(number: str) -> str:
    """A `tel:` link; empty for what cannot be dialled, as old drafts may hold it."""
    dialled = _dialled(number)
    return f"tel:{dialled}" if dialled else ""


def text_link(number: str, keyword: str) -> str:
    """An `sms:` link with the keyword filled in (RFC 5724); empty for what cannot be dialled."""
    dialled = _dialled(number)
    if not dialled:
        return ""
    return f"sms:{dialled}" + (f"?body={quote(keyword)}" if keyword else "")


def check_relay_number(number: str) -> None:
    """The same for a number that is reached by textphone or Relay UK: 18001 may stand before it."""
    check_phone_number(without_relay(number))


def relay_link(number: str) -> str:
    """A `tel:` link that goes by way of Relay UK: 18001, then what is dialled here; empty for what cannot be dialled."""
    itself = without_relay(number)
    parsed = _parsed(itself)
    if parsed is None or not _dialled(itself):
        return ""
    dialled = _dialled_here(parsed)
    return f"tel:{dialled}" if dialled == EMERGENCY_BY_RELAY else f"tel:{RELAY}{dialled}"


def relay_words(number: str) -> str:
    """What somebody dials in the Relay UK app or on a textphone: "18001, then 0808 157 0123"."""
    itself = number_in_words(without_relay(number))
    return itself if itself == EMERGENCY_BY_RELAY else f"{RELAY}, then {itself}"


def relay_number(number: str) -> str:
    """The same in figures alone, for whoever copies a number: "18001 0808 157 0123"."""
    itself = number_in_words(without_relay(number))
    return itself if itself == EMERGENCY_BY_RELAY else f"{RELAY} {itself}"


def without_relay(number: str) -> str:
    """The number itself, where an editor wrote 18001 before it."""
    prefix = RELAY_FIRST.match(number)
    return number[prefix.end() if prefix else 0 :].strip()


def figures_dialled_here(figures: str) -> str:
    """The figures of a number, or of its beginning, as somebody in the UK dials them."""
    return FIGURES_FROM_ABROAD.sub("0", figures, count=1) if FIGURES_FROM_ABROAD.match(figures) else figures


def _parsed(number: str) -> phonenumbers.PhoneNumber | None:
    if not FIGURES.fullmatch(number.strip()):
        return None
    try:
        return phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return None


def _is_short(parsed: phonenumbers.PhoneNumber) -> bool:
    """Whether it is a number such as 116 123 or 999, which is dialled as it is."""
    return bool(shortnumberinfo.is_valid_short_number_for_region(parsed, REGION))


def _dialled(number: str) -> str:
    """What a tap dials: a short number as it is, any other as the whole world dials it (E.164); empty for neither."""
    parsed = _parsed(number)
    if parsed is None:
        return ""
    if _is_short(parsed):
        return str(parsed.national_number)
    if not phonenumbers.is_valid_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _dialled_here(parsed: phonenumbers.PhoneNumber) -> str:
    """What a telephone in the UK dials: figures alone, as Relay UK takes them; 00 first for a number abroad of an old draft."""
    if _is_short(parsed):
        return str(parsed.national_number)
    return re.sub(r"\D", "", phonenumbers.format_out_of_country_calling_number(parsed, REGION))
