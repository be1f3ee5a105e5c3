"""From Markdown to the blocks of a page. docs/starter-content.md says what can be written."""

import re
from dataclasses import dataclass
from typing import Any

import markdown
from bs4 import BeautifulSoup, NavigableString, Tag

from home.starter.located import Located
from home.starter.references import References

HEADING = re.compile(r"(#+)\s+(.+)")
FENCE = ":::"
LINK_ROW = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)\s*(?P<note>.*)")
CALLOUTS = {"note": "note", "urgent": "urgent", "what to do": "what-to-do"}
LISTS = {"links": "link_list", "references": "reference_list", "people": "credit_list"}
ALONE = {
    "model map": "model_map",
    "glossary": "glossary",
    "suggested citation": "suggested_citation",
    "what was found": "what_was_found",
}
PARTS = [*CALLOUTS, "passage", *LISTS, *ALONE]

# What an editor can do inside a paragraph, in the tags that Wagtail stores.
STORED_AS = {"strong": "b", "em": "i"}
ALLOWED_TAGS = {"p", "b", "i", "a", "ul", "ol", "li", "br", "sup", "sub"}


@dataclass(frozen=True)
class BodyBlock:
    """One block, with the line it begins on."""

    line: int
    kind: str
    value: Any


class Body:
    """The Markdown of one page."""

    def __init__(self, text: Located, references: References) -> None:
        self.file = text.file
        self.references = references
        self.lines = [(text.line + number, line.rstrip()) for number, line in enumerate(str(text.value).splitlines())]

    def blocks(self) -> list[BodyBlock]:
        """Headings, parts between colons, and the paragraphs between them, in order."""
        found: list[BodyBlock] = []
        words: list[tuple[int, str]] = []
        lines = iter(self.lines)
        for number, line in lines:
            if line.startswith(FENCE):
                inside = self._until_closed(number, lines)
                found += [*self._paragraphs(words), *self._part(number, line.removeprefix(FENCE), inside)]
            elif heading := HEADING.fullmatch(line):
                found += [*self._paragraphs(words), *self._heading(number, heading)]
            else:
                words.append((number, line))
                continue
            words = []
        return [*found, *self._paragraphs(words)]

    def _problem(self, line: int, message: str) -> None:
        self.references.problems.add(self.file, line, message)

    def _until_closed(self, opened: int, lines: Any) -> list[tuple[int, str]]:
        inside: list[tuple[int, str]] = []
        for number, line in lines:
            if line == FENCE:
                return inside
            inside.append((number, line))
        self._problem(opened, f"This part is never closed. Expected a line with {FENCE} alone after it.")
        return inside

    def _heading(self, line: int, heading: re.Match[str]) -> list[BodyBlock]:
        if len(heading[1]) not in {2, 3}:
            self._problem(line, "Headings begin with ## or ###. The title of the page is the only one above them.")
        return [BodyBlock(line, "heading", {"text": heading[2], "level": f"h{len(heading[1])}"})]

    def _paragraphs(self, lines: list[tuple[int, str]]) -> list[BodyBlock]:
        if not any(line for _, line in lines):
            return []
        first = next(number for number, line in lines if line)
        return [BodyBlock(first, "paragraph", self._rich_text(lines))]

    def _part(self, line: int, opening: str, inside: list[tuple[int, str]]) -> list[BodyBlock]:
        name, _, title = (piece.strip() for piece in opening.partition("|"))
        if name in CALLOUTS:
            value: Any = {"kind": CALLOUTS[name], "title": title, "text": self._rich_text(inside)}
            return [BodyBlock(line, "callout", value)]
        if name == "passage":
            return [BodyBlock(line, "accordion", {"title": title, "text": self._rich_text(inside)})]
        if name in LISTS:
            return [BodyBlock(line, LISTS[name], {"title": title, **self._list(name, inside)})]
        if name in ALONE:
            return [BodyBlock(line, ALONE[name], None)]
        self._problem(line, f"“{name}” is not a part of a page. Expected one of: {', '.join(PARTS)}.")
        return []

    def _list(self, name: str, lines: list[tuple[int, str]]) -> dict[str, list[Any]]:
        rows = []
        for number, line in lines:
            if line.startswith("- "):
                rows.append(Located(line.removeprefix("- "), self.file, number))
            elif line:
                self._problem(number, "Expected a line that begins with a hyphen and a space.")
        if name == "links":
            return {"links": [self._link(row) for row in rows]}
        kind = "reference" if name == "references" else "credit"
        records = [record.pk for row in rows if (record := self.references.find(kind, row))]
        return {"references": [{"reference": pk} for pk in records]} if kind == "reference" else {"people": records}

    def _link(self, row: Located) -> dict[str, Any]:
        """`[Words](page:name) and a note`, `[Words](https://...)`, or only words where the address is not known."""
        match = LINK_ROW.fullmatch(row.text)
        if match is None:
            return {"label": row.text, "page": None, "url": "", "note": ""}
        target, link = match["target"], {"label": match["label"], "page": None, "url": "", "note": match["note"]}
        if target.startswith("page:"):
            page = self.references.find("page", Located(target.removeprefix("page:"), row.file, row.line))
            return {**link, "page": page.pk if page else None}
        return {**link, "url": target}

    def _rich_text(self, lines: list[tuple[int, str]]) -> str:
        html = markdown.markdown("\n".join(line for _, line in lines), extensions=["sane_lists"])
        soup = BeautifulSoup(html, "html.parser")
        for tag in soup.find_all(True):
            tag.name = STORED_AS.get(tag.name, tag.name)
            if tag.name not in ALLOWED_TAGS:
                self._problem(_line_of(tag.get_text().strip(), lines), f"<{tag.name}> is not possible here. Expected "
                              "paragraphs, lists, links, **bold** and *italic*.")  # fmt: skip
            elif tag.name == "a":
                self._settle_link(tag, lines)
        for string in soup.find_all(string=True):
            outside = string.parent is None or string.parent.name in {"[document]", "ul", "ol"}
            string.replace_with(NavigableString("" if outside else string.replace("\n", " ")))
        return str(soup)

    def _settle_link(self, tag: Tag, lines: list[tuple[int, str]]) -> None:
        """A link to a page of this site follows the page when it moves; where the page was deleted only words stay."""
        target = str(tag.get("href", ""))
        if not target.startswith("page:"):
            return
        name = target.removeprefix("page:")
        page = self.references.find("page", Located(name, self.file, _line_of(target, lines)))
        if page is None:
            tag.unwrap()
        else:
            tag.attrs = {"linktype": "page", "id": str(page.pk)}


def _line_of(needle: str, lines: list[tuple[int, str]]) -> int:
    """The line that has these words, or the first."""
    return next((number for number, line in lines if needle and needle in line), lines[0][0] if lines else 1)
