from django.apps import AppConfig


class MediaLibraryConfig(AppConfig):
    name = "media_library"
    verbose_name = "Media library"

    def ready(self) -> None:
        """Ask before a file is deleted."""
        from django.db.models.signals import pre_delete

        from media_library.in_use import refuse_to_delete

        for model in ("CustomImage", "CustomDocument"):
            pre_delete.connect(refuse_to_delete, sender=self.get_model(model))
