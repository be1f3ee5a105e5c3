"""The home page, and pages with information about the research."""

from home.models.contact_page import ContactPage
from home.models.formats_page import FormatsPage
from home.models.home_page import HomePage
from home.models.info_pages import InfoPage, SectionPage

__all__ = ["ContactPage", "FormatsPage", "HomePage", "InfoPage", "SectionPage"]
