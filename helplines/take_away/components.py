"""What people take away, and how they choose it."""

from dataclasses import dataclass

from core.components.furniture import HelpWay
from core.components.presenter import Presenter
from core.partial_date import PartialDate
from helplines.take_away.kept import KeptHelpline

# In letters that can be read, one side of a card holds as many; all cards together hold what one wallet does.
ON_ONE_SIDE = 3
# Half of the first card is for urgent help.
ROOM_ON_CARDS = (ON_ONE_SIDE, 2 * ON_ONE_SIDE)


@dataclass(frozen=True)
class OneToChoose:
    """A helpline with its box to tick."""

    permanent_id: str
    title: str
    is_chosen: bool = False


@dataclass(frozen=True)
class HelplineChoice(Presenter):
    """A form that works by address, so that it needs no script and keeps nothing."""

    template_name = "components/helpline-choice.html"

    url: str
    button: str
    helplines: tuple[OneToChoose, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class HelplineSheet(Presenter):
    """Helplines one under the other, for one or more sheets of A4."""

    template_name = "components/helpline-sheet.html"

    as_of: PartialDate
    address: str
    choice: HelplineChoice
    helplines: tuple[KeptHelpline, ...] = ()
    wallet_card_url: str = ""
    saved_url: str = ""


@dataclass(frozen=True)
class WalletCards(Presenter):
    """Cards of the size of a bank card, each folded so that the print is inside and the outside is blank paper."""

    template_name = "components/wallet-cards.html"

    as_of: PartialDate
    choice: HelplineChoice
    heading: str
    text: str
    urgent: tuple[HelpWay, ...] = ()
    # What stands on each card, the one of urgent help first.
    cards: tuple[tuple[KeptHelpline, ...], ...] = ()
    # The names of those for which there was no room.
    left_out: tuple[str, ...] = ()
    sheet_url: str = ""

    @property
    def first_side(self) -> tuple[KeptHelpline, ...]:
        """What stands on the card of urgent help, on its other half."""
        return self.cards[0] if self.cards else ()

    @property
    def more_cards(self) -> list[tuple[tuple[KeptHelpline, ...], ...]]:
        """Both halves of every further card; the last half may be empty."""
        return [(card[:ON_ONE_SIDE], card[ON_ONE_SIDE:]) for card in self.cards[1:] if card]

    @property
    def most(self) -> int:
        """How many helplines all cards together hold."""
        return sum(ROOM_ON_CARDS)


@dataclass(frozen=True)
class SaveHelplines(Presenter):
    """The buttons of a script: hidden as the page arrives, because without it they would do nothing."""

    template_name = "components/save-helplines.html"

    worker_url: str
    page_url: str
    # The copy itself has “Remove” alone: who reads it without a connection cannot save anything.
    can_save: bool = True


@dataclass(frozen=True)
class SavedExplained(Presenter):
    """What saving does, what it leaves on a device, and how it is taken away."""

    template_name = "components/saved-explained.html"

    save: SaveHelplines
    page_url: str
    sheet_url: str
    wallet_card_url: str


@dataclass(frozen=True)
class OfflineHelplines(Presenter):
    """The one page that is saved."""

    template_name = "components/offline-helplines.html"

    as_of: PartialDate
    save: SaveHelplines
    # What is true of the checks of all of them together.
    checked: str = ""
    helplines: tuple[KeptHelpline, ...] = ()
