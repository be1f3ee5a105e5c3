"""The front door."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.components.presenter import Presenter
from core.models import BasePage, ReviewedMixin
from core.reading import Reading
from home.streams import HomeStream


class HomePage(ReviewedMixin, BasePage):
    """The first page: what the resource is, and every way into it."""

    body = StreamField(HomeStream(required=False), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "model_pages.ModelPage",
        "helplines.HelplineDirectoryPage",
        "home.SectionPage",
        "home.FormatsPage",
        "home.ContactPage",
    ]
    max_count = 1
    page_description = "The first page of the site."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "home/home_page.html"

    class Meta:
        verbose_name = "home page"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from home.components import HomeView

        return HomeView.of(self, reading)
