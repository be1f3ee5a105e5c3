"""The app of what every page needs."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Its name in code and in the admin."""

    name = "core"
    verbose_name = "Foundations"

    def ready(self) -> None:
        """Keep the public record of changes true whichever way a page is published, and the house rules kept."""
        from wagtail.signals import page_published, published

        from core.actions import when_a_page_is_published
        from core.admin_starters import replace_scripts_of_choosers
        from core.checks import register_checks
        from core.pictures import when_something_is_published

        page_published.connect(when_a_page_is_published, dispatch_uid="core.record_published_change")
        published.connect(when_something_is_published, dispatch_uid="core.make_sizes_of_pictures")
        register_checks()
        replace_scripts_of_choosers()
