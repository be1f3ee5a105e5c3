// WCAG 2.4.9: a link says by itself where it leads. The same words lead to the same place everywhere on a page.

const SAYS_NOTHING = /^(here|click here|this|link|more|read more|learn more|find out more|see more|details|next|previous)?$/i;

const nameOf = (link) => {
  const label = link.getAttribute("aria-label");
  const ids = link.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const pictures = [...link.querySelectorAll("img[alt]")].map((picture) => picture.alt).join(" ");
  return words(label || labelled || `${link.textContent} ${pictures}`);
};

const alikeLinks = () => {
  const places = new Map();
  const links = [...document.querySelectorAll("a[href]")].map((link) => [nameOf(link), new URL(link.getAttribute("href"), location).href]);
  for (const [name, place] of links) {
    const key = name.toLowerCase();
    places.set(key, (places.get(key) ?? new Set()).add(place));
  }
  return [
    ...[...places].filter(([, all]) => all.size > 1).map(([name, all]) => `two links “${name}” lead to different places: ${[...all].join(" and ")}`),
    ...links.filter(([name]) => SAYS_NOTHING.test(name)).map(([name, place]) => `the link “${name}” to ${place} does not say where it leads`),
  ];
};
