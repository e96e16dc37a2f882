"""Files that the system does not let be read, and archives: what was found, what was wanted, what to do."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from govinfo.errors import UnreadableSource
from govinfo.reading import parse


def told(path: Path) -> tuple[str, str]:
    """Return why a file is not read, in English and in Chinese, without its folder."""
    with pytest.raises(UnreadableSource) as raised:
        parse(path)
    return tuple(
        raised.value.text(lang).replace(str(path.parent), "FOLDER")  # type: ignore[return-value]
        for lang in ("en", "zh")
    )


def test_a_name_like_that_of_a_file_there(tmp_path: Path) -> None:
    """A slip in the name of a file is met with the name that is meant."""
    (tmp_path / "云岫县2023.txt").touch()

    assert told(tmp_path / "云岫县2022.txt") == (
        "'FOLDER/云岫县2022.txt' cannot be read: No such file or directory. Did you mean 云岫县2023.txt?",
        "“FOLDER/云岫县2022.txt”无法读取：没有这个文件或文件夹。是否指 云岫县2023.txt？",
    )


def test_a_name_like_no_other(tmp_path: Path) -> None:
    """Where no file has such a name, the folder is named, or that there is none."""
    assert told(tmp_path / "gone.txt") == (
        (
            "'FOLDER/gone.txt' cannot be read: No such file or directory. Check the name; it was looked "
            "for in 'FOLDER'."
        ),
        "“FOLDER/gone.txt”无法读取：没有这个文件或文件夹。请检查文件名：在“FOLDER”中没有找到。",
    )
    assert told(tmp_path / "none" / "gone.txt")[1].endswith("请检查路径：没有文件夹“FOLDER”。")


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    """A path that goes through a file says so."""
    (tmp_path / "a.txt").touch()

    en, zh = told(tmp_path / "a.txt" / "b.txt")
    assert en.endswith("Check the path; a part of it is a file, where a folder was wanted.")
    assert zh.endswith("不是文件夹。请检查路径：其中一段是文件，需要的是文件夹。")


def test_a_file_that_is_another_user_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no right to read a file, or has it open in an office program, is told how to get it."""
    path = tmp_path / "draft.docx"
    path.touch()

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(path) == (
        (
            "'FOLDER/draft.docx' cannot be read: Permission denied. Give this user the right to read "
            "it, close it in other programs, or copy it to another folder."
        ),
        "“FOLDER/draft.docx”无法读取：没有权限。请给予读取权限，或在别的程序中关闭它，或复制到另一个文件夹。",
    )


@pytest.mark.parametrize(
    ("names", "en", "zh"),
    [
        (
            ["a/1.txt", "a/", "a/2.txt"],
            "of 2 files, such as 'a/1.txt'",
            "，内有 2 个文件，如“a/1.txt”",
        ),
        (["1.txt"], "that holds '1.txt'", "，内有“1.txt”"),
    ],
)
def test_an_archive_of_files(tmp_path: Path, names: list[str], en: str, zh: str) -> None:
    """An archive is no document: it is to be unpacked, and a command takes the folder."""
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "云岫县")

    assert told(path) == (
        (
            f"'FOLDER/all.zip': The source is a ZIP archive {en}; the text of a report or a document was "
            "wanted. Unpack it, and read the files in it one by one, or all of them: `govinfo extract` "
            "takes the folder, parse_many their paths."
        ),
        (
            f"“FOLDER/all.zip”：来源是 ZIP 压缩包{zh}，需要的是报告的文本或文档。请解压，再逐个读取其中的"
            "文件；要一次读取全部，可将文件夹交给 govinfo extract，或将各文件的路径交给 parse_many。"
        ),
    )


@pytest.mark.parametrize("names", [[], ["folder/"]])
def test_an_archive_without_files(tmp_path: Path, names: list[str]) -> None:
    """An archive that holds nothing, or folders only, is empty."""
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")

    assert told(path)[1] == (
        "“FOLDER/all.zip”：来源是空的 ZIP 压缩包，需要的是报告的文本或文档。请重新获取。"
    )
