# ruff: noqa: E501
"""Reports on a made-up land, one in English and one in Chinese: no figure here is anyone's."""

from made_up_words import EN, ZH

from reporter.model.customs import Customs
from reporter.model.document import (
    Block,
    Card,
    Cards,
    Cell,
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Message,
    Method,
    Paragraph,
    Prose,
    Ref,
    Rows,
    Section,
    Step,
    Table,
)  # fmt: skip
from reporter.model.guide import Contents, Entry, Glossary, Line, Passage, Register, Term

TONES = ("region-1", "region-2", "region-3")
WORDS = {"en": EN, "zh": ZH}
CUSTOMS = {"en": Customs("en"), "zh": Customs("zh-Hans", title="9")}


def document(language: str) -> Document:
    """A report with every kind of block."""
    w = WORDS[language]
    return Document(
        language=language, title=w["title"], report=w["report"], description=w["description"], author=w["author"],
        published="2025-03-31", sections=sections(w), labels=w["labels"], numbers=w["numbers"], customs=CUSTOMS[language],
    )  # fmt: skip


def sections(w: dict) -> tuple[Section, ...]:
    return (
        Section("cover", w["series"], w["land"], cover(w), lead=w["edition"], look="cover"),
        Section("contents", w["labels"]["contents"], w["contents"], front(w)),
        Section("messages", w["messages"], w["growth"], messages(w)),
        Section("overall", w["overall"], w["gained"], opening(w), lead=w["lead"], mark="1", look="opener"),
        Section("series", w["overall"], w["leads"], series(w)),
        Section("profile", w["profile"], w["profile-finding"], profile(w), mark="2", tone="region-2"),
        Section("targets", w["targets"], w["problem"], (chain(w),), lead=w["lead"], look="flow"),
        Section("method", w["method"], w["method-finding"], method(w), mark="A"),
    )


def drawing(width: float, height: float, ink: str = "#0F4C81") -> bytes:
    line = (
        f'<polyline points="0,{height - 8} {width / 2},{height / 2} {width},6" fill="none" stroke="{ink}"/>'
    )
    rules = "".join(
        f'<path d="M0,{y}H{width}" stroke="#C9CED3" stroke-width=".2"/>' for y in (5, height / 2, height - 5)
    )
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{rules}{line}</svg>'.encode()


def figure(w: dict, name: str, width: float, height: float, **more: object) -> Figure:
    return Figure(
        id=name, title=w["rises"], measure=w["measure"], alt=w["alt"], svg=drawing(width, height), width=width,
        height=height, columns=("year", w["east"], w["west"]), rows=(("2019", 41.25, 38.0), ("2022", 66.0625, -2.5)),
        **more,
    )  # fmt: skip


def cover(w: dict) -> tuple[Block, ...]:
    chart = figure(w, "cover-chart", 174, 78, numbered=False)
    facts = tuple(Fact(*pair) for pair in w["cover-facts"])
    said = Paragraph(w["subtitle"], role="subtitle"), Paragraph(w["finding"], role="finding")
    return *said, chart, Facts(facts, look="cover")


def front(w: dict) -> tuple[Block, ...]:
    entries = (
        Entry("messages", w["messages"], w["growth"]),
        Entry("overall", w["overall"], w["gained"], mark="1"),
        Entry("series", w["leads"], level=2),
        Entry("profile", w["profile"], w["profile-finding"], mark="2"),
        Entry("method", w["method"], w["method-finding"], mark="A"),
    )
    marks = tuple(Fact(mark, text) for mark, text in w["marks"])
    about = (Heading(w["about"]), *(Paragraph(text, head=head, role="point") for head, text in w["notes"]))
    reading = (Heading(w["reading"]), figure(w, "anatomy", 114.33, 50, numbered=False))
    return Contents(entries), Columns("84", (reading, about)), Facts(marks, look="marks")


def messages(w: dict) -> tuple[Block, ...]:
    return (
        *(
            Message(
                "+24.8",
                w["points"],
                w["rises"],
                w["text"],
                figure(w, f"message-{i}", 99.42, 52),
                Ref("overall"),
                tone,
            )
            for i, tone in enumerate(TONES)
        ),
        Paragraph(w["source"], role="source"),
    )


def opening(w: dict) -> tuple[Block, ...]:
    facts = tuple(Fact(label, value, detail) for label, value, detail in w["numbers-three"])
    inside = Contents((Entry("series", w["leads"], level=2), Entry("profile", w["profile-finding"], level=2)))
    return Facts(facts, look="numbers"), Heading(w["inside"], id="inside"), inside


def series(w: dict) -> tuple[Block, ...]:
    thirds = tuple(
        (Heading(name, run=True, tone=tone), Paragraph(w["text"]))
        for name, tone in zip(w["lands"], TONES, strict=True)
    )
    halves = ((Paragraph(w["text"], see=(Ref("chart"), Ref("scores"))),), (figure(w, "half", 84.5, 40),))
    return (
        figure(w, "chart", 174, 70, source=w["source"]),
        Columns("444", thirds),
        Columns("66", halves),
        scores(w),
        Paragraph(w["note"], role="note"),
    )


