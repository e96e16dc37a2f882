"""Columns are read by their heads and rows by their labels, in whatever order they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from govinfo.figures import Number
from govinfo.forms import FORMS, Block, Form, FormTable, Row
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import DIALECTS, VARIANTS, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.printing import PLAIN, spread
from govinfo.testing.drafts.sheets import printed_tables
from govinfo.testing.strategies import consistent_reports

TABULAR = [form for form in FORMS if form.is_tabular]
GRIDS = ["pipes", "stacked", "markdown", "delimited", "spaced", "frames", "wiki", "html"]
"""The dialects that keep each cell in its place."""
OTHERS = [name for name in DIALECTS if name not in GRIDS and name != "narrative"]
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
PROCEEDINGS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
TITLES = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]

Lines = list[list[str]]


def shuffled(form: Form, dice: Random, *, rows: bool) -> Form:
    """Return the form with its columns, and with `rows` its blocks and rows, in another order."""
    tables = tuple(
        table if table.is_annex else _shuffled_table(table, dice, rows=rows)
        for table in form.tables
    )
    return evolve(form, tables=tables)


def _shuffled_table(table: FormTable, dice: Random, *, rows: bool) -> FormTable:
    blocks = [_shuffled_block(block, dice, rows=rows) for block in table.blocks]
    return evolve(table, blocks=tuple(dice.sample(blocks, len(blocks)) if rows else blocks))


def _shuffled_block(block: Block, dice: Random, *, rows: bool) -> Block:
    # The columns of one group stay side by side: one head spans them.
    groups: dict[str, list[int]] = {}
    for place, column in enumerate(block.columns):
        groups.setdefault(column.group or column.id, []).append(place)
    places = [
        place
        for group in dice.sample(list(groups.values()), len(groups))
        for place in dice.sample(group, len(group))
    ]
    columns = tuple(block.columns[place] for place in places)
    if block.one_line:
        first, *lawsuits = block.rows
        lawsuits = dice.sample(lawsuits, len(lawsuits))
        both = dice.choice([[first, *lawsuits], [*lawsuits, first]])
        return evolve(block, columns=columns, rows=tuple(both))
    return evolve(
        block, columns=columns, rows=_shuffled_rows(block.rows, dice) if rows else block.rows
    )


def _shuffled_rows(rows: Sequence[Row], dice: Random, parent: str | None = None) -> tuple[Row, ...]:
    own = [row for row in rows if row.parent == parent]
    result = list[Row]()
    for row in dice.sample(own, len(own)):
        result += (row, *_shuffled_rows(rows, dice, row.id))
    return tuple(result)


def read(text: str, draft: Draft) -> dict[str, Number | None]:
    """Return what is read at each address of a draft."""
    values = {str(address): value for address, value in parse(text).values().items()}
    return {address: values[address] for address in draft.values}


@pytest.mark.parametrize("dialect", GRIDS)
@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.booleans(), st.data())
def test_the_order_of_columns_and_rows_changes_no_value(
    dialect: str,
    seed: int,
    form: Form,
    rows: bool,  # noqa: FBT001 - drawn
    data: st.DataObject,
) -> None:
    """Columns permuted with their heads, and rows with their labels, are read as before."""
    dice, options = Random(seed), data.draw(st.sampled_from(VARIANTS[dialect]))
    draft = write(form, dice)
    text = render(evolve(draft, form=shuffled(form, dice, rows=rows)), dialect, **options)
    assert read(text, draft) == draft.values


@pytest.mark.parametrize("dialect", OTHERS)
@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.booleans(), st.data())
def test_another_order_makes_no_value_wrong(
    dialect: str,
    seed: int,
    form: Form,
    rows: bool,  # noqa: FBT001 - drawn
    data: st.DataObject,
) -> None:
    """Where cells have lost their places, another order may cost values and never makes one wrong."""
    dice, options = Random(seed), data.draw(st.sampled_from(VARIANTS[dialect]))
    draft = write(form, dice)
    text = render(evolve(draft, form=shuffled(form, dice, rows=rows)), dialect, **options)
    assert falsehoods(parse(text), draft.values) == {}


@pytest.mark.parametrize(
    ("dialect", "seed", "options"),
    [
        pytest.param("drawn", 1315, {"spanned": True}, id="the group alone on its line"),
        pytest.param("drawn", 1315, {"spanned": True, "widest": 20}, id="labels on two lines"),
        pytest.param("drawn", 26178, {"lines": "heavy", "spanned": True}, id="heads in a frame"),
        pytest.param("scattered", 1933, {"order": "column"}, id="labels without figures between"),
        pytest.param("scattered", 130, {"order": "column"}, id="few figures that are not nought"),
        pytest.param("columns", 178775, {}, id="one head of table four in two lines"),
        pytest.param("collapsed", 347, {"kept": 80, "seed": 1}, id="figures and words in one"),
        pytest.param("collapsed", 249140, {"kept": 80, "seed": 1}, id="two heads in one"),
    ],
)
def test_another_order_that_adds_up_is_seen(
    dialect: str, seed: int, options: dict[str, object]
) -> None:
    """Sums that hold in the order of the form prove nothing where the page shows another one."""
    dice = Random(seed)
    draft = write(TABULAR[0], dice)
    moved = evolve(draft, form=shuffled(draft.form, dice, rows=True))
    report = parse(render(moved, dialect, **options))
    assert falsehoods(report, draft.values) == {}


@pytest.mark.parametrize("seed", [226, 4746])
def test_a_head_that_stands_elsewhere_is_not_the_one_that_is_missing(seed: int) -> None:
    """Lines of heads measured wrongly leave a column without a head, and a head without a column."""
    dice = Random(seed)
    draft = write(TABULAR[1], dice)
    moved = evolve(draft, form=shuffled(draft.form, dice, rows=True))
    report = parse(render(moved, "drawn", lines="double", spanned=True, widest=20))
    columns = [one for one in draft.values if one.startswith("requests.new_received.")]

    assert "columns_reordered" in {note.code for note in report.notes}
    assert [report[column].value for column in columns] == [None] * 7
    assert falsehoods(report, draft.values) == {}


def test_a_sum_that_holds_by_chance_bears_out_no_order() -> None:
    """Where most rows contradict the order that heads seem to have, the one that fits has no value."""
    draft = write(TABULAR[0], Random(4))
    row = dict.fromkeys((one for one in draft.values if ".carried_forward." in one), 0)
    row |= {f"requests.carried_forward.{one}": 1 for one in ("natural_person", "total")}
    draft = draft.changed(row)
    heads = "自然人 | 法人或其他组织 | 总计 |"
    printed = render(draft, "pipes")
    assert heads in printed
    report = parse(printed.replace(heads, "总计 | 法人或其他组织 | 自然人 |"))
    noted = [note.text("en") for note in report.notes if note.code == "columns_reordered"]

    assert sum("it may do so by chance" in text for text in noted) == 1
    assert [report[address].value for address in row] == [None] * 7
    assert {report[address].candidates for address in row} == {(1, 0)}


def test_a_line_of_heads_that_is_printed_twice() -> None:
    """A line of heads that is repeated says nothing about the order that the line alone does not."""
    draft = write(TABULAR[0], Random(0))
    lines = render(draft, "drawn", lines="double", spanned=True, widest=20).split("\n")
    (place,) = (place for place, line in enumerate(lines) if "自然人" in line)
    report = parse("\n".join([*lines[: place + 1], *lines[place:]]))

    assert {one: report[one].value for one in draft.values} == draft.values


def _piped(lines: Lines) -> str:
    return "\n".join(" | ".join(line) + " |" for line in lines)


def _as_markdown(lines: Lines) -> str:
    rule = "|---" * max(map(len, lines)) + "|"
    first, *rest = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([first, rule, *rest])


def _as_html(lines: Lines) -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in line) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


WRITTEN: dict[str, Callable[[Lines], str]] = {
    "pipes": _piped,
    "markdown": _as_markdown,
    "tabs": lambda lines: "\n".join("\t".join(line) for line in lines),
    "html": _as_html,
}


def document(draft: Draft, tables: dict[str, list[Lines | str]], written: str) -> str:
    """Return the draft with these tables and titles in place of the form's own."""
    table_of = {sheet.table.section: sheet.table.id for sheet in printed_tables(draft.form)}
    lines = [draft.title, draft.introduction]
    for part in draft.parts:
        lines += [part.heading, *part.paragraphs]
        for one in tables.get(table_of.get(part.id, ""), []):
            lines.append(one if isinstance(one, str) else WRITTEN[written](one))
    if written == "html":
        return "".join(one if one.startswith("<table") else f"<p>{one}</p>" for one in lines)
    return ("\n\n" if written == "markdown" else "\n").join(lines) + "\n"


