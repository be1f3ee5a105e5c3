"""A mistake in the starter content is told with its place and with what was expected, and then nothing is loaded."""

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page, Site

from core.models import Idea, SiteIdentity, StarterRecord
from home.models import HomePage
from model_pages.models import HarmImpact, SourceOfHarmPage

pytestmark = pytest.mark.django_db

SITE = """
ideas:
  - {id: cold-rooms, name: cold rooms}
homes:
  - id: home
    slug: home
    title: Harm in Libraries
    body: |
      Read [the model](page:model).
models:
  - {id: model, parent: home, title: The model}
lists_of_impacts:
  - {id: impacts, parent: model, title: Impacts}
impacts:
  - {id: shivers, parent: impacts, title: Shivers}
sources_of_harm:
  - {id: draughts, parent: model, number: 1, title: Draughts, items: [{phrase: windows, idea: cold-rooms}], impacts: [shivers]}
  - {id: fines, parent: model, number: 2, title: Fines}
  - {id: silence, parent: model, number: 3, title: Silence}
helpline_sections:
  - {id: quiet, title: Quiet help}
helpline_directories:
  - {id: helplines, parent: home, title: Helplines}
"""
HARM = "sources_of_harm:\n  - id: s\n    title: S\n    parent: model\n    number: 9\n"
HELPLINE = "helplines:\n  - id: h\n    title: H\n    parent: helplines\n    section: quiet\n"
PAGE = "---\ntype: section\nid: about\nparent: home\ntitle: About\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content of another group: a model with three sources of harm."""
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    return tmp_path


def load(folder: Path) -> str:
    said = io.StringIO()
    call_command("load_starter", folder=folder, stdout=said)
    return said.getvalue()


