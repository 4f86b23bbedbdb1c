"""The page in a real browser: nothing wider than a telephone, every drawing there."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LAND
from tests.production.builds import run

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=20000", "--hide-scrollbars", "--dump-dom",
]  # fmt: skip
WIDTH = 360
# The report measures itself and tells the page around it, which gives it the width of a telephone.
MEASURE = """<script>addEventListener('load', () => {
  const images = [...document.images], root = document.documentElement;
  const wide = [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e)).map(e => e.outerHTML);
  function scrolls(e) {
    for (let p = e; p && p !== document.body; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible') return true;
    return false;
  }
  parent.postMessage({
    client: root.clientWidth, images: images.length,
    broken: images.filter(i => !i.complete || !i.naturalWidth).map(i => i.alt),
    wide: wide.slice(0, 5).map(t => t.slice(0, 200)),
  }, '*');
})</script>"""
AROUND = """<!DOCTYPE html><meta charset="utf-8"><title></title><pre></pre>
<script>addEventListener('message', e => {
  document.querySelector('pre').textContent = JSON.stringify(e.data);
})</script>
<iframe src="page.html" style="width: %dpx; height: 800px; border: 0"></iframe>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The HTML of the land's newest edition in both languages."""
    if not CHROMIUM:
        pytest.skip("no 'chromium' on this machine: apt-get install chromium")
    root = tmp_path_factory.mktemp("browser") / "land"
    shutil.copytree(LAND, root)
    done = run("build", "land", "--year", "2022", "--to", "html", "--workspace", str(root))
    assert done.status == 0, done.err
    return root / "out/land/2022"


def measured(page: Path, folder: Path) -> dict[str, Any]:
    """What the page says of itself in a frame of this width."""
    text = page.read_text("utf-8").replace(' loading="lazy"', "")
    (folder / "page.html").write_text(text.replace("</body>", f"{MEASURE}</body>"), "utf-8")
    (folder / "around.html").write_text(AROUND % WIDTH, "utf-8")
    assert CHROMIUM
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", (folder / "around.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    told = re.search(r"<pre>(.+?)</pre>", done.stdout, re.DOTALL)
    assert told, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(unescape(told[1]))
    return said


@pytest.fixture(scope="module", params=["en", "zh"])
def said(request: pytest.FixtureRequest, pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the page of a language says of itself."""
    return measured(pages / request.param / "full.html", tmp_path_factory.mktemp("page"))


def test_on_a_telephone_nothing_is_cut_off(said: dict[str, Any]) -> None:
    assert said["client"] == WIDTH
    assert said["wide"] == []


def test_every_drawing_is_there(said: dict[str, Any]) -> None:
    assert said["images"] >= 8
    assert said["broken"] == []
