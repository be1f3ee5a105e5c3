"""The first list of words that people use comes and goes with its migration, and what editors changed stays."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.migrations.test_editorial_migrations import migrate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MORE_WORDS = ("search", "0004_more_starter_words")


@pytest.fixture(autouse=True)
def every_migration_again(transactional_db: None) -> Iterator[None]:
    """The next test finds the words as the newest migration left them, and the record of it too."""
    yield
    migrate(*MigrationExecutor(connection).loader.graph.leaf_nodes("search"))


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


def test_more_words_come_and_go_and_leave_what_editors_changed() -> None:
    before = migrate(("search", "0003_words_as_in_a_dictionary")).get_model("search", "Synonym").objects
    as_they_were = set(before.values_list("people_write", "site_says"))
    after = migrate(MORE_WORDS).get_model("search", "Synonym").objects
    social_work = after.get(people_write__startswith="social worker").people_write
    after.filter(people_write__startswith="gaslighting").update(site_says="something else")

    back = migrate(("search", "0003_words_as_in_a_dictionary")).get_model("search", "Synonym").objects
    left = set(back.values_list("people_write", "site_says")) - as_they_were
    back.filter(site_says="something else").delete()
    again = migrate(MORE_WORDS).get_model("search", "Synonym").objects

    assert "AMHP" not in social_work
    assert {says for _, says in left} == {"something else"}
    assert again.filter(people_write__startswith="gaslighting").count() == 1


def test_more_words_leave_out_what_editors_already_had() -> None:
    before = migrate(("search", "0003_words_as_in_a_dictionary")).get_model("search", "Synonym").objects
    before.filter(people_write__startswith="social worker").update(people_write="social worker\nAMHP\nduty desk")
    before.create(people_write="Gaslighting \r\nmind games", site_says="something else")
    before.create(
        people_write="misgendered\nmisgendering\nwrong pronouns\nwrong gender\ndeadname\ndeadnamed\ndeadnaming"
    )

    after = migrate(MORE_WORDS).get_model("search", "Synonym").objects

    written = [line.strip() for words in after.values_list("people_write", flat=True) for line in words.splitlines()]
    once = ["amhp", "gaslighting", "misgendered", "amhps", "gaslit"]
    assert [[line.casefold() for line in written].count(line) for line in once] == [1] * len(once)
    assert "" not in written
    assert after.get(people_write__startswith="AMHPs").site_says == "hospitalisation\nMental Health Act"
