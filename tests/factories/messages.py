"""Messages from visitors. Their words say that they are an example."""

import datetime as dt

import factory
from django.utils import timezone

from contact.models import Message


class MessageFactory(factory.django.DjangoModelFactory):
    text = factory.Sequence(lambda n: f"Example message {n}")
    received_at = factory.LazyFunction(timezone.now)
    due_at = factory.LazyAttribute(lambda message: message.received_at + dt.timedelta(days=90))

    class Meta:
        model = Message
