"""What is read off a page as the browser shows it, each in a file of this folder; all of them answer with a list of faults."""

from pathlib import Path

HERE = Path(__file__).parent


def script(*files: str, then: str) -> str:
    """A function for the browser that knows what these files know and returns what `then` says."""
    return "() => {\n" + "\n".join((HERE / f"{name}.js").read_text() for name in ("words", *files)) + f"\n{then}\n}}"


# What depends on the markup alone.
WRONG_IN_THE_MARKUP = script("links", "headings", then="return [...alikeLinks(), ...headings()]")
# Everything that depends on the width.
WRONG_AT_THIS_WIDTH = script("cut_text", "targets", then="return [...tooWide(), ...cutText(), ...smallTargets()]")
# What a change of the width, and of the size and spacing of text may do.
CUT = script("cut_text", then="return [...tooWide(), ...cutText()]")
# What great letters and a narrow window may do to the words of headings.
BROKEN_WORDS = script("broken_words", then="return brokenWords()")
# What depends on the width and on what a browser draws.
SMALL_TARGETS = script("targets", then="return smallTargets()")
PALE_FOCUS = script("focus", then="return paleFocus()")
UNSEEN_FOCUS = script("focus", then="return unseenFocus()")
# Begins to look at each press of Tab; returns how many things there are to reach.
BEGIN_A_WALK = script("focus", "tab_walk", then="")
END_A_WALK = "() => endOfTheWalk()"

# The size of text that somebody set in the browser.
GREAT_LETTERS = "() => { document.documentElement.style.fontSize = '200%' }"
USUAL_LETTERS = "() => { document.documentElement.style.fontSize = '' }"
# WCAG 1.4.12: the spacing that somebody set who reads better with it. The words of a drawing stand in a list beside it too.
WIDE_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } "
    + "p { margin-block-end: 2em !important } svg { letter-spacing: normal !important; word-spacing: normal !important }");
  document.adoptedStyleSheets = [sheet];
}"""
USUAL_SPACING = "() => { document.adoptedStyleSheets = [] }"

OPEN_ALL_PARTS = "() => document.querySelectorAll('details').forEach((one) => { one.open = true })"
# Everything that is read. A button of the type "button" does nothing where there is no script: it is not there then.
TEXT = r"""() => {
  const buttons = [...document.querySelectorAll("button[type=button]")];
  const hidden = buttons.map((one) => one.hidden);
  buttons.forEach((one) => { one.hidden = true });
  const text = document.body.innerText.replace(/\s+/g, " ");
  buttons.forEach((one, at) => { one.hidden = hidden[at] });
  return text;
}"""
# Where a page can keep something on the machine of its reader, and does.
STORED = """async () => Object.entries({
  cookies: document.cookie.length,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}).filter(([, count]) => count).map(([place]) => place)"""
