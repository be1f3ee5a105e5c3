"""How words get published: the second reader, the emergency role, the start page of the admin."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """The app that connects mails and the record of what happens without a second reader."""

    name = "editorial"
    verbose_name = "Editorial"

    def ready(self) -> None:
        """Send our own mails instead of Wagtail's, and see whatever happens without a second reader."""
        from django.contrib.auth import get_user_model
        from django.db.models.signals import m2m_changed, post_save
        from wagtail import signals
        from wagtail.models import ModelLogEntry, PageLogEntry, WorkflowState

        from editorial import changed_at_once, emergencies, group_changes, mail, second_factors
        from editorial.models import SecondReaderTaskState

        signals.task_submitted.connect(mail.when_a_text_is_submitted, sender=SecondReaderTaskState)
        # Wagtail connects mails of its own under these names later. Where a name is taken, it connects nothing.
        for signal, receiver, name in [
            (signals.workflow_rejected, mail.when_changes_are_requested, "rejected"),
            (signals.workflow_approved, mail.when_a_text_is_approved, "approved"),
        ]:
            signal.connect(receiver, sender=WorkflowState, dispatch_uid=f"workflow_state_{name}_email_notification")
        post_save.connect(emergencies.when_something_is_logged, sender=PageLogEntry)
        post_save.connect(emergencies.when_something_is_logged, sender=ModelLogEntry)
        post_save.connect(second_factors.when_something_is_logged, sender=ModelLogEntry)
        m2m_changed.connect(group_changes.when_groups_change, sender=get_user_model().groups.through)
        changed_at_once.watch()
