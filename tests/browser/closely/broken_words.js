// An ordinary word of a heading, of the head of a table, of what opens a part, that goes on in the next line.
// No hyphens are set by the browser meanwhile: it has them only where its machine has a dictionary, and a word that needs one is too wide.

const LETTERS_OF_AN_ORDINARY_WORD = 16;
const NAMED = "h1, h2, h3, h4, h5, h6, th, summary, caption, legend, dt, .site-header__name, .page-heading__kicker, .part-list__title";

const linesOf = (text, from, to) => {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return new Set([...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => Math.round(box.top)));
};

const wordsOf = (text) => [...text.data.matchAll(/(?<![\p{L}\p{N}_.@/])[\p{L}\p{M}’']+(?![\p{N}_@/]|\.\p{L})/gu)].filter(([word]) => word.length <= LETTERS_OF_AN_ORDINARY_WORD);

// In letters of 200 % on a phone a few words are wider than the page itself; that cannot be helped. In usual letters none is.
const USUAL_SIZE = 16; // pixels

const isWiderThanThePage = (word, element) => {
  if (parseFloat(getComputedStyle(document.documentElement).fontSize) <= USUAL_SIZE) return false;
  const pen = document.createElement("canvas").getContext("2d");
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const column = document.querySelector("main") ?? document.body;
  const { width } = column.getBoundingClientRect();
  return pen.measureText(word).width + word.length * (parseFloat(letterSpacing) || 0) > width - 1;
};

const withoutHyphens = new CSSStyleSheet();
withoutHyphens.replaceSync("* { hyphens: manual !important; }");

const brokenWords = () => {
  const faults = new Set();
  document.adoptedStyleSheets.push(withoutHyphens);
  for (const element of document.querySelectorAll(NAMED)) {
    if (!visible(element) || onlyForEars(element)) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!visible(text.parentElement) || onlyForEars(text.parentElement)) continue;
      for (const { 0: word, index } of wordsOf(text)) {
        if (linesOf(text, index, index + word.length).size < 2 || isWiderThanThePage(word, text.parentElement)) continue;
        faults.add(`the word “${word}” is broken in ${described(element)}`);
      }
    }
  }
  document.adoptedStyleSheets.pop();
  return [...faults];
};
