// Runs once for the document being read; `element`, `trigger` and `watch` come from Gradio.

function into(target) {
  const paper = element.querySelector(".paper");
  if (!target) return void (paper.scrollTop = 0);
  if (getComputedStyle(paper).overflowY !== "auto") return target.scrollIntoView({ block: "center" });
  paper.scrollTop += target.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 5;
}

function seek(at) {
  const doc = element.querySelector(".reading").dataset.doc;
  trigger("find", { doc, sought: element.querySelector("[type=search]").value, at });
}

element.addEventListener("submit", (event) => {
  event.preventDefault();
  seek(0);
});

element.addEventListener("click", async (event) => {
  const pressed = event.target.closest("[data-at], [data-link], [data-find]");
  if (!pressed) return;
  if (pressed.dataset.find) return seek(Number(pressed.dataset.find));
  if (pressed.dataset.at) {
    event.preventDefault();
    return into(document.getElementById(`read-${pressed.dataset.at}`));
  }
  const link = new URL(pressed.dataset.link, location.origin + location.pathname).href;
  if (navigator.clipboard && window.isSecureContext) await navigator.clipboard.writeText(link);
  else window.prompt("", link);
  pressed.classList.add("done");
  setTimeout(() => pressed.classList.remove("done"), 1500);
});

// The panel may be drawn before its tab is shown.
function show() {
  // On a narrow screen the outline would push the text out of sight.
  if (window.matchMedia("(max-width: 999px)").matches) element.querySelector(".outline").open = false;
  into(element.querySelector("mark[data-current]"));
}
watch("value", () => requestAnimationFrame(() => requestAnimationFrame(show)));
show();
