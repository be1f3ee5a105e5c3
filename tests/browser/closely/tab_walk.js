// Somebody presses Tab: what has the focus is looked at after each press.

const PARTS_OF_A_FILM = 12;
const reached = [];
const met = new Set();
let closed = false;

const look = () => {
  const here = document.activeElement;
  if (here === reached.at(-1)) return; // a film has buttons of its own
  if (here === document.body || reached.includes(here)) closed = true;
  if (closed) return;
  focusFaults(here).forEach((fault) => met.add(fault));
  reached.push(here);
};

// One of a group of buttons to choose is reached by Tab, the others by the arrows.
const byArrows = (element) => element.type === "radio" && reached.some((one) => one.name === element.name);

// A page with a mistake in its form has the focus on the list of mistakes: the walk begins before everything nonetheless.
document.body.tabIndex = -1;
document.body.focus({ preventScroll: true });
document.body.removeAttribute("tabindex");
scrollTo(0, 0);

addEventListener("keyup", look);
globalThis.endOfTheWalk = () => {
  removeEventListener("keyup", look);
  scrollTo(0, 0);
  const missed = controls().filter((one) => !reached.includes(one) && !byArrows(one));
  return [...met, ...missed.map((one) => `Tab does not reach ${described(one)}`)];
};
return controls().length + PARTS_OF_A_FILM * document.querySelectorAll("video, audio").length;
