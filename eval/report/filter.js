// Shows the questions of one kind that hold the words typed; diacritics and case do not matter.
const plain = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
const blocks = [...document.querySelectorAll("details.question")];
const texts = blocks.map((block) => plain(block.textContent));
const kind = document.getElementById("kind");
const words = document.getElementById("words");
const count = document.getElementById("count");

function show() {
  const wanted = plain(words?.value ?? "");
  let shown = 0;
  blocks.forEach((block, n) => {
    const own = block.dataset.kind;
    const fits = kind.value === "" || own === kind.value || (kind.value === "!" && own !== "right");
    block.hidden = !(fits && texts[n].includes(wanted));
    shown += block.hidden ? 0 : 1;
  });
  count.textContent = shown;
}

kind?.addEventListener("change", show);
words?.addEventListener("input", show);
// A printed report shows what the screen shows, opened.
addEventListener("beforeprint", () => blocks.forEach((block) => (block.open = !block.hidden && block.dataset.kind !== "right")));
