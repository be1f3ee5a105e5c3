"""What happens when you call, with source and date; "they did not say" is an answer."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from core.partial_date import PartialDateField


class TrustQuestion(models.TextChoices):
    """What people want to know before they call. No standard has these."""

    EMERGENCY_SERVICES = "emergency_services", "Will they call emergency services without my agreement?"
    SHOWS_ON_BILL = "shows_on_bill", "Does the call show on an itemised bill?"
    RECORDED = "recorded", "Is it recorded?"
    NUMBER_SEEN = "number_seen", "Is my number seen?"
    NOTES_KEPT = "notes_kept", "Are notes kept?"
    WHO_ANSWERS = "who_answers", "Who answers?"
    SURVIVOR_LED = "survivor_led", "Is it led by survivors?"
    WITHOUT_SPEECH = "without_speech", "How can people use it who cannot speak?"
    FIRST_MINUTE = "first_minute", "What happens in the first minute?"
    USUAL_WAIT = "usual_wait", "How long is the usual wait?"


class TrustStanding(models.TextChoices):
    """Whether we know."""

    STATED = "stated", "They say"
    NOT_STATED = "not_stated", "They did not say"
    NOT_ASKED = "not_asked", "Not asked yet"


class InShort(models.TextChoices):
    """The answer to a question of yes or no, in a word that readers can look for."""

    YES = "yes", "Yes"
    NO = "no", "No"
    SOMETIMES = "sometimes", "In some cases"


class TrustFact(Orderable):
    """One answer of a helpline to one question, as it was given."""

    helpline = ParentalKey("helplines.HelplinePage", on_delete=models.CASCADE, related_name="trust_facts")
    question = models.CharField(max_length=30, choices=TrustQuestion)
    standing = models.CharField("do we know?", max_length=10, choices=TrustStanding, default=TrustStanding.NOT_ASKED)
    answer = models.CharField(max_length=300, blank=True, help_text="In their words, or as near to them as is plain.")
    in_short = models.CharField(
        "the answer in a word",
        max_length=10,
        blank=True,
        choices=InShort,
        help_text="Readers who look for a helpline can choose by it. Leave it empty where no word says it.",
    )
    source = models.CharField("where this is from", max_length=255, blank=True)
    on = PartialDateField("date of the answer", blank=True)

    panels = [
        FieldPanel("question"),
        FieldPanel("standing", required_on_save=True),
        FieldPanel("answer"),
        FieldRowPanel([FieldPanel("in_short"), FieldPanel("source"), FieldPanel("on")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "trust fact"
        verbose_name_plural = "trust facts"
        constraints = [
            models.UniqueConstraint(
                fields=["helpline", "question"],
                name="one_answer_to_a_trust_question",
                violation_error_message="This question is answered twice. Keep one answer.",
            ),
            models.CheckConstraint(
                condition=models.Q(standing__in=TrustStanding.values), name="trust_fact_of_a_known_standing"
            ),
            models.CheckConstraint(
                condition=models.Q(in_short="") | models.Q(in_short__in=InShort.values, standing="stated"),
                name="trust_fact_in_short_is_an_answer",
                violation_error_message="Only what they say can be put in a word.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()} {self.answer or self.get_standing_display()}"

    @property
    def in_words(self) -> str:
        """What is known: their answer, or why there is none."""
        return self.answer if self.standing == TrustStanding.STATED else str(TrustStanding(self.standing).label)

    def clean(self) -> None:
        """An answer has words and a source; a missing answer has neither."""
        super().clean()
        if self.standing == TrustStanding.STATED and not self.answer.strip():
            raise ValidationError({"answer": "Write what they say, or choose “They did not say”."})
        if self.standing == TrustStanding.STATED and not self.source.strip():
            raise ValidationError({"source": "Say where this is from: their website, or a call."})
        if self.standing != TrustStanding.STATED and self.answer.strip():
            raise ValidationError({"standing": "There is an answer. Choose “They say”, or clear the answer."})
        if self.standing != TrustStanding.STATED and self.in_short:
            raise ValidationError(
                {"in_short": "Only what they say can be put in a word. Clear it, or choose “They say”."}
            )


def to_every_question(facts: Iterable[TrustFact]) -> Iterator[TrustFact]:
    """What is known of every question, in one order; one that nobody has put is “not asked yet”."""
    known = {fact.question: fact for fact in facts}
    for question in TrustQuestion:
        yield known.get(question) or TrustFact(question=question)
