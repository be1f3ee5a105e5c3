"""One message from a visitor."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from contact.querysets import MessageQuerySet
from contact.signs import Sign

LONGEST_MESSAGE, LONGEST_NAME, LONGEST_WAY, LONGEST_NOTE = 5_000, 100, 200, 300


class Status(models.TextChoices):
    """What the team has done with a message."""

    NEW = "new", "New"
    ANSWERED = "answered", "Answered"
    HELD = "held", "Held as possible spam"


class SafeToReply(models.TextChoices):
    """What the sender says of an answer; saying nothing is an answer too."""

    UNSAID = "unsaid", "They did not say"
    YES = "yes", "Yes"
    NO = "no", "No"
    # In the words of the form, so that the team reads what the sender chose.
    ONLY = "only", "Only in one way"


class Message(models.Model):
    """What somebody wrote to the team, until the day on which it is deleted."""

    text = models.TextField("message")
    name = models.CharField("a name to call them by", max_length=LONGEST_NAME, blank=True)
    way_to_reach = models.CharField("a way to reach them", max_length=LONGEST_WAY, blank=True)
    safe_to_reply = models.CharField(
        "is it safe to reply?", max_length=10, choices=SafeToReply, default=SafeToReply.UNSAID
    )
    reply_note = models.CharField("how it is safe to reply", max_length=LONGEST_NOTE, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)
    why_held = models.CharField("why it is held", max_length=100, blank=True)
    received_at = models.DateTimeField("received", db_index=True)
    # Kept with the message, so that a new setting never breaks what its sender was told.
    due_at = models.DateTimeField("will be deleted", db_index=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "message"
        verbose_name_plural = "messages"
        # Nobody adds one in the admin.
        default_permissions = ("view", "change", "delete")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(~models.Q(text=""), LessThanOrEqual(Length("text"), LONGEST_MESSAGE)),
                name="contact_message_has_words",
                violation_error_message=f"A message has words, and no more than {LONGEST_MESSAGE} characters.",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values, safe_to_reply__in=SafeToReply.values),
                name="contact_message_known_answers",
                violation_error_message="This is not one of the answers.",
            ),
            models.CheckConstraint(
                condition=models.Q(status=Status.HELD, why_held__gt="")
                | models.Q(~models.Q(status="held"), why_held=""),
                name="contact_message_held_for_a_reason",
                violation_error_message="A message is held for a reason, and only then has one.",
            ),
            models.CheckConstraint(
                condition=models.Q(due_at__gt=models.F("received_at")),
                name="contact_message_is_deleted_one_day",
                violation_error_message="A message is deleted after it was received.",
            ),
        ]

    def __str__(self) -> str:
        # Stands in histories and reports, which stay when the message is gone: it says nothing of what is in it.
        return f"Message {self.pk}"

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Why it looks like spam, where it does."""
        return tuple(Sign(value) for value in self.why_held.split())

    @property
    def said_of_replying(self) -> str:
        """What the sender answered, and what they said of the way."""
        answer = SafeToReply(self.safe_to_reply)
        way = self.reply_note or ("they did not say which" if answer == SafeToReply.ONLY else "")
        return f"{answer.label}: {way}" if way else str(answer.label)

    @property
    def reply_advice(self) -> str:
        """What whoever wants to answer has to know first."""
        if self.safe_to_reply == SafeToReply.YES:
            return "They say that it is safe to reply."
        if self.safe_to_reply == SafeToReply.ONLY and self.reply_note:
            return "Reply only in the way that they name here."
        if self.safe_to_reply == SafeToReply.ONLY:
            return "Do not reply. They say that only one way is safe, and did not say which."
        if self.safe_to_reply == SafeToReply.NO:
            return "Do not reply. They say that it is not safe."
        return "They did not say whether it is safe to reply. Somebody else may read what you send."
