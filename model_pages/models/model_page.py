"""The page that holds the whole model."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks.streams import BodyStream
from core.components.presenter import Presenter
from core.models import BasePage, ContentNoteMixin, ReviewedMixin
from core.reading import Reading


class ModelPage(ContentNoteMixin, ReviewedMixin, BasePage):
    """The model at a glance: sources of harm, impacts, recommendations."""

    body = StreamField(BodyStream(required=False), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "model_pages.SourceOfHarmPage",
        "model_pages.ImpactIndexPage",
        "model_pages.RecommendationIndexPage",
    ]
    max_count = 1
    show_in_menus_default = True
    page_description = "The page that holds the whole model."

    content_panels = [
        *BasePage.opening_panels,
        FieldPanel("body"),
        *ContentNoteMixin.content_note_panels,
        *ReviewedMixin.review_panels,
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "model_pages/model_page.html"

    class Meta:
        verbose_name = "the model"

    def view_for(self, reading: Reading) -> Presenter:
        """What the page shows."""
        from model_pages import outline
        from model_pages.components import ModelView

        if outline.is_asked_for(reading.request):
            return outline.OutlineView.of_model(self, reading)
        return ModelView.of(self, reading)
