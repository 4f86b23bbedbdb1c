/* The figure behind each mark of a chart, under the pointer and by keyboard: one stop of Tab for a chart, arrows
   move along it, Escape closes. The chart itself stays a picture with its spoken text. */
ready(() => {
  const NEAR = 24;    // pixels within which the pointer reaches a mark
  const KEYS = {
    ArrowRight: ({ spots, now }) => Math.min(now + 1, spots.length - 1),
    ArrowLeft: ({ now }) => Math.max(now - 1, 0),
    ArrowUp: ({ spots, now }) => beyond(spots, now, -1),
    ArrowDown: ({ spots, now }) => beyond(spots, now, 1),
    Home: () => 0,
    End: ({ spots }) => spots.length - 1,
  };
  let told = null;    // the chart that shows a figure

  for (const figure of document.querySelectorAll("figure[data-values]")) listen(chartOf(figure));
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  /* A chart: its marks, the one it is at, and the elements that show and speak them. */
  function chartOf(figure) {
    const box = figure.querySelector(".chart"), image = box.querySelector("img"), spots = spotsOf(figure);
    const mark = make("span", { class: "spot" }), tip = make("span", { class: "tip" });
    const stop = make("span", {
      class: "stop", role: "slider", tabindex: "0", "aria-label": say("values", titleOf(figure, image).slice(0, 160)),
      "aria-valuemin": "1", "aria-valuemax": spots.length,
    });
    box.append(make("div", { class: "ground" }, image, stop, mark, tip));
    return { box, image, spots, mark, tip, stop, now: 0 };
  }

  function titleOf(figure, image) {
    return textOf(figure.querySelector(".title") ?? figure.querySelector("figcaption") ?? figure) || image.alt;
  }

  /* The marks as the page holds them: boxes in thousandths of the drawing, names and conditions by number. */
  function spotsOf(figure) {
    const [names, conditions, marks] = JSON.parse(figure.dataset.values);
    return marks.map(([left, top, width, height, name, at, value]) => ({
      left: left / 10, top: top / 10, right: (left + width) / 10, bottom: (top + height) / 10,    // per cent
      name: names[name], at: conditions[at], value,
    }));
  }

  function listen(chart) {
    const { box, stop } = chart;
    speak(chart);
    stop.addEventListener("focus", () => show(chart, chart.now));
    stop.addEventListener("blur", hide);
    stop.addEventListener("keydown", event => move(chart, event));
    for (const type of ["pointermove", "pointerdown"]) box.addEventListener(type, event => point(chart, event));
    box.addEventListener("pointerleave", hide);
  }

  function move(chart, event) {
    if (!(event.key in KEYS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(chart, KEYS[event.key](chart));
    chart.mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function point(chart, event) {
    const n = nearest(chart, event.clientX, event.clientY);
    if (n === null) hide();
    else show(chart, n);
  }

  function show(chart, n) {
    if (told !== chart) hide();
    chart.now = n;
    speak(chart);
    place(chart);
    told = chart;
    chart.box.classList.add("told");
  }

  function hide() {
    told?.box.classList.remove("told");
    told = null;
  }

  function speak({ spots, now, stop }) {
    const { name, value, at } = spots[now];
    stop.setAttribute("aria-valuenow", now + 1);
    stop.setAttribute("aria-valuetext", [name, at, value].filter(Boolean).join(" "));
  }

  /* The frame about the mark; its figure above it, or below where there is no room above. */
  function place({ spots, now, mark, tip }) {
    const { left, top, right, bottom, name, value, at } = spots[now];
    const middle = Math.min(Math.max((left + right) / 2, 0), 100), above = top > 30;
    tip.replaceChildren(make("b", {}, value), make("span", {}, name), make("small", {}, at));
    Object.assign(mark.style, { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` });
    Object.assign(tip.style, {
      left: `${middle}%`, top: `${above ? top : bottom}%`, translate: `${-middle}% ${above ? "calc(-100% - 0.5rem)" : "0.5rem"}`,
    });
  }

  /* The number of the mark at a place of the window, or of the nearest within reach; of those that hold the place,
     the one whose middle is nearest; null where there is none. */
  function nearest({ image, spots }, x, y) {
    const box = image.getBoundingClientRect();
    const [across, down] = [100 * (x - box.left) / box.width, 100 * (y - box.top) / box.height];
    let best = null, least = [NEAR, Infinity];
    spots.forEach((spot, n) => {
      const [a, b] = middleOf(spot);
      const away = length(box, outside(across, spot.left, spot.right), outside(down, spot.top, spot.bottom));
      const off = length(box, across - a, down - b);
      if (away < least[0] || (away === least[0] && off < least[1])) [best, least] = [n, [away, off]];
    });
    return best;
  }

  /* Per cent of a picture's sides as pixels of its diagonal. */
  function length(box, across, down) {
    return Math.hypot(across * box.width, down * box.height) / 100;
  }

  function outside(x, low, high) {
    return Math.max(low - x, 0, x - high);
  }

  function middleOf(spot) {
    return [(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2];
  }

  /* The nearest mark above (−1) or below (1): what lies sideways counts three times. */
  function beyond(spots, now, way) {
    const [x, y] = middleOf(spots[now]);
    let best = now, least = Infinity;
    spots.forEach((spot, n) => {
      const [a, b] = middleOf(spot), down = (b - y) * way, cost = down + 3 * Math.abs(a - x);
      if (down > 0.1 && cost < least) [best, least] = [n, cost];
    });
    return best;
  }
});
