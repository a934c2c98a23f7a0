// Runs once for the suggested questions; `element` and `trigger` come from Gradio.

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ask]");
  if (button) trigger("ask", { question: button.dataset.ask });
});
