"""Addresses of the gallery."""

from django.urls import path

from core.gallery.views import gallery, look

urlpatterns = [path("", gallery, name="gallery"), path("look.css", look, name="gallery_look")]
