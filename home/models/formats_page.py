"""The resource to take away."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks.streams import DownloadStream
from core.components.presenter import Presenter
from core.models import BasePage, ReviewedMixin
from core.reading import Reading
from home.streams import HomeStream


class FormatsPage(ReviewedMixin, BasePage):
    """Downloads and other formats."""

    body = StreamField(HomeStream(required=False), blank=True)
    downloads = StreamField(DownloadStream(required=False), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = "The resource in other formats."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        FieldPanel("downloads"),
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.SearchField("downloads")]
    template = "home/formats_page.html"

    class Meta:
        verbose_name = "formats page"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from home.components import FormatsView

        return FormatsView.of(self, reading)