def sheets(draft: Draft) -> dict[str, list[Lines | str]]:
    """Return the tables of a draft, each as lines of cells."""
    return {
        sheet.table.id: [[list(line) for line in spread(draft, sheet, PLAIN)]]
        for sheet in printed_tables(draft.form)
    }


def own_lines(draft: Draft, table: str) -> Lines:
    """Return the lines of one table of a draft."""
    (lines,) = sheets(draft)[table]
    assert isinstance(lines, list)
    return lines


def proceedings(draft: Draft) -> Lines:
    """Return the figures of each proceeding of table four."""
    block = draft.form.table("review").blocks[0]
    return [
        [str(draft.values[f"review.{row.id}.{column.id}"]) for column in block.columns]
        for row in block.rows
    ]


def titled(draft: Draft) -> list[Lines | str]:
    """Print three tables with a title each."""
    parts: list[Lines | str] = []
    for title, figures in zip(TITLES, proceedings(draft), strict=True):
        parts += [title, [RESULTS, figures]]
    return parts


def by_proceeding(draft: Draft) -> list[Lines | str]:
    """Print one row for each proceeding."""
    rows = zip(PROCEEDINGS, proceedings(draft), strict=True)
    return [[["类型", *RESULTS], *([name, *figures] for name, figures in rows)]]


