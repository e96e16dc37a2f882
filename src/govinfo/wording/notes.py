"""The sentences of the reader: notes, the reasons of numbers unread, and how adapters recognise."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["NOTES"]

_TABLES = {
    # accidents
    "{rows!l}: {what!t}. The sums hold when this is undone; the {cells!n} cells have no "
    "value, and what they may hold are candidates": (
        "{rows!l}：{what!t}。还原之后勾稽关系成立；所涉 {cells!n} 格不取值，可能的数字列为候选"
    ),
    "{rows!l} and {more!n} more: {what!t}. The sums hold when this is undone; the {cells!n}"
    " cells have no value, and what they may hold are candidates": (
        "{rows!l}等，另有 {more!n} 行：{what!t}。还原之后勾稽关系成立；所涉 {cells!n} 格"
        "不取值，可能的数字列为候选"
    ),
    "each digit of these figures stands twice, as bold type that is drawn twice leaves it": (
        "这些数字的每一位都重复了一次，如同加粗字体重叠印出"
    ),
    "two columns of the table changed places": "表中有两列互换了位置",
    "a column of the table is lost: those behind it stand one column further left": (
        "表中缺了一列，其后各列左移了一列"
    ),
    "a row lost a zero: the figures behind it stand one column further left": (
        "有一行缺了一个零，其后的数字左移了一列"
    ),
    "the last figures of a row, from a second line, stand before its first ones": (
        "有一行折成两行，末尾的数字排到了开头的前面"
    ),
    # the annex
    "{text!r} is no number that could be read": "{text!r}不是可以识读的数字",
    "{text!r} stands in a column that {form} does not have": "{text!r}所在的列是 {form} 没有的",
    "{row}: {digits!r} may be several pairs of figures, or one figure beside a blank cell": (
        "{row}：{digits!r}可能是几对数字，也可能是一个数字和一个空白格"
    ),
    "{row}: {digits!r} may be the number of a page beside a blank cell": (
        "{row}：{digits!r}可能是页码，其单元格为空白"
    ),
    "{row}: {digits!r} is split into {first} and {second}; the sums of the annex, or the "
    "prose, leave no other way": (
        "{row}：{digits!r}拆为 {first} 和 {second}；按附表的合计或正文，没有别的拆法"
    ),
    "a row of the annex is printed again, with {text!r}": "附表有一行再次出现，数字为{text!r}",
    "this is the beginning of an annex of statistics, but its rows could not be separated": (
        "这里是统计附表的表头，但各行无法分开"
    ),
    "the column headings of the annex do not say what its columns are: {heads!r}": (
        "从附表的表头看不出各列是什么：{heads!r}"
    ),
    "figures stand above the first label of the annex: they may precede their labels": (
        "附表第一个项目名称之前就有数字，数字可能排在名称之前"
    ),
    "{label!r} is no row of {form}: {values} {unit}": (
        "{form} 没有{label!r}这一行，其数字为 {values}{unit}"
    ),
    "the labels of these rows come from memory, not from the form itself: {rows!l}": (
        "这些行的名称未经格式原文核对：{rows!l}"
    ),
    "figures stand behind the heading {heading!r}: they may stand before their labels": (
        "标题{heading!r}之后就是数字，数字可能排在项目名称之前"
    ),
    "a figure begins with 0: it may be two figures, of columns without headings": (
        "有一个数字以 0 开头，可能是没有表头的两列中的两个数字"
    ),
    "figures do not stand behind their labels; nothing shows where they belong": (
        "数字不在项目名称之后，无从判断属于哪一格"
    ),
    "the label of {row} has no cells behind it": "{row} 的名称之后没有单元格",
    "{row}: {figures!n} figures for {columns!n} columns": (
        "{row}：{figures!n} 个数字，{columns!n} 列"
    ),
    "the columns of the annex are headed {year}, and the report is about {own}: the annex may "
    "be that of another year": ("附表表头为 {year} 年，报告为 {own} 年，附表可能是别的年度的"),
    # rows and cells
    "{row} is printed more than once, with different figures": "{row} 不止一次出现，且数字不同",
    "{label!r} is no row of {form} here; its figures are not read": (
        "{label!r}不是 {form} 此处的行，其数字未读取"
    ),
    "figures stand here without a label; they are not read": "此处的数字没有项目名称，未读取",
    "{text!r} is no number for a cell below {column}": "{text!r}不是“{column}”一列可填的数字",
    "a row of {other} in a {form} report: {row}": "{form} 的报告中有 {other} 的一行：{row}",
    "{address} is printed in rows of two forms, with different figures": (
        "{address} 出现在两种格式的行中，且数字不同"
    ),
    "the labels of the tables are in the text, but the cells cannot be separated": (
        "文中有表格的项目名称，但各单元格无法分开"
    ),
    "the labels of {table} are in the text, but none of its cells is read": (
        "文中有 {table} 的项目名称，但一格也没有读出"
    ),
    "the document has no statutory table; {form} is chosen by headings and year": (
        "文中没有法定表格；按标题和年度定为 {form}"
    ),
    "{text!r} is no number that could be read; it may stand for {value}": (
        "{text!r}不是可以识读的数字，可能是 {value}"
    ),
    "{text!r} is read as {value}: its row keeps {identity} with it": (
        "{text!r}读作 {value}，如此该行合于勾稽关系 {identity}"
    ),
    "the form has no part {part!r}: its figures have no address": (
        "格式没有{part!r}这一部分，其中的数字没有对应的单元格"
    ),
    "{row} has {figures!n} figures and {blanks!n} blanks where the form has {cells!n} cells; "
    "{why!t}": ("{row} 有 {figures!n} 个数字、{blanks!n} 处空白，格式为 {cells!n} 格；{why!t}"),
    "its column headings are others, or in another order": "其表头与格式不同，或次序不同",
    "its columns have another order than the form, or others among them": (
        "其各列次序与格式不同，或夹有别的列"
    ),
    "numbers stand below the row without a label: its own may go on there": (
        "该行之下有没有名称的数字，可能是该行的接续"
    ),
    "the figures do not stand under its column headings": "数字没有对在表头之下",
    "no column heading stands above it, and the blank may be the border of the table": (
        "其上没有表头，空白也可能只是表格的边线"
    ),
    "blank cells leave nothing behind on this page, and the figures do not add up: some may "
    "be those of other cells": ("此页的空白格没有留下痕迹，数字又不相加，有的可能属于别的单元格"),
    "another label and words stand before its own, which may be words in a cell": (
        "同一行前面另有行标签和文字，该行标签可能是单元格中的文字"
    ),
    "its blanks may be borders, and the rest of its figures may be lost": (
        "其中的空白可能是表格的边线，其余数字可能已丢失"
    ),
    "it is not certain which figure is in which cell": "无法确定哪个数字在哪一格",
    "{row} has words among its figures, and sums of its cells break: a figure may be lost, and "
    "others in its place": "{row} 的数字之间有文字，其合计又不成立：可能缺了一个数字，其余的错了位",
    "{text!r} is read as the label of {row}": "{text!r}读作 {row} 的名称",
    "a line of {year} stands here; the report is about {own}, and it is not read": (
        "此处有一行是 {year} 年的，报告为 {own} 年，该行未读取"
    ),
    "the page hides all that is read here, until a script shows it": (
        "网页起初隐藏了这里读取的全部内容，要由脚本显示"
    ),
    "rows stand here once more, with the same figures as above: {count}": (
        "此处有 {count} 行重复刊印，数字与前面相同"
    ),
    "{row} stands only in a second printing of the table, which may be that of another year "
    "or body": ("{row} 只见于该表的第二次刊印，可能属于别的年度或机关"),
    "{row} adds up in the order that the column headings seem to have, and most rows of its "
    "table do not: it may do so by chance": (
        "{row}按表头看似的次序合计相符，而该表多数行按此次序不符，相符可能只是巧合"
    ),
    "figures stand above the label of {row}: it is not certain whether they precede or follow "
    "their labels": ("{row} 的名称之前就有数字，无法确定数字排在名称之前还是之后"),
    "{row} has several figures in one cell; they are read one by one: there are {count!n}, as "
    "the form has cells, and they add up": (
        "{row} 的一格中有几个数字，逐个读取：共 {count!n} 个，与格式的格数相同，且合计相符"
    ),
    "the figures of table 4 do not add up in the order of its column headings": (
        "第四部分的表，数字按表头的次序不能相加"
    ),
    "the column headings of table 4 stand in another order than the form has them": (
        "第四部分的表，表头次序与格式不同"
    ),
    "table 4 has {figures!n} figures where the form has {cells!n} cells; it is not certain "
    "which figure is in which cell": (
        "第四部分的表有 {figures!n} 个数字，格式为 {cells!n} 格；无法确定哪个数字在哪一格"
    ),
    "two lines of values stand below the column headings of table 4: {count!n} figures": (
        "第四部分的表，表头之下有两行数字，共 {count!n} 个"
    ),
    "table 4 has no column headings; its 15 figures add up in the order of the form": (
        "第四部分的表没有表头，十五个数字按格式的次序可以相加"
    ),
    "the values of table 4 are named for years, and none is surely the report's": (
        "第四部分的表按年度列出数字，无法确定哪一年是本报告的"
    ),
    "the text ends with the {figure} of {address}: if it was cut there, the number may have "
    "gone on; if it was not, end it with a line break": (
        "文本以 {address} 的 {figure} 结尾：如在此被截断，数字可能没有完；如未被截断，请在末尾加一"
        "个换行"
    ),
    "{row}: {why!t}": "{row}：{why!t}",
    "its columns stand in another order than the form has them": "其各列次序与格式不同",
    "its figures add up in more than one order": "其数字按不止一种次序可以相加",
    "its figures do not add up in the order of the page, and may do so in another": (
        "其数字按页面次序不能相加，按别的次序则有可能"
    ),
    "the figures of table 4 add up in no order; they are read in that of the page": (
        "第四部分的表，数字按任何次序都不能相加，按页面次序读取"
    ),
    "the order of its figures is not certain, and no total shows it": (
        "其数字的次序无法确定，也没有合计可以印证"
    ),
    "its rows or its columns stand in another order than the form has them": (
        "其各行或各列次序与格式不同"
    ),
    "its table has {figures!n} figures for {cells!n} cells, away from their labels": (
        "该表有 {figures!n} 个数字，格式为 {cells!n} 格，数字又与名称分离"
    ),
    # digits that run together
    "the column headings of {row} stand in another order than the form has them; its figures stand "
    "together and are not read": ("{row} 的表头次序与格式不同，其数字连在一起，未读取"),
    "{row}: {run!r} is not cut into {cells!n} cells": "{row}：{run!r}没有切分为 {cells!n} 格",
    "{row}: {run!r} can be cut into {cells!n} cells in {ways!t} ways; {what!t}": (
        "{row}：{run!r}切分为 {cells!n} 格有 {ways!t} 种方式；{what!t}"
    ),
    "too many": "过多",
    "{count!n}": "{count!n}",
    "{count!n} of these are left": "仍有 {count!n} 种可能",
    "{identities!l} leave one": "合于勾稽关系 {identities!l} 的只有一种",
    "{identities!l} alone leaves one": "单凭 {identities!l} 即只剩一种",
    "{identities!l} alone leave one": "单凭 {identities!l} 即只剩一种",
    "{told!t}; the next best is {values}": "{told!t}；其次为 {values}",
    "the figures of {rows!l} stand together behind their labels": "{rows!l} 的数字连在名称之后",
    "table 2 has no totals that would show a lost blank cell or page number in {rows!l}": (
        "第二部分的表没有合计，{rows!l} 中如缺空白格或混入页码则无从发现"
    ),
    "every way to cut table 3 breaks identities; the best breaks {count!n}": (
        "第三部分的表无论怎样切分都有勾稽关系不成立，最好的也有 {count!n} 条不成立"
    ),
    "table 3 has too many segmentations, or broken identities, to compare them all": (
        "第三部分的表切分方式过多，或不成立的勾稽关系过多，未能逐一比较"
    ),
}
"""Of tables and their cells."""

_HEADS = {
    "the page names only the day of its last update: it may be older": (
        "页面只有更新日期，实际发布可能更早"
    ),
    "{what!t} reads {text!r}: it ends before it begins": "{what!t}为{text!r}，止日早于起日",
    "{what!t} reads {text!r}: it has lost words, and stays without a value": (
        "{what!t}为{text!r}，有字缺失，不取值"
    ),
    "the period": "统计期限",
    "the day of the signature": "落款日期",
    "a date among the header fields": "页首栏目中的日期",
    "the year is taken to be {year}; the introduction also names {others!l}": (
        "年度取为 {year}；引言中另有 {others!l}"
    ),
    "another report stands in the source, {title!r}; nothing was read from it here. "
    "`parse_all` returns every report of a source": (
        "来源中另有一份报告，{title!r}，此处未读取；parse_all 可返回一个来源中的全部报告"
    ),
    "another report stands in the source, {title}; nothing was read from it here. `parse_all` "
    "returns every report of a source": (
        "来源中另有一份报告（{title}），此处未读取；parse_all 可返回一个来源中的全部报告"
    ),
    "read from {where!t}; {count!n} more records or attachments hold texts, which are not "
    "read. `parse_all` returns the report of each": (
        "读自{where!t}；另有 {count!n} 条记录或附件含有文本，未读取；parse_all 可返回每一条的报告"
    ),
    "{where!t} is not read: {error!o}": "{where!t}未读取：{error!o}",
    "the field {path!r}": "字段{path!r}",
    "the string": "其中的字符串",
    "part {number!n} ({kind})": "第 {number!n} 部分（{kind}）",
    "{address} may be {values!l}: {why!t}": "{address} 可能是 {values!l}：{why!t}",
    "{count!n} cells, from {first} to {last}, have several values: {why!t}": (
        "{first} 至 {last} 共 {count!n} 格有几种数字：{why!t}"
    ),
    "readings that explain the text equally well differ in it": "几种读法同样说得通，在此处不同",
    "the adapter {adapter} is surer of the text, and cannot decide": (
        "适配器 {adapter} 对文本更有把握，但此处也无法判断"
    ),
    "the adapter {adapter} is surer of the text, and reads it otherwise": (
        "适配器 {adapter} 对文本更有把握，而它在此处读得不同"
    ),
    "the adapters {own} and {other} were equally sure, and read the same values": (
        "适配器 {own} 和 {other} 同样有把握，读出的数字相同"
    ),
}
"""Of the head of a report, and of several reports or readings of one source."""

_CHARACTERS = {
    "{found!t} The document itself declares {encoding}.": "{found!t}文档自身声明为 {encoding}。",
    "There is no byte-order mark; the zero bytes say {encoding}.": (
        "没有字节序标记；从零字节看是 {encoding}。"
    ),
    "Decoded as {encoding}, but {failure!t}; what could not be decoded reads U+FFFD, {count!n}"
    " in all. Look at the source there, or fetch it again.": (
        "按 {encoding} 解码，但{failure!t}；不能解码之处记作 U+FFFD，共 {count!n} 处。请查看原件该"
        "处，或重新获取。"
    ),
    "Decoded as {encoding}, but {failure!t}; what could not be decoded reads U+FFFD, {count!n}"
    " in all.": ("按 {encoding} 解码，但{failure!t}；不能解码之处记作 U+FFFD，共 {count!n} 处。"),
    "Decoded as {encoding}, but {others!l} would fit nearly as well.": (
        "按 {encoding} 解码，但 {others!l} 也几乎同样说得通。"
    ),
    "byte {byte} at {place!n} ({reason})": "第 {place!n} 字节 {byte} 不能解码",
    "the numbers of pages {first} to {last} are no figures, and are left out": (
        "第 {first} 至 {last} 页的页码不是表中数字，已略去"
    ),
    "{was} are digits of another script, and are read as {now}": (
        "{was} 是别种文字的数字，读作 {now}"
    ),
    "{message!t}; more cells below are read in the same way": "{message!t}；以下还有单元格同样处理",
    "{marks} is struck out {outcome!t}": "{marks} 已划去，{outcome!t}",
    "{marks} stands raised or lowered beside the figure, as a footnote mark does, {outcome!t}": (
        "{marks} 在数字旁为上标或下标，如同注号，{outcome!t}"
    ),
    "{marks} is hidden from a reader of the page {outcome!t}": (
        "{marks} 是页面上看不到的，{outcome!t}"
    ),
    "{marks} is a footnote mark {outcome!t}": "{marks} 是注号，{outcome!t}",
    "{marks} stands raised beside the figure, as a footnote mark does, {outcome!t}": (
        "{marks} 在数字旁为上标，如同注号，{outcome!t}"
    ),
    "and is no part of it: the cell is read as {rest!r}": "不属于数字，此格读作{rest!r}",
    "and nothing else stands there, so no number is read": "此外没有别的内容，不取值",
    "and is not read": "未读取",
    "the cell is blank": "此格为空白",
    "in {text!r} the character before the gloss has lost one of its two bytes": (
        "{text!r}中注音之前的字缺了两个字节中的一个"
    ),
    "{old!r} is read as {new!r}, the only character with this gloss and this second byte": (
        "{old!r}读作{new!r}，合于此注音和第二个字节的只有这一个字"
    ),
    "{old!r} is read as {new!r}: its bytes were cut in the wrong places, and its ends are "
    "inferred": ("{old!r}读作{new!r}：字节切错了位置，首尾为推定"),
    "{old!r} is read as {new!r}: its bytes were cut in the wrong places, and its ends are "
    "inferred, and {more!n} more places like it": (
        "{old!r}读作{new!r}：字节切错了位置，首尾为推定；类似之处另有 {more!n} 处"
    ),
    "this is {right} that was read as {wrong!o}, decoded again": (
        "此处是 {right}，被误读为 {wrong!o}，已重新解码"
    ),
    "this is {right} that was read as {wrong!o}, decoded again; {lost!n} of its characters "
    "are lost, and U+FFFD stands for each": (
        "此处是 {right}，被误读为 {wrong!o}，已重新解码；其中 {lost!n} 个字已缺失，各记作 U+FFFD"
    ),
    "another code page": "别的代码页",
    "{count!n} of the characters decoded again here had lost a byte; their other bytes show "
    "which it was": ("此处重新解码的字中有 {count!n} 个缺了一个字节，由其余字节可知原字"),
    "{words!r} was lost here; the figures around it show what it was": (
        "此处缺了{words!r}，由前后的数字可知"
    ),
    "{words} was lost here; the figures around it show what it was": (
        "此处缺了“{words}”，由前后的数字可知"
    ),
    "{count!n} character is lost here; U+FFFD stands for each": (
        "此处缺失 {count!n} 个字，记作 U+FFFD"
    ),
    "{count!n} characters are lost here; U+FFFD stands for each": (
        "此处缺失 {count!n} 个字，各记作 U+FFFD"
    ),
}
"""Of encodings and characters."""

_DOCUMENTS = {
    "{text!r} is hidden, and is not read": "{text!r}是隐藏文字，未读取",
    "{text!r} was deleted while changes were tracked, and is not read": (
        "{text!r}在修订中已删除，未读取"
    ),
    "the sheet {sheet!r} is hidden, and is not read": "工作表{sheet!r}已隐藏，未读取",
    "the sheet {sheet!r} has {count!n} cells that are hidden, such as {text!r}; they are not "
    "read": ("工作表{sheet!r}有 {count!n} 个隐藏的单元格，如{text!r}，未读取"),
    "the sheet {sheet!r} has {count!n} cells that are hidden, such as {text}; they are not read": (
        "工作表{sheet!r}有 {count!n} 个隐藏的单元格，如 {text}，未读取"
    ),
    "page {page!n} has more than {most!n} things drawn on it; its text is not read": (
        "第 {page!n} 页所绘对象超过 {most!n} 个，其文字未读取"
    ),
    "page {page!n} is a picture without text; whatever stands on it is not read": (
        "第 {page!n} 页是图片，没有文字，其上的内容未读取"
    ),
    "the text of page {page!n} is invisible: character recognition laid it there": (
        "第 {page!n} 页的文字不可见，是文字识别附上的"
    ),
    "the tables have no lines around their cells; only space divides the cells": (
        "表格没有框线，单元格之间只有间距"
    ),
    "page {page!n}: {text!r} is struck out, and is not read": (
        "第 {page!n} 页：{text!r}已划去，未读取"
    ),
    "page {page!n}: {text!r} is a raised or lowered mark, and is not read as a part of the "
    "number beside it": ("第 {page!n} 页：{text!r}是上标或下标，不作为旁边数字的一部分"),
    "page {page!n}: {text!r} is covered, invisible or outside of the page, and is not read": (
        "第 {page!n} 页：{text!r}被遮盖、不可见或在页面之外，未读取"
    ),
}
"""Of the documents of office programs and PDF."""

_UNREAD = {
    "the number stands in words, where the form has none": "该数字在文字之中，格式此处没有数字",
    "no label stands before the number": "该数字之前没有项目名称",
    "the row {label!r} has more numbers than the form has cells, or is printed again": (
        "{label!r}一行的数字多于格式的格数，或重复刊印"
    ),
    "{label!r} is no row of {form}": "{form} 没有{label!r}这一行",
    "it stands between two cells": "该数字在两格之间",
    "no row of the annex has a cell for the number": "附表各行都没有该数字的格",
    "no thing that it counts is known": "不知所计为何",
    "a part of a number": "是一个数字的一部分",
}
"""Why a number is in no cell, and in no claim."""

_READINGS = {
    "heads, labels and figures run into each other": "表头、名称和数字连在一起",
    "numbers stand side by side, set apart by spaces": "数字并排，以空格分开",
    "numbers stand one below the other, apart from their labels, as plain pdftotext leaves them": (
        "数字逐行排列，与名称分离，如同由 pdftotext 转出"
    ),
    "labels and cells with numbers, divided by commas, tabs or semicolons": (
        "名称和数字以逗号、制表符或分号分开"
    ),
    "cells in a frame that is drawn": "单元格在字符画成的框中",
    "the tags of tables or paragraphs": "有表格或段落的标签",
    "a table of LaTeX": "有 LaTeX 表格",
    "a line of dashes under the head of a table": "表头之下有一行短横线",
    "running text, if nothing else": "若非其他，即为连续的文字",
    "the tags of OTSL before cells": "单元格之前有 OTSL 标签",
    "numbers stand side by side on one line, divided by pipes": "数字在一行中并排，以竖线分开",
    "numbers stand side by side on one line, divided by a few pipes": (
        "数字在一行中并排，有少数竖线"
    ),
    "labels and figures stand side by side on one line, divided by pipes": (
        "名称和数字在一行中并排，以竖线分开"
    ),
    "empty cells stand side by side on one line, divided by pipes": "空格在一行中并排，以竖线分开",
    "numbers stand side by side behind their labels, with one space between them": (
        "数字并排在名称之后，各隔一个空格"
    ),
    "numbers stand one below the other, each on a line of its own, behind a label": (
        "数字逐行排列在名称之后"
    ),
    "numbers stand one below the other, each on a line of its own": "数字逐行排列",
    "column heads stand one below the other, each on a line of its own": "表头逐行排列",
    "a table in the markup of a wiki": "有维基标记的表格",
    "taken: it explains most": "采用：说得通的最多",
    "taken: none reads any cell": "采用：各种读法都没有读出单元格",
    "it explains as much, and is less sure": "说得通的同样多，但把握较小",
    "it explains less": "说得通的较少",
}
"""What adapters see in a text, and what became of the readings that competed."""

NOTES: Mapping[str, str] = {
    **_TABLES,
    **_HEADS,
    **_CHARACTERS,
    **_DOCUMENTS,
    **_UNREAD,
    **_READINGS,
}
"""Every sentence of the reader."""
