// Runs once for the status line; `element` and `watch` come from Gradio. Shows that a question is on its way, and that
// the server is gone, which Gradio says in English only.

const LONGEST_WAIT_MS = 15000;
const line = (name) => element.querySelector(`.${name}`);
let waiting = null;

function idle() {
  clearTimeout(waiting);
  line("busy").hidden = true;
  line("done").hidden = false;
}

function busy() {
  line("busy").hidden = false;
  line("done").hidden = true;
  clearTimeout(waiting);
  waiting = setTimeout(idle, LONGEST_WAIT_MS);
  if (isLost()) idle();
}

// Gradio says it once: where the notice still stands, no new one tells that this question went nowhere.
function isLost() {
  const lost = line("lost").textContent.trim();
  return [...document.querySelectorAll(".toast-wrap *")].some((each) => each.textContent.trim() === lost);
}

document.addEventListener("click", (event) => event.target.closest?.("#send, [data-ask], [data-verbatim]") && busy());
document.addEventListener(
  "keydown",
  (event) => event.key === "Enter" && !event.shiftKey && event.target.closest?.("#question") && busy(),
);

// Gradio has this sentence in English only; everything else of its own comes through its translations.
function translateToast() {
  const texts = [...document.querySelectorAll(".toast-wrap *")].filter((each) => !each.childElementCount);
  const lost = texts.find((each) => each.textContent.trim().startsWith("Connection to the server was lost"));
  if (!lost) return;
  lost.textContent = line("lost").textContent;
  texts.filter((each) => each.textContent.trim() === "Error").forEach((each) => (each.textContent = element.querySelector(".error").textContent));
  idle();
}

watch("value", idle);
new MutationObserver(idle).observe(document.getElementById("conversation"), { childList: true, subtree: true });
new MutationObserver(translateToast).observe(document.querySelector(".toast-wrap"), { childList: true, subtree: true });
