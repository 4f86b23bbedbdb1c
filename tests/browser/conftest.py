"""One browser for all tests, the made-up land's pages built once, and small pages written in a test."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reporter.model.document import Block, Document, Section
from reporter.render.html import html
from reporter.sections.compose import LABELS, SCREEN
from tests.conftest import LAND, base_words
from tests.production.builds import run
from tests.render.made_up_theme import base_theme

CHROMIUM = shutil.which("chromium")
ABSENT = "no 'chromium' on this machine: apt-get install chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
]  # fmt: skip

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM:
        pytest.skip(ABSENT)
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the land's newest edition, HTML in both languages, full and brief."""
    if not CHROMIUM:
        pytest.skip(ABSENT)
    root = tmp_path_factory.mktemp("browser") / "land"
    shutil.copytree(LAND, root)
    done = run(
        "build", "land", "--year", "2022", "--edition", "full,brief", "--to", "html", "--workspace", str(root)
    )
    assert done.status == 0, done.err
    return root / "out/land/2022"


@pytest.fixture
def shown(browser: Browser) -> Iterator[Open]:
    """Opens a file; `said` of the page gathers what it writes to the console or asks for elsewhere."""
    contexts = []

    def show(file: Path, width: int = 1280, *, dark: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(file.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def small(shown: Open, tmp_path: Path) -> Open:
    """Opens a page of one section with the blocks given."""

    def show(*blocks: Block, language: str = "en", **how: int | bool) -> Page:
        labels = {name: base_words(language)(f"labels.{name}") for name in (*LABELS, *SCREEN)}
        section = Section("only", "Only chapter", "What is found", blocks)
        document = Document(language, "Small", "Small", "", "", "", (section,), labels, {"t": "Table 1"})
        document = replace(document, customs=base_words(language).customs)
        (tmp_path / "small.html").write_bytes(html(document, base_theme()))
        return shown(tmp_path / "small.html", **how)

    return show
