"""The words of the command line: help, usage, and what is wrong with arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govinfo.wording import Lang
from govinfo.wording.catalogue import Catalogue
from govinfo.wording.sentences import SENTENCES

__all__ = ["METAVARS", "in_words", "usage_in_words"]

_COMMANDS = {
    "Read China's annual reports on government information disclosure.": (
        "读取政府信息公开工作年度报告。"
    ),
    "A FILE may be a directory: then every file below it is read, except hidden ones and what "
    'govinfo wrote. "-" reads standard input.': (
        "“文件”可以是文件夹，此时读取其下的全部文件，隐藏文件和 govinfo 写出的文件除外。“-”表示标准"
        "输入。"
    ),
    "Exit status: 0 when all was read, and no rule of severity error was broken; 1 when "
    "`check` found errors, or `compare` cells that differ; 2 when the command was used "
    "wrongly or a source could not be read. Every other source is still processed.": (
        "退出状态：0，全部读取，且没有“错误”一级的规则不成立；1，check 发现错误，或 compare 发现不"
        "同的格；2，用法有误，或有来源无法读取，其他来源照常处理。"
    ),
    "Read reports, and write them as data.": "读取报告，写成数据。",
    "json is one object for one FILE and an array for several, jsonl one report a line, csv "
    "one cell a line.": (
        "json：一个文件为一个对象，多个文件为一个数组；jsonl：每份报告一行；csv：每格一行。"
    ),
    "Check reports against the rules.": "按规则核对报告。",
    "Every report is checked on its own, those of one body from year to year, and those of a "
    "government against the bodies below it. text lists what is broken, and only counts what "
    "could not be assessed, unless --all is given; json and html list that too; sarif is for "
    "code review; dismissals are lines for a file of findings that somebody has set aside.": (
        "每份报告单独核对，同一机关的逐年核对，一级政府的与其下各机关核对。text 列出不成立的，无法"
        "核对的只计数，加 --all 则一并列出；json 和 html 也列出无法核对的；sarif 供代码审阅；"
        "dismissals 逐行写出，供存为忽略清单。"
    ),
    "Compare two reports: two captures of a page, two years, a draft and what was published.": (
        "比较两份报告：同一页面的两次抓取、两个年度，或送审稿与发布稿。"
    ),
    "It lists the cells, sentences and figures in prose that differ, and the findings that "
    "are gone or new. Exit status 1 when cells differ.": (
        "列出不同的格、句子和正文中的数字，以及消失和新增的核对结果。有不同的格时退出状态为 1。"
    ),
    "Write what a proof-reader needs: a page, or the Word document with comments.": (
        "写出校对所需的：网页，或加了批注的 Word 文档。"
    ),
    "The page has the document beside its tables: it says of each slip where it stands and "
    "what to change, links each cell with its place, and has the figures to tick off. It is "
    "one file that needs no network. Where OUT ends with .docx, FILE is one Word document; "
    "each thing to look at gets a comment, at its first place.": (
        "网页中文档与表格并列，逐条说明差错在哪里、怎样改，单元格与原文位置相互关联，数字可逐个勾核"
        "；仅一个文件，不需联网。输出以 .docx 结尾时，文件须为一份 Word 文档，每个问题在首次出现处"
        "加一条批注。"
    ),
    "Tell what was read at an address, where, and how.": "说明某一格读出了什么、在哪里、怎样读的。",
    "ADDRESS is table.row.column, such as requests.new_received.total; `govinfo dictionary` lists "
    "them all.": (
        "“地址”为 table.row.column，如 requests.new_received.total；全部地址见 govinfo dictionary。"
    ),
    "Read many files into tables in a folder.": "读取大量文件，写成文件夹中的数据表。",
    "The tables are reports, figures, claims, notes and findings, and comparable, the panel over "
    "the years; xlsx and dta have one row per report as well, in wide, and the databases have wide "
    "as a view. A run that was stopped goes on where it was; a file that has not changed is not "
    "read again.": (
        "数据表有 reports、figures、claims、notes、findings，以及历年可比的面板数据 comparable；"
        "xlsx 和 dta 另有每份报告一行的 wide，数据库则有视图 wide。中断的运行从断处继续；没有变化的"
        "文件不重新读取。"
    ),
    "List the variables of the tables: names, labels, units, forms, and what may be compared.": (
        "列出数据表的变量：名称、标签、单位、格式，以及可否比较。"
    ),
    "List the statutory forms that are known.": "列出已知的法定格式。",
    "List the rules, or tell all about one; with a FILE, also what it comes to there.": (
        "列出规则，或详述一条；给出文件时，并说明该规则在其中的结果。"
    ),
    "json is what `govinfo check --rules` reads: leave rules out to switch them off, change "
    "severities, add sums.": (
        "json 可供 govinfo check --rules 读取：删去规则即停用，也可改动严重程度、增加合计。"
    ),
    "List the adapters, in the order they are asked.": "按询问次序列出适配器。",
    "With --explain, each has its score from 0 to 1 for the text of a file, and what it saw "
    "there; the surest reads. If its reading is not complete, the readings that competed "
    "follow.": (
        "加 --explain 时，列出各适配器对文件的评分（0 到 1）和所见；评分最高者读取。如读得不全，再"
        "列出参与比较的各种读法。"
    ),
    "Tell which cells to change so that every sum holds, the likeliest change first.": (
        "说明改动哪些格可使勾稽关系全部成立，最可能的在前。"
    ),
    "A report that breaks no sum has none. + is what speaks for a change, - what speaks against "
    "it. json gives the changes as data.": (
        "勾稽关系没有不成立的，就没有改法。+ 为支持这一改法的依据，- 为不利的依据。json 以数据给出"
        "改法。"
    ),
}
"""What each command does, a paragraph each."""

_OPTIONS = {
    "Read with this adapter; see `govinfo adapters`.": "用这一适配器读取，见 govinfo adapters。",
    "Language of all that is printed.": "所有输出的语言。",
    "Language of all that is printed; by default that of the locale, or Chinese.": (
        "所有输出的语言；默认按系统区域设置，否则为中文。"
    ),
    "Write to this file.": "写入这一文件。",
    "Rules to apply, in the form of `rules --format json`.": (
        "所用的规则，形式同 rules --format json。"
    ),
    "Findings to pass over, in the form of `check --format dismissals`.": (
        "不再提示的结果，形式同 check --format dismissals。"
    ),
    "List what could not be assessed as well.": "一并列出无法核对的。",
    "The folder of the tables.": "数据表所在的文件夹。",
    "How many processes read; by default one for each processor.": (
        "读取的进程数，默认与处理器数相同。"
    ),
    "Proof-read the text too: doubled words, brackets, numbering.": (
        "一并校对文字：重复的词、括号、序号等。"
    ),
    "Write to this file: .html for the page, .docx for the document.": (
        "写入这一文件：.html 为网页，.docx 为文档。"
    ),
    "Apply no rules.": "不作核对。",
    "Read everything again, also what an earlier run has read.": "全部重新读取，包括以前读取过的。",
    "Tell what each says of this file.": "说明各适配器对这一文件的判断。",
    "Show the version and exit.": "显示版本。",
    "Show this message and exit.": "显示帮助。",
    "default: {value}": "默认：{value}",
    "By default as the file name of OUT ends, or {format}.": (
        "默认按输出文件的扩展名，否则为 {format}。"
    ),
    "required": "必需",
    "x>={least!n}": "不小于 {least!n}",
    "{help!t}  [{more!t}]": "{help!t}[{more!t}]",
    "[{more!t}]": "[{more!t}]",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Usage:": "用法：",
}
"""The options, and the headings of help."""

_MISUSE = {
    "Try '{command} {option}' for help.": "帮助：{command} {option}",
    "Error: {message!o}": "错误：{message!o}",
    "Aborted!": "已中止。",
    "Missing argument {name!r}.": "缺少参数{name!r}。",
    "Missing option {name!r}.": "缺少选项{name!r}。",
    "Missing option {short!r} / {name!r}.": "缺少选项{short!r}（{name!r}）。",
    "Missing command.": "缺少命令。",
    "Invalid value: {message!o}": "取值不当：{message!o}",
    "Invalid value for {name!r}: {message!o}": "{name!r}取值不当：{message!o}",
    "Invalid value for {short!r} / {name!r}: {message!o}": (
        "{short!r}（{name!r}）取值不当：{message!o}"
    ),
    "{value!r} is not one of {names!l}.": "{value!r}不是 {names!l} 之一。",
    "{value!r} is not one of {names!l}. {hint!t}": "{value!r}不是 {names!l} 之一。{hint!t}",
    "{value!r} is not a valid integer range.": "{value!r}不是整数。",
    "{value!r} is not a valid integer.": "{value!r}不是整数。",
    "{value!n} is not in the range x>={least!n}.": "{value!n} 小于 {least!n}。",
    "No such option {name!r}.": "没有选项{name!r}。",
    "No such option {name!r}. {hint!t}": "没有选项{name!r}。{hint!t}",
    "No such option: {name}": "没有选项 {name}。",
    "No such option: {name} {hint!t}": "没有选项 {name}。{hint!t}",
    "Did you mean {names!l}?": "是否指 {names!l}？",
    "Did you mean one of: {names!l}?": "是否指 {names!l}？",
    "(Possible options: {names!l})": "是否指 {names!l}？",
    "(Did you mean one of: {names!l}?)": "是否指 {names!l}？",
    "No such command {name!r}. {hint!t}": "没有命令{name!r}。{hint!t}",
    "The commands are {names!l}.": "命令有 {names!l}。",
    "Got unexpected extra argument ({names})": "多出参数：{names}",
    "Got unexpected extra arguments ({names})": "多出参数：{names}",
    "Option {name!r} requires an argument.": "选项{name!r}需要一个值。",
    "Option {name!r} does not take a value.": "选项{name!r}不带值。",
    "File {name!r} does not exist.": "文件{name!r}不存在。",
    "File {name!r} is a directory.": "{name!r}是文件夹，需要文件。",
    "Directory {name!r} is a file.": "{name!r}是文件，需要文件夹。",
    "Path {name!r} does not exist.": "路径{name!r}不存在。",
    "there is no rule {name!r}. {hint!t}": "没有规则{name!r}。{hint!t}",
    "Path {name!r} is not readable.": "{name!r}没有读取权限。",
    "File {name!r} is not readable.": "文件{name!r}没有读取权限。",
    "this folder cannot be read: {error!o}. Change its permissions.": (
        "这个文件夹无法读取：{error!o}。请更改其权限。"
    ),
    "no file in this folder is to be read; hidden ones, and what govinfo wrote, are passed over. "
    "Name another folder, or the files.": (
        "这个文件夹中没有要读的文件；隐藏文件和 govinfo 写出的文件不读。请给出其他文件夹，或逐个给"
        "出文件。"
    ),
    "{file} cannot be read: {error!o}. {hint!t}": "{file} 无法读取：{error!o}。{hint!t}",
    "{file} is no text in UTF-8: byte {byte} at {place!n} does not fit. Name another file, or "
    "save it as UTF-8.": (
        "{file} 不是 UTF-8 文本（第 {place!n} 字节 {byte} 不符）。请给出别的文件，或另存为 UTF-8。"
    ),
    "{file}: {message!t}": "{file}：{message!t}",
    "{output} is read as well ({source}), and writing would destroy it. Give the output "
    "another name.": ("{output} 同时又是来源（{source}），写入会毁掉它。请给输出另取名称。"),
    "{output} cannot be written: {error!o}. {hint!t}": "{output} 无法写入：{error!o}。{hint!t}",
    "standard output cannot be written: {error!o}. {hint!t}": (
        "标准输出无法写入：{error!o}。{hint!t}"
    ),
    "Write elsewhere.": "请写到别处。",
    "Make the folder {folder!r} first, or write elsewhere.": (
        "请先建立文件夹{folder!r}，或写到别处。"
    ),
    "{folder!r} is no folder; write elsewhere.": "{folder!r}不是文件夹，请写到别处。",
    "Name a file in that folder.": "请给出该文件夹中的文件名。",
    "A new file is written beside the old one, in {folder!r}, and then takes its name: both "
    "must be yours to write. Write elsewhere, or change their permissions.": (
        "新文件先写在旧文件旁边（{folder!r}），再取代其名称，两者都须有写入权限。请写到别处，或更改"
        "权限。"
    ),
    "warning: {message!o}": "警告：{message!o}",
    "{some!n} of {all!n} dismissals match no finding: {names!l}": (
        "忽略清单的 {all!n} 条中有 {some!n} 条没有对应的结果：{names!l}"
    ),
    "no": "否",
    "comments are written into one document; name one FILE, or write a page (.html)": (
        "批注写入一份文档；请只给出一个文件，或写成网页（.html）"
    ),
    "{output} must end with .html for a page, or with .docx for a Word document": (
        "{output} 应以 .html（网页）或 .docx（Word 文档）结尾"
    ),
    "the rule has nothing to say of this report": "该规则不涉及这份报告",
    "{output} is written; open it in a browser.": "已写入 {output}，请用浏览器打开。",
    "{output} is written; its comments say what to change.": (
        "已写入 {output}，怎样改见其中的批注。"
    ),
    "{done!n} of {total!n} sources, {rate!t}": "{total!n} 个来源已处理 {done!n} 个，{rate!t}",
    "{rate!n} a second, {none!n} without a report": ("每秒 {rate!n} 个，{none!n} 个没有读出报告"),
    "{rate!n} a second, {time} left, {none!n} without a report": (
        "每秒 {rate!n} 个，尚需 {time}，{none!n} 个没有读出报告"
    ),
}
"""What is wrong with arguments and with what is written."""

METAVARS: Mapping[str, str] = {
    "OPTIONS": "选项",
    "COMMAND": "命令",
    "ARGS": "参数",
    "FILE": "文件",
    "FOLDER": "文件夹",
    "ADDRESS": "地址",
    "NAME": "名称",
    "OUT": "文件",
    "ID": "编号",
    "INTEGER RANGE": "整数",
    "BEFORE": "旧文件",
    "AFTER": "新文件",
    "PAGE": "页面",
}
"""What stands for a value in usage and help."""
_METAVAR = re.compile(r"(?<![\w.-])(?:INTEGER RANGE|[A-Z]{2,})(?![\w-])")

_WORDS = Catalogue({**SENTENCES.sentences, **_COMMANDS, **_OPTIONS, **_MISUSE})


def in_words(text: str, lang: Lang) -> str:
    """Return a sentence in the language that is spoken; words of another program stay."""
    if lang == "en":
        return text
    found = _WORDS.chinese(text)
    return text if found is None else found


def usage_in_words(usage: str, lang: Lang) -> str:
    """Return the line of usage, or the name of an option, with its values in that language."""
    if lang == "en":
        return usage
    return _METAVAR.sub(lambda match: METAVARS.get(match[0], match[0]), usage)
