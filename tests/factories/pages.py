"""Pages, each under the parent that its type asks for; a parent of which there is one only is made once."""

from typing import Any

import factory
import wagtail_factories
from django.utils.text import slugify
from wagtail.models import Page, Site

from core.models import BasePage
from helplines.models import HelplineDirectoryPage, HelplinePage
from home.models import ContactPage, FormatsPage, HomePage, InfoPage, SectionPage
from model_pages.models import (
    ImpactIndexPage,
    ImpactPage,
    ModelPage,
    RecommendationIndexPage,
    RecommendationPage,
    SourceOfHarmPage,
)
from tests.factories.snippets import HelplineSectionFactory


def home_page() -> HomePage:
    """The site's home page, made when there is none; it takes the place of the page that Wagtail puts there."""
    if page := HomePage.objects.first():
        return page
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Example home", slug="example-home"))
    site.root_page = page
    site.save()
    welcome.delete()
    # Deleting a sibling may have moved the page.
    return HomePage.objects.get(pk=page.pk)


def the_only(page_type: type[BasePage]) -> Page:
    """The page of a type of which a site has one; made, with its parents, when there is none."""
    if page_type is HomePage:
        return home_page()
    return page_type.objects.first() or FACTORIES[page_type]()


def parent_for(page_type: type[BasePage]) -> Page:
    """A parent that may hold a page of this type."""
    (parent_type,) = page_type.allowed_parent_page_models()
    return Page.get_first_root_node() if parent_type is Page else the_only(parent_type)


class PageOfOursFactory(wagtail_factories.PageFactory):
    """A live page with its required fields and no more."""

    title = factory.LazyAttributeSequence(lambda page, n: f"Example {page.type_name} {n}")
    slug = factory.LazyAttribute(lambda page: slugify(page.title)[:200])
    type_name = "page"

    class Meta:
        model = BasePage
        abstract = True
        exclude = ["type_name"]

    @classmethod
    def _create_instance(cls, model_class: type[BasePage], parent: Page | None, kwargs: dict[str, Any]) -> BasePage:
        under = parent or parent_for(model_class)
        page: BasePage = super()._create_instance(model_class, Page.objects.get(pk=under.pk).specific, kwargs)
        return page


class SectionPageFactory(PageOfOursFactory):
    type_name = "section"

    class Meta:
        model = SectionPage


class InfoPageFactory(PageOfOursFactory):
    type_name = "information"

    class Meta:
        model = InfoPage


class FormatsPageFactory(PageOfOursFactory):
    type_name = "formats"

    class Meta:
        model = FormatsPage


class ContactPageFactory(PageOfOursFactory):
    type_name = "contact"

    class Meta:
        model = ContactPage


class ModelPageFactory(PageOfOursFactory):
    type_name = "model"

    class Meta:
        model = ModelPage


class SourceOfHarmPageFactory(PageOfOursFactory):
    type_name = "source of harm"
    number = factory.LazyFunction(lambda: SourceOfHarmPage.objects.count() + 1)

    class Meta:
        model = SourceOfHarmPage


class ImpactIndexPageFactory(PageOfOursFactory):
    type_name = "impacts"

    class Meta:
        model = ImpactIndexPage


class ImpactPageFactory(PageOfOursFactory):
    type_name = "impact"

    class Meta:
        model = ImpactPage


class RecommendationIndexPageFactory(PageOfOursFactory):
    type_name = "recommendations"

    class Meta:
        model = RecommendationIndexPage


class RecommendationPageFactory(PageOfOursFactory):
    type_name = "recommendation"

    class Meta:
        model = RecommendationPage


class HelplineDirectoryPageFactory(PageOfOursFactory):
    type_name = "directory"

    class Meta:
        model = HelplineDirectoryPage


class HelplinePageFactory(PageOfOursFactory):
    type_name = "helpline"
    section = factory.SubFactory(HelplineSectionFactory)

    class Meta:
        model = HelplinePage


FACTORIES: dict[type[BasePage], type[PageOfOursFactory]] = {
    factory_of_ours._meta.model: factory_of_ours for factory_of_ours in PageOfOursFactory.__subclasses__()
}
