"""The house rules of DESIGN.md: who may import whom, every file listed, no sentence before the document."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "reporter"
GROUND = {"model", "methods", "errors"}
STAGES = {
    "config",
    "sources",
    "checks",
    "indices",
    "audit",
    "problems",
    "claims",
    "company",
    "exhibits",
    "recommendations",
    "editorial",
    "evidence",
    "figures",
    "sections",
    "render",
}
MAY = {"methods": set(), "model": GROUND, "errors": set(), **{stage: GROUND for stage in STAGES}}
FILES = [path for path in sorted(ROOT.rglob("*.py")) if "base" not in path.parts]
WORDLESS = (
    "model",
    "methods",
    "sources",
    "checks",
    "indices",
    "problems",
    "claims",
    "company",
    "exhibits",
    "recommendations",
    "editorial",
    "evidence",
)
FAULTS = {"Flaw", "Faults", "fault", "ExpressionError", "UnitError"}


@cache
def parsed(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text("utf-8"))


def part(path: Path) -> str:
    """The stage a file belongs to: its folder, or its own name."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of ours that a file imports."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}: import by full name"
            names = (
                [f"{node.module}.{a.name}" for a in node.names]
                if node.module == "reporter"
                else [node.module or ""]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("reporter.")}
    return found


@pytest.mark.parametrize("path", [p for p in FILES if part(p) in MAY], ids=lambda p: str(p.relative_to(ROOT)))
def test_a_stage_imports_the_ground_and_itself_alone(path: Path) -> None:
    assert imported(path) <= MAY[part(path)] | {part(path)}


@pytest.mark.parametrize("folder", ["indices", "problems", "figures", "sections"])
def test_every_function_of_a_stage_is_listed_in_its_table(folder: str) -> None:
    tree = parsed(ROOT / folder / "__init__.py")
    tables = [n for n in ast.walk(tree) if isinstance(n, ast.Dict)]
    listed = {v.id for table in tables for v in table.values if isinstance(v, ast.Name)}
    helpers = {name for path in FILES if path != ROOT / folder / "__init__.py" for name in used(path, folder)}
    for path in (ROOT / folder).glob("[!_]*.py"):
        assert path.stem in helpers or listed & functions(path), (
            f"{path.name} is not listed in {folder}/__init__.py"
        )


def used(path: Path, folder: str) -> set[str]:
    """Modules of the folder that a file other than its table builds on: helpers."""
    tree = ast.walk(parsed(path))
    modules = [
        n for n in tree if isinstance(n, ast.ImportFrom) and (n.module or "").startswith(f"reporter.{folder}")
    ]
    return {n.module.split(".")[-1] for n in modules} | {a.name for n in modules for a in n.names}


def functions(path: Path) -> set[str]:
    """Names defined in the file."""
    return {n.name for n in parsed(path).body if isinstance(n, ast.FunctionDef)}


def sentences(path: Path) -> list[str]:
    """String literals of more than three words, docstrings and functions that tell a fault excepted."""
    found: list[str] = []
    _look(parsed(path), found)
    return found


def _look(node: ast.AST, found: list[str]) -> None:
    for child in ast.iter_child_nodes(node):
        docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if docstring or isinstance(child, ast.Raise) or (isinstance(child, ast.FunctionDef) and tells(child)):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str) and len(child.value.split()) > 3:
            found.append(child.value)
        _look(child, found)


def tells(function: ast.FunctionDef) -> bool:
    """Whether the function makes a fault, or says how to mend one."""
    names = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
    return bool(names & FAULTS) or function.name == "_mend"


@pytest.mark.parametrize(
    "path", [p for p in FILES if part(p) in WORDLESS], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_sentence_stands_before_the_document(path: Path) -> None:
    assert sentences(path) == []
