/* The field above the list of chapters, and what is found (find.js) in a list below it: a combobox after the ARIA
   Authoring Practices. "/" leads to it from anywhere. */
ready(() => {
  const SHOWN = 40;
  const input = make("input", {
    type: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), "aria-keyshortcuts": "/",
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found", autocomplete: "off",
  });
  const list = make("ul", { role: "listbox", id: "found", "aria-label": say("search") });
  const count = make("p", { role: "status", class: "count" });
  const panel = make("div", { class: "panel", hidden: "" }, count, list);
  const form = make("form", { role: "search", class: "search", onsubmit: event => event.preventDefault() }, input, panel);
  const KEYS = {
    ArrowDown: () => choose((active + 1) % shown.length),
    ArrowUp: () => choose((Math.max(active, 0) - 1 + shown.length) % shown.length),
    Enter: () => go(shown[Math.max(active, 0)].element),
  };
  let places = null, shown = [], active = -1, before = null;

  document.querySelector(".rail")?.prepend(form);
  input.addEventListener("input", look);
  input.addEventListener("focus", come);
  input.addEventListener("keydown", press);
  form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) open(false); });
  document.addEventListener("keydown", call);

  function look() {
    places ??= placesOf();
    const terms = termsOf(input.value), all = find(places, terms);
    shown = all.slice(0, SHOWN);
    active = -1;
    list.replaceChildren(...shown.map((place, n) => option(place, n, terms)));
    list.hidden = !shown.length;
    count.textContent = told(all.length);
    open(terms.length > 0);
  }

  function told(found) {
    if (!found) return say("found_none", input.value.trim());
    return found > SHOWN ? say("found_more", SHOWN, found) : say("found", found);
  }

  function option(place, n, terms) {
    const section = place.element.closest("section")?.dataset.kicker ?? "";
    return make("li", {
      role: "option", id: `found-${n}`, "aria-selected": "false",
      onmousedown: event => event.preventDefault(), onclick: () => go(place.element),
    }, make("small", {}, section), make("span", {}, ...excerpt(place, terms)));
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
  function go(element) {
    for (let inside = element.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
    element.hidden = false;
    element.classList.add("found");
    element.tabIndex = -1;
    element.addEventListener("blur", () => leave(element), { once: true });
    open(false);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  }

  /* A place that has been read is text again. */
  function leave(element) {
    element.classList.remove("found");
    element.removeAttribute("tabindex");
  }

  function come(event) {
    before = event.relatedTarget ?? before;
    if (input.value) look();
  }

  function press(event) {
    if (event.isComposing) return;    // Enter and Escape belong to who writes Chinese
    if (event.key === "Escape") return back(event);
    if (!(event.key in KEYS) || !shown.length || panel.hidden) return;
    event.preventDefault();
    KEYS[event.key]();
  }

  /* Escape closes the list, then empties the field and goes back to where the reader was. */
  function back(event) {
    event.preventDefault();
    if (!panel.hidden) return open(false);
    input.value = "";
    input.blur();
    before?.focus?.();
  }

  function call(event) {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    before = document.activeElement;
    input.focus();
    input.select();
  }
});
