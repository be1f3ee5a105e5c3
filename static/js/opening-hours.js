// Opens the days and times of a helpline for whoever says that it has some. Without this they are opened by hand.
// One ear for all: rows are added to the form while somebody writes.
document.addEventListener("change", (event) => {
  const choice = event.target;
  if (!choice.matches(".opening-hours__known input[value='times']")) return;
  choice.closest(".opening-hours").querySelector(".opening-hours__times").open = true;
});
