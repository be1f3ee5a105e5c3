"""Ways of looking at the gallery: colours, contrast, size of text and width, as an address asks for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from core.components.links import Link
from core.gallery.specimens import colours, sizes_of_text, spaces

# Each way with its choices; the first is what the reader's own machine says.
CHOICES: dict[str, dict[str, str]] = {
    "scheme": {
        "": "Colours of this machine",
        "light": "Light colours",
        "dark": "Dark colours",
        "forced": "Forced colours",
    },
    "contrast": {"": "Contrast of this machine", "more": "More contrast"},
    "text": {"": "Usual text", "200": "Text at 200 %"},
    "width": {"": "As wide as the window", "narrow": "As narrow as a phone"},
}
# What a browser puts in place of colours when somebody has chosen their own.
SYSTEM_COLOURS = {
    **dict.fromkeys(("paper", "paper-raised", "urgent-paper", "on-urgent", "bar", "root", "trunk", "leaf"), "Canvas"),
    **dict.fromkeys(("accent", "accent-visited"), "LinkText"),
    "focus": "Highlight",
    "focus-gap": "Canvas",
}
# States that last as long as somebody does something, with the class that shows them for good.
STATES = {":hover": ".is-hovered", ":focus-visible": ".is-focused", ":visited": ".is-visited"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LAYER = re.compile(r"@layer (\w+) \{")
MEDIA = re.compile(r"@media[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
BETWEEN_SELECTORS = re.compile(r",(?![^(]*\))")


@dataclass(frozen=True)
class Look:
    """One way of looking; what is not known is as if nobody had asked."""

    scheme: str = ""
    contrast: str = ""
    text: str = ""
    width: str = ""

    @classmethod
    def asked_for(cls, asked: Mapping[str, Any]) -> "Look":
        """What an address asks for."""
        return cls(**{name: asked[name] for name, choices in CHOICES.items() if asked.get(name) in choices})

    @property
    def query(self) -> str:
        """What asks for this look."""
        return urlencode({name: value for name, value in vars(self).items() if value})

    @property
    def query_inside(self) -> str:
        """What asks for this look in a window of its own, which is as wide as a phone."""
        return replace(self, width="").query

    @property
    def ways(self) -> tuple[tuple[Link, ...], ...]:
        """Every other look that differs in one thing, and which one this is."""
        return tuple(
            tuple(
                Link(words, f"?{replace(self, **{name: value}).query}", is_current=getattr(self, name) == value)
                for value, words in choices.items()
            )
            for name, choices in CHOICES.items()
        )

    def style_sheet(self) -> str:
        """The gallery's own rules, and those of the site that a browser would follow if the machine asked for them."""
        rules = [(Path(__file__).parent / "gallery.css").read_text(encoding="utf-8")]
        css = Path(settings.STATICFILES_DIRS[0]) / "css"
        tokens = (css / "tokens.css").read_text(encoding="utf-8")
        if self.contrast:
            tokens = tokens.replace("(prefers-contrast: more)", "all")
        if self.scheme in {"light", "dark"}:
            tokens = tokens.replace("(prefers-color-scheme: dark)", "all" if self.scheme == "dark" else "not all")
            tokens = tokens.replace("color-scheme: light dark", f"color-scheme: {self.scheme}")
        rules += [tokens, *_states_for_good(css), *_tokens_to_see()]
        if self.scheme == "forced":
            forced = (css / "forced-colors.css").read_text(encoding="utf-8")
            rules += [forced.replace("(forced-colors: active)", "all"), _in_system_colours(tokens)]
        if self.text:
            rules.append(f"html {{ font-size: {self.text}%; }}")
        return "\n".join(rules)


def _states_for_good(css: Path) -> list[str]:
    """The site's own rules for each state, as if it lasted."""
    rules = []
    for path in sorted(css.rglob("*.css")):
        source = COMMENT.sub("", path.read_text(encoding="utf-8"))
        for layer in LAYER.findall(source)[:1]:
            for selectors, style in RULE.findall(MEDIA.sub("", source)):
                lasting = [_lasting(one) for one in BETWEEN_SELECTORS.split(selectors) if _is_of_a_state(one)]
                rules += [f"@layer {layer} {{ {', '.join(lasting)} {{ {style} }} }}"] * bool(lasting)
    return rules


def _is_of_a_state(selector: str) -> bool:
    return any(state in selector for state in STATES) and ":not(:" not in selector


def _lasting(selector: str) -> str:
    for state, name in STATES.items():
        selector = selector.replace(state, name)
    return selector.strip()


def _tokens_to_see() -> list[str]:
    """A rule for each colour, size of text and space that the gallery shows."""
    return [
        *(f".gallery__swatch--{name} {{ background: var(--{name}); }}" for name in colours()),
        *(f".gallery__words--{name} {{ font-size: var(--{name}); }}" for name in sizes_of_text()),
        *(f".gallery__space--{name} {{ inline-size: var(--{name}); }}" for name in spaces()),
    ]


def _in_system_colours(tokens: str) -> str:
    """As near to forced colours as a page comes by itself."""
    names = dict.fromkeys(re.findall(r"--([\w-]+):\s*(?:#|light-dark)", tokens))
    colours = "".join(f"--{name}: {SYSTEM_COLOURS.get(name, 'CanvasText')}; " for name in names)
    return f":root {{ {colours}}}"
