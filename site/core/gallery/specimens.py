"""What is shown in the gallery and is no presenter: what everything stands on, marks, links in every state, blocks, forms."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.gallery.words import LONG, SENTENCE


@dataclass(frozen=True)
class Specimen:
    """One state of something that a template shows without a presenter."""

    template_name: str
    context: dict[str, Any] = field(default_factory=dict)

    def render_html(self) -> SafeString:
        """The state as a page shows it."""
        return render_to_string(self.template_name, self.context)


def tokens_like(pattern: str) -> list[str]:
    """The names of the tokens whose value begins like this, in the order of the file."""
    tokens = (Path(settings.STATICFILES_DIRS[0]) / "css/tokens.css").read_text(encoding="utf-8")
    return list(dict.fromkeys(re.findall(rf"--([\w-]+):\s*(?:{pattern})", tokens)))


def colours() -> list[str]:
    """The name of each colour."""
    return tokens_like("#")


def sizes_of_text() -> list[str]:
    """The name of each size of text, small to great."""
    return [name for name in tokens_like(r"[\d.]+rem|clamp") if name.startswith(("step", "numeral"))]


def spaces() -> list[str]:
    """The name of each space."""
    return [name for name in tokens_like(r"[\d.]+rem|calc|clamp|min") if name.startswith(("space", "edge", "inset"))]


class ExampleForm(forms.Form):
    """A form with one field of each sort that signing in has."""

    name = forms.CharField(
        label="E-mail address", help_text=SENTENCE, error_messages={"required": "Write your e-mail address."}
    )
    code = forms.CharField(label="Six figures from your telephone")
    stay = forms.BooleanField(label="Keep me signed in", required=False)


def callout(kind: str, title: str = "Good to know", text: str = SENTENCE) -> Specimen:
    """A passage set apart."""
    return Specimen(
        "blocks/callout.html", {"value": {"kind": kind, "title": title, "text": SafeString(f"<p>{text}</p>")}}
    )


def table(heading: str, cell: str, columns: int) -> Specimen:
    """A table of so many columns."""
    rows = [[cell] * columns] * 3
    return Specimen(
        "blocks/table.html",
        {
            "value": {
                "caption": heading,
                "table": {"columns": [{"heading": heading}] * columns, "rows": rows},
                "first_column_is_header": True,
            }
        },
    )


MARKS = (
    ("source", "Source of harm: a root"),
    ("impact", "Impact: a ring"),
    ("recommendation", "Recommendation: a leaf"),
    ("tree", "The model: a tree"),
)


def specimens() -> dict[str, dict[str, Specimen]]:
    """Each specimen under its name; the style sheet with the tokens is read when somebody looks."""
    return {
        "Colours": {"every colour": Specimen("gallery/colours.html", {"colours": colours()})},
        "Type": {
            "every size, in both faces": Specimen("gallery/type.html", {"sizes": sizes_of_text(), "words": SENTENCE})
        },
        "Space": {"every space": Specimen("gallery/space.html", {"spaces": spaces()})},
        "Mark": {"beside its word, and large": Specimen("gallery/marks.html", {"marks": MARKS})},
        "ModelTree": {"whole": Specimen("gallery/tree.html")},
        "Links": {"in every state": Specimen("gallery/links.html")},
        "Action": {"in every state": Specimen("gallery/actions.html", {"long": LONG})},
        "SkipLink": {"reached by the keyboard": Specimen("gallery/skip-links.html")},
        "Callout": {
            "note": callout("note"),
            "urgent": callout("urgent", "If you are at risk"),
            "what to do": callout("what-to-do", "What you can do"),
            "longest": callout("note", LONG, f"{LONG}. " * 3),
        },
        "Heading": {
            "of a part": Specimen("blocks/heading.html", {"value": {"level": "h2", "text": "A part of a page"}}),
            "inside a part": Specimen("blocks/heading.html", {"value": {"level": "h3", "text": "A part of a part"}}),
        },
        "Accordion": {
            "closed": Specimen("blocks/accordion.html", {"value": {"title": "What is inside", "text": SENTENCE}}),
            "longest": Specimen("blocks/accordion.html", {"value": {"title": LONG, "text": f"{LONG}. " * 3}}),
        },
        "Table": {"usual": table("Example column", "Example", 3), "longest": table(LONG, LONG, 3)},
        "SignIn": {
            "empty": Specimen("gallery/sign-in.html", {"form": ExampleForm(auto_id="empty_%s")}),
            "with mistakes": Specimen(
                "gallery/sign-in.html", {"form": ExampleForm({"code": "12"}, auto_id="wrong_%s")}
            ),
        },
    }
