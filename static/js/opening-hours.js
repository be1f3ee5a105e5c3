// Opens the days and times of a helpline for whoever says that it has some, and says back what readers will see of them.
// Without this they are opened by hand, and said back when the form opens and in the preview.
// One ear for all: rows are added to the form while somebody writes.
document.addEventListener("change", (event) => {
  const choice = event.target;
  if (!choice.matches(".opening-hours__known input[value='times']")) return;
  choice.closest(".opening-hours").querySelector(".opening-hours__times").open = true;
});

const PAUSE = 400;
const waiting = new WeakMap();

document.addEventListener("input", (event) => {
  const hours = event.target.closest(".opening-hours");
  if (!hours) return;
  clearTimeout(waiting.get(hours));
  waiting.set(hours, setTimeout(() => sayBack(hours), PAUSE));
});

async function sayBack(hours) {
  const words = hours.querySelector(".opening-hours__words");
  const mine = waiting.get(hours);
  const said = await fetch(words.dataset.saidBy, { method: "POST", body: typedIn(hours) })
    // Whoever was signed out meanwhile is led to a page that says nothing of hours.
    .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ""))
    // Nothing is better than what was true before.
    .catch(() => "");
  // Somebody went on writing while this was on its way.
  if (waiting.get(hours) === mine) words.innerHTML = said;
}

function typedIn(hours) {
  const typed = new FormData();
  typed.append("csrfmiddlewaretoken", hours.closest("form").querySelector("[name=csrfmiddlewaretoken]").value);
  for (const box of hours.querySelectorAll("input, select")) {
    if (box.type === "radio" && !box.checked) continue;
    typed.append(box.name.replace(`${hours.dataset.name}-`, "hours-"), box.value);
  }
  return typed;
}
