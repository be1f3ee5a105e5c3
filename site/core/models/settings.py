"""What the whole site says about itself."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Site

from core.partial_date import PartialDateField
from core.superseded_numbers import out_of_date_numbers_in

DEFAULT_EXIT_ADDRESS = "https://www.bbc.co.uk/weather"


@register_setting(icon="cog")
class SiteIdentity(BaseGenericSetting):
    """Name, publication date and citation of the resource, and where the exit leads."""

    name = models.CharField(max_length=120, default="Avoidable Harm in Mental Health Social Care")
    short_name = models.CharField(max_length=40, default="Avoidable Harm")
    strapline = models.CharField(max_length=160, blank=True, help_text="One line under the name.")
    publication_date = PartialDateField(
        blank=True, help_text="When the resource was first published, for example 2023-02."
    )
    citation_authors = models.CharField(max_length=255, blank=True, help_text="As they stand in a citation.")
    citation_place = models.CharField(max_length=120, blank=True)
    citation_address = models.URLField(blank=True)
    funding = models.CharField(max_length=500, blank=True, help_text="Shown at the foot of every page.")
    exit_address = models.URLField(
        default=DEFAULT_EXIT_ADDRESS,
        help_text="Where “Leave this site” goes. Choose a page that nobody would ask about, such as the weather.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("short_name"), FieldPanel("strapline")], heading="Name"),
        MultiFieldPanel(
            [
                FieldPanel("publication_date"),
                FieldPanel("citation_authors"),
                FieldPanel("citation_place"),
                FieldPanel("citation_address"),
            ],
            heading="Publication and citation",
        ),
        FieldPanel("funding"),
        FieldPanel("exit_address"),
    ]

    # An address is read out and copied, too.
    PUBLIC_WORDS = (
        "name", "short_name", "strapline", "funding", "citation_authors", "citation_place", "citation_address",
        "exit_address",
    )  # fmt: skip

    class Meta:
        verbose_name = "site identity"

    def clean(self) -> None:
        """Readers see this as soon as it is saved, so a number that is out of date and an exit that is none are refused here."""
        super().clean()
        reasons = dict(out_of_date_numbers_in(self, *self.PUBLIC_WORDS))
        if why := self._why_that_is_no_way_out():
            reasons["exit_address"] = why
        if reasons:
            raise ValidationError(reasons)

    def _why_that_is_no_way_out(self) -> str:
        exit_to = urlsplit(self.exit_address)
        own = {
            urlsplit(self.citation_address).hostname,
            *settings.ALLOWED_HOSTS,
            *Site.objects.values_list("hostname", flat=True),
        }
        if exit_to.scheme not in {"http", "https"} or exit_to.username is not None or exit_to.password is not None:
            return "Write the address of an ordinary web page, for example https://www.bbc.co.uk/weather."
        if _plain(exit_to.hostname) in {_plain(host) for host in own}:
            return "This address is on this website. Choose another website, that nobody would ask about."
        return ""

    @property
    def suggested_citation(self) -> str:
        """How to cite the whole resource; parts that are not known are left out."""
        year = f" ({self.publication_date.year})." if self.publication_date else ""
        parts = [f"{self.citation_authors}{year}" if self.citation_authors else "", f"{self.name}."]
        parts += [f"{self.citation_place}." if self.citation_place else "", self.citation_address]
        return " ".join(part for part in parts if part)


def _plain(host: str | None) -> str:
    """The name of a host as all its spellings have it: without "www.", and without a dot at either end."""
    return (host or "").casefold().strip(".").removeprefix("www.")
