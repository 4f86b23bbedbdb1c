"""Lists and register are filled from what the report shows, and lead there."""

import pytest

from reporter.model.customs import Customs
from reporter.model.document import Block, Card, Cards, Cell, Columns, Figure, Rows, Section, Table
from reporter.model.guide import Contents, Line, Passage, Register
from reporter.sections.guide import guided


def chart(id: str, number: int, *labels: str) -> Figure:
    rows = tuple((label, 1.0) for label in labels)
    return Figure(id, f"What {id} shows", "points", "", b"", 1, 1, ("name", "value"), rows, number=number)


def table(id: str, number: int, *cells: str, style: str = "") -> Table:
    return Table(
        id, f"What {id} holds", "", (), (Rows((tuple(map(Cell, cells)),)),), number=number, style=style
    )


def section(id: str, *blocks: Block, mark: str = "") -> Section:
    return Section(id, id, id, blocks, mark=mark, short=id.title())


def last(*sections: Section) -> Block:
    """The last section's block, once the report leads through itself."""
    return list(guided(sections))[-1].blocks[0]


def registered(*sections: Section) -> dict[str, tuple[Passage, ...]]:
    """Where two indicators are shown, one named short besides."""
    lines = (Line("Patents granted", ("Patents", "patents granted")), Line("Students", ()))
    found = last(*sections, section("register", Register(lines)))
    assert isinstance(found, Register)
    return {line.name: line.passages for line in found.lines}


def test_a_page_of_the_editors_stands_in_the_contents_beside_chapters_not_below_one() -> None:
    own = Section("pages-minister", "To the minister", "x", (), short="To the minister", template="a.html")
    made, *_ = guided((section("contents", Contents(())), section("overall", mark="1"), own))
    (listed,) = made.blocks
    assert isinstance(listed, Contents)
    (below,) = [entry for entry in listed.entries if entry.to == "pages-minister"]
    assert below.level == 1


@pytest.mark.parametrize(("kind", "there"), [("figures", ["f1", "f2"]), ("tables", ["t1"])])
def test_a_list_names_every_numbered_one_also_those_side_by_side(kind: str, there: list[str]) -> None:
    shown = section(
        "a", Columns("66", ((chart("f1", 1),), (table("t1", 1),))), chart("cover", 0), chart("f2", 2)
    )
    made = last(shown, section("lists", Contents((), of=kind)))  # type: ignore[arg-type]
    assert isinstance(made, Contents)
    assert [entry.to for entry in made.entries] == there
    assert [entry.mark for entry in made.entries] == [str(n + 1) for n in range(len(there))]


def test_lists_beside_each_other_are_filled_too() -> None:
    both = Columns("66", ((Contents((), of="figures"),), (Contents((), of="tables"),)))
    made = last(section("a", chart("f1", 1), table("t1", 1)), section("lists", both))
    assert isinstance(made, Columns)
    assert [[e.to for e in listed.entries] for (listed,) in made.items] == [["f1"], ["t1"]]  # type: ignore[union-attr]


def test_the_register_leads_to_the_first_place_of_each_section_by_chapter() -> None:
    found = registered(
        section("front", chart("f0", 1, "Students")),
        section("one", chart("f1", 2, "Patents"), table("t1", 1, "Patents granted"), mark="1"),
        section("one-more", table("t2", 2, "patents granted", "a")),
        section("cards", Cards((Card("card-s", "Students", ()),)), mark="A"),
    )
    assert found["Patents granted"] == (Passage("One", ("f1", "t2")),)
    assert found["Students"] == (Passage("Front", ("f0",)), Passage("Cards", ("card-s",)))


def test_of_many_places_in_a_chapter_the_first_and_the_last_are_named() -> None:
    pages = [section(f"p{n}", table(f"t{n}", n, "Students"), mark="2" if n == 1 else "") for n in range(1, 6)]
    assert registered(*pages)["Students"] == (Passage("P1", ("t1", "t5"), through=True),)


def test_what_nothing_shows_is_not_in_the_register() -> None:
    assert list(registered(section("a", table("t", 1, "Students and others")))) == []


def test_a_sentence_speaks_of_the_longest_name_in_it() -> None:
    said = section(
        "problems", table("t", 1, "In Hebei, patents granted fell; Studentship did not.", style="chain")
    )
    assert list(registered(said)) == ["Patents granted"]


def test_names_stand_in_the_order_of_their_language() -> None:
    english, chinese = Customs("en"), Customs("zh-Hans")
    assert sorted(["Zone", "équité", "edge", "Event"], key=english.order) == [
        "edge",
        "équité",
        "Event",
        "Zone",
    ]
    # pinyin: bǐ, dé, wéi, zhǐ
    assert sorted(["指标", "维度", "得分", "比重"], key=chinese.order) == ["比重", "得分", "维度", "指标"]