def refused(folder: Path) -> list[str]:
    """The mistakes that the command lists."""
    with pytest.raises(CommandError) as told:
        load(folder)
    return str(told.value).split("\n\n", 1)[1].splitlines()


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        ("ideas:\n  - id: b\n    name: B\n    colour: red", 4, "“colour” is not known here. Expected one of: id, name"),
        ("ideas:\n  - id: b", 2, "“name” is missing. Every idea needs one."),
        ("ideas:\n  - id: B c\n    name: B", 2, "Expected an id of small letters, figures and single hyphens."),
        ("ideas:\n  - id: b\n    name: [B]", 3, "Expected words after “name:”"),
        ("ideas:\n  - id: b\n    draft: perhaps\n    name: B", 3, "Expected yes or no."),
        ("ideas:\n  - {id: b, name: B}\n  - id: c\n    name: B", 4, "already exists"),
        ("references:\n  - id: r\n    title: R\n    year: 32768", 4, "Write the year in four figures."),
        ("references:\n  - id: r\n    title: R\n    year: lately", 4, "year: “lately” value must be an integer."),
        ("references:\n  - id: r\n    title: R\n    kind: leaflet", 4, "kind: Value 'leaflet' is not a valid choice."),
        ("references:\n  - id: r\n    title: R\n    url: nowhere", 4, "url: Enter a valid URL."),
        ("references:\n  - id: r\n    title: R\n    is_open_access: perhaps", 4, "is_open_access: Expected yes or no."),
        ("identity:\n  publication_date: February 2023", 2, "publication_date: Write a date such as 2024-10-03"),
        ("identity:\n  publication_date: 2023-13", 2, "publication_date: Write a date such as 2024-10-03"),
        ("redirects:\n  - from: /old\n    to: nowhere", 3, "There is no page called “nowhere”."),
        ("redirects:\n  - from: old\n    to: home", 2, "Expected a path that begins with a stroke"),
        ("sections:\n  - id: s\n    title: S\n    parent: nowhere", 4, "There is no page called “nowhere”."),
        ("sections:\n  - id: s\n    title: S\n    parent: model", 4, "A page of the kind “section” cannot stand here"),
        ("models:\n  - id: m\n    title: M\n    parent: home", 4, "or there is one already."),
        ("sections:\n  - id: s\n    title: S\n    parent: s", 4, "This page stands, by way of others, under itself."),
        ("sections:\n  - id: s\n    title: S\n    parent: home\n    slug: the-model", 5, "already in use"),
        (HARM.replace("9", "2"), 5, "Another source of harm has this number."),
        (HARM.replace("9", "32768"), 5, "Write a number up to 999."),
        (HARM + "    items: cold", 6, "Expected a list"),
        (HARM + "    items:\n      - a\n      - a", 8, "twice"),
        (HARM + "    items:\n      - note: a", 7, "“note” is not"),
        (HARM + "    impacts:\n      - fines", 7, "Expected: impact"),
        (HARM + "    quotes:\n      - q", 7, "There is no quote called"),
        (HARM + "    findings:\n      - asked: why", 7, "Select a valid choice"),
        (HARM + "    is_difficult: yes", 2, "Say in a sentence what it speaks of"),
        (HARM + "    content_note: Trigger warning", 6, "Do not write"),
        (HELPLINE.replace("quiet", "loud"), 5, "There is no helpline section called “loud”."),
        (
            HELPLINE + "    contact_ways:\n      - kind: voice\n        value: 08457 90 90 90",
            8,
            "This number is out of date and must never be published.",
        ),
        (
            HELPLINE + "    trust_facts:\n      - question: recorded\n        standing: stated",
            7,
            "Write what they say",
        ),
        (
            HELPLINE + "    is_crisis_line: yes\n    hours: always\n    contact_ways: [{kind: voice, value: 116 123}]",
            2,
            "A crisis line needs its cost",
        ),
        ("sections:\n  - id: s\n    title: S\n    parent: home\n    changes:\n      - {kind: rumour, on: 2024}", 6, "not a valid choice"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_record_is_told_with_its_line(folder: Path, content: str, line: int, expected: str) -> None:
    (folder / "wrong.yaml").write_text(content, encoding="utf-8")
    told = [sentence for sentence in refused(folder) if sentence.startswith(f"wrong.yaml, line {line}: ")]
    assert any(expected in sentence for sentence in told)


@pytest.mark.parametrize(
    ("body", "line", "expected"),
    [
        ("# One", 7, "Headings begin with ## or ###."),
        ("Words.\n\n::: film | One\n:::", 9, "“film” is not a part of a page. Expected one of: note, urgent"),
        ("::: note | One\nWords.", 7, "This part is never closed. Expected a line with ::: alone after it."),
        ("::: note\nWords.\n:::", 7, "This field is required."),
        ("::: links | One\nWords.\n:::", 8, "Expected a line that begins with a hyphen and a space."),
        ("::: links | One\n- [Click here](https://example.org/)\n:::", 7, "does not say where it goes"),
        ("::: references | One\n- nothing\n:::", 8, "There is no reference called “nothing”."),
        ("::: people | One\n- nobody\n:::", 8, "There is no credit called “nobody”."),
        ("Words.\nSee [the other](page:other).", 8, "There is no page called “other”."),
        ("Words.\n\n<script>alert(1)</script>", 9, "<script> is not possible here."),
        ("Words.\n\n![One](one.png)", 7, "<img> is not possible here."),
    ],
)
def test_a_mistake_in_the_words_of_a_page_is_told_with_its_line(
    folder: Path, body: str, line: int, expected: str
) -> None:
    (folder / "wrong.md").write_text(PAGE + body, encoding="utf-8")
    told = [sentence for sentence in refused(folder) if sentence.startswith(f"wrong.md, line {line}: ")]
    assert any(expected in sentence for sentence in told)


BOMB = "a: &a [" + ", ".join("x" * 9) + "]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{inner}'] * 9)}]\n" for inner, name in pairwise("abcdefghij")
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[" * 20_000, "Too many things stand inside each other"),
        (BOMB, "more than 50,000 values"),
        ("ideas: # " + "x" * 1_000_000, "larger than 1 MB"),
    ],
    ids=["deep", "bomb", "large"],
)
def test_a_file_that_nobody_writes_by_hand_is_told(folder: Path, content: str, expected: str) -> None:
    (folder / "wrong.yaml").write_text(content, encoding="utf-8")
    assert any(sentence.startswith("wrong.yaml, line 1: ") and expected in sentence for sentence in refused(folder))


