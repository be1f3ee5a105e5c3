"""What makes a message look like spam: it is put aside for a person to look at, and never refused for it."""

import re
from datetime import datetime, timedelta

from django.db import models

TOO_QUICK = timedelta(seconds=3)
# Telephones keep a page open for days.
TOO_OLD = timedelta(days=7)
MOST_ADDRESSES = 2

WEB_ADDRESS = re.compile(r"https?://|(?<!//)www\.|\[url|<a\s", re.IGNORECASE)


class Sign(models.TextChoices):
    """One reason to hold a message, in words for the team."""

    TRAP = "trap", "A field that people do not see was filled in."
    QUICK = "quick", "It was sent within three seconds after the form was opened."
    OLD = "old", "The form had been open for more than seven days."
    UNSTAMPED = "unstamped", "It did not come from a form of this site, or from one of long ago."
    ADDRESSES = "addresses", "It holds more than two web addresses."
    AGAIN = "again", "The same words came before."


def signs_in(*, text: str, trap: str, opened_at: datetime | None, now: datetime) -> set[Sign]:
    """The signs that a message shows by itself.

    `trap` is what stood in the field that people do not see, `opened_at` when the form was made, if that is known.
    """
    signs = {Sign.TRAP} if trap else set()
    if len(WEB_ADDRESS.findall(text)) > MOST_ADDRESSES:
        signs.add(Sign.ADDRESSES)
    if opened_at is None:
        signs.add(Sign.UNSTAMPED)
    elif now - opened_at < TOO_QUICK:
        signs.add(Sign.QUICK)
    elif now - opened_at > TOO_OLD:
        signs.add(Sign.OLD)
    return signs