def by_result(draft: Draft) -> list[Lines | str]:
    """Print one row for each result."""
    columns = zip(RESULTS, *proceedings(draft), strict=True)
    return [[["处理结果", *PROCEEDINGS], *map(list, columns)]]


def listed(draft: Draft) -> list[Lines | str]:
    """Print one line for each figure, with its name."""
    parts: list[Lines | str] = []
    for title, figures in zip(PROCEEDINGS, proceedings(draft), strict=True):
        parts += [title, *(f"{name}：{f}" for name, f in zip(RESULTS, figures, strict=True))]
    return parts


def without_heads(draft: Draft) -> list[Lines | str]:
    """Print fifteen figures in a row."""
    return [[[figure for figures in proceedings(draft) for figure in figures]]]


SHAPES = [titled, by_proceeding, by_result, listed, without_heads]


@pytest.mark.parametrize("shape", SHAPES)
@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.sampled_from([*WRITTEN]))
def test_table_four_is_read_in_other_shapes(
    shape: Callable[[Draft], list[Lines | str]], seed: int, form: Form, written: str
) -> None:
    """Titles, labels and names say which figure is which as well as three lines of heads do."""
    draft = write(form, Random(seed))
    assert (
        read(document(draft, {**sheets(draft), "review": shape(draft)}, written), draft)
        == draft.values
    )


@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.sampled_from([*WRITTEN]))
def test_fifteen_figures_that_do_not_add_up_are_not_read_without_heads(
    seed: int, form: Form, written: str
) -> None:
    """The order of the form is assumed only where the sums of all proceedings hold."""
    draft = write(form, Random(seed))
    total = "review.litigation_direct.total"
    wrong = draft.changed({total: int(draft.values[total]) + 1})
    report = parse(document(wrong, {**sheets(wrong), "review": without_heads(wrong)}, written))
    assert {report[a].value for a in draft.values if a.startswith("review.")} == {None}


