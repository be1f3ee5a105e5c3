"""A sheet, a wallet card, an entry for an address book, and a copy for a device: nothing of who asks is kept."""

from dataclasses import replace
from itertools import islice
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.components.furniture import Breadcrumbs, Furniture
from core.components.links import Link
from core.components.page_view import address_on_paper
from core.components.presenter import Presenter
from core.partial_date import PartialDate
from core.reading import Reading, read_for
from core.site_furniture import furniture_for
from helplines.belonging import sets_of
from helplines.checked import checked_together
from helplines.components.ways import without_scheme
from helplines.details import hand_over_lines_beside
from helplines.models import HelplinePage
from helplines.take_away.choosing import (
    ONE,
    LinesTogether,
    chosen_from,
    flat,
    on_cards,
    open_helplines,
    with_details,
    with_lines_beside,
)
from helplines.take_away.components import (
    ROOM_ON_CARDS,
    HelplineChoice,
    HelplineSheet,
    OfflineHelplines,
    OneToChoose,
    SavedExplained,
    SaveHelplines,
    WalletCards,
)
from helplines.take_away.kept import KeptHelpline
from helplines.take_away.vcards import file_name, vcard_of


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Every open helpline, or those that somebody chose, for printing."""
    with read_for(None, request) as reading:
        everything = open_helplines()
        chosen = chosen_from(everything, request.GET.getlist(ONE)) or sets_of(everything)
        view = HelplineSheet(
            as_of=today(),
            address=without_scheme(address_on_paper(reading.helplines_url or "/", reading)),
            choice=choice_of(everything, flat(chosen), reverse("helpline_sheet"), "Show these on the sheet"),
            helplines=kept(chosen),
            wallet_card_url=reverse("helpline_wallet_card"),
            saved_url=reverse("saved_helplines"),
        )
        furniture = furniture_around(reading, "A sheet to print")
        return page(request, furniture, "Helplines on paper", view, is_listed=ONE not in request.GET)


@require_safe
def wallet_card(request: HttpRequest) -> HttpResponse:
    """Crisis lines, or the helplines that somebody chose, on cards for a wallet."""
    with read_for(None, request) as reading:
        everything = open_helplines()
        crisis_lines = with_lines_beside((one for one in everything if one.is_crisis_line), everything)
        cards, left_out = on_cards(chosen_from(everything, request.GET.getlist(ONE)) or crisis_lines, ROOM_ON_CARDS)
        on_them = iter(kept([lines for card in cards for lines in card]))
        furniture = furniture_around(reading, "A wallet card")
        hint = f"There is room for {sum(ROOM_ON_CARDS)}."
        view = WalletCards(
            as_of=today(),
            choice=choice_of(
                everything,
                [line for card in cards for line in flat(card)],
                reverse("helpline_wallet_card"),
                "Show these on the card",
                hint,
            ),
            heading=furniture.urgent_help.heading,
            text=furniture.urgent_help.text,
            urgent=furniture.urgent_help.ways,
            cards=tuple(tuple(islice(on_them, len(flat(card)))) for card in cards),
            left_out=tuple(line.title for line in left_out),
            sheet_url=reverse("helpline_sheet"),
        )
        return page(request, furniture, "A card for your wallet", view, is_listed=ONE not in request.GET)


# The one page that may start a worker; the policy says so to browsers that do not take the rule for scripts instead.
@csp_replace({"worker-src": [SELF]})
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """What saving means; a script puts the buttons there."""
    with read_for(None, request) as reading:
        view = SavedExplained(
            save=buttons(can_save=True),
            page_url=reverse("offline_helplines"),
            sheet_url=reverse("helpline_sheet"),
            wallet_card_url=reverse("helpline_wallet_card"),
        )
        furniture = furniture_around(reading, "Save helplines")
        return page(request, furniture, "Save helplines on this device", view, has_buttons=True)


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page that is saved. It leads nowhere that a device without a connection could not go."""
    with read_for(None, request) as reading:
        furniture = furniture_for(reading)
        furniture = replace(
            furniture,
            help_comes_first=True,
            header=replace(furniture.header, links=(), search_url=""),
            footer=replace(furniture.footer, links=()),
            urgent_help=replace(furniture.urgent_help, helplines_url=""),
        )
        lines = open_helplines()
        view = OfflineHelplines(
            as_of=today(),
            save=buttons(can_save=False),
            checked=checked_together(lines),
            helplines=kept(sets_of(lines)),
        )
        return page(request, furniture, "Helplines", view, has_buttons=True, is_listed=False)


