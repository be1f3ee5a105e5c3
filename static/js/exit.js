// "Leave this site": the link works without this file. With it, the page is hidden at once and leaves no entry behind it
// in the list of the "back" button. Three presses of Shift do the same.
const link = document.querySelector("[data-exit]");
const PRESSES = 3;
const WITHIN = 2000; // milliseconds
let presses = [];

function leave() {
  document.documentElement.hidden = true;
  document.title = "…";
  window.location.replace(link.href);
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    presses = event.key === "Shift" ? [...presses.filter((then) => now - then < WITHIN), now] : [];
    if (presses.length === PRESSES) leave();
  });
  // Somebody may come back with the "back" button to a page that was kept as it was: hidden.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}
