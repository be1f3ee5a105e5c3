"""Addresses of version 1."""

from django.urls import path, register_converter

from api.v1 import views
from api.v1.description import DescriptionView
from core.permanent_id import PATTERN


class PermanentName:
    """What can be a permanent name; anything else is at no address, and no database is asked for it."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PermanentName, "permanent_name")

app_name = "api-v1"
urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("model/", views.ModelView.as_view(), name="model"),
    path("model/<permanent_name:permanent_id>/", views.ModelPartView.as_view(), name="model-part"),
    path("pages/", views.PagesView.as_view(), name="pages"),
    path("pages/<permanent_name:permanent_id>/", views.PageView.as_view(), name="page"),
    path("references/", views.ReferencesView.as_view(), name="references"),
    path("glossary/", views.GlossaryView.as_view(), name="glossary"),
    path("openapi.json", DescriptionView.as_view(), name="openapi"),
]
