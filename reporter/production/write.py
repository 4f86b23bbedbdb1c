"""Products and their manifest, put into an edition's folder all at once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from reporter.config.brand import PICTURES
from reporter.config.provenance import files_of, named, sources_of, versions
from reporter.errors import Flaw, Where, shown
from reporter.production.folder import locked, publish, recover, same
from reporter.production.plan import Edition

Digests = Mapping[str, str]
WORDS = "templates/words/"
PAGES = (".html", ".pdf")
THEME = ("**/*.html", "styles/*.css", "scripts/*.js", "brand.yaml", "editions/*.yaml", "pictures/*")
LOGOS = tuple(f"**/*{suffix}" for suffix in PICTURES)
"""A logo may lie anywhere below templates/."""


def write_products(
    folder: Path, products: Mapping[str, bytes], provenance: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """Puts the products (path below `folder` → bytes) and manifest.json in their places, where they are not
    there already; which were not. Earlier products stay whole if it cannot.
    """
    with locked(folder):
        recover(folder)
        files = {**products, "manifest.json": _manifest(folder, products, provenance)}
        changed = {name: content for name, content in files.items() if not same(folder / name, content)}
        if changed:
            publish(folder, changed)
    return frozenset(changed)


def put(
    edition: Edition, products: Mapping[str, bytes], languages: Iterable[str], read: Digests
) -> tuple[list[Path], frozenset[str]]:
    """Puts the edition's products in their places; the places, with the manifest's and the folders that are
    looked through for `outdated` pages, and the paths of those that were not there.

    read: the sha256 of every file as the run found it.
    """
    changed = write_products(edition.folder, products, _provenance(edition, languages, read))
    folder = edition.folder
    folders = [folder, *(path for path in folder.iterdir() if path.is_dir())]
    return [*folders, *(folder / name for name in (*products, "manifest.json"))], changed & products.keys()


def outdated(folder: Path) -> Iterator[Flaw]:
    """A remark on pages that lie there unknown to the manifest: they may show other figures or words."""
    known = {one["path"] for one in json.loads((folder / "manifest.json").read_text("utf-8"))["products"]}
    there = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.*") if path.is_file())
    left = [name for name in there if name.endswith(PAGES) and name not in known]
    if left:
        what = (
            f"{', '.join(left)}: not of this build, nor of one with the same inputs, so not in the manifest"
        )
        yield Flaw(Where(shown(folder)), what, "build them, too, or delete them")


def _provenance(edition: Edition, languages: Iterable[str], read: Digests) -> dict[str, dict[str, str]]:
    """The files of the study and its figures, and those of the theme that the pages are made with; under
    `words` those of every language, built now or not.
    """
    workspace, study = edition.inputs.workspace, edition.inputs.study
    patterns = [*THEME, *LOGOS, *(f"words/{name}.yaml" for name in languages)]
    files = {path for folder in workspace.layers for pattern in patterns for path in folder.glob(pattern)}
    files |= {*files_of(workspace, study), *sources_of(study)}
    inputs = {name: read[name] for path in files if (name := named(workspace, path)) in read}
    words = {name: digest for name, digest in read.items() if WORDS in name}
    return {"inputs": dict(sorted(inputs.items())), "versions": versions(), "words": words}


def _manifest(
    folder: Path, products: Mapping[str, bytes], provenance: Mapping[str, Mapping[str, str]]
) -> bytes:
    made = {name: _record(name, content) for name, content in products.items()}
    kept, words = _kept(folder, provenance)
    inputs, records = {**words, **provenance["inputs"]}, {**kept, **made}
    whole = {
        "inputs": [{"path": path, "sha256": digest} for path, digest in sorted(inputs.items())],
        "versions": dict(provenance["versions"]),
        "products": [record for _, record in sorted(records.items())],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _record(name: str, content: bytes) -> dict[str, Any]:
    return {"path": name, "sha256": sha256(content).hexdigest(), "bytes": len(content)}


def _kept(
    folder: Path, provenance: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Products of an earlier run that still stand as they were made, from the same inputs and engines, and
    the words they were made with.
    """
    try:
        earlier = json.loads((folder / "manifest.json").read_text("utf-8"))
        inputs = {one["path"]: one["sha256"] for one in earlier["inputs"]}
        same = earlier["versions"] == provenance["versions"]
        if not same or _wordless(inputs) != _wordless(provenance["inputs"]):
            return {}, {}
        kept = {
            one["path"]: one
            for one in earlier["products"]
            if _words(one["path"], inputs) == _words(one["path"], provenance["words"])
            and _stands(folder, one)
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}, {}
    return kept, {path: digest for name in kept for path, digest in _words(name, inputs).items()}


def _wordless(inputs: Digests) -> dict[str, str]:
    """The inputs that every language shares."""
    return {path: digest for path, digest in inputs.items() if WORDS not in path}


def _words(product: str, inputs: Digests) -> dict[str, str]:
    """The words a product was made with: those of the language whose folder it lies in."""
    file = f"{WORDS}{product.split('/')[0]}.yaml"
    return {path: digest for path, digest in inputs.items() if path.endswith(file)}


def _stands(folder: Path, record: Mapping[str, Any]) -> bool:
    """Whether the product lies there with the bytes of its record."""
    path = folder / record["path"]
    return path.is_file() and _record(record["path"], path.read_bytes()) == record
