/* Marks the chapter that is being read, and keeps its name in sight. */
ready(() => {
  const nav = document.querySelector(".rail nav");
  if (!nav) return;    // a template of one's own may have none
  const links = [...nav.querySelectorAll("a")];
  const places = links.map(link => document.getElementById(link.hash.slice(1)));
  let current = null, waiting = false;

  function mark() {
    waiting = false;
    const line = innerHeight / 3, root = document.scrollingElement;
    const atEnd = root.scrollTop > 0 && root.scrollTop + innerHeight >= root.scrollHeight - 2;
    const n = atEnd ? places.length - 1 : places.findLastIndex(place => place.getBoundingClientRect().top <= line);
    if (links[n] === current) return;
    current?.removeAttribute("aria-current");
    current = links[n];
    current?.setAttribute("aria-current", "location");
    if (current) reveal(current);
  }

  /* Scrolls the list alone, never the page. */
  function reveal(link) {
    const at = link.getBoundingClientRect(), box = nav.getBoundingClientRect();
    nav.scrollBy(at.left - box.left - (box.width - at.width) / 2, at.top - box.top - (box.height - at.height) / 2);
  }

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  soon();    // once the other scripts have changed the page, so that it is laid out but once
});
