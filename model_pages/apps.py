"""The app of the model."""

from django.apps import AppConfig


class ModelPagesConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "model_pages"
    verbose_name = "The model"
