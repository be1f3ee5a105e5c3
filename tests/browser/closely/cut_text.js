// Text that somebody cannot read to its end: cut off by a box or by the side of the window, or with other text over it.

const SLACK = 1.5; // pixels: letters lean out of their boxes a little

const texts = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.closest("script, style, noscript, select, textarea, svg title, svg desc")) continue;
    if (!visible(parentElement) || onlyForEars(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
    found.push({ said: `“${words(data).slice(0, 60)}”`, parentElement, boxes });
  }
  return found;
};

const left = (outer, inner) => inner.left < outer.left - SLACK || inner.right > outer.right + SLACK;
const above = (outer, inner, lean) => inner.top < outer.top - lean || inner.bottom > outer.bottom + lean;

// The nearest box that does not show what runs out of it.
const cutBy = ({ parentElement, boxes }) => {
  const lean = 0.35 * parseFloat(getComputedStyle(parentElement).fontSize);
  for (let box = parentElement; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    const outer = box.getBoundingClientRect();
    if (style.display === "inline" && !(box instanceof SVGSVGElement)) continue;
    if (/clip|hidden/.test(style.overflowX) && boxes.some((inner) => left(outer, inner))) return described(box);
    if (/clip|hidden/.test(style.overflowY) && boxes.some((inner) => above(outer, inner, lean))) return described(box);
    if (/auto|scroll/.test(style.overflowX)) return null;
  }
  const side = document.documentElement.clientWidth + SLACK;
  return boxes.some((inner) => inner.right + scrollX > side || inner.left + scrollX < -SLACK) ? "the side of the window" : null;
};

// A quarter of each line is air above and below its letters.
const letters = (box) => ({ left: box.left, right: box.right, top: box.top + box.height / 4, bottom: box.bottom - box.height / 4 });

const meet = (one, other) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;

const textOverText = (all) => {
  const lines = all.flatMap(({ said, parentElement, boxes }, place) => boxes.map((box) => ({ said, parentElement, place, ...letters(box) })));
  lines.sort((one, other) => one.top - other.top);
  const faults = new Set();
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      if (lines[next].place !== one.place && meet(one, lines[next])) faults.add(`${one.said} and ${lines[next].said} lie over each other`);
    }
  });
  return [...faults];
};

const ELLIPSIS = "a line that is too long ends in dots";

const dotted = ({ parentElement }) => {
  const block = parentElement.closest("*");
  return getComputedStyle(block).textOverflow === "ellipsis" && block.scrollWidth > block.clientWidth;
};

const cutText = () => {
  document.activeElement.blur();
  scrollTo(0, 0);
  const all = texts();
  const cut = all.map((text) => [text, cutBy(text)]).filter(([, by]) => by);
  return [
    ...cut.map(([text, by]) => `${text.said} is cut off by ${by}`),
    ...all.filter(dotted).map((text) => `${text.said}: ${ELLIPSIS}`),
    ...textOverText(all),
  ];
};

const tooWide = () => {
  const pixels = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return pixels > 0 ? [`the page is ${pixels} pixels wider than its window`] : [];
};