@pytest.mark.parametrize(
    "make",
    [Path.mkdir, lambda path: path.symlink_to("/dev/zero"), lambda path: path.symlink_to(path.parent / "nowhere")],
    ids=["folder", "device", "nothing"],
)
@pytest.mark.parametrize("name", ["wrong.yaml", "wrong.md"])
def test_what_is_called_like_a_file_and_is_none_is_told(
    folder: Path, name: str, make: Callable[[Path], object]
) -> None:
    make(folder / name)
    assert refused(folder) == [
        f"{name}, line 1: This is not a file. Expected a file of words, or a folder with another name."
    ]


def test_a_part_that_a_kind_of_page_does_not_have_is_told(folder: Path) -> None:
    model = SITE.replace("title: The model}", 'title: The model, body: "::: model map\\n:::"}')
    (folder / "site.yaml").write_text(model, encoding="utf-8")
    assert refused(folder) == ["site.yaml, line 11: A model map cannot stand on this kind of page."]


def test_all_mistakes_are_told_at_once_and_nothing_is_loaded(folder: Path) -> None:
    (folder / "a.yaml").write_text("ideas:\n  - id: b\n", encoding="utf-8")
    (folder / "b.md").write_text(PAGE + "# One\n", encoding="utf-8")
    (folder / "c.yaml").write_text(
        "sections:\n  - {id: s, title: S, parent: home, slug: the-model}\n", encoding="utf-8"
    )
    assert [sentence.partition(":")[0] for sentence in refused(folder)] == [
        "a.yaml, line 2",
        "b.md, line 7",
        "c.yaml, line 2",
    ]
    assert not HomePage.objects.exists()
    assert not Idea.objects.exists()
    assert not StarterRecord.objects.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        load(tmp_path / "nowhere")


def test_another_group_loads_a_model_of_its_own(folder: Path) -> None:
    said = load(folder)
    assert said.startswith("Loaded 8 pages, 1 idea and 1 helpline section.")
    assert [source.title for source in SourceOfHarmPage.objects.by_number()] == ["Draughts", "Fines", "Silence"]
    assert HarmImpact.objects.get().impact.title == "Shivers"


def test_a_page_that_is_added_to_the_files_later_is_loaded(folder: Path) -> None:
    load(folder)
    (folder / "more.md").write_text(PAGE, encoding="utf-8")
    assert load(folder).startswith("Loaded 1 page. 10 records were loaded before")
    assert [page.title for page in HomePage.objects.get().get_children()] == ["The model", "Helplines", "About"]


def test_a_page_whose_parent_was_deleted_is_left_out_and_named(folder: Path) -> None:
    load(folder)
    Page.objects.get(slug="the-model").delete()
    (folder / "more.yaml").write_text(
        "sources_of_harm:\n  - {id: dust, parent: model, number: 4, title: Dust}\n", encoding="utf-8"
    )
    assert "Dust was left out: what it belongs to was deleted or renamed." in load(folder)
    assert not SourceOfHarmPage.objects.exists()


def test_a_link_to_a_page_that_was_deleted_keeps_its_words(folder: Path) -> None:
    load(folder)
    Page.objects.get(slug="the-model").delete()
    (folder / "more.md").write_text(PAGE + "See [the model](page:model).", encoding="utf-8")
    load(folder)
    about = Page.objects.get(slug="about").specific
    assert about.body[0].value.source == "<p>See the model.</p>"


def test_a_first_page_that_somebody_has_worked_on_stays(folder: Path) -> None:
    welcome = Page.objects.get(depth=2)
    welcome.title = "Our library"
    welcome.save_revision().publish()
    (folder / "site.yaml").write_text(SITE.replace("slug: home\n", "slug: harm\n"), encoding="utf-8")
    load(folder)
    assert {page.title for page in Page.objects.filter(depth=2)} == {"Our library", "Harm in Libraries"}
    assert Site.objects.get().root_page.title == "Our library"


def test_a_name_that_an_editor_gave_the_site_stays(folder: Path) -> None:
    identity = SiteIdentity.load()
    identity.short_name = "Our harm"
    identity.save()
    (folder / "identity.yaml").write_text(
        "identity:\n  short_name: Harm\n  strapline: In libraries\n", encoding="utf-8"
    )
    load(folder)
    identity.refresh_from_db()
    assert (identity.short_name, identity.strapline) == ("Our harm", "In libraries")
