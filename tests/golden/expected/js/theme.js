// The theme that the reader chose: the system's, light or dark. Runs before the page is drawn, so nothing flashes.
(() => {
  "use strict";
  const root = document.documentElement;
  const themes = ["light", "dark"];

  // A browser may keep no memory for a page (`undefined`); then the choice holds as long as the page.
  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return undefined;
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
    const follow = () => {
      const theme = remembered();
      if (theme !== undefined) apply(theme);
      if (choice) choice.value = root.dataset.theme ?? "system";
    };
    // Another tab chose, or the page comes back from the browser's memory as it was left, form and all.
    addEventListener("storage", follow);
    addEventListener("pageshow", follow);
    follow();
    if (!choice) return;
    choice.addEventListener("change", () => {
      apply(choice.value);
      remember(choice.value);
    });
    choice.closest("[data-script]").hidden = false;
  });
})();
