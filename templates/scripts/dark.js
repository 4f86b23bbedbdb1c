/* Light or dark: as the reader's system asks, until the button says otherwise; dark.css is switched by its media. */
{
  const KEPT = "reporter-dark", SYSTEM = matchMedia("(prefers-color-scheme: dark)");
  const sheet = document.getElementById("dark");
  const asked = sheet.media;
  let chosen = recall();

  apply();

  function isDark() {
    return chosen ?? SYSTEM.matches;
  }

  function apply() {
    sheet.media = chosen === null ? asked : chosen ? "screen" : "not all";
  }

  /* A browser that keeps nothing for files simply forgets. */
  function recall() {
    try {
      return { true: true, false: false }[localStorage.getItem(KEPT)] ?? null;
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      if (chosen === null) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, chosen);
    } catch { /* not kept */ }
  }

  ready(() => {
    const button = make("button", { type: "button", onclick: turn });
    const show = () => { button.textContent = say(isDark() ? "light" : "dark"); };
    function turn() {
      const wanted = !isDark();
      chosen = wanted === SYSTEM.matches ? null : wanted;
      apply();
      keep();
      show();
    }
    SYSTEM.addEventListener("change", show);
    show();
    document.querySelector(".tools")?.append(button);
  });
}
