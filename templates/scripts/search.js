/* Search over the whole report: headings, titles of figures and tables, text, rows of tables.
   Every word asked for must stand in a place; headings come first, the data behind figures last. */
ready(() => {
  const KINDS = [
    ["main h1", 0], ["main h2, main h3", 1], ["main .title", 2], ["main p, main li, main .measure", 3], ["main tbody tr", 4],
  ];
  const SHOWN = 40, BEFORE = 32, AFTER = 96;
  const input = make("input", {
    type: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), "aria-keyshortcuts": "/",
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found", autocomplete: "off",
  });
  const list = make("ul", { role: "listbox", id: "found", "aria-label": say("search") });
  const count = make("p", { role: "status", class: "count" });
  const panel = make("div", { class: "panel", hidden: "" }, count, list);
  const form = make("form", { role: "search", class: "search", onsubmit: event => event.preventDefault() }, input, panel);
  let places = null, shown = [], active = -1, before = null;

  /* Text to compare: small letters, every minus alike; as long as the text itself. */
  function fold(text) {
    return text.toLowerCase().replace(/−/g, "-");
  }

  /* Every place once, in the order of the page; a row speaks for the list in it, a list for its paragraphs, and a
     heading for its line in the contents. */
  function gathered() {
    const found = [];
    for (const [selector, weight] of KINDS) {
      for (const element of document.querySelectorAll(selector)) {
        if (element.matches("tr *, li p, .contents *, .status, .panel *")) continue;
        const text = textOf(element);
        const data = element.closest("details") ? 1 : 0;
        if (text) found.push({ element, text, folded: fold(text), weight: weight + data });
      }
    }
    return found.sort((a, b) => a.weight - b.weight);
  }

  function look() {
    places ??= gathered();
    const terms = fold(input.value).split(/\s+/).filter(Boolean);
    const all = terms.length ? places.filter(place => terms.every(term => place.folded.includes(term))) : [];
    shown = all.slice(0, SHOWN);
    active = -1;
    list.replaceChildren(...shown.map((place, n) => option(place, n, terms)));
    list.hidden = !shown.length;
    count.textContent = !all.length ? say("found_none", input.value.trim())
      : all.length > SHOWN ? say("found_more", SHOWN, all.length) : say("found", all.length);
    open(terms.length > 0);
  }

  function option(place, n, terms) {
    const section = place.element.closest("section")?.dataset.kicker ?? "";
    return make("li", {
      role: "option", id: `found-${n}`, "aria-selected": "false", onmousedown: event => event.preventDefault(), onclick: () => go(n),
    }, make("small", {}, section), make("span", {}, ...excerpt(place, terms)));
  }

  /* The text about the first word found, that word marked. */
  function excerpt({ text, folded }, terms) {
    const term = terms.reduce((a, b) => folded.indexOf(a) <= folded.indexOf(b) ? a : b);
    const at = folded.indexOf(term), end = at + term.length;
    const left = Math.max(0, at - BEFORE), right = Math.min(text.length, end + AFTER);
    const head = (left ? "…" : "") + text.slice(left, at), tail = text.slice(end, right) + (right < text.length ? "…" : "");
    return [head, make("mark", {}, text.slice(at, end)), tail];
  }

  function open(wanted) {
    panel.hidden = !wanted;
    input.setAttribute("aria-expanded", wanted && shown.length > 0);
    if (!wanted) choose(-1);
  }

  function choose(n) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = n;
    const one = list.children[n];
    one?.setAttribute("aria-selected", "true");
    one?.scrollIntoView({ block: "nearest" });
    if (one) input.setAttribute("aria-activedescendant", one.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /* Opens what hides the place, and leads the reader there. */
  function go(n) {
    const { element } = shown[n];
    for (let inside = element.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
    element.hidden = false;
    element.classList.add("found");
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.classList.remove("found"), { once: true });
    open(false);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  }

  const KEYS = {
    ArrowDown: () => choose((active + 1) % shown.length),
    ArrowUp: () => choose((Math.max(active, 0) - 1 + shown.length) % shown.length),
    Enter: () => go(Math.max(active, 0)),
  };

  input.addEventListener("keydown", event => {
    if (event.key === "Escape") leave(event);
    else if (event.key in KEYS && shown.length && !panel.hidden) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  /* Escape closes the list, then empties the field and goes back to where the reader was. */
  function leave(event) {
    event.preventDefault();
    if (!panel.hidden) return open(false);
    input.value = "";
    input.blur();
    before?.focus?.();
  }

  input.addEventListener("input", look);
  input.addEventListener("focus", event => {
    before = event.relatedTarget;
    if (input.value) look();
  });
  form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) open(false); });
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    before = document.activeElement;
    input.focus();
    input.select();
  });
  document.querySelector(".rail")?.prepend(form);
});
