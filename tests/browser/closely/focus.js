// WCAG 2.4.7, 2.4.11, 2.4.12, 2.4.13: the focus is seen, as an outline of two pixels or more with a contrast of 3:1 to what it
// lies on, and nothing lies over what has it.

const NEEDED = 3;
const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

const pixels = new Map();

const pixelOf = (colour) => {
  if (!pixels.has(colour)) pixels.set(colour, painted(colour));
  return pixels.get(colour);
};

const painted = (colour) => {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  return [...brush.getImageData(0, 0, 1, 1).data];
};

const brightness = (colour) => {
  const [red, green, blue] = pixelOf(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [darker, lighter] = [brightness(one), brightness(other)].sort((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
};

const paintedBehind = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (pixelOf(colour)[3] > 127) return colour;
  }
  return "Canvas";
};

// A link in a picture may draw its focus as a line of one of its parts: one that its own copy without the focus does not have.
const lineOf = (element) => {
  const still = element.cloneNode(true);
  element.after(still);
  const parts = [...still.querySelectorAll("*")].map((part) => getComputedStyle(part).stroke);
  const drawn = [...element.querySelectorAll("*")].map((part) => getComputedStyle(part)).find((part, at) => part.stroke !== parts[at]);
  const line = drawn && { outlineStyle: "solid", outlineWidth: drawn.strokeWidth, outlineOffset: "0", outlineColor: drawn.stroke };
  still.remove();
  return line;
};

const outlineFaults = (element) => {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = (element instanceof SVGElement && lineOf(element)) || getComputedStyle(element);
  if (!element.matches(":focus-visible") || outlineStyle === "none" || parseFloat(outlineWidth) < 2) return ["the focus is not seen"];
  const behind = paintedBehind(parseFloat(outlineOffset) < 0 ? element : element.parentElement);
  const reached = contrast(outlineColor, behind);
  return reached < NEEDED ? [`the focus has a contrast of ${reached.toFixed(1)}:1 only`] : [];
};

const partsOf = (element) => {
  const pressed = element.closest("label") ?? element;
  const boxes = [...pressed.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const middles = boxes.map((box) => [box.left + box.width / 2, box.top + box.height / 2]);
  if (getComputedStyle(element).display === "inline" || element instanceof SVGElement) return middles;
  const { left: from, right: to, top, bottom } = pressed.getBoundingClientRect();
  return [...middles, [from + 4, top + 4], [to - 4, top + 4], [from + 4, bottom - 4], [to - 4, bottom - 4]];
};

const coverFaults = (element) => {
  const { top, bottom, left: from, right: to, height } = element.getBoundingClientRect();
  if (height > innerHeight / 2) return [];
  if (top < -1 || bottom > innerHeight + 1 || from < -1 || to > document.documentElement.clientWidth + 1) return ["the focus is out of sight"];
  const pressed = element.closest("label") ?? element;
  const over = partsOf(element).map(([x, y]) => document.elementFromPoint(x, y)).find((hit) => hit && !pressed.contains(hit));
  return over ? [`the focus is covered by ${described(over)}`] : [];
};

const focusFaults = (element) => [...outlineFaults(element), ...coverFaults(element)].map((fault) => `${fault}: ${described(element)}`);

// What is looked at next is looked at where a page begins: further down, some of it lies under the bar.
const backToTheTop = () => {
  document.activeElement.blur();
  scrollTo(0, 0);
};

// What depends on colours alone: nothing has to be scrolled for it.
const paleFocus = () => {
  const faults = controls().flatMap((one) => {
    one.focus({ preventScroll: true });
    return outlineFaults(one).map((fault) => `${fault}: ${described(one)}`);
  });
  backToTheTop();
  return faults;
};

// Down the page and up again: the bar that stays on top covers what is reached from below.
const unseenFocus = () => {
  const all = controls();
  const faults = [...all, ...all.toReversed()].flatMap((one) => {
    one.focus();
    return document.activeElement === one ? focusFaults(one) : [`cannot have the focus: ${described(one)}`];
  });
  backToTheTop();
  return [...new Set(faults)];
};
