// Filters over lists that the server made. A row carries the numbers of the choices it has, counted from 0 in its
// form; it is shown where it has one of those chosen in every facet. What is chosen is kept in the address.
(() => {
  "use strict";

  const filter = (form) => {
    const scope = form.parentElement;
    const boxes = [...form.querySelectorAll("input")];
    const facets = [...form.querySelectorAll(".facet")];
    const facetOf = boxes.map((box) => facets.indexOf(box.closest(".facet")));
    const rows = [...scope.querySelectorAll("[data-facets]")].map((element) => ({
      element,
      has: element.dataset.facets.split(" ").filter(Boolean).map(Number),
    }));
    const lists = new Set(rows.map((row) => row.element.parentElement));
    const told = form.querySelector("[data-told]");
    const names = form.querySelector(".filter-chosen");
    const clear = form.querySelector("button");

    // Hides what does not match, and counts for each choice the rows that match all other facets.
    const apply = () => {
      const chosen = facets.map((_, facet) => boxes.flatMap((box, n) => (box.checked && facetOf[n] === facet ? n : [])));
      const counts = boxes.map(() => 0);
      let shown = 0;
      for (const { element, has } of rows) {
        const failed = facets.flatMap((_, facet) =>
          chosen[facet].length && !chosen[facet].some((n) => has.includes(n)) ? facet : []);
        element.hidden = failed.length > 0;
        shown += failed.length === 0;
        for (const n of has) counts[n] += failed.every((facet) => facet === facetOf[n]);
      }
      for (const list of lists) {
        const isEmpty = [...list.children].every((row) => row.hidden);
        const group = list.parentElement === scope ? [list, list.previousElementSibling] : [list.parentElement];
        for (const part of group) if (part !== form) part.hidden = isEmpty;
      }
      tell(chosen, counts, shown);
    };

    const tell = (chosen, counts, shown) => {
      boxes.forEach((box, n) => {
        box.parentElement.lastElementChild.textContent = counts[n];
        box.parentElement.classList.toggle("is-none", counts[n] === 0);
      });
      facets.forEach((facet, n) => {
        facet.querySelector(".facet-chosen").textContent = chosen[n].length || "";
      });
      const on = boxes.filter((box) => box.checked);
      const text = told.dataset.told.replace("{n}", shown).replace("{total}", rows.length);
      told.textContent = on.length === 0 ? "" : shown === 0 ? `${text} · ${told.dataset.none}` : text;
      names.replaceChildren(...on.map((box) => box.nextElementSibling.cloneNode(true)));
      clear.hidden = on.length === 0;
      form.classList.toggle("is-on", on.length > 0);
      for (const link of document.querySelectorAll("header a[hreflang]")) link.search = location.search;
    };

    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
      apply();
    };
    const write = (how) => {
      const query = new URLSearchParams(location.search);
      for (const { name } of boxes) query.delete(name);
      for (const { name, value } of boxes.filter((box) => box.checked)) query.append(name, value);
      const search = String(query) && `?${query}`;
      try {
        history[how](null, "", location.pathname + search + location.hash);
      } catch {
        // Browsers allow only so many addresses in a row; the filter works without.
      }
      apply();
    };
    const clearAll = (how) => {
      for (const box of boxes) box.checked = false;
      write(how);
    };

    form.addEventListener("change", () => write("pushState"));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => {
      const open = event.key === "Escape" && event.target.closest("details[open]");
      if (!open) return;
      open.open = false;
      open.firstElementChild.focus();
    });
    clear.addEventListener("click", () => {
      clearAll("pushState");
      facets[0].firstElementChild.focus();
    });
    addEventListener("popstate", read);
    // A link to a part of the page that is filtered away leads there all the same.
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target || !scope.contains(target) || !target.closest("[hidden]")) return;
      clearAll("replaceState");
      target.scrollIntoView();
    });
    read();
    form.hidden = false;
  };

  document.querySelectorAll("form.filter").forEach(filter);
})();
