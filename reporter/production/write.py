"""Products on disk: all written beside their places, then renamed, the manifest last."""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from reporter.errors import Faults, Flaw, Where, shown


def write_products(
    folder: Path, products: Mapping[str, bytes], provenance: Mapping[str, Mapping[str, str]]
) -> Path:
    """Writes the products (path below `folder` → bytes) and manifest.json; earlier products stay whole if
    it cannot.
    """
    beside = {folder / name: folder / f"{name}.part" for name in (*products, "manifest.json")}
    try:
        for name, content in products.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            beside[folder / name].write_bytes(content)
        beside[folder / "manifest.json"].write_bytes(_manifest(folder, products, provenance))
        for place, part in beside.items():
            os.replace(part, place)
    except OSError as error:
        for part in beside.values():
            part.unlink(missing_ok=True)
        where = Where(shown(Path(error.filename or folder)))
        raise Faults(
            [
                Flaw(
                    where,
                    f"cannot be written: {(error.strerror or str(error)).lower()}",
                    "make room or allow writing, then build again",
                )
            ]
        ) from None
    return folder / "manifest.json"


def _manifest(
    folder: Path, products: Mapping[str, bytes], provenance: Mapping[str, Mapping[str, str]]
) -> bytes:
    made = {name: _record(name, content) for name, content in products.items()}
    whole = {
        "inputs": [{"path": path, "sha256": digest} for path, digest in sorted(provenance["inputs"].items())],
        "versions": dict(provenance["versions"]),
        "products": [record for _, record in sorted({**_kept(folder, provenance), **made}.items())],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _record(name: str, content: bytes) -> dict[str, Any]:
    return {"path": name, "sha256": sha256(content).hexdigest(), "bytes": len(content)}


def _kept(folder: Path, provenance: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Any]]:
    """Products of an earlier run from the same figures and engines that still stand as they were made."""
    try:
        earlier = json.loads((folder / "manifest.json").read_text("utf-8"))
        inputs = {one["path"]: one["sha256"] for one in earlier["inputs"]}
        if any(
            inputs.get(path) != digest
            for path, digest in provenance["inputs"].items()
            if path.startswith("data")
        ):
            return {}
        return {
            one["path"]: one
            for one in earlier["products"]
            if (folder / one["path"]).exists()
            and _record(one["path"], (folder / one["path"]).read_bytes()) == one
        }
    except (OSError, ValueError, KeyError):
        return {}
