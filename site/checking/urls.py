"""What visitors and helplines can do below the address of the directory."""

from django.urls import path, re_path

from checking import views
from checking.reports import views as report_views
from core.permanent_id import PATTERN

urlpatterns = [
    re_path(rf"^wrong/(?P<permanent_id>{PATTERN})/$", report_views.helpline_is_wrong, name="helpline_is_wrong"),
    # Deeper than any permanent name, so that it takes the place of none.
    path("wrong/report/sent/", report_views.sent, name="report_sent"),
    path("check/thank-you/", views.thank_you, name="own_entry_answered"),
    path("check/<str:token>/", views.check_own_entry, name="check_own_entry"),
]
