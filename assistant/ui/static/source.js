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

function shows({ turn, cite }) {
  const panel = element.querySelector(".source");
  return panel && panel.dataset.turn === turn && panel.dataset.n === cite;
}

document.getElementById("source").addEventListener("open-source", (event) => {
  pressed = event.detail;
  // The panel is not drawn anew when it shows that very quote already.
  if (shows(pressed)) reveal();
});

element.addEventListener("click", (event) => {
  const back = event.target.closest("[data-back]");
  if (!back) return;
  const [turn, n] = back.dataset.back.split(":");
  const cite = document.querySelector(`#conversation .cite[data-turn="${turn}"][data-cite="${n}"]`);
  if (!cite) return;
  cite.scrollIntoView({ block: "center", behavior: "instant" });
  cite.focus({ preventScroll: true });
});

watch("value", () => requestAnimationFrame(reveal));
