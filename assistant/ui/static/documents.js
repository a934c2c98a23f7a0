// Runs once for the list of documents; `element` and `trigger` come from Gradio.

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-doc]");
  if (button) trigger("choose", { doc: button.dataset.doc });
});
