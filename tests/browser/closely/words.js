// What the other files of this folder say of an element, and whether somebody sees it.

const words = (text) => text.replace(/\s+/g, " ").trim();

const named = (element) => `“${words(element.getAttribute("aria-label") || element.textContent || element.name || "").slice(0, 60)}”`;

const described = (element) => `<${element.localName}${[...element.classList].map((name) => `.${name}`).join("")}> ${named(element)}`;

const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

// Words for screen readers alone, and links that show themselves when they get the focus, are one pixel in size.
const onlyForEars = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const box = one.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1 && getComputedStyle(one).overflow === "hidden") return true;
  }
  return false;
};

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]";

const controls = () => [...document.querySelectorAll(CONTROLS)].filter((one) => one.tabIndex >= 0 && !one.disabled && visible(one));
