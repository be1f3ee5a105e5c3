"""What checks add to Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from checking import links_admin


@hooks.register("register_admin_urls")
def report_of_links() -> list[URLPattern]:
    """The report of links and numbers."""
    return [path("reports/links-and-numbers/", links_admin.LinksAndNumbers.as_view(), name="links_and_numbers")]


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    """Its place among the reports."""
    return links_admin.LinksAndNumbersItem(
        links_admin.NAME, links_admin.report_url(), name="links-and-numbers", icon_name="link-external", order=900
    )


# After the start page was made of our own panels.
@hooks.register("construct_homepage_panels", order=100)
def what_does_not_work(request: HttpRequest, panels: list[Component]) -> None:
    """A list of broken links and numbers, while there are any, for those who can correct them."""
    if links_admin.may_see_links(request.user):
        panel = links_admin.BrokenLinksPanel(request.user)
        if panel.items():
            panels.append(panel)
