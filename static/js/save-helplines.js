// “Save helplines on this device” and “Remove”. Before somebody presses the first, nothing is registered and nothing is stored; after the
// second, nothing is left. Where a browser cannot do it, or forbids it, the buttons stay hidden.
"use strict";
{
  const place = document.querySelector("[data-save-helplines]");
  const { worker, page } = place.dataset;
  const said = place.querySelector("[role=status]");
  const save = place.querySelector("[data-save]");
  const remove = place.querySelector("[data-remove]");
  const workers = navigator.serviceWorker;

  // The words are sent to the worker; one that does not know them, or is gone, answers nothing.
  const tell = (one, words, milliseconds) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      setTimeout(resolve, milliseconds, "no answer");
      one.postMessage(words, [port2]);
    });

  const activated = ({ installing, waiting, active }) =>
    new Promise((resolve, reject) => {
      const one = installing || waiting || active;
      const look = () => {
        if (one.state === "activated") resolve(one);
        if (one.state === "redundant") reject(new Error("The worker did not begin."));
      };
      one.addEventListener("statechange", look);
      look();
    });

  const keep = async () => {
    // Not `ready`: after somebody removed and saves again, it would be the worker that is gone.
    const one = await activated(await workers.register(worker, { updateViaCache: "none" }));
    if ((await tell(one, "keep", 60000)) !== "done") throw new Error("The page could not be saved.");
  };

  // This site keeps nothing else here, so whatever there is goes, also what an older program left.
  const forget = async () => {
    for (const registration of await workers.getRegistrations()) {
      if (registration.active) await tell(registration.active, "forget", 3000);
      await registration.unregister();
    }
    for (const name of await caches.keys()) await caches.delete(name);
  };

  const whatIsSaid = async () => {
    const copy = await caches.match(page, { ignoreVary: true });
    return copy && /data-said="([^"]+)"/.exec(await copy.text())?.[1];
  };

  const isAnythingLeft = async () => (await workers.getRegistrations()).length + (await caches.keys()).length > 0;

  const show = async (words) => {
    const saved = await whatIsSaid();
    const isLeft = await isAnythingLeft();
    if (save) save.hidden = Boolean(saved && isLeft);
    remove.hidden = !isLeft;
    said.textContent = words || saved || "";
  };

  const press = async (begins, action, ends, fails) => {
    for (const button of [save, remove]) if (button) button.disabled = true;
    said.textContent = begins;
    let words = ends;
    try {
      await action();
    } catch {
      await forget().catch(() => {});
      words = fails;
    }
    if (words && (await isAnythingLeft())) words = "It could not be removed whole. Clear the data of this website in the settings of your browser.";
    await show(words);
    for (const button of [save, remove]) if (button) button.disabled = false;
    said.focus(); // the button that was pressed may be hidden by now
  };

  if (workers && window.caches) {
    save?.addEventListener("click", () => press("Saving.", keep, "", "It could not be saved. Nothing is left on this device. Try again with a connection."));
    remove.addEventListener("click", () => press("Removing.", forget, "Removed. No copy and no program is left on this device."));
    workers.addEventListener("message", () => show());
    workers.startMessages();
    show().catch(() => {});
  }
}
