"""The addresses of the second version of Wagtail's API."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter

from api.v2.file_views import DocumentsView, ImagesView
from api.v2.index import IndexView
from api.v2.preview import DraftView
from api.v2.views import PagesView

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesView)
router.register_endpoint("images", ImagesView)
router.register_endpoint("documents", DocumentsView)

app_name = "wagtailapi"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("preview/", DraftView.as_view(), name="preview"),
    *router.get_urlpatterns(),
]
