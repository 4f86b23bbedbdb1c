/* Tables that sort by a column and show the rows asked for; a table whose cells span rows keeps its order. */
ready(() => {
  const LONG = 12, FEW = 3, SENTENCE = 40, MISSING = /^[—–-]?$/, MARKS = /^[○†≈▲▼●■◆\s]+/;
  const collator = new Intl.Collator(LANGUAGE, { numeric: true });
  const sign = kind => new Intl.NumberFormat(LANGUAGE).formatToParts(12345.6).find(part => part.type === kind)?.value;

  for (const table of document.querySelectorAll("main table")) {
    const machine = table.closest("details") !== null;    // the data behind a figure are printed as programs do
    const numbers = machine ? ["", "."] : [sign("group") ?? "", sign("decimal")];
    const rows = [...table.tBodies].flatMap(body => [...body.rows]);
    if (rows.length > LONG) filtered(table, rows);
    if (sorts(table)) sortable(table, numbers);
  }

  /* A box is a stop of Tab only while there is something in it to scroll to. */
  const watcher = new ResizeObserver(entries => {
    for (const { target } of entries) {
      const within = target.querySelector("[role=slider]");    // a chart whose values are read has its own
      target.tabIndex = !within && target.scrollWidth > target.clientWidth ? 0 : -1;
    }
  });
  for (const box of document.querySelectorAll(".scroll, .chart")) watcher.observe(box);

  /* Whether the rows may change places: each stands for itself, and there are some. */
  function sorts(table) {
    const cells = [...table.tBodies].flatMap(body => [...body.rows].flatMap(row => [...row.cells]));
    const grouped = [...table.tBodies].some(body => movable(body).length >= FEW);
    return table.tHead && grouped && !cells.some(cell => cell.rowSpan > 1) && columns(table) !== null;
  }

  /* The rows of a group without its head and without totals, which stay where they are. */
  function movable(body) {
    if (body.classList.contains("total")) return [];
    return [...body.rows].filter(row => !row.querySelector('th[scope="rowgroup"]'));
  }

  /* The head cell of each column; null where the rows do not have one cell for each. */
  function columns(table) {
    const heads = [];
    [...table.tHead.rows].forEach((row, r) => {
      let at = 0;
      for (const cell of row.cells) {
        while (heads[at]?.until > r) at += 1;
        for (let k = 0; k < cell.colSpan; k += 1, at += 1) heads[at] = { cell, single: cell.colSpan === 1, until: r + cell.rowSpan };
      }
    });
    const even = [...table.tBodies].every(body => movable(body).every(row => row.cells.length === heads.length));
    return even ? heads.map(head => head.single ? head.cell : null) : null;
  }

  /* Whether a column holds sentences, which have no order. */
  function isProse(table, column) {
    const cells = [...table.tBodies].flatMap(movable).map(row => row.cells[column]);
    return cells.some(cell => cell.scope !== "row" && textOf(cell).length > SENTENCE);
  }

  function sortable(table, numbers) {
    const order = new Map([...table.tBodies].map(body => [body, [...body.rows]]));
    columns(table).forEach((head, column) => {
      if (!head || !textOf(head) || isProse(table, column)) return;
      const button = make("button", { type: "button", class: "sort", title: say("sort") });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => turn(table, order, head, column, numbers));
    });
  }

  /* Up, down, and back to the order of the report; figures begin with the largest. */
  function turn(table, order, head, column, numbers) {
    const keys = new Map();
    for (const body of table.tBodies) for (const row of movable(body)) keys.set(row, keyOf(row.cells[column], numbers));
    const values = [...keys.values()].filter(key => key !== null);
    const numeric = values.every(key => typeof key.number === "number");
    const steps = numeric ? ["descending", "ascending"] : ["ascending", "descending"];
    const next = steps[steps.indexOf(head.getAttribute("aria-sort")) + 1] ?? null;
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    if (next) head.setAttribute("aria-sort", next);
    for (const [body, rows] of order) arrange(body, rows, next, keys, numeric);
  }

  /* Movable rows are put in order among themselves, the others keep their places; what is missing comes last. */
  function arrange(body, rows, way, keys, numeric) {
    const sorted = rows.filter(row => keys.has(row));
    const compare = (a, b) => numeric ? a.number - b.number : collator.compare(a.text, b.text);
    if (way) {
      sorted.sort((a, b) => {
        const [one, other] = [keys.get(a), keys.get(b)];
        if (one === null || other === null) return (one === null) - (other === null);
        return (way === "ascending" ? 1 : -1) * compare(one, other);
      });
    }
    body.append(...rows.map(row => keys.has(row) ? sorted.shift() : row));
  }

  /* What a cell is sorted by: its text, and the number at its head, if there is one; null where it is missing. */
  function keyOf(cell, [group, decimal]) {
    const copy = cell.cloneNode(true);
    for (const aside of copy.querySelectorAll(".mark, small, details, .track")) aside.remove();
    const text = textOf(copy).replace(MARKS, "");
    if (MISSING.test(text)) return null;
    if (text === "=") return { text, number: 0 };    // no change of place
    const plain = text.replace(/−/g, "-").replaceAll(group || "\u0000", "").replace(decimal, ".");
    const number = plain.match(/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?/i);
    return { text, number: number ? Number(number[0]) : undefined };
  }

  /* A field above a long table; rows that belong together by a cell that spans them are shown together. */
  function filtered(table, rows) {
    const sets = together(rows), texts = new Map(sets.map(set => [set, set.map(textOf).join(" ").toLowerCase()]));
    const name = textOf(table.caption?.querySelector(".title") ?? table.closest("[aria-label]") ?? table.caption ?? table);
    const told = make("span", { role: "status", class: "count" });
    const input = make("input", {
      type: "search", placeholder: say("filter"), autocomplete: "off", "aria-label": say("filter_of", name.slice(0, 120)),
      oninput: show, onkeydown: event => { if (event.key === "Escape") { input.value = ""; show(); } },
    });
    function show() {
      const terms = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const set of sets) {
        const fits = terms.every(term => texts.get(set).includes(term));
        for (const row of set) row.hidden = !fits;
      }
      for (const body of table.tBodies) heads(body);
      const left = rows.filter(row => !row.hidden).length;
      told.textContent = terms.length ? say("filtered", left, rows.length) : "";
    }
    const box = table.closest(".scroll") ?? table;
    box.before(make("div", { class: "filter" }, input, told));
  }

  /* The head of a group is shown as long as a row of it is. */
  function heads(body) {
    const [inside, above] = [movable(body), [...body.rows].filter(row => !movable(body).includes(row))];
    if (inside.length && !body.classList.contains("total") && !body.querySelector("[rowspan]"))
      for (const row of above) row.hidden = inside.every(one => one.hidden);
  }

  function together(rows) {
    const sets = [];
    let left = 0;
    for (const row of rows) {
      if (left > 0) sets.at(-1).push(row);
      else sets.push([row]);
      left = Math.max(left, ...[...row.cells].map(cell => cell.rowSpan)) - 1;
    }
    return sets;
  }
});
