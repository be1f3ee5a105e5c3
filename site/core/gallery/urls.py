"""Addresses of the gallery."""

from django.urls import path

from core.gallery.views import everything, gallery, look, one

urlpatterns = [
    path("", gallery, name="gallery"),
    path("look.css", look, name="gallery_look"),
    path("everything/", everything, name="gallery_everything"),
    path("<slug:slug>/", one, name="gallery_one"),
]
