// "Leave this site": its links work without this file. With it the page is gone at once, also while the other site does not
// answer, and its place in the list of the "back" button is taken. Three presses of Shift do the same.
"use strict";
{
  const PRESSES = 3;
  const WITHIN = 3000; // milliseconds
  const { blankIcon } = document.currentScript.dataset;
  let isAlone = false;
  let presses = [];

  const leave = (link) => {
    const { href, hostname } = link;
    document.documentElement.hidden = true;
    document.title = hostname;
    for (const icon of document.querySelectorAll("link[rel~=icon]")) icon.href = blankIcon;
    // Whatever was read aloud or played is silent as well, and nothing of it can be found or printed.
    document.body.remove();
    try {
      // The bar of the browser shows no more than whose page it is, and loading again brings the first one.
      window.history.replaceState(null, "", "/");
    } finally {
      // Whatever a browser has against it.
      window.location.replace(href);
    }
  };

  const leaveIfPressed = (event) => {
    const link = event.button < 2 && event.target.closest?.("[data-exit]");
    if (!link) return;
    // With Ctrl, or with the wheel, it would open a second tab and leave this one as it is.
    event.preventDefault();
    leave(link);
  };

  const forgetPresses = () => {
    isAlone = false;
    presses = [];
  };

  document.addEventListener("click", leaveIfPressed, true);
  document.addEventListener("auxclick", leaveIfPressed, true);

  // Only Shift on its own counts: neither capitals, nor selecting with keys or a mouse, nor shortcuts.
  document.addEventListener("pointerdown", forgetPresses, true);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) forgetPresses();
      else if (!event.repeat) isAlone = true;
    },
    true,
  );
  document.addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift" || !isAlone) return;
      isAlone = false;
      presses = [...presses.filter((then) => event.timeStamp - then < WITHIN), event.timeStamp];
      const link = document.querySelector("[data-exit]");
      if (presses.length === PRESSES && link) leave(link);
    },
    true,
  );

  // The empty icon is at hand before it is needed.
  window.addEventListener("load", () => {
    new Image().src = blankIcon;
  });
}
