"""Every address of the site."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from core import favicon, sitemap, views
from search.views import search
from users.lock_out import too_many_tries

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
# allauth asks for it by this name.
handler429 = too_many_tries

urlpatterns = [
    path("account/", include("users.urls")),
    # Wagtail's own ways in know of no second factor, and its form for visitors sets a cookie: there is one place to sign in.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include("media_library.urls")),
    path("api/", include("api.urls")),
    path("search/", search, name="search"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("favicon.ico", favicon.favicon, name="favicon"),
    path("gallery/", include("core.gallery.urls")),
    path("contact/", include("contact.urls")),
    path("helplines/check/", include("checking.urls")),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.+)$", views.uploaded_file, name="uploaded_file"),
    path("", include(wagtail_urls)),
]
