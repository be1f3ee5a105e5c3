"""How the parts of the model hang together. Each relation is one record and is shown from both ends."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Relation(Orderable):
    """A connection between two pages, with an optional sentence why."""

    why = models.CharField(
        max_length=300, blank=True, help_text="One sentence that says how the two are connected, if known."
    )

    class Meta(Orderable.Meta):
        abstract = True


class HarmImpact(Relation):
    """A source of harm arises as an impact."""

    source = ParentalKey("model_pages.SourceOfHarmPage", on_delete=models.CASCADE, related_name="impact_links")
    impact = models.ForeignKey("model_pages.ImpactPage", on_delete=models.CASCADE, related_name="source_links")

    panels = [FieldPanel("impact"), FieldPanel("why")]

    class Meta(Relation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "impact"],
                name="source_and_impact_connected_once",
                violation_error_message="This impact is listed twice.",
            )
        ]


class HarmRecommendation(Relation):
    """A source of harm is answered by a recommendation."""

    source = ParentalKey("model_pages.SourceOfHarmPage", on_delete=models.CASCADE, related_name="recommendation_links")
    recommendation = models.ForeignKey(
        "model_pages.RecommendationPage", on_delete=models.CASCADE, related_name="source_links"
    )

    panels = [FieldPanel("recommendation"), FieldPanel("why")]

    class Meta(Relation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "recommendation"],
                name="source_and_recommendation_connected_once",
                violation_error_message="This recommendation is listed twice.",
            )
        ]


class ImpactRecommendation(Relation):
    """An impact is answered by a recommendation."""

    impact = ParentalKey("model_pages.ImpactPage", on_delete=models.CASCADE, related_name="recommendation_links")
    recommendation = models.ForeignKey(
        "model_pages.RecommendationPage", on_delete=models.CASCADE, related_name="impact_links"
    )

    panels = [FieldPanel("recommendation"), FieldPanel("why")]

    class Meta(Relation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["impact", "recommendation"],
                name="impact_and_recommendation_connected_once",
                violation_error_message="This recommendation is listed twice.",
            )
        ]


class HarmHelpline(Relation):
    """A helpline that may help somebody who met this harm."""

    source = ParentalKey("model_pages.SourceOfHarmPage", on_delete=models.CASCADE, related_name="helpline_links")
    helpline = models.ForeignKey("helplines.HelplinePage", on_delete=models.CASCADE, related_name="source_links")

    panels = [FieldPanel("helpline"), FieldPanel("why")]

    class Meta(Relation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "helpline"],
                name="source_and_helpline_connected_once",
                violation_error_message="This helpline is listed twice.",
            )
        ]
