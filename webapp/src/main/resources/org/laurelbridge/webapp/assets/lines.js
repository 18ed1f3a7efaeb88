"use strict";
// Leads to a line of the document; without a script the link leads to the document.
const text = document.getElementById("text");
for (const link of document.querySelectorAll("a[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const lines = text.value.split("\n");
    const line = Math.min(Number(link.dataset.line), lines.length);
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + lines[line - 1].length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 4);
    text.scrollIntoView({ block: "center" });
  });
}
