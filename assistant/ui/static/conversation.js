// Runs once for the conversation panel; `element`, `trigger` and `watch` come from Gradio.
// Listens on the panel itself, since what is inside is drawn anew with every answer.

function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  // A page served over plain http to the office network has no clipboard interface.
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  return Promise.resolve();
}

function answerText(answer) {
  const said = answer.querySelector(".said").cloneNode(true);
  said.querySelectorAll(".cite").forEach((cite) => cite.replaceWith(`[${cite.textContent}]`));
  said.querySelectorAll("tr").forEach((row) => {
    row.replaceWith([...row.children].map((cell) => cell.textContent.trim()).join("\t") + "\n");
  });
  said.querySelectorAll("li").forEach((item) => item.prepend("- "));
  said.querySelectorAll("p, li").forEach((block) => block.append("\n"));
  const sources = [...answer.querySelectorAll(".sources li")].map(
    (item) => `[${item.querySelector(".cite").textContent}] ${item.querySelector(".place").textContent}`,
  );
  return [said.textContent.trim(), ...sources].join("\n");
}

element.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.ask) {
    trigger("ask", { question: button.dataset.ask });
  } else if (button.dataset.cite) {
    document.getElementById("source").dispatchEvent(new CustomEvent("open-source", { detail: button.dataset }));
    trigger("cite", { turn: button.dataset.turn, n: button.dataset.cite });
  } else if ("copy" in button.dataset) {
    const label = button.textContent;
    await copyText(answerText(button.closest(".answer")));
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  }
});

watch("value", () => {
  const newest = element.querySelector(".turn:last-child");
  if (!newest) return;
  // On a wide screen the panel scrolls, and the page itself must stay where it is.
  const panel = document.getElementById("conversation");
  if (getComputedStyle(panel).overflowY !== "auto") return newest.scrollIntoView({ block: "start" });
  panel.scrollTop += newest.getBoundingClientRect().top - panel.getBoundingClientRect().top;
});
