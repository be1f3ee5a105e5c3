"""Ways on: links in lists."""

from collections.abc import Iterator

from wagtail import blocks
from wagtail.models import Page

from core.blocks.choosers import PageBlock
from core.blocks.presented import Context, PresentedBlock, is_below_a_heading
from core.components.links import Link, LinkList
from core.guard_rails import meaningless_link_message
from core.link_texts import is_meaningless
from core.page_links import public_url


class LinkValue(blocks.StructValue):
    """A link as an editor filled it in."""

    @property
    def href(self) -> str:
        """Where it leads; empty while nobody has said, or where the public cannot read the page."""
        page: Page | None = self.get("page")
        return (public_url(page.pk) if page else self.get("url")) or ""

    @property
    def is_to_come(self) -> bool:
        """Whether it leads nowhere that the public can go yet."""
        return not self.href


class LinkBlock(blocks.StructBlock):
    """A link to a page of this site or to another site; "link to be added" while neither is known."""

    label = blocks.CharBlock(max_length=255, help_text="Where it goes, in words that make sense on their own.")
    page = PageBlock(required=False, help_text="A page of this site, or …")
    url = blocks.URLBlock(required=False, label="Address", help_text="… an address elsewhere.")
    note = blocks.CharBlock(required=False, max_length=255)

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{label}"
        value_class = LinkValue
        description = "One link with words that say where it goes."
        preview_value = {"label": "An example of another site", "url": "https://www.example.org/", "note": ""}

    def refusals(self, value: LinkValue) -> Iterator[str]:
        """A link says where it goes (WCAG 2.4.9)."""
        if is_meaningless(value.get("label") or ""):
            yield meaningless_link_message(value.get("label") or "")


class LinkListBlock(PresentedBlock):
    """Links under a heading."""

    title = blocks.CharBlock(required=False, max_length=120)
    links = blocks.ListBlock(LinkBlock())

    class Meta:
        icon = "list-ul"
        label = "List of links"
        label_format = "{title}"
        group = "Ways on"
        description = "Where a reader can go next. A link without an address says “link to be added”."
        preview_value = {
            "title": "Read on",
            "links": [{"label": "An example of another site", "url": "https://www.example.org/", "note": ""}],
        }

    def card(self, value: blocks.StructValue, context: Context) -> LinkList:
        """The links, each with its address where that is known."""
        links = [Link(link.get("label") or "", link.href, link.get("note") or "") for link in value.get("links") or []]
        return LinkList(tuple(links), value.get("title") or "", is_below_a_heading(context))
