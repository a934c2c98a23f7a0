// Runs once for the tables of facts; `element`, `trigger` and `server` come from Gradio.

const [textFilter, documentFilter] = element.querySelectorAll("[data-filter]");
const collator = new Intl.Collator("vi", { numeric: true });

// The same text without diacritics and case, so that "dang vien" finds "đảng viên".
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

function filterRows() {
  const words = fold(textFilter.value).split(/\s+/).filter(Boolean);
  const sentence = element.querySelector(".filters").dataset.rows;
  for (const section of element.querySelectorAll("[data-table]")) {
    let shown = 0;
    for (const row of section.querySelectorAll("tbody tr")) {
      const text = fold(row.textContent);
      const fits = words.every((word) => text.includes(word));
      row.hidden = !fits || (documentFilter.value && !row.dataset.docs.split(" ").includes(documentFilter.value));
      shown += row.hidden ? 0 : 1;
    }
    const count = section.querySelector(".count");
    if (count) count.textContent = sentence.replace("#", shown);
  }
}

function sortBy(button) {
  const head = button.closest("th");
  const body = button.closest("table").tBodies[0];
  const down = head.getAttribute("aria-sort") === "ascending";
  head.parentNode.querySelectorAll("th").forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const key = (row) => row.cells[button.dataset.column].dataset.key;
  const rows = [...body.rows].sort((one, other) => collator.compare(key(one), key(other)));
  body.append(...(down ? rows.reverse() : rows));
}

function show(name) {
  element.querySelector(".filters").hidden = name === "picture";
  element.querySelectorAll("[data-table]").forEach((section) => (section.hidden = section.dataset.table !== name));
  element.querySelectorAll("[data-show]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  });
}

async function download(button) {
  const label = button.textContent;
  const name = element.querySelector("[data-table]:not([hidden])").dataset.table;
  try {
    const bytes = Uint8Array.from(atob(await server.workbook(name)), (letter) => letter.charCodeAt(0));
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = `${name}.xlsx`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch {
    button.textContent = button.dataset.failed;
    setTimeout(() => (button.textContent = label), 3000);
  }
}

element.addEventListener("input", filterRows);
element.addEventListener("click", (event) => {
  const pressed = event.target.closest("button, a[data-doc]");
  if (!pressed) return;
  if (pressed.dataset.show) show(pressed.dataset.show);
  else if (pressed.classList.contains("sort")) sortBy(pressed);
  else if ("xlsx" in pressed.dataset) download(pressed);
  else if (pressed.dataset.doc) {
    event.preventDefault();
    trigger("jump", { doc: pressed.dataset.doc, at: pressed.dataset.at });
  }
});
