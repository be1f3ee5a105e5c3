from django.apps import AppConfig


class ModelPagesConfig(AppConfig):
    name = "model_pages"
    verbose_name = "The model"
