"""Products on disk: all written beside their places, then renamed, the manifest last."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EISDIR
from hashlib import sha256
from pathlib import Path
from typing import Any

from reporter.errors import Where, fault, shown

Digests = Mapping[str, str]
WORDS = "templates/words/"


def write_products(
    folder: Path, products: Mapping[str, bytes], provenance: Mapping[str, Mapping[str, str]]
) -> Path:
    """Writes the products (path below `folder` → bytes) and manifest.json; earlier products stay whole if
    it cannot.
    """
    beside = {folder / name: folder / f"{name}.part" for name in (*products, "manifest.json")}
    try:
        _no_folders(beside)
        for name, content in products.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            beside[folder / name].write_bytes(content)
        beside[folder / "manifest.json"].write_bytes(_manifest(folder, products, provenance))
        for place, part in beside.items():
            os.replace(part, place)
    except OSError as error:
        where = Where(shown(Path(str(error.filename or folder).removesuffix(".part"))))
        what = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise fault(where, what, "make room or allow writing, then build again") from None
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink()
    return folder / "manifest.json"


def _no_folders(places: Iterable[Path]) -> None:
    """A folder in a product's place would stop the renaming half-way."""
    for place in places:
        if place.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(place))


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
            if _words(one["path"], inputs) == _words(one["path"], {**inputs, **provenance["inputs"]})
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
