"""The list of words that people use, in the admin."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from search.models import Synonym
from tests.editorial import a_lead, an_adviser, an_editor

pytestmark = pytest.mark.django_db

LIST = "words_people_use:index"
ADD = "words_people_use:add"


def test_an_editor_adds_changes_and_deletes_words() -> None:
    editor = an_editor()
    typed = {"people_write": "rick\nhay pile", "site_says": "haystack", "help_first": ""}

    editor.client.post(reverse(ADD), typed)
    made = Synonym.objects.get(site_says="haystack")
    editor.client.post(reverse("words_people_use:edit", args=[made.pk]), {**typed, "site_says": "haystacks"})
    changed = Synonym.objects.get(pk=made.pk)
    editor.client.post(reverse("words_people_use:delete", args=[made.pk]))

    assert (made.phrases, made.own_words) == (["rick", "hay pile"], ["haystack"])
    assert changed.own_words == ["haystacks"]
    assert not Synonym.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ({"people_write": "…", "site_says": "haystack"}, "Write at least one word that people use."),
        (
            {"people_write": "rick", "site_says": " "},
            "Write what this site calls it, or tick that somebody may be in danger.",
        ),
    ],
)
def test_words_that_find_nothing_are_refused(typed: dict[str, str], refused: str) -> None:
    answer = a_lead().client.post(reverse(ADD), typed)

    assert answer.status_code == 200
    assert refused in answer.content.decode()


def test_words_of_danger_need_nothing_that_the_site_says() -> None:
    an_editor().client.post(reverse(ADD), {"people_write": "on the bridge", "help_first": "on"})

    assert Synonym.objects.get(people_write="on the bridge").help_first


def test_each_field_says_what_belongs_in_it() -> None:
    page: Any = BeautifulSoup(an_editor().client.get(reverse(ADD)).content, "html.parser")

    assert "One word or phrase on each line" in page.text
    assert "Urgent help then stands above the results." in page.text


def test_the_list_shows_both_sides() -> None:
    Synonym.objects.all().delete()
    Synonym.objects.create(people_write="rick\nhay pile", site_says="haystack")

    text = an_editor().client.get(reverse(LIST)).content.decode()

    assert "rick, hay pile" in text
    assert "haystack" in text


def test_the_empty_list_says_what_it_is_for() -> None:
    Synonym.objects.all().delete()

    page: Any = BeautifulSoup(an_editor().client.get(reverse(LIST)).content, "html.parser")

    assert "No words are listed yet." in page.text
    assert page.find("a", string="Add the first words")["href"] == reverse(ADD)


def test_who_only_reads_does_not_get_to_the_list() -> None:
    assert an_adviser().client.get(reverse(LIST)).status_code == 302


def test_the_menu_has_the_list() -> None:
    menu = an_editor().client.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse(LIST) in menu
