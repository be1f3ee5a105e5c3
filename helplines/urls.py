"""What people take away from the directory; the helplines themselves are pages, and their addresses are Wagtail's."""

from django.urls import path

from helplines.take_away import views

urlpatterns = [
    path("sheet/", views.sheet, name="helpline_sheet"),
    path("wallet-card/", views.wallet_card, name="helpline_wallet_card"),
    path("saved/", views.saved, name="saved_helplines"),
    path("offline/", views.offline, name="offline_helplines"),
    path("save-worker.js", views.save_worker, name="save_worker"),
    path("<slug:permanent_id>.vcf", views.vcard, name="helpline_vcard"),
]
