"""The first list of words that people use comes and goes with its migration, and what editors changed stays."""

import pytest

from tests.migrations.test_editorial_migrations import migrate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_forward_back_and_forward_again() -> None:
    first = migrate(("search", "0002_starter_words")).get_model("search", "Synonym").objects
    how_many = first.count()
    changed = first.get(people_write__startswith="sectioned")
    changed.site_says = "something else"
    changed.save()

    back = migrate(("search", "0001_initial")).get_model("search", "Synonym").objects
    left = list(back.values_list("site_says", flat=True))
    back.all().delete()
    again = migrate(("search", "0002_starter_words")).get_model("search", "Synonym").objects

    assert how_many > 60
    assert left == ["something else"]
    assert again.count() == how_many
    assert not again.filter(people_write="").exists()
