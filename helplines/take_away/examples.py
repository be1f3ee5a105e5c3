"""What people take away, with examples: usual, empty, longest. Its numbers are Ofcom's, kept free for drama."""

from dataclasses import replace
from typing import Any

from core.components.furniture import HelpWay
from core.gallery.words import LONG
from core.partial_date import PartialDate
from helplines.components.ways import Way
from helplines.take_away.components import (
    HelplineChoice,
    HelplineSheet,
    OfflineHelplines,
    OneToChoose,
    SavedExplained,
    SaveHelplines,
    WalletCards,
)
from helplines.take_away.kept import KeptHelpline

DAY = PartialDate(2026, 11, 2)
CALL = Way("Call", "0808 157 0123", "tel:+448081570123", "Free.", is_number=True)
RELAY = Way("Textphone or Relay UK", "18001, then 0808 157 0123", "tel:1800108081570123", is_number=True)
HELPLINE = KeptHelpline(
    title="Example line",
    ways=(CALL, RELAY),
    notices=("Closed on 25 December",),
    hours="Monday to Friday 9am to 6pm; hours on bank holidays not known.",
    cost="Free",
    for_whom="Anybody who wants to talk.",
    ages="18 and over",
    area="England and Wales",
    emergency_services="They did not say",
    checked="Last checked 20 October 2026.",
)
LONGEST = KeptHelpline(
    title=LONG,
    ways=(Way("Text EXAMPLE to", "07700 900123", "sms:+447700900123", LONG, is_number=True),) * 4,
    notices=(LONG, LONG),
    hours=LONG,
    cost=LONG,
    for_whom=LONG,
    area=LONG,
    emergency_services=LONG,
    checked=LONG,
    belongs_with=LONG,
)
CHOICE = HelplineChoice(
    "/helplines/sheet/",
    "Show these on the sheet",
    (OneToChoose("example", "Example line", is_chosen=True), OneToChoose("another", "Another line")),
)
NOTHING_TO_CHOOSE = HelplineChoice("/helplines/sheet/", "Show these on the sheet")
LONG_CHOICE = HelplineChoice("/helplines/sheet/", LONG, (OneToChoose("example", LONG),) * 3, LONG)
SAVE = SaveHelplines("/helplines/save-worker.js", "/helplines/offline/")
PLACES: dict[str, Any] = {
    "page_url": "/helplines/offline/",
    "sheet_url": "/helplines/sheet/",
    "wallet_card_url": "/helplines/wallet-card/",
}
URGENT = (HelpWay("999 BSL"), HelpWay("Call 18000 with Relay UK"), HelpWay("Call 999, then press 55"))

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    HelplineChoice: {"usual": CHOICE, "empty": NOTHING_TO_CHOOSE, "longest": LONG_CHOICE},
    HelplineSheet: {
        "usual": HelplineSheet(
            DAY, "https://www.example.org/helplines/", CHOICE, (HELPLINE,), PLACES["wallet_card_url"], "/saved/"
        ),
        "empty": HelplineSheet(DAY, "", NOTHING_TO_CHOOSE),
        "longest": HelplineSheet(DAY, LONG, LONG_CHOICE, (LONGEST,), PLACES["wallet_card_url"], "/saved/"),
    },
    KeptHelpline: {
        "usual": HELPLINE,
        "one of two": replace(HELPLINE, belongs_with="Another line"),
        "empty": KeptHelpline("Example line"),
        "longest": LONGEST,
    },
    OfflineHelplines: {
        "usual": OfflineHelplines(DAY, SAVE, checked="Checked on 3 October 2026 or later.", helplines=(HELPLINE,)),
        "empty": OfflineHelplines(DAY, SAVE),
        "longest": OfflineHelplines(DAY, SAVE, checked=LONG, helplines=(LONGEST,) * 2),
    },
    SavedExplained: {"usual": SavedExplained(SAVE, **PLACES)},
    SaveHelplines: {"usual": SAVE, "on the copy": SaveHelplines(SAVE.worker_url, SAVE.page_url, can_save=False)},
    WalletCards: {
        "usual": WalletCards(
            DAY,
            CHOICE,
            "Get help now",
            "If you are at immediate risk, call 999.",
            URGENT,
            ((HELPLINE,) * 3, (HELPLINE,)),
            sheet_url=PLACES["sheet_url"],
        ),
        "empty": WalletCards(DAY, NOTHING_TO_CHOOSE, "Get help now", "If you are at immediate risk, call 999."),
        "longest": WalletCards(
            DAY, LONG_CHOICE, LONG, LONG, (HelpWay(LONG),) * 5, ((LONGEST,) * 2,), (LONG,), PLACES["sheet_url"]
        ),
    },
}
