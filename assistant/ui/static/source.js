// Runs once for the source panel; `element`, `trigger` and `watch` come from Gradio.

let pressed = null;

function reveal() {
  const paper = element.querySelector(".paper");
  const mark = element.querySelector("mark[data-current]");
  if (!paper || !mark) return;
  const scrolls = getComputedStyle(paper).overflowY === "auto";
  if (scrolls) {
    const above = mark.getBoundingClientRect().top - paper.getBoundingClientRect().top;
    paper.scrollTop += above - paper.clientHeight / 4;
  }
  if (!pressed) return;
  pressed = null;
  // On a narrow screen the panel stands below the answer.
  mark.scrollIntoView({ block: scrolls ? "nearest" : "center", behavior: "instant" });
  paper.focus({ preventScroll: true });
}

function shows([turn, shown]) {
  const panel = element.querySelector(".source");
  return panel && panel.dataset.turn === turn && panel.dataset.n === shown;
}

function citation(place) {
  const [turn, n] = place.split(":");
  return document.querySelector(`#conversation .cite[data-turn="${turn}"][data-cite="${n}"]`);
}

document.getElementById("source").addEventListener("open-source", (event) => {
  pressed = event.detail;
  // The panel is not drawn anew when it shows that very quote already.
  if (shows(pressed)) reveal();
});

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.go) citation(button.dataset.go)?.click();
  const cite = button.dataset.back && citation(button.dataset.back);
  if (!cite) return;
  cite.scrollIntoView({ block: "center" });
  cite.focus({ preventScroll: true });
});

watch("value", () => requestAnimationFrame(reveal));
