"""The one place where Wagtail's own first page gives way to the home page."""

from wagtail.models import Page, Site


def open_the_door(root: Page) -> list[Site]:
    """Take away the page that Wagtail put on a new site, if nobody touched it; answers which sites began there.

    Until the home page is there these sites begin at the root of the tree.
    """
    welcome = Page.objects.filter(
        depth=2,
        slug="home",
        title__startswith="Welcome to your new Wagtail site",
        numchild=0,
        latest_revision__isnull=True,
    ).first()
    if welcome is None or welcome.specific_class is not Page:
        return []
    sites = list(Site.objects.filter(root_page=welcome))
    for site in sites:
        site.root_page = root
        site.save()
    welcome.delete()
    # Deleting changed the numbers of the tree.
    root.refresh_from_db()
    return sites


def begin_at(home: Page, *, sites: list[Site], name: str) -> None:
    """Let these sites begin at the home page; where there is no site at all, make one."""
    if not sites and not Site.objects.exists():
        sites = [Site(hostname="localhost", is_default_site=True)]
    for site in sites:
        site.root_page = home
        site.site_name = site.site_name or name
        site.save()
