// One title, then headings that go down one step at a time. Urgent help, which stands beside the content in a landmark of its
// own, may come before the title: on some pages somebody looks for nothing else.

const headings = () => {
  const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].filter((one) => one.checkVisibility());
  const titles = all.filter((one) => one.localName === "h1");
  const first = all.find((one) => !one.closest(".urgent-help"));
  const level = (one) => Number(one.getAttribute("aria-level") ?? one.localName[1]);
  return [
    ...(titles.length === 1 ? [] : [`${titles.length} titles (h1)`]),
    ...(first && first !== titles[0] ? [`the first heading is not the title: ${described(first)}`] : []),
    ...all.filter((one) => !words(one.textContent)).map((one) => `a heading without words: ${described(one)}`),
    ...all.filter((one, at) => at && level(one) > level(all[at - 1]) + 1).map((one) => `a level of headings is left out before ${described(one)}`),
  ];
};
