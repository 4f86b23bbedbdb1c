/* The figure behind each mark of a chart, under the pointer and by keyboard: one stop of Tab for a chart, arrows
   move along it, Escape closes. The chart itself stays a picture with its spoken text. */
ready(() => {
  const NEAR = 24;

  for (const figure of document.querySelectorAll("figure[data-values]")) watch(figure);

  function watch(figure) {
    const image = figure.querySelector("img");
    const [names, conditions, marks] = JSON.parse(figure.dataset.values);
    const spots = marks.map(([left, top, width, height, name, at, value]) => ({
      left: left / 10, top: top / 10, right: (left + width) / 10, bottom: (top + height) / 10,    // per cent
      name: names[name], at: conditions[at], value,
    }));
    const title = textOf(figure.querySelector(".title") ?? figure.querySelector("figcaption") ?? figure) || image.alt;
    const mark = make("span", { class: "spot" }), tip = make("span", { class: "tip" });
    const stop = make("span", {
      class: "stop", role: "slider", tabindex: "0", "aria-label": say("values", title.slice(0, 160)),
      "aria-valuemin": "1", "aria-valuemax": spots.length,
    });
    const chart = figure.querySelector(".chart"), ground = make("div", { class: "ground" }, image, stop, mark, tip);
    chart.append(ground);
    let now = 0;

    function speak(n) {
      const { name, value, at } = spots[n];
      stop.setAttribute("aria-valuenow", n + 1);
      stop.setAttribute("aria-valuetext", [name, at, value].filter(Boolean).join(" "));
    }

    function show(n) {
      now = n;
      const { left, top, right, bottom, name, value, at } = spots[n];
      speak(n);
      tip.replaceChildren(make("b", {}, value), make("span", {}, name), make("small", {}, at));
      Object.assign(mark.style, { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` });
      const middle = Math.min(Math.max((left + right) / 2, 0), 100), above = top > 30;
      Object.assign(tip.style, {
        left: `${middle}%`, translate: `${-middle}% ${above ? "calc(-100% - 0.5rem)" : "0.5rem"}`, top: `${above ? top : bottom}%`,
      });
      chart.classList.add("told");
    }

    function hide() {
      chart.classList.remove("told");
    }

    /* The mark under the pointer, or the nearest one within reach. */
    function under(event) {
      const box = image.getBoundingClientRect();
      const x = event.clientX - box.left, y = event.clientY - box.top;
      const away = spot => Math.hypot(
        outside(x, spot.left * box.width / 100, spot.right * box.width / 100),
        outside(y, spot.top * box.height / 100, spot.bottom * box.height / 100));
      const distances = spots.map(away), least = Math.min(...distances);
      if (least <= NEAR) show(distances.indexOf(least));
      else hide();
    }

    const KEYS = {
      ArrowRight: () => Math.min(now + 1, spots.length - 1),
      ArrowLeft: () => Math.max(now - 1, 0),
      ArrowUp: () => beyond(spots, now, -1),
      ArrowDown: () => beyond(spots, now, 1),
      Home: () => 0,
      End: () => spots.length - 1,
    };

    speak(0);
    stop.addEventListener("focus", () => show(now));
    stop.addEventListener("blur", hide);
    stop.addEventListener("keydown", event => {
      if (!(event.key in KEYS)) return;
      event.preventDefault();
      show(KEYS[event.key]());
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    chart.addEventListener("pointermove", under);
    chart.addEventListener("pointerdown", under);
    chart.addEventListener("pointerleave", hide);
    document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
  }

  function outside(x, low, high) {
    return Math.max(low - x, 0, x - high);
  }

  /* The nearest mark above (−1) or below (1): what lies sideways counts three times. */
  function beyond(spots, now, way) {
    const middle = spot => [(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2];
    const [x, y] = middle(spots[now]);
    let best = now, least = Infinity;
    spots.forEach((spot, n) => {
      const [a, b] = middle(spot), down = (b - y) * way, cost = down + 3 * Math.abs(a - x);
      if (down > 0.1 && cost < least) [best, least] = [n, cost];
    });
    return best;
  }
});
