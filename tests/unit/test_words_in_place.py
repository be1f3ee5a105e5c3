"""A word that the site explains is marked where a reader meets it first, and nothing else of the page changes."""

import pytest

from core.glossary import Explained, marked

PLAN = Explained("plan", "care plan", "What was agreed.", ("care plan", "care plans"))
AID = Explained("aid", "AID", "An example.", ("AID",))
TALK = Explained("talk", "R&D <talks>", "An example.", ("R&D <talks>",))
WORDS = (PLAN, AID, TALK)


def link(name: str, words: str) -> str:
    return f'<a class="word" id="used-{name}" href="#word-{name}">{words}</a>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>My care plan.</p>", f"<p>My {link('plan', 'care plan')}.</p>"),
        ("<p>Care Plans</p>", f"<p>{link('plan', 'Care Plans')}</p>"),
        ("<ul><li>My <em>care plan</em></li></ul>", f"<ul><li>My <em>{link('plan', 'care plan')}</em></li></ul>"),
        ("<p>care plan, care plan</p>", f"<p>{link('plan', 'care plan')}, care plan</p>"),
        ("<p>AID is no aid.</p>", f"<p>{link('aid', 'AID')} is no aid.</p>"),
        ("<p>first aid, AID</p>", f"<p>first aid, {link('aid', 'AID')}</p>"),
        ("<p>R&amp;D &lt;talks&gt;</p>", f"<p>{link('talk', 'R&amp;D &lt;talks&gt;')}</p>"),
    ],
)
def test_a_word_is_marked_once_as_it_is_written_there(html: str, shown: str) -> None:
    assert marked(html, WORDS)[0] == shown


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The care plan</h2>",
        '<p><a href="/">My care plan</a></p>',
        "<blockquote><p>My care plan was lost.</p></blockquote>",
        '<figure class="quote-card"><p>My care plan</p></figure>',
        "<p><code>care plan</code></p>",
        "<details><summary>The care plan</summary></details>",
        '<dl class="glossary"><dd>A care plan.</dd></dl>',
        '<p class="harm-item__phrase">no care plan</p>',
        "<p><strong>careful planning</strong></p>",
        '<p title="care plan">Nothing</p>',
        "<div>care plan</div>",
        '<ul class="link-list"><li><a href="/">A page</a> <span>on a care plan</span></li></ul>',
    ],
)
def test_quotes_titles_links_and_code_are_left_alone(html: str) -> None:
    assert marked(html, WORDS) == (html, frozenset())


def test_what_is_not_text_stays_as_it_was() -> None:
    html = '<p>care plan<br>a &lt;b&gt;</p><!-- a note --><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><hr>'

    assert marked(html, WORDS)[0] == html.replace("care plan", link("plan", "care plan"))


def test_a_meaning_and_a_name_cannot_bring_markup() -> None:
    word = Explained('"><script>', "x", "x", ("danger",))

    assert "<script>" not in marked("<p>danger</p>", (word,))[0]


def test_it_says_which_words_are_marked() -> None:
    assert marked("<h2>AID</h2><p>care plan</p>", WORDS)[1] == {"plan"}


def test_a_site_without_words_marks_nothing() -> None:
    assert marked("<p>care plan</p>", ()) == ("<p>care plan</p>", frozenset())


def test_what_follows_the_last_word_is_as_it_was() -> None:
    html = "<div>\n<p>a\n care plan &amp; more &#x27;</p>\n<p title='x'>and care plans, &eacute;</p>\n</div>\n"

    assert marked(html, WORDS)[0] == html.replace("a\n care plan", f"a\n {link('plan', 'care plan')}")


def test_words_inside_other_words_end_nothing() -> None:
    html = "<p>AIDE, RAID</p><p>careplanner</p><p>AID</p>"

    assert marked(html, WORDS)[0] == html.replace("<p>AID</p>", f"<p>{link('aid', 'AID')}</p>")
