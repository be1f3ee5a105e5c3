"""People who sign in."""

import factory

from users.models import User

PASSWORD = "a password for tests only"


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence(lambda n: f"person-{n}")
    email = factory.LazyAttribute(lambda person: f"{person.username}@example.org")
    password = factory.django.Password(PASSWORD)

    class Meta:
        model = User


class AdministratorFactory(UserFactory):
    is_superuser = True
