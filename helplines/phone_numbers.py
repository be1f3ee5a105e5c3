"""Telephone numbers the way people in the UK say and dial them."""

import re
from urllib.parse import quote

import phonenumbers
from phonenumbers import shortnumberinfo

REGION = "GB"

# Numbers that once were right and must never be published again, as the whole world dials them (E.164).
SUPERSEDED = frozenset({"+448457909090"})


def digits_of(number: str) -> str:
    """Only what is dialled."""
    return re.sub(r"\D", "", number)


def check_phone_number(number: str) -> None:
    """Do nothing for a number that can be dialled from the UK; raises ValueError with a sentence for an editor otherwise."""
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException as error:
        raise ValueError(
            "This is not a telephone number. Write it the way people say it, for example 0300 123 3393."
        ) from error
    if phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) in SUPERSEDED:
        raise ValueError("This number is out of date and must not be published. Look up the current number.")
    if not (phonenumbers.is_valid_number(parsed) or shortnumberinfo.is_valid_short_number_for_region(parsed, REGION)):
        raise ValueError("No such number exists in the UK. Check it with the helpline.")


def dial_link(number: str) -> str:
    """A `tel:` link; short numbers such as 116 123 and 999 are dialled as they are."""
    digits = digits_of(number)
    return f"tel:+{digits}" if number.strip().startswith("+") else f"tel:{digits}"


def text_link(number: str, keyword: str) -> str:
    """An `sms:` link with the keyword filled in (RFC 5724)."""
    return f"sms:{digits_of(number)}" + (f"?body={quote(keyword)}" if keyword else "")
