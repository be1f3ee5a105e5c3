"""How to reach the research team."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.components.presenter import Presenter
from core.models import BasePage, ReviewedMixin
from core.reading import Reading
from home.streams import HomeStream


class ContactPage(ReviewedMixin, BasePage):
    """What the team can be asked, where to go with everything else, and the form to write to them."""

    body = StreamField(HomeStream(required=False), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = "How to reach the research team. The form stands below the text."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "home/contact_page.html"

    class Meta:
        verbose_name = "contact page"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from home.components import ContactView

        return ContactView.of(self, reading)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, of which no browser keeps a copy: what somebody typed would be in it."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response
