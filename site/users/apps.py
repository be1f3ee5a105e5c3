"""People who sign in."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    """The app that knows who has shown a second factor."""

    name = "users"
    verbose_name = "People"

    def ready(self) -> None:
        """Hear of new and removed factors, and check that nobody switched them off."""
        from allauth.mfa import signals as factors

        from users import checks, signals  # noqa: F401 - checks register themselves

        factors.authenticator_added.connect(signals.when_a_factor_is_added)
        factors.authenticator_removed.connect(signals.when_a_factor_is_removed)