@require_safe
def save_worker(request: HttpRequest) -> HttpResponse:
    """The worker. Its address lets it answer for addresses below this one and for no others."""
    return render(request, "helplines/save-worker.js", content_type="text/javascript; charset=utf-8")


@require_safe
def vcard(request: HttpRequest, permanent_id: str) -> HttpResponse:
    """One helpline for an address book; what is closed for good is not handed out, because a card is kept for years."""
    helpline = HelplinePage.objects.shown().filter(permanent_id=permanent_id).first()
    if helpline is None:
        raise Http404
    page_url = request.build_absolute_uri(helpline.get_url(request))
    hand_over_lines_beside([helpline])
    card = vcard_of(helpline, page_url=page_url, today=timezone.localdate())
    headers = {"Content-Disposition": f'attachment; filename="{file_name(helpline)}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(card, content_type="text/vcard; charset=utf-8", headers=headers)


def today() -> PartialDate:
    """The day that is printed."""
    return PartialDate.from_date(timezone.localdate())


def kept(sets: list[LinesTogether]) -> tuple[KeptHelpline, ...]:
    """Helplines in words, those that belong together one after the other."""
    with_details(flat(sets))
    return tuple(
        KeptHelpline.of(line, today=timezone.localdate(), beside=[one for one in lines if one is not line])
        for lines in sets
        for line in lines
    )


def choice_of(
    helplines: list[HelplinePage], chosen: list[HelplinePage], url: str, button: str, hint: str = ""
) -> HelplineChoice:
    """The form, with those ticked that are shown."""
    shown = {helpline.permanent_id for helpline in chosen}
    return HelplineChoice(
        url=url,
        button=button,
        helplines=tuple(OneToChoose(one.permanent_id, one.title, one.permanent_id in shown) for one in helplines),
        hint=hint,
    )


def buttons(*, can_save: bool) -> SaveHelplines:
    """What the script needs to know."""
    return SaveHelplines(reverse("save_worker"), reverse("offline_helplines"), can_save=can_save)


def furniture_around(reading: Reading, here: str) -> Furniture:
    """What stands around a page below the directory, urgent help first."""
    furniture = furniture_for(reading)
    above = [Link("Home", furniture.header.home_url)]
    above += [
        Link(page.title, reading.url_of(page))
        for page in reading.below_home
        if getattr(page.specific_class, "lists_helplines", False)
    ]
    return replace(furniture, help_comes_first=True, breadcrumbs=Breadcrumbs(tuple(above), here))


def page(
    request: HttpRequest,
    furniture: Furniture,
    title: str,
    view: Presenter,
    *,
    has_buttons: bool = False,
    is_listed: bool = True,
) -> HttpResponse:
    """A page that belongs to no editor; search engines list it as it is without a choice of somebody."""
    context: dict[str, Any] = {
        "furniture": furniture,
        "page_title": f"{title} - {furniture.site_name}",
        "title": title,
        "view": view,
        "has_buttons": has_buttons,
        "is_listed": is_listed,
    }
    response = render(request, "helplines/take_away.html", context)
    if not is_listed:
        response["X-Robots-Tag"] = "noindex"
    if request.GET:
        # Which helplines somebody chose is in no copy on the disk, as with the finder.
        response["Cache-Control"] = "no-store"
    return response
