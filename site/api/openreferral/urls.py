"""Addresses of the open data. The standard has no slash at their end; with one they answer the same, and nothing is redirected."""

from django.urls import path, register_converter

from api.openreferral import views
from api.openreferral.description import DescriptionView
from api.openreferral.identifiers import PATTERN


class Identifier:
    """A UUID in letters of either size; anything else is at no address, and no database is asked for it."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value.lower()

    def to_url(self, value: str) -> str:
        return value


register_converter(Identifier, "identifier")

LISTS = {
    "services": (views.ServicesView, views.ServiceView),
    "service_at_locations": (views.ServicesAtLocationsView, views.ServiceAtLocationView),
    "taxonomies": (views.TaxonomiesView, views.TaxonomyView),
    "taxonomy_terms": (views.TaxonomyTermsView, views.TaxonomyTermView),
    "organizations": (views.OrganizationsView, views.OrganizationView),
}

app_name = "api-openreferral"
# As the standard writes them.
addresses = [
    path("", views.ApiView.as_view(), name="index"),
    *(path(name, of_all.as_view(), name=name) for name, (of_all, _) in LISTS.items()),
    *(path(f"{name}/<identifier:id>", of_one.as_view(), name=f"one-of-{name}") for name, (_, of_one) in LISTS.items()),
    path("openapi.json", DescriptionView.as_view(), name="openapi"),
]
urlpatterns = [
    *addresses,
    *(path(f"{name}/", of_all.as_view()) for name, (of_all, _) in LISTS.items()),
    *(path(f"{name}/<identifier:id>/", of_one.as_view()) for name, (_, of_one) in LISTS.items()),
]
