"""The one style sheet says what its parts say, and leaves out what is there for people."""

import pytest

from core.stylesheet import for_browsers


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a { color: red; }", "a { color: red; }"),
        ("/* Why. */\na { color: red; }\n", "a { color: red; }"),
        ("a {\n  color: red; /* why */\n\n  margin: 0;\n}\n", "a {\ncolor: red;\nmargin: 0;\n}"),
        ("/* one\n * two */ a/**/b { }", "a b { }"),
        ("/* it's */ a { } /* isn't */ b { }", "a { }   b { }"),
        ('a::before { content: "/* not a comment */"; }', 'a::before { content: "/* not a comment */"; }'),
        ("a::before { content: '  two  spaces  '; }", "a::before { content: '  two  spaces  '; }"),
        (r'a::before { content: "\"/*"; } /* one */', r'a::before { content: "\"/*"; }'),
        ("a { width: calc(1px + 2px); }", "a { width: calc(1px + 2px); }"),
        ("a :is(b) { }\n@media (width > 1px) { }", "a :is(b) { }\n@media (width > 1px) { }"),
    ],
)
def test_comments_and_indents_are_not_sent(written: str, sent: str) -> None:
    assert for_browsers(written) == sent
