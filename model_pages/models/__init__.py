"""The model: sources of harm, impacts, recommendations, and what connects them."""

from model_pages.models.actors import Actor
from model_pages.models.impacts import ImpactIndexPage, ImpactPage
from model_pages.models.model_page import ModelPage
from model_pages.models.recommendations import RecommendationIndexPage, RecommendationPage
from model_pages.models.relations import HarmHelpline, HarmImpact, HarmRecommendation, ImpactRecommendation
from model_pages.models.sources import SourceOfHarmPage

__all__ = [
    "Actor",
    "HarmHelpline",
    "HarmImpact",
    "HarmRecommendation",
    "ImpactIndexPage",
    "ImpactPage",
    "ImpactRecommendation",
    "ModelPage",
    "RecommendationIndexPage",
    "RecommendationPage",
    "SourceOfHarmPage",
]
