// The theme that the reader chose: the system's, light or dark. Runs before the page is drawn, so nothing flashes.
(() => {
  "use strict";
  const root = document.documentElement;
  const themes = ["light", "dark"];

  // A browser may keep no memory for a page; then the choice holds as long as the page.
  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const remember = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Nothing is lost but the memory.
    }
  };
  const apply = (theme) => {
    if (themes.includes(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  apply(remembered());
  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector("[data-theme-choice]");
    if (!choice) return;
    choice.value = root.dataset.theme ?? "system";
    choice.addEventListener("change", () => {
      apply(choice.value);
      remember(choice.value);
    });
    choice.closest("[data-script]").hidden = false;
    addEventListener("storage", (event) => {
      if (event.key !== "theme") return;
      apply(event.newValue);
      choice.value = root.dataset.theme ?? "system";
    });
  });
})();
