/* Beside a figure's data: its picture as it stands in the page (SVG), and drawn anew for slides and letters (PNG). */
ready(() => {
  const TIMES = 3;

  for (const figure of document.querySelectorAll("main figure[id]")) {
    const image = figure.querySelector("img"), data = figure.querySelector("details > .download");
    if (!image || !data) continue;
    const svg = make("a", { class: "download", download: `${figure.id}.svg`, href: image.src }, say("svg"));
    const png = make("button", { type: "button", class: "download", onclick: () => save(figure, image) }, say("png"));
    data.after(svg, png);
  }

  /* The colour a chart is drawn for: the cover's, else the light paper, on a dark page too. */
  function groundOf(figure) {
    const [cover, page] = [figure.closest(".cover"), document.documentElement];
    return cover ? getComputedStyle(cover).backgroundColor : getComputedStyle(page).getPropertyValue("--light");
  }

  function save(figure, image) {
    const canvas = make("canvas", { width: TIMES * image.naturalWidth, height: TIMES * image.naturalHeight });
    const context = canvas.getContext("2d");
    context.fillStyle = groundOf(figure);
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => {
      const address = URL.createObjectURL(blob);
      make("a", { download: `${figure.id}.png`, href: address }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    }, "image/png");
  }
});
