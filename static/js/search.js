// Search as the reader types: a list below the field in the header, the results on the page of the search.
// What can be found comes in small scripts, which load from a folder too (src/search tells how they are made).
(() => {
  "use strict";
  const [PHRASE, GRAM, FILES, LISTED, NAMES] = [24, 2, 3, 8, 4];
  const DENSE =
    /[\u0e00-\u0eff\u3005-\u3007\u3041-\u312f\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{323af}]+/u;
  const SPELLED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

  // As src/search/fold.rs folds.
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC")
      .replace(/['`\u2018\u2019\u02bc\u00b7\u2022\u2027\u30fb]/g, "")
      .replace(/[ßæœøłđðþħı]/g, (letter) => SPELLED[letter])
      .replace(/[^\p{Alphabetic}\p{N}]+/gu, " ")
      .replace(new RegExp(DENSE, "gu"), " $& ").replace(/ +/g, " ").trim();
  const clip = (text, most) => [...text].slice(0, most).join("").trimEnd();
  const long = (text) => [...text].length;

  const arrived = new Map();
  const files = new Map();
  const load = (up, number) => {
    if (!files.has(number)) {
      files.set(number, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${up}search/${number < 0 ? "index" : number}.js`;
        script.onload = () => (arrived.has(number) ? resolve(arrived.get(number)) : reject());
        script.onerror = reject;
        document.head.append(script);
      }));
      files.get(number).catch(() => files.delete(number));
    }
    return files.get(number);
  };
  globalThis.talentFlowSearch = (number, data) => {
    data.entries = data.entries?.map(([kind, title, lang = "", href, detail = "", detailLang = "", ...rest]) => {
      const others = rest.filter((_, n) => n % 2 === 0).map((text, n) => ({ text, lang: rest[2 * n + 1] }));
      const names = [title, ...others.map((other) => other.text)].map(fold);
      return { kind, title, lang, href, detail, detailLang, others, names };
    });
    arrived.set(number, data);
  };

  // The order of code points, in which the shards are laid out.
  const isAfter = (a, b) => {
    const [x, y] = [[...a], [...b]];
    const at = x.findIndex((c, n) => c !== y[n]);
    return at >= 0 && (at >= y.length || x[at].codePointAt() > y[at].codePointAt());
  };
  // The file that answers a key: one of the shards, or where several have it, one with the best of them.
  const place = ({ shards, broad }, key) => {
    const last = (keys) => keys.findLastIndex((first) => !isAfter(first, key));
    const at = last(shards);
    const isBroad = shards[at + 1]?.startsWith(key) ?? false;
    return { file: isBroad ? shards.length + last(broad) : at, isBroad };
  };
  // What to look up, the most telling first: all of it as one name, a name of two words, then each part.
  const keysOf = (words) => {
    const byLength = (a, b) => long(b) - long(a);
    const dense = words.filter((word) => DENSE.test(word)).sort(byLength);
    const spaced = words.filter((word) => !DENSE.test(word) && long(word) > 1).sort(byLength);
    const keys = dense.flatMap((run) => [clip(run, GRAM), [...run].slice(-GRAM).join("")]);
    keys.push(...spaced.map((word) => clip(word, PHRASE)));
    const names = dense.length ? dense.slice(0, 1) : [words.join(" "), words.slice(0, 2).join(" ")];
    return { names: names.map((name) => clip(name, PHRASE)), parts: keys };
  };
  // How well an entry answers: 0 the name, 1 its beginning, 2 words in a row, 3 words, 4 a part; -1 not at all.
  const rank = ({ kind, names }, words) => {
    const [all, query] = [` ${names.join(" ")}`, words.join(" ")];
    if (!words.every((word) => all.includes(DENSE.test(word) ? word : ` ${word}`))) return -1;
    // Of a title, only itself: what is published by a laboratory does not bear its name.
    if ((kind < NAMES ? names : names.slice(0, 1)).includes(query)) return 0;
    if (kind < NAMES && names.some((name) => name.startsWith(query))) return 1;
    if (all.includes(` ${query}`)) return 2;
    return words.every((word) => all.includes(` ${word}`)) ? 3 : 4;
  };

  const find = async (up, query) => {
    const words = fold(query).split(" ").filter(Boolean);
    const index = await load(up, -1);
    if (!words.some((word) => DENSE.test(word) || long(word) > 1)) {
      return { found: [], words, told: query.trim() && index.texts.short, texts: index.texts };
    }
    const [read, { names, parts }] = [new Map(), keysOf(words)];
    let isCut = true;
    for (const key of new Set([...names, ...parts])) {
      const { file, isBroad } = place(index, key);
      if (!read.has(file) && read.size < FILES) read.set(file, await load(up, file));
      const shard = read.get(file);
      // What is within a title is found by its parts alone, so a name does not tell whether that is all.
      if (!shard || !parts.includes(key)) continue;
      isCut = isBroad || shard.cut.some((token) => token.startsWith(key));
      if (!isCut) break;
    }
    const found = new Map();
    for (const entry of [...read.values()].flatMap((shard) => shard.entries)) {
      const [key, answer] = [[entry.kind, entry.href, entry.title].join(" "), rank(entry, words)];
      if (answer >= 0 && !(found.get(key)?.answer <= answer)) found.set(key, { ...entry, answer });
    }
    const best = [...found.values()].sort((a, b) => a.answer - b.answer || a.kind - b.kind);
    const { texts } = index;
    const text = !best.length ? texts.none : isCut ? texts.best : best.length === 1 ? texts.one : texts.many;
    const told = text.replace(/\{[nq]\}/g, (it) => (it === "{n}" ? best.length : query.trim()));
    return { found: best, words, told, texts };
  };

  const make = (tag, attributes, ...parts) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    element.append(...parts);
    return element;
  };
  // An entry in words: its name, the other names that were meant, and what and where it is.
  const told = (entry, { words, texts }) => {
    const missing = words.filter((word) => !` ${entry.names[0]}`.includes(DENSE.test(word) ? word : ` ${word}`));
    const meant = entry.others.filter((_, n) => missing.some((word) => entry.names[n + 1].includes(word)));
    const about = make("span", { class: "aside" }, texts.kinds[entry.kind]);
    if (entry.detail) about.append(" · ", make("span", { lang: entry.detailLang }, entry.detail));
    const others = meant.slice(0, 2).flatMap(({ text, lang }) => [" ", make("bdi", { class: "aside", lang }, text)]);
    const name = make("span", { class: "found-name" }, make("bdi", { lang: entry.lang }, entry.title), ...others);
    return [name, " ", about];
  };

  // Shows what is found for the field as it changes; an answer that a later question overtook is dropped.
  const watch = (form, input, show) => {
    let asked = 0;
    const ask = async () => {
      const number = ++asked;
      const answer = await find(form.dataset.up, input.value).catch(() => null);
      if (number === asked) show(answer);
    };
    input.addEventListener("input", (event) => event.isComposing || ask());
    input.addEventListener("compositionend", ask);
    input.addEventListener("focus", () => load(form.dataset.up, -1).catch(() => {}));
    return { ask, drop: () => ++asked };
  };
  const failed = (form) => form.dataset.failed;

  const results = (form, input, section) => {
    const [status, list] = [make("p", { role: "status", class: "aside" }), make("ol", { class: "rows" })];
    section.append(status, list);
    const { ask } = watch(form, input, (answer) => {
      status.textContent = answer ? answer.told : failed(form);
      section.hidden = !status.textContent;
      const link = (entry) => make("a", { href: form.dataset.up + entry.href }, ...told(entry, answer));
      list.replaceChildren(...(answer?.found ?? []).map((entry) => make("li", {}, link(entry))));
    });
    const keep = () => {
      const query = input.value.trim();
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      carry();
    };
    // The same question in another language.
    const carry = () => {
      for (const link of document.querySelectorAll("header a[hreflang]")) link.search = location.search;
    };
    // From the field into the results and back, as in the list below the field of other pages.
    section.parentElement.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [input, ...list.querySelectorAll("a")];
      const at = stops.indexOf(event.target);
      if (!step || at < 0 || event.isComposing || !stops[at + step]) return;
      event.preventDefault();
      stops[at + step].focus();
    });
    for (const event of ["input", "compositionend"]) {
      input.addEventListener(event, ({ isComposing }) => isComposing || keep());
    }
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    carry();
    if (input.value) ask();
    else if (!location.hash) input.focus();
  };

  // A combobox with a list of options (ARIA Authoring Practices Guide).
  const combobox = (form, input) => {
    const list = make("div", { id: "found_", role: "listbox", class: "found-list", "data-script": "true", hidden: "true" });
    const status = make("p", { role: "status", class: "hidden", "data-script": "true" });
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
    form.append(list, status);
    const set = (attributes) => {
      for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    };
    set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "found_", "aria-expanded": "false" });
    let active = -1;
    const choose = (next) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = next;
      const option = list.children[active];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) set({ "aria-activedescendant": option.id });
      else input.removeAttribute("aria-activedescendant");
    };
    const open = (isOpen) => {
      choose(-1);
      list.hidden = !isOpen;
      set({ "aria-expanded": String(isOpen) });
    };
    const option = (answer) => (entry, n) =>
      make("a", { id: `found-${n}_`, role: "option", "aria-selected": "false", tabindex: "-1", href: form.dataset.up + entry.href },
        ...told(entry, answer));
    const { ask, drop } = watch(form, input, (answer) => {
      status.textContent = answer ? answer.told : failed(form);
      list.replaceChildren(...(answer?.found ?? []).slice(0, LISTED).map(option(answer)));
      open(list.children.length > 0);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const count = list.children.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        // One place more than there are options: the field itself.
        else choose(((active + 1 + (event.key === "ArrowDown" ? 1 : count)) % (count + 1)) - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        list.children[active].click();
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        drop();
        open(false);
      }
    });
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (form.contains(relatedTarget)) return;
      drop();
      open(false);
    });
  };

  const hasKey = () => {
    try {
      return localStorage.getItem("search-key") !== "off";
    } catch {
      return true;
    }
  };
  const remember = (isOn) => {
    try {
      localStorage.setItem("search-key", isOn ? "on" : "off");
    } catch {
      // A browser may keep no memory for a page.
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[role=search]");
    const input = form?.querySelector("input");
    if (!input) return;
    const section = document.querySelector("[data-found]");
    if (section) results(form, input, section);
    else combobox(form, input);
    // A key without another may disturb those who speak to their computer, so it can be turned off (WCAG 2.1.4).
    const choice = document.querySelector("[data-search-key]");
    if (choice) {
      choice.checked = hasKey();
      choice.addEventListener("change", () => remember(choice.checked));
      choice.closest("[data-script]").hidden = false;
    }
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
      if (event.key !== "/" || !hasKey() || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  });
})();
