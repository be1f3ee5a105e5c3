// "Open all quotes" and "Close all quotes": the links work without this file. With it they act in place, ask nothing of the
// network, and leave the address of the page as it is.
"use strict";
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-quotes]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const asked = link.dataset.quotes;
  for (const quote of document.querySelectorAll("details.quote-card")) quote.open = asked === "open";
  document.querySelector(".quote-switch__said").textContent = `All quotes are ${asked}.`;
});
