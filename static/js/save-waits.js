// Lets “Save” wait while Wagtail saves the same form in the background. Sent at once, a new page would be made twice:
// the second is refused because its address is taken, and so is everything that is sent from then on. The dialogue of approval
// sends the form without telling anybody; the server looks at what it sends.
(() => {
  const LONGEST_WAIT = 10000; // milliseconds
  const saving = new WeakSet();
  const waiting = new WeakMap();

  document.addEventListener("w-autosave:save", (event) => saving.add(event.target));

  const goOn = (event) => {
    const form = event.target;
    saving.delete(form);
    if (!waiting.has(form)) return;
    const { name, value, timer } = waiting.get(form);
    waiting.delete(form);
    clearTimeout(timer);
    // The button itself may be disabled by now, or another one. Where the page stays after all, nothing of it does.
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: name ?? "", value: value ?? "" });
    form.append(pressed);
    form.requestSubmit();
    setTimeout(() => pressed.remove());
  };
  document.addEventListener("w-autosave:success", goOn);
  document.addEventListener("w-autosave:error", goOn);

  document.addEventListener("submit", (event) => {
    if (!saving.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(waiting.get(event.target)?.timer);
    // Whatever becomes of the background, nobody waits longer than this.
    const timer = setTimeout(goOn, LONGEST_WAIT, event);
    waiting.set(event.target, { name: event.submitter?.name, value: event.submitter?.value, timer });
  }, { capture: true });
})();
