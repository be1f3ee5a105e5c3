"""Sections and pages about the research and about this site."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.components.presenter import Presenter
from core.models import BasePage, ContentNoteMixin, ReviewedMixin
from core.reading import Reading
from home.streams import HomeStream


class SectionPage(ReviewedMixin, BasePage):
    """A part of the site that lists its pages, for example "About"."""

    body = StreamField(HomeStream(required=False), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.InfoPage"]
    show_in_menus_default = True
    page_description = "A part of the site that lists its pages."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "home/section_page.html"

    class Meta:
        verbose_name = "section"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from home.components import SectionView

        return SectionView.of(self, reading)


class InfoPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """A page of information."""

    in_footer = models.BooleanField(
        "link at the foot of every page", default=False, help_text="For privacy, accessibility, safety and the like."
    )
    body = StreamField(HomeStream(required=False), blank=True)

    parent_page_types = ["home.SectionPage"]
    subpage_types: list[str] = []
    page_description = "A page about the research or about this site."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ContentNoteMixin.content_note_panels,
        FieldPanel("in_footer"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "components/page-view.html"

    class Meta:
        verbose_name = "information page"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from home.components import CitedTextView

        return CitedTextView.of(self, reading)
