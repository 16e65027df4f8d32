// Buttons that copy: the link of each move, and the texts that are there to be taken along.
(() => {
  "use strict";
  const words = document.querySelector("[data-copy-words]");
  if (!words) return;
  const { copyText, copyLink, copyLinkTo, copied, failed } = words.dataset;

  // The way of before the clipboard had an interface of its own; pages of some hosts have no other.
  const copyBySelection = (text) => {
    const field = document.createElement("textarea");
    field.className = "hidden";
    field.readOnly = true;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  const button = (word, name, take) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.dataset.script = "";
    made.textContent = word;
    made.setAttribute("aria-label", name);
    let shown;
    made.addEventListener("click", async () => {
      const done = await copy(take());
      made.focus();
      // Said anew each time: what does not change is not read out.
      words.textContent = "";
      requestAnimationFrame(() => (words.textContent = done ? copied : failed));
      if (!done) return;
      made.textContent = copied;
      clearTimeout(shown);
      shown = setTimeout(() => (made.textContent = word), 2000);
    });
    return made;
  };

  for (const link of document.querySelectorAll(".move h3 > a")) {
    const name = copyLinkTo.replace("{name}", () => link.textContent);
    const made = button(copyLink, name, () => link.href);
    link.closest(".move").querySelector(".move-date").append(made);
  }
  for (const text of document.querySelectorAll("[data-copy]")) {
    text.after(button(copyText, text.dataset.copy, () => text.value ?? text.textContent));
  }
})();
