"""Snippets. Words that stand for a person's say that they are an example."""

import factory

from core.models import Credit, Idea, Quote, Reference, Term, UrgentHelp
from helplines.models import DirectoryTerm, HelplineSection, Organisation
from model_pages.models import Actor


class IdeaFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"example idea {n}")

    class Meta:
        model = Idea


class TermFactory(factory.django.DjangoModelFactory):
    term = factory.Sequence(lambda n: f"example term {n}")
    definition = "What the word means."

    class Meta:
        model = Term


class CreditFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Example Person {n}")

    class Meta:
        model = Credit


class ReferenceFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda n: f"Example work {n}")

    class Meta:
        model = Reference


class QuoteFactory(factory.django.DjangoModelFactory):
    words = factory.Sequence(lambda n: f"Example quote {n}")
    provenance = "Example: made for a test"
    consent_web = True

    class Meta:
        model = Quote


class UrgentHelpFactory(factory.django.DjangoModelFactory):
    text = "If you are at immediate risk, call 999."

    class Meta:
        model = UrgentHelp


class ActorFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"example actors {n}")

    class Meta:
        model = Actor


class HelplineSectionFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda n: f"Example section {n}")

    class Meta:
        model = HelplineSection


class OrganisationFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Example organisation {n}")

    class Meta:
        model = Organisation


class DirectoryTermFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Example need {n}")

    class Meta:
        model = DirectoryTerm
