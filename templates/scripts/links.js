/* A button that copies the link to a place: at each heading with an address, and the number of a figure or table. */
ready(() => {
  for (const section of document.querySelectorAll("main section[id]")) {
    const line = section.querySelector(":scope > header .kicker");
    if (line) line.append(button(section.id, "#"));
  }
  for (const heading of document.querySelectorAll("main :is(h2, h3)")) {
    const id = heading.id || heading.closest("article[id]")?.id;
    if (id) heading.append(button(id, "#"));
  }
  for (const place of document.querySelectorAll("main :is(figure, .table)[id]")) {
    const number = place.querySelector(":is(figcaption, caption) > .no");
    if (number) number.replaceChildren(button(place.id, textOf(number)));
  }

  function button(id, text) {
    const told = text === "#" ? { "aria-label": say("copy") } : {};
    return make("button", { type: "button", class: "copy", title: say("copy"), ...told, onclick: () => copy(id) }, text);
  }

  async function copy(id) {
    const address = location.href.split("#")[0] + "#" + id;
    history.replaceState(null, "", "#" + id);
    try {
      await navigator.clipboard.writeText(address);
      announce(say("copied"));
    } catch {
      announce(say("copied_not", address));
    }
  }
});
