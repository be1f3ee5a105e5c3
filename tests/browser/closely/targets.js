// WCAG 2.5.5: what can be pressed is 44 pixels high and wide. A link in running text is let off, and this is running text:
// the link flows with the line (`display: inline`), and its block has a word beside it that belongs to no link or control.

const SMALLEST = 44;
const BLOCK = /^(block|flex|grid|list-item|table|flow-root|inline-block|inline-flex|inline-grid)/;

const blockAround = (element) => {
  let block = element.parentElement;
  while (block.parentElement && !BLOCK.test(getComputedStyle(block).display)) block = block.parentElement;
  return block;
};

const inRunningText = (link) => {
  if (link instanceof SVGElement || getComputedStyle(link).display !== "inline") return false;
  const block = blockAround(link);
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const beside = !parentElement.closest(CONTROLS) || parentElement.closest(CONTROLS).contains(block);
    if (beside && /\p{L}{2}/u.test(data) && visible(parentElement) && !onlyForEars(parentElement)) {
      if (parentElement === block || blockAround(texts.currentNode) === block) return true;
    }
  }
  return false;
};

// The label of a box or a button to choose is pressed with it where it lies around it; a link may be stretched over its card.
const sizeOf = (target) => {
  const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
  const over = getComputedStyle(target, "::after");
  const stretched = over.content !== "none" && over.position === "absolute";
  return stretched ? [Math.max(width, parseFloat(over.width)), Math.max(height, parseFloat(over.height))] : [width, height];
};

const smallTargets = () => controls()
  .filter((one) => !onlyForEars(one) && !inRunningText(one))
  .map((one) => [one, ...sizeOf(one)])
  .filter(([, width, height]) => width < SMALLEST - 0.5 || height < SMALLEST - 0.5)
  .map(([one, width, height]) => `${described(one)} is ${Math.round(width)} × ${Math.round(height)} pixels, less than ${SMALLEST} × ${SMALLEST}`);
