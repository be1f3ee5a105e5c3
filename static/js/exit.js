// "Leave this site": its links work without this file. With it the page is gone at once, also while the other site does not
// answer, and its place in the list of the "back" button is taken. Three presses of Shift do the same. Other pages of this
// site that are open in the same browser leave with it, and those that the browser kept for "back" are forgotten.
"use strict";
{
  const PRESSES = 3;
  const WITHIN = 3000; // milliseconds
  const LEFT = "left";
  const { blankIcon } = document.currentScript.dataset;
  // A page inside another one, as editors preview it, leaves by itself and hears nothing of others.
  const others = window.top === window && window.BroadcastChannel && new BroadcastChannel("this site");
  let isAlone = false;
  let presses = [];

  const leave = (link) => {
    const { href, hostname } = link;
    document.documentElement.hidden = true;
    // A film in a window of its own would go on.
    for (const film of document.querySelectorAll("video")) film.pause();
    if (document.pictureInPictureElement) document.exitPictureInPicture();
    // Whatever was read aloud is silent as well, and nothing of it can be found or printed.
    document.body.remove();
    try {
      // The bar of the browser shows no more than whose page it is, and loading again brings the first one. Before the
      // title: the line of this page in the history keeps the name by which somebody finds it who wants to clear it.
      window.history.replaceState(null, "", "/");
    } finally {
      // Whatever a browser has against it.
      document.title = hostname;
      for (const icon of document.querySelectorAll("link[rel~=icon]")) icon.href = blankIcon;
      window.location.replace(href);
    }
  };

  const leaveEverywhere = (link) => {
    // A browser forgets a kept page that is spoken to; what was typed there cannot come back.
    if (others) others.postMessage(LEFT);
    leave(link);
  };

  if (others) {
    others.addEventListener("message", ({ data }) => {
      const link = document.querySelector("[data-exit]");
      if (data === LEFT && link) leave(link);
    });
  }

  const leaveIfPressed = (event) => {
    const link = event.button < 2 && event.target.closest?.("[data-exit]");
    if (!link) return;
    // With Ctrl, or with the wheel, it would open a second tab and leave this one as it is.
    event.preventDefault();
    leaveEverywhere(link);
  };

  // A step within the page would stand in the list of the "back" button, and leaving takes one place only.
  const stayInOnePlace = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.matches("[data-quotes], [target], [download]") || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link.hash || link.href.split("#")[0] !== window.location.href.split("#")[0]) return;
    event.preventDefault();
    window.location.replace(link.href);
  };

  const forgetPresses = () => {
    isAlone = false;
    presses = [];
  };

  document.addEventListener("click", leaveIfPressed, true);
  document.addEventListener("auxclick", leaveIfPressed, true);
  document.addEventListener("click", stayInOnePlace);

  // Only Shift on its own counts: neither capitals, nor selecting with keys or a mouse, nor shortcuts.
  document.addEventListener("pointerdown", forgetPresses, true);
  document.addEventListener("wheel", forgetPresses, { capture: true, passive: true });
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
      if (presses.length === PRESSES && link) leaveEverywhere(link);
    },
    true,
  );

  window.addEventListener("load", () => {
    // The empty icon is at hand before it is needed.
    new Image().src = blankIcon;
    // What was sent is sent; the form with the words in it is not kept for "back".
    if (others && document.querySelector("[data-forget]")) others.postMessage("sent");
  });

  // From now on the script hides the page; until then the style sheet does.
  document.documentElement.dataset.exitIsReady = "";
}
