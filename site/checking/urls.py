"""Where a helpline answers for its own entry."""

from django.urls import path

from checking import views

urlpatterns = [
    path("thank-you/", views.thank_you, name="own_entry_answered"),
    path("<str:token>/", views.check_own_entry, name="check_own_entry"),
]
