"""Where "Leave this site" may lead."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from core.models.settings import DEFAULT_EXIT_ADDRESS, SiteIdentity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "ftp://www.example.org/",
        "https://somebody:secret@www.example.org/",
        "https://somebody@www.example.org/",
        "https://www.avoidableharm.org/model/",
        "https://WWW.AVOIDABLEHARM.ORG/",
        "https://avoidableharm.org/",
        "https://www.avoidableharm.org./",
        "https://www.allowed.example.org/",
        "http://site.example.org/",
    ],
)
def test_it_leads_to_no_page_of_this_site_and_to_nothing_that_is_no_page(settings: Any, address: str) -> None:
    settings.ALLOWED_HOSTS = [".allowed.example.org"]
    Site.objects.update(hostname="site.example.org")
    identity = SiteIdentity(citation_address="https://www.avoidableharm.org/", exit_address=address)

    with pytest.raises(ValidationError) as refused:
        identity.full_clean()

    assert list(refused.value.error_dict) == ["exit_address"]


@pytest.mark.parametrize("address", [DEFAULT_EXIT_ADDRESS, "http://www.example.org/weather?in=Leeds"])
def test_it_leads_to_an_ordinary_page_of_another_site(address: str) -> None:
    SiteIdentity(exit_address=address).full_clean()
