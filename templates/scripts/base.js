/* What the page's scripts share: its words, a maker of elements, a line that is read aloud.
   The scripts stand in the head; each begins its work when the page is there. Without them the report is whole. */
const WORDS = JSON.parse(document.getElementById("words").textContent);
const LANGUAGE = document.documentElement.lang;

/* A word of templates/words, each # in it replaced by what is said in its place. */
function say(name, ...parts) {
  return WORDS[name].replace(/#/g, () => parts.shift() ?? "");
}

function ready(work) {
  document.addEventListener("DOMContentLoaded", work);
}

/* An element with its attributes; on… are what it listens to. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/* The text as a reader sees it: without links to copy and what opens, word joiners and doubled spaces; a row's cells apart. */
function textOf(element) {
  if (element.cells) return [...element.cells].map(textOf).join(" ");
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walker.nextNode()) {
    const inside = walker.currentNode.parentElement.closest(".copy, details");
    if (!inside || inside.contains(element)) parts.push(walker.currentNode.data);
  }
  return parts.join("").replace(/\u2060/g, "").replace(/\s+/g, " ").trim();
}

/* A line for the eye and for screen readers that goes away by itself. */
function announce(text) {
  const line = document.querySelector("main > .status");
  clearTimeout(announce.timer);
  line.textContent = text;
  announce.timer = setTimeout(() => { line.textContent = ""; }, 4000);
}

ready(() => document.querySelector("main").append(make("p", { role: "status", class: "status" })));