def number(text: str, **more: object) -> Cell:
    return Cell(text, number=True, **more)


def scores(w: dict) -> Table:
    head = (
        (
            Cell(w["land-word"], head="col", rows=2),
            Cell(w["index"], head="colgroup", columns=3),
            Cell(w["score"], head="col", rows=2),
        ),
        tuple(Cell(text, head="col", number=True) for text in ("2019", "2022", w["change"])),
    )
    body = tuple(
        Rows((
            (Cell(name, head="row", tone=tone), number("58.2"), number("66.4", mark="○"), number("+8.2", mark="▲"),
             Cell("66.4", number=True, tone=tone, bar=share, stroke=0.9)),
        ))
        for name, tone, share in zip(w["lands"], TONES, (0.9, 0.664, 0.12), strict=True)
    )  # fmt: skip
    total = Rows(
        ((Cell(w["mean"], head="row"), number("55.0"), number("60.1"), number("+5.1"), Cell("")),), total=True
    )
    return Table("scores", w["table"], w["measure"], head, (*body, total), note=w["note"], source=w["source"])


def profile(w: dict) -> tuple[Block, ...]:
    strip = tuple(Fact(label, value, detail) for label, value, detail in w["strip"])
    points = (Heading(w["short"]), *(Paragraph(w["text"], role="point", head=head) for head in w["lands"]))
    return (
        Facts(strip),
        Columns("84", ((figure(w, "wide", 114.33, 76),), points)),
        indicators(w),
        Columns(
            "57", ((Heading(w["short"], level=2), Paragraph(w["text"])), (figure(w, "right", 99.42, 40),))
        ),
        Columns(
            "75", ((figure(w, "left", 99.42, 40),), (Paragraph(w["text"], head=w["east"], tone="region-1"),))
        ),
        Columns("48", ((Paragraph(w["text"]),), (figure(w, "right-wide", 114.33, 30),))),
    )


def indicators(w: dict) -> Table:
    head = (tuple(Cell(text, head="col", number=i in (1, 2)) for i, text in enumerate(w["indicator-heads"])),)
    body = tuple(
        Rows((
            (Cell(w["index"], head="rowgroup"), number("2022"), number("66.4", strong=True), Cell("")),
            *((Cell(name, head="row", small=w["points"]), number("2022"), number("2.32"),
               Cell("13.4", bar=share, stroke=1.0, tone=tone)) for name, tone, share in zip(w["lands"], ("", "region-3", ""), (0.1, 0.5, 1.0), strict=True)),
        ), group=True)
        for _ in range(2)
    )  # fmt: skip
    return Table("indicators", w["table"], w["measure"], head, body, note=w["note"])


def chain(w: dict) -> Table:
    head = (tuple(Cell(text, head="col") for text in w["chain-heads"]),)
    row = (
        Cell(w["problem-name"], head="row", small=w["severity"], tone="region-3", mark=w["lands"][2]),
        Cell(w["text"], small=w["rule"]),
        Cell(w["text"]),
        Cell(w["level"]),
        Cell("6.14%", small=w["target"], strong=True),
    )
    return Table("chain", w["table"], w["measure"], head, (Rows((row,)), Rows((row,))), style="chain")


def method(w: dict) -> tuple[Block, ...]:
    steps = tuple(
        Step(f"{i} {w['step']}", w["text"], drawing(30, 9, "#15202B"), w["spoken"]) for i in (1, 2, 3)
    )
    cards = Cards(tuple(Card(f"card-{i}", name, tuple(w["card"])) for i, name in enumerate(w["lands"])))
    prose = Prose(f"**{w['step']}**\n\n- {w['text']}")
    shown = Register((Line(w["lands"][0], (), (Passage(w["method"], ("card-0", "method")),)),))
    terms = Glossary((Term(w["step"], w["text"]),))
    heads = Heading(w["cards"]), Heading(w["deeper"], level=3)
    return Method(steps), prose, annex(w), *heads, cards, shown, terms


def annex(w: dict) -> Table:
    head = (
        (
            Cell(w["index"], head="col"),
            Cell(w["land-word"], head="col"),
            *(Cell(str(y), head="col", number=True) for y in range(2016, 2023)),
        ),
    )

    def rows(name: str) -> Rows:
        first = Cell(name, head="rowgroup", rows=3, small=w["points"])
        lands = [
            (
                Cell(land, head="row", tone=tone),
                *(number(f"{y}.5", mark="○" if y == 3 else "") for y in range(7)),
            )
            for land, tone in zip(w["lands"], TONES, strict=True)
        ]
        return Rows(tuple((first, *cells) if i == 0 else cells for i, cells in enumerate(lands)), group=True)

    return Table(
        "annex",
        w["table"],
        w["measure"],
        head,
        tuple(rows(name) for name in w["indicators"]),
        style="annex",
        note=w["note"],
    )
