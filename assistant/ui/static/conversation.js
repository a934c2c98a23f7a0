// Runs once for the conversation panel; `element`, `trigger`, `server` and `watch` come from Gradio.
// Listens on the panel itself, since what is inside is drawn anew with every answer.

const panel = document.getElementById("conversation");

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
  const sources = [...answer.querySelectorAll("ol.sources li")].map((item) => {
    const [n, place, quote] = [".cite", ".place", "q"].map((part) => item.querySelector(part).textContent);
    return `[${n}] ${place}: “${quote}”`;
  });
  return [said.textContent.trim(), ...sources].join("\n");
}

async function download(button, turns) {
  const label = button.textContent;
  button.disabled = true;
  try {
    const file = await server.docx(turns.map((turn) => JSON.parse(turn.dataset.query)));
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = "tro-ly-nghi-quyet.docx";
    link.click();
    URL.revokeObjectURL(link.href);
  } catch {
    button.textContent = button.dataset.failed;
    setTimeout(() => (button.textContent = label), 3000);
  }
  button.disabled = false;
}

function rate(button, turn) {
  const form = turn.querySelector("form");
  if (button.dataset.rate === "bad") {
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("input").focus();
    return;
  }
  button.setAttribute("aria-pressed", "true");
  trigger("rate", { turn: turn.dataset.turn, verdict: "good", reason: "" });
}

element.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const turn = button.closest(".turn");
  const asks = button.dataset;
  if (asks.ask) trigger("ask", { question: asks.ask });
  else if (asks.verbatim) trigger("verbatim", { turn: asks.verbatim });
  else if (asks.rate) rate(button, turn);
  else if (asks.docx) download(button, [turn]);
  else if (asks.cite || asks.passage) {
    const shown = asks.cite ?? `passage-${asks.passage}`;
    document.getElementById("source").dispatchEvent(new CustomEvent("open-source", { detail: [asks.turn, shown] }));
    if (asks.cite) trigger("cite", { turn: asks.turn, n: asks.cite });
    else trigger("passage", { turn: asks.turn, rank: asks.passage });
  } else if ("copy" in asks) {
    const label = button.textContent;
    await copyText(answerText(turn));
    button.textContent = asks.done;
    setTimeout(() => (button.textContent = label), 1500);
  }
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const turn = event.target.closest(".turn");
  trigger("rate", { turn: turn.dataset.turn, verdict: "bad", reason: event.target.querySelector("input").value });
  event.target.hidden = true;
});

panel.addEventListener("download-all", () => {
  const button = document.querySelector("#toolbar [data-docx]");
  download(button, [...element.querySelectorAll(".turn")]);
});

watch("value", () => {
  const newest = element.querySelector(".turn:last-of-type");
  if (!newest) return;
  // On a wide screen the panel scrolls, and the page itself must stay where it is.
  if (getComputedStyle(panel).overflowY !== "auto") return newest.scrollIntoView({ block: "start" });
  panel.scrollTop += newest.getBoundingClientRect().top - panel.getBoundingClientRect().top;
});
