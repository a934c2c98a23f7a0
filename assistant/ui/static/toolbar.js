// Runs once for the bar of conversations; `element`, `trigger` and `watch` come from Gradio.

element.addEventListener("change", (event) => {
  if ("open" in event.target.dataset) trigger("open", { id: event.target.value });
});

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("fresh" in button.dataset) trigger("fresh");
  if ("print" in button.dataset) window.print();
  if ("delete" in button.dataset && window.confirm(button.dataset.delete)) trigger("discard");
  if ("docx" in button.dataset) document.getElementById("conversation").dispatchEvent(new CustomEvent("download-all"));
});

// A list keeps what its user chose; what is drawn anew says what is open.
watch("value", () => {
  const list = element.querySelector("select");
  const open = list.querySelector("option[selected]");
  if (open) list.value = open.value;
});
