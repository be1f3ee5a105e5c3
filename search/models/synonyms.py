"""The editors' list of words that people use and the site does not."""

from collections.abc import Iterator

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.phrases import Phrase, phrase_of_ours
from core.words import words_in


class Synonym(index.Indexed, models.Model):
    """What people write when they search, and what the site calls it."""

    people_write = models.TextField(
        "what people write",
        help_text="One word or phrase on each line, as people say it: “sectioned”, “CPN”. Endings and spelling mistakes "
        "are forgiven anyway.",
    )
    site_says = models.TextField(
        "what this site says",
        blank=True,
        help_text="The words that the pages use for it, one word or phrase on each line. What people write is searched as well.",
    )
    help_first = models.BooleanField(
        "somebody who writes this may be in danger",
        default=False,
        help_text="Urgent help then stands above the results.",
    )

    panels = [FieldPanel("people_write"), FieldPanel("site_says"), FieldPanel("help_first")]
    search_fields = [index.SearchField("people_write"), index.SearchField("site_says")]

    class Meta:
        # As in a dictionary: capitals do not come first.
        ordering = [Lower("people_write"), "pk"]
        verbose_name = "words people use"
        verbose_name_plural = "words people use"

    def __str__(self) -> str:
        return ", ".join(self.phrases)

    @property
    def phrases(self) -> list[str]:
        """What people write, one by one."""
        return lines_of(self.people_write)

    @property
    def own_words(self) -> list[str]:
        """What the site says, one by one."""
        return lines_of(self.site_says)

    def as_phrases(self) -> Iterator[Phrase]:
        """The entry as what somebody wrote is compared with it."""
        site_says = tuple(self.own_words)
        for phrase in self.phrases:
            yield phrase_of_ours(phrase, site_says, self.help_first)

    @admin.display(description="what this site says")
    def what_the_site_says(self) -> str:
        """The same as one line, for the list."""
        return ", ".join(self.own_words)

    @admin.display(description="may be in danger")
    def danger(self) -> str:
        """Whether urgent help comes first, for the list."""
        return "Yes" if self.help_first else ""

    def clean(self) -> None:
        """There are words on both sides, or the words call for help."""
        super().clean()
        if not any(words_in(self.people_write)):
            raise ValidationError({"people_write": "Write at least one word that people use."})
        if not any(words_in(self.site_says)) and not self.help_first:
            raise ValidationError(
                {"site_says": "Write what this site calls it, or tick that somebody may be in danger."}
            )


def lines_of(text: str) -> list[str]:
    """The lines that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]
