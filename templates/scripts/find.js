/* What can be found in the report: headings, titles of figures and tables, text, rows of tables. Every word asked for
   must stand in a place; headings come first, the data behind figures last. */
const FOUND_IN = [
  ["main h1", 0], ["main h2, main h3", 1], ["main .title", 2], ["main p, main li, main .measure", 3], ["main tbody tr", 4],
];
/* A row speaks for the list in it, a list for its paragraphs, a heading for its line in the contents. */
const SPOKEN_FOR = "tr *, li p, .contents *, .status, .panel *";

/* Every place once with its text, the weightiest kind first, each kind in the order of the page. */
function placesOf() {
  const places = [];
  for (const [selector, weight] of FOUND_IN) {
    for (const element of document.querySelectorAll(selector)) {
      const text = element.matches(SPOKEN_FOR) ? "" : textOf(element);
      if (text) places.push({ element, text, folded: fold(text), weight: weight + (element.closest("details") ? 1 : 0) });
    }
  }
  return places.sort((a, b) => a.weight - b.weight);
}

/* The words asked for. */
function termsOf(asked) {
  return fold(asked).split(/\s+/).filter(Boolean);
}

function find(places, terms) {
  return terms.length ? places.filter(place => terms.every(term => place.folded.includes(term))) : [];
}

/* Text to compare: small letters, every minus alike; as long as the text itself. */
function fold(text) {
  return text.toLowerCase().replace(/−/g, "-");
}

/* The text about the first word found, that word marked. */
function excerpt({ text, folded }, terms) {
  const BEFORE = 32, AFTER = 96;
  const term = terms.reduce((a, b) => folded.indexOf(a) <= folded.indexOf(b) ? a : b);
  const at = folded.indexOf(term), end = at + term.length;
  const left = Math.max(0, at - BEFORE), right = Math.min(text.length, end + AFTER);
  const head = (left ? "…" : "") + text.slice(left, at), tail = text.slice(end, right) + (right < text.length ? "…" : "");
  return [head, make("mark", {}, text.slice(at, end)), tail];
}
