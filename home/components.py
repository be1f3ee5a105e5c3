"""Presenters of the home page, of information and of what is taken away."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from contact.components import ContactForm
from contact.forms import MessageForm
from contact.models import MessageSettings
from core.components.links import Link, LinkList
from core.components.page_view import PageView, citation_of, shared_parts, stream_of
from core.components.presenter import Presenter
from core.models import BasePage
from core.open_to_everybody import shown_to_everybody
from core.partial_date import PartialDate
from core.reading import Reading
from home.findings import Findings
from home.models import InfoPage
from model_pages import outline
from model_pages.models import ModelPage


@dataclass(frozen=True)
class TextView(PageView):
    """A page that is its words."""

    @classmethod
    def of(cls, page: BasePage, reading: Reading) -> "TextView":
        """The view of a page."""
        return cls(**shared_parts(page, reading))


@dataclass(frozen=True)
class HomeView(PageView):
    """The first page, with the line under the name."""

    strapline: str

    @classmethod
    def of(cls, page: BasePage, reading: Reading) -> "HomeView":
        """The view of the home page."""
        return cls(**shared_parts(page, reading), strapline=reading.identity.strapline)


@dataclass(frozen=True)
class SectionView(PageView):
    """A part of the site with the pages in it."""

    pages: LinkList

    @classmethod
    def of(cls, page: Any, reading: Reading) -> "SectionView":
        """The view of a section; its pages stand in the editors' order."""
        children = InfoPage.objects.child_of(page).filter(shown_to_everybody()).order_by("path")
        links = tuple(Link(child.title, reading.url_of(child), child.summary) for child in children)
        return cls(**shared_parts(page, reading), pages=LinkList(links))


@dataclass(frozen=True)
class FormatsView(PageView):
    """The resource to take away."""

    downloads: SafeString
    has_downloads: bool
    # Where the outline of the whole model is; empty while nobody can read the model.
    outline_url: str

    @classmethod
    def of(cls, page: Any, reading: Reading) -> "FormatsView":
        """The view of the page of formats."""
        model = next((one for one in reading.around if one.specific_class is ModelPage), None)
        return cls(
            **shared_parts(page, reading),
            outline_url=f"{reading.url_of(model)}{outline.ADDRESS}" if model else "",
            downloads=stream_of(page, "downloads", reading),
            has_downloads=len(page.downloads) > 0,
        )


@dataclass(frozen=True)
class ContactView(PageView):
    """How to reach the team, with an empty form below the words."""

    form: ContactForm

    @classmethod
    def of(cls, page: BasePage, reading: Reading) -> "ContactView":
        """The view of the contact page."""
        form = ContactForm.of(MessageForm(), MessageSettings.now(), helplines_url=reading.people_to_talk_to)
        return cls(**shared_parts(page, reading), form=form)


@dataclass(frozen=True)
class CitedTextView(PageView):
    """A page of information; one that belongs to the resource, and so has a date of its own, can be cited."""

    @classmethod
    def of(cls, page: BasePage, reading: Reading) -> "CitedTextView":
        """The view of a page of information."""
        view = cls(**shared_parts(page, reading))
        return replace(view, cite_this=citation_of(page, reading)) if page.published_on else view


@dataclass(frozen=True)
class WhatWasFound(Presenter):
    """What visits leave behind and give away, as a program counted it."""

    template_name = "components/what-was-found.html"

    on: PartialDate
    pages: int
    counted: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, found: Findings) -> "WhatWasFound":
        """The figures in the words that readers see."""
        return cls(
            on=found.on,
            pages=found.pages,
            counted=(
                ("Pages that were opened", found.pages),
                ("Cookies that were set", found.cookies),
                ("Other things that were left in the browser", found.stored),
                ("Other websites that were asked for anything", found.other_hosts),
                ("Times the browser said where it came from", found.referrers),
                ("Files that a first visit to the home page needs", found.first_visit),
            ),
        )