def _is_row(line: list[str]) -> bool:
    return sum(cell.isdigit() for cell in line) > 1


@pytest.mark.parametrize("head", ["备注", "序号", "小计"])
@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.sampled_from([*WRITTEN]))
def test_a_column_that_no_form_has_changes_no_value(
    head: str, seed: int, form: Form, written: str
) -> None:
    """A number before each label, a remark behind each row or a sum among the figures is no cell."""
    draft = write(form, Random(seed))
    lines = own_lines(draft, "requests")
    place = {"序号": 0, "备注": len(lines[0]), "小计": len(lines[0]) - 1}[head]
    rows = list(filter(_is_row, lines))
    for line in lines:
        own = head if line is lines[0 if head == "序号" else 1] else ""
        if line in rows and head == "小计":
            own = str(sum(map(int, line[-6:-1])))
        elif line in rows:
            number = rows.index(line) + 1
            remark = "已核对" if number % 3 == 0 else ""
            own = str(number) if head == "序号" else remark
        line.insert(place, own)
    assert (
        read(document(draft, {**sheets(draft), "requests": [lines]}, written), draft)
        == draft.values
    )


@given(st.integers(0, 10**6), st.sampled_from(TABULAR), st.sampled_from([*WRITTEN]), st.data())
def test_a_row_that_no_form_has_changes_no_value(
    seed: int, form: Form, written: str, data: st.DataObject
) -> None:
    """A row with a name of its own among those of table three is none of them."""
    draft = write(form, Random(seed))
    lines = own_lines(draft, "requests")
    place = data.draw(st.integers(4, len(lines)))
    figures = data.draw(st.lists(st.integers(0, 99), min_size=7, max_size=7))
    lines.insert(place, ["", "其中：网上受理的申请", "", *map(str, figures)])
    assert (
        read(document(draft, {**sheets(draft), "requests": [lines]}, written), draft)
        == draft.values
    )


def test_a_line_of_another_year_is_not_read() -> None:
    """Of two lines of table four, the one named for the year in the title is read."""
    draft = write(TABULAR[0], Random(3), year=2023)
    lines = [["", *line] for line in own_lines(draft, "review")]
    before = ["2022年", *map(str, range(1, 16))]
    lines = [*lines[:-1], before, ["2023年", *lines[-1][1:]]]
    assert (
        read(document(draft, {**sheets(draft), "review": [lines]}, "pipes"), draft) == draft.values
    )


def test_two_columns_of_one_name_are_read_where_they_are_equal() -> None:
    """A head that is printed twice tells nothing, and where both cells are equal it need not."""
    draft = write(TABULAR[0], Random(5)).changed(
        {
            "proactive.rules.issued": 4,
            "proactive.rules.repealed": 4,
            "proactive.rules.in_force": 9,
            "proactive.normative_documents.issued": 3,
            "proactive.normative_documents.repealed": 1,
        }
    )
    lines = own_lines(draft, "proactive")
    lines[1] = ["本年制发件数" if cell == "本年废止件数" else cell for cell in lines[1]]
    report = parse(document(draft, {**sheets(draft), "proactive": [lines]}, "pipes"))
    assert [report[f"proactive.rules.{c}"].value for c in ("issued", "repealed", "in_force")] == [
        4,
        4,
        9,
    ]
    assert report["proactive.normative_documents.issued"].value is None
    assert 3 in report["proactive.normative_documents.issued"].candidates


@given(consistent_reports())
def test_a_group_head_that_is_lost_makes_no_value_wrong(draft: Draft) -> None:
    """With one cell on each line, 总计 behind 自然人 is the second column, or the last of two lines."""
    assume(draft.form.is_tabular)
    report = parse(render(draft, "stacked").replace("法人或其他组织\n", "", 1))

    assert falsehoods(report, draft.expected()) == {}
