"""The sentences of errors and warnings: what was found, where, what was wanted, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ERRORS"]

_SOURCES = {
    "{name!r}: {error!o}": "{name!r}：{error!o}",
    "A source must be text (str), a file's content (bytes), a path (os.PathLike) or an open "
    "file, not {type}.{hint!t}": (
        "来源应为文本（str）、文件内容（bytes）、路径（os.PathLike）或已打开的文件，而不是 {type}。"
        "{hint!t}"
    ),
    " Several go to `parse_many`, the rows of a table to `parse_grid`.": (
        "多个来源用 parse_many，表格的行用 parse_grid。"
    ),
    "{path!r} is a directory; a file was wanted. {hint!t}": (
        "{path!r}是文件夹，需要的是文件。{hint!t}"
    ),
    "It is empty.": "其中没有文件。",
    "Pass the files in it one by one.": "请逐个给出其中的文件。",
    "{path!r} cannot be read: {error!o}. {hint!t}": "{path!r}无法读取：{error!o}。{hint!t}",
    "{name!r} cannot be read: {error!o}. {hint!t}": "{name!r}无法读取：{error!o}。{hint!t}",
    "Nothing is fetched here: download it first.": "本程序不联网：请先下载。",
    "Check the path.": "请检查路径。",
    "Check the path; there is no folder {folder!r}.": "请检查路径：没有文件夹{folder!r}。",
    "Check the name; it was looked for in {folder!r}.": "请检查文件名：在{folder!r}中没有找到。",
    "Check the path; a part of it is a file, where a folder was wanted.": (
        "请检查路径：其中一段是文件，需要的是文件夹。"
    ),
    "Give this user the right to read it, close it in other programs, or copy it to another "
    "folder.": "请给予读取权限，或在别的程序中关闭它，或复制到另一个文件夹。",
    "If it is the text of a report, give it as it is, without Path(...).": (
        "若这就是报告的正文，请直接给出，不要写 Path(...)。"
    ),
    "`rules` is of type {type}, where rules by their ids were wanted. Give a dict made from "
    "govinfo.RULES, or leave it out for all rules.": (
        "规则应以编号为键给出，而不是 {type}。请由 govinfo.RULES 生成字典，或略去此参数以采用全部"
        "规则。"
    ),
    "`progress` is of type {type}; a function that is told how far it is was wanted.": (
        "接收进度的应为函数，而不是 {type}。"
    ),
    "{path!r} is no path: {error}. Check the path.": "{path!r}不是路径（{error}）。请检查路径。",
    "The open file {name!r} is not in the encoding it was opened with: {error}. Open it in "
    "binary mode, and its encoding will be found.": (
        "已打开的文件{name!r}与打开时所用的编码不符（{error}）。请以二进制方式打开，编码会自动判断"
        "。"
    ),
    "The open file {name!r} cannot be read: {error!o}. Open it again for reading.": (
        "已打开的文件{name!r}无法读取：{error!o}。请重新打开以供读取。"
    ),
    "The open file {name} cannot be read: {error!o}. Open it again for reading.": (
        "已打开的文件 {name} 无法读取：{error!o}。请重新打开以供读取。"
    ),
    "read() of the open file {name!r} gave {type}; str or bytes were wanted.": (
        "已打开的文件{name!r}的 read() 给出的是 {type}，需要 str 或 bytes。"
    ),
    "No encoding fits these {count!n} bytes (they begin with {start!r}); tried were:\n{lines!b}"
    "\nText in UTF-8, UTF-16, GB18030 or Big5 was wanted. Convert the source to UTF-8, or "
    "decode it yourself and pass a str.": (
        "没有一种编码适合这 {count!n} 个字节（开头为{start!r}）；试过：\n{lines!b}\n需要 UTF-8、"
        "UTF-16、GB18030 或 Big5 编码的文本。请将来源转为 UTF-8，或自行解码后给出 str。"
    ),
    "{byte!t}; {why!t}": "{byte!t}；{why!t}",
    "the byte-order mark says so, but {byte!t}": "字节顺序标记如此，但{byte!t}",
    "the zero bytes say so, but {share!n}% of its characters are common Chinese ones": (
        "零字节的位置如此，但只有 {share!n}% 的字是常用汉字"
    ),
    "{share!n}% of its characters are common Chinese ones, at least {least!n}% were wanted": (
        "只有 {share!n}% 的字是常用汉字，至少应有 {least!n}%"
    ),
    "the content is empty. Save or fetch the report again.": (
        "内容为空。请重新保存或下载这份报告。"
    ),
    "the text is empty. Give the text of the report, its bytes, or the path of its file as "
    "Path(...).": ("文本为空。请给出报告的文本、字节，或以 Path(...) 给出文件路径。"),
    "the text is what {what!t} holds, read as characters. Give its bytes, or its path as "
    "Path(...).": (
        "文本是将{what!t}的内容当作字符读出的。请给出其字节，或以 Path(...) 给出其路径。"
    ),
    "the content is only {text!r}, which {why!t}": "内容只有{text!r}，{why!t}",
    "{text!r} is a str, which is read as text, and {why!t}": "{text!r}是 str，按文本读取；{why!t}",
    "looks like the URL of a file. Give Path({path}) instead.": (
        "形似文件的网址，请改用 Path({path})。"
    ),
    "looks like a URL. Nothing is fetched here: download it, and give its content as bytes.": (
        "形似网址。本程序不联网：请先下载，再以 bytes 给出内容。"
    ),
    "looks like a path. Give Path({path}) instead.": "形似路径，请改用 Path({path})。",
    "is too short for a report. If it is the name of a file, give Path({path}).": (
        "作为报告过短。如是文件名，请用 Path({path})。"
    ),
    "the text is a report that was saved as JSON. Read it with govinfo.Report.from_json(text).": (
        "文本是存为 JSON 的报告，请用 govinfo.Report.from_json(text) 读取。"
    ),
    "the text looks like JSON. Take the text or the table out of it; a table goes to "
    "govinfo.parse_grid.": ("文本形似 JSON。请取出其中的文本或表格；表格用 govinfo.parse_grid。"),
    "the text looks like base64. Decode it, and give the bytes: parse(base64.b64decode(text)).": (
        "文本形似 base64。请解码后给出字节：parse(base64.b64decode(text))。"
    ),
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "No space left on device": "磁盘已满",
    "Input/output error": "读写出错",
    "File name too long": "文件名过长",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Read-only file system": "文件系统只读",
}
"""Of sources that are no report's text, or cannot be opened."""

_KINDS = {
    "The source is {what!t} (it begins with {start!r}), which is not read; a report's text "
    "was wanted. {advice!t}": (
        "来源是{what!t}（开头为{start!r}），不能读取；需要的是报告的文本。{advice!t}"
    ),
    "Open it in an office program and save it as .docx, PDF or plain text (UTF-8), or pass "
    "the rows of its tables to parse_grid.": (
        "请在办公软件中打开，另存为 .docx、PDF 或纯文本（UTF-8），或将表格的行交给 parse_grid。"
    ),
    "Open it in a spreadsheet and save it as .xlsx, or pass its rows to parse_grid.": (
        "请在电子表格软件中打开，另存为 .xlsx，或将各行交给 parse_grid。"
    ),
    "Recognise its characters (OCR), and read the text or the table that gives.": (
        "请先作文字识别（OCR），再读取所得的文本或表格。"
    ),
    "Unpack it, and read the files in it one by one, or all of them: `govinfo extract` takes the "
    "folder, parse_many their paths.": (
        "请解压，再逐个读取其中的文件；要一次读取全部，可将文件夹交给 govinfo extract，或将各文件的"
        "路径交给 parse_many。"
    ),
    "Open it, remove its password, and save it again.": "请打开，去掉密码，重新保存。",
    "Find the report as text, Word or PDF.": "请找到文本、Word 或 PDF 形式的报告。",
    "Convert it to PDF, and read that.": "请转为 PDF 再读取。",
    "Read it with pandas or pyarrow, and pass each text to parse.": (
        "请用 pandas 或 pyarrow 读取，再将每条文本交给 parse。"
    ),
    "Query it, and pass each text to parse, or several to parse_many.": (
        "请查询取出文本，逐条交给 parse，或一并交给 parse_many。"
    ),
    "Save it as .eml, .html or text.": "请另存为 .eml、.html 或文本。",
    "a rich-text document (.rtf)": "RTF 文档（.rtf）",
    "an RTF document": "RTF 文档",
    "a PDF document": "PDF 文档",
    "a Word document or another ZIP file": "Word 文档或别的 ZIP 文件",
    "a Word document (.docx)": "Word 文档（.docx）",
    "an Excel workbook (.xlsx)": "Excel 工作簿（.xlsx）",
    "an Excel workbook (.xlsb)": "Excel 工作簿（.xlsb）",
    "a PowerPoint presentation (.pptx)": "PowerPoint 演示文稿（.pptx）",
    "an OFD document": "OFD 文档",
    "an EPUB book": "EPUB 电子书",
    "an OpenDocument file (.odt, .ods)": "OpenDocument 文件（.odt、.ods）",
    "a ZIP archive that holds {name!r}": "ZIP 压缩包，内有{name!r}",
    "a ZIP archive of {count!n} files, such as {name!r}": (
        "ZIP 压缩包，内有 {count!n} 个文件，如{name!r}"
    ),
    "a PNG picture": "PNG 图片",
    "a JPEG picture": "JPEG 图片",
    "a GIF picture": "GIF 图片",
    "a TIFF picture": "TIFF 图片",
    "a WebP picture": "WebP 图片",
    "a BMP picture": "BMP 图片",
    "a HEIC or AVIF picture": "HEIC 或 AVIF 图片",
    "a video": "视频",
    "a DjVu document": "DjVu 文档",
    "a PostScript document (.ps)": "PostScript 文档（.ps）",
    "a gzip archive": "gzip 压缩包",
    "a bzip2 archive": "bzip2 压缩包",
    "an xz archive": "xz 压缩包",
    "a Zstandard archive": "Zstandard 压缩包",
    "a RAR archive": "RAR 压缩包",
    "a 7z archive": "7z 压缩包",
    "a tar archive": "tar 包",
    "a Parquet file": "Parquet 文件",
    "an SQLite database": "SQLite 数据库",
    "an Office document with a password (.docx, .xlsx)": "有密码的 Office 文档（.docx、.xlsx）",
    "an old Word or WPS document (.doc, .wps)": "旧版 Word 或 WPS 文档（.doc、.wps）",
    "an old Excel workbook (.xls, .et)": "旧版 Excel 工作簿（.xls、.et）",
    "an old Excel workbook (.xls)": "旧版 Excel 工作簿（.xls）",
    "an old PowerPoint presentation (.ppt)": "旧版 PowerPoint 演示文稿（.ppt）",
    "a message saved by Outlook (.msg)": "Outlook 存出的邮件（.msg）",
    "an old Microsoft Office document (.doc, .xls), or an encrypted new one": (
        "旧版 Office 文档（.doc、.xls），或加密的新版文档"
    ),
}
"""Of files of a kind that is not read."""

_DOCUMENTS = {
    "The source is {what!t} of {size!n} MiB; none above {most!n} MiB is opened. Take the "
    "pages of the report out of it, or leave its pictures out.": (
        "来源是 {size!n} MiB 的{what!t}，超过 {most!n} MiB 的不打开。请取出报告所在的页，或去掉图片"
        "。"
    ),
    "The document holds more than {most!n} characters; no report is nearly as long. Take the "
    "report out of it, and read that.": (
        "文档超过 {most!n} 字，没有报告这样长。请取出报告部分再读取。"
    ),
    "The source is a mail or a saved web page (MHTML) that holds {several!t}; a part with "
    "text or HTML was wanted. {advice!t}": (
        "来源是邮件或存出的网页（MHTML），其中有{several!t}；需要含文本或 HTML 的部分。{advice!t}"
    ),
    "The source is a mail or a saved web page (MHTML) that holds {several}; a part with text "
    "or HTML was wanted. {advice!t}": (
        "来源是邮件或存出的网页（MHTML），其中有 {several}；需要含文本或 HTML 的部分。{advice!t}"
    ),
    "nothing": "没有内容",
    "The source is a mail or a saved web page (MHTML) with {found!n} {what!t}; none with more "
    "than {most!n} is opened. {advice!t}": (
        "来源是邮件或存出的网页（MHTML），有 {found!n} {what!t}，超过 {most!n} 的不打开。{advice!t}"
    ),
    "parts": "个部分",
    "levels of parts within parts": "层嵌套",
    "bytes in one field of a header": "字节的头字段",
    "Save the page or the attachment by itself, and read that.": "请单独保存网页或附件，再读取。",
    "{name!r} in the {what!t} cannot be unpacked: {error}. Fetch it again, or open it in an "
    "office program and save it again, without a password.": (
        "{what!t}中的{name!r}无法解压（{error}）。请重新获取，或在办公软件中打开，去掉密码重新保存"
        "。"
    ),
    "{name!r} in the {what!t} is packed as no office program packs it. Save it again.": (
        "{what!t}中的{name!r}的压缩方式不是办公软件所用。请重新保存。"
    ),
    "{name!r} in the {what!t} unpacks to more than {most!n} MiB, which is more than any "
    "report has. Save the report in a document of its own.": (
        "{what!t}中的{name!r}解压后超过 {most!n} MiB，没有报告这样大。请将报告单独存为文档。"
    ),
    "The source is a ZIP archive with more than {most!n} entries; a {what!t} ({suffix}) was "
    "wanted, which has a few dozen. Take the report out of it.": (
        "来源是 ZIP 压缩包，条目超过 {most!n} 个；需要的是{what!t}（{suffix}），其条目只有几十个。"
        "请取出其中的报告。"
    ),
    "The source begins as a {suffix} file does, but its archive is broken: {error!o}. Fetch it "
    "again, or open it in an office program and save it again.": (
        "来源的开头与 {suffix} 文件相同，但已损坏（{error!o}）。请重新获取，或在办公软件中打开后重"
        "新保存。"
    ),
    "File is not a zip file": "压缩包不完整",
    "Bad CRC-32 for file {name!r}": "{name!r}的校验码不符",
    "The source is {kind!t}; a {what!t} ({suffix}) was wanted. Export it as .docx, .xlsx, PDF or "
    "plain text; the rows of its tables go to parse_grid.": (
        "来源是{kind!t}，需要的是{what!t}（{suffix}）。请导出为 .docx、.xlsx、PDF 或纯文本；表格的"
        "行可交给 parse_grid。"
    ),
    "The source is {kind!t}; the text of a report or a document was wanted. {advice!t}": (
        "来源是{kind!t}，需要的是报告的文本或文档。{advice!t}"
    ),
    "The source is an empty ZIP archive; the text of a report or a document was wanted. Fetch it "
    "again.": "来源是空的 ZIP 压缩包，需要的是报告的文本或文档。请重新获取。",
    "Word document": "Word 文档",
    "Excel workbook": "Excel 工作簿",
    "{what!t} unpacks to more than {most!n} MiB; no report needs as much. Print the pages of "
    "the report as a new PDF, without large pictures.": (
        "{what!t}解开后超过 {most!n} MiB，没有报告需要这样大。请将报告所在的页重新打印为 PDF，去掉"
        "大图片。"
    ),
    "The PDF document": "PDF 文档",
    "A stream of the PDF document": "PDF 文档的一个数据流",
    "The PDF document draws more than any report needs: a stream of it holds more than "
    "{most!n} MiB of drawing. Print the pages of the report as a new PDF, without maps and "
    "drawings.": (
        "PDF 文档的绘制内容超过任何报告所需：一个数据流超过 {most!n} MiB。请将报告所在的页重新打印"
        "为 PDF，去掉地图和图纸。"
    ),
    "The PDF document draws more than any report needs: a page of it names {count!n} streams "
    "with more than {most!n} MiB of drawing. Print the pages of the report as a new PDF, "
    "without maps and drawings.": (
        "PDF 文档的绘制内容超过任何报告所需：一页中的 {count!n} 个数据流超过 {most!n} MiB。请将报告"
        "所在的页重新打印为 PDF，去掉地图和图纸。"
    ),
    "The PDF document holds forms within forms that draw more than {most!n} MiB; no report "
    "needs as much. Print the pages of the report as a new PDF.": (
        "PDF 文档中层层嵌套的对象绘制超过 {most!n} MiB，没有报告需要这样大。请将报告所在的页重新打"
        "印为 PDF。"
    ),
    "The PDF document has more than {most!n} characters up to {where!t}; no report has nearly "
    "as many. Take the pages of the report out of it.": (
        "PDF 文档到{where!t}为止已超过 {most!n} 字，没有报告这样长。请取出报告所在的页。"
    ),
    "the document": "文档",
    "page {page!n}": "第 {page!n} 页",
    "The PDF document is encrypted; remove its password, and save it again.": (
        "PDF 文档已加密，请去掉密码后重新保存。"
    ),
    "The source begins as a PDF document does, but {where!t} is broken: {error!o} Fetch it "
    "again, or open it in a viewer and print it as a new PDF.": (
        "来源的开头与 PDF 文档相同，但{where!t}已损坏（{error!o}）。请重新获取，或在阅读器中打开后"
        "重新打印为 PDF。"
    ),
    "Failed to load document (PDFium: Data format error).": "格式有误",
    "Failed to load page.": "这一页无法打开",
    "The PDF document has {count!n} pages; none with more than {most!n} is read. Take the "
    "pages of the report out of it.": (
        "PDF 文档有 {count!n} 页，超过 {most!n} 页的不读取。请取出报告所在的页。"
    ),
    "The {count!n} pages of the PDF document may draw more than {most!n} MiB, as one of its "
    "streams is so long. Take the pages of the report out of it, and print them as a new PDF.": (
        "PDF 文档的一个数据流过长，{count!n} 页的绘制可能超过 {most!n} MiB。请取出报告所在的页，重"
        "新打印为 PDF。"
    ),
    "The PDF document has more than {most!n} things drawn on its pages up to {where!t}, the "
    "most for one of {size!n} bytes. Take the pages of the report out of it, and print them "
    "as a new PDF.": (
        "PDF 文档到{where!t}为止所绘对象超过 {most!n} 个，这是 {size!n} 字节的文档的上限。请取出报"
        "告所在的页，重新打印为 PDF。"
    ),
    "The fonts of the PDF document do not say which characters they draw: {unknown!n} of "
    "{count!n} are unknown. Recognise its characters (OCR), and read what that gives.": (
        "PDF 文档的字体没有说明所绘为何字：{count!n} 字中有 {unknown!n} 字未知。请先作文字识别（OCR"
        "），再读取所得。"
    ),
    "The PDF document shows no character: all {count!n} that it has are invisible, covered, "
    "struck out or off the page. Open it in a viewer; if its text is seen there, print it as "
    "a new PDF.": (
        "PDF 文档没有可见的文字：其中 {count!n} 字均不可见、被遮盖、已划去或在页面之外。请在阅读器"
        "中打开；如能看到文字，请重新打印为 PDF。"
    ),
    "page {page!n} has more than {most!n} things drawn on it; its text is not read, and no "
    "other page has text. Print the pages of the report as a new PDF, without drawings.": (
        "第 {page!n} 页所绘对象超过 {most!n} 个，其文字未读取，其他页也没有文字。请将报告所在的页重"
        "新打印为 PDF，去掉图纸。"
    ),
    "The PDF document {found!t}, and there are no characters to read. Recognise its "
    "characters (OCR), and read what that gives.": (
        "PDF 文档{found!t}，没有可以读取的文字。请先作文字识别（OCR），再读取所得。"
    ),
    "has no text on any page": "各页均没有文字",
    "is a scan: {pictures!n} of its {pages!n} pages are pictures": (
        "是扫描件：{pages!n} 页中有 {pictures!n} 页是图片"
    ),
    "is a scan: its only page is a picture": "是扫描件：仅有的一页是图片",
    "A sheet of the Excel workbook has more than {most!n} cells; no report has nearly as "
    "many. Take the tables of the report out of it.": (
        "Excel 工作簿的一张工作表超过 {most!n} 格，没有报告这样多。请取出报告的表格。"
    ),
    "The Excel workbook has a cell in column {column!n}; none beyond {most!n} is read. Take "
    "the tables of the report out of it.": (
        "Excel 工作簿有单元格在第 {column!n} 列，{most!n} 列之后不读取。请取出报告的表格。"
    ),
    "The Excel workbook has merged cells over more than {most!n} places. Take the tables of "
    "the report out of it.": ("Excel 工作簿的合并单元格超过 {most!n} 处。请取出报告的表格。"),
    "The Excel workbook has {count!n} sheets; none with more than {most!n} is read. Take the "
    "sheets of the report out of it.": (
        "Excel 工作簿有 {count!n} 张工作表，超过 {most!n} 张的不读取。请取出报告的工作表。"
    ),
    "The main part of the Word document is a {tag!r}, no w:document. {advice!t}": (
        "Word 文档的主体是{tag!r}，不是 w:document。{advice!t}"
    ),
    "The XML of the {what!t} is broken: {error}. {advice!t}": (
        "{what!t}的 XML 已损坏（{error}）。{advice!t}"
    ),
    "The XML of the {what!t} declares a DTD, which none may have. {advice!t}": (
        "{what!t}的 XML 声明了 DTD，这是不允许的。{advice!t}"
    ),
    "Open it in an office program and save it again.": "请在办公软件中打开后重新保存。",
    "{what!o} needs an optional dependency. Install it with: {command}": (
        "{what!o}需要可选的依赖。请安装：{command}"
    ),
    "reading {what!t}": "读取 {what!t}",
}
"""Of documents of office programs, PDF, mails and archives."""

_GENRE = {
    "this is no annual report on government information disclosure": (
        "这不是政府信息公开工作年度报告"
    ),
    "this is no annual report on government information disclosure: {hint!t}": (
        "这不是政府信息公开工作年度报告：{hint!t}"
    ),
    "a title line: none": "标题行：无",
    "a title line: {titles}": "标题行：{titles}",
    "a title line: {titles}, and {more!n} more": "标题行：{titles}，另有 {more!n} 行",
    "section headings: none": "各部分的标题：无",
    "section headings: {names!l}": "各部分的标题：{names!l}",
    "cells of the statutory tables: {count!n}": "法定表格的单元格：{count!n}",
    "the words 政府信息公开: {subject!t}; 年度报告 or 年报: {genre!t}": (
        "“政府信息公开”字样：{subject!t}；“年度报告”或“年报”：{genre!t}"
    ),
    "found": "有",
    "not found": "没有",
    "topics that every report speaks of: {some!n} of {all!n}": (
        "各报告必有的内容：{all!n} 项中有 {some!n} 项"
    ),
    "a notice about reports: no": "关于报告的通知：不是",
    "a notice about reports: {title}": "关于报告的通知：{title}",
    "an introduction that says a report follows: yes": "说明以下为报告的引言：有",
    "an introduction that says a report follows: no": "说明以下为报告的引言：没有",
    "heads of the statutory tables, run together: {found!t}": "连在一起的法定表头：{found!t}",
    "the text begins: {text!r}": "文本的开头：{text!r}",
    "the text is empty": "文本为空",
}
"""Of texts that are no report."""

_NAMES = {
    "Did you mean {names!l}?": "是否指 {names!l}？",
    "{form} has no cell {address!r}. {hint!t}": "{form} 没有单元格{address!r}。{hint!t}",
    "`report.values()` and `govinfo dictionary` list every address.": (
        "report.values() 和 govinfo dictionary 列出全部地址。"
    ),
    "an address is table.row.column, such as {address!r}: {told!t}": (
        "地址的形式为 table.row.column，如{address!r}：{told!t}"
    ),
    "an address is one text, such as {address!r}; found {found}. Join table, row and column "
    "by dots.": ("地址是一个文本，如{address!r}；现为 {found}。请用点连接表、行、列。"),
    "{form} has no cells; found {found}. Join table, row and column by dots.": (
        "{form} 没有单元格；现为 {found}。请用点连接表、行、列。"
    ),
    "there is no {what!t} {name!r}; there are {names!l}. {hint!t}": (
        "没有名为{name!r}的{what!t}；有 {names!l}。{hint!t}"
    ),
    "there is no {what!t} {name!r}; there are {names!l}.": (
        "没有名为{name!r}的{what!t}；有 {names!l}。"
    ),
    "there is no {what!t} {name!r}. {hint!t}": "没有名为{name!r}的{what!t}。{hint!t}",
    "there is no {what!t} {name!r}.": "没有名为{name!r}的{what!t}。",
    "there is no {what!t} {name}; there are {names!l}. {hint!t}": (
        "没有名为 {name} 的{what!t}；有 {names!l}。{hint!t}"
    ),
    "there is no {what!t} {name}; there are {names!l}.": (
        "没有名为 {name} 的{what!t}；有 {names!l}。"
    ),
    "there is no {what!t} {name}. {hint!t}": "没有名为 {name} 的{what!t}。{hint!t}",
    "there is no {what!t} {name}.": "没有名为 {name} 的{what!t}。",
    "rule": "规则",
    "form": "格式",
    "table": "表",
    "table of {form}": "{form} 的表",
    "adapter": "适配器",
    "indicator": "指标",
    "dialect": "样式",
    "`govinfo rules` lists them all.": "用 govinfo rules 列出全部。",
    "The keys of the rules that were applied are the ids.": "规则的编号即所用规则的键。",
    "{what!t} is {value!r}; it must be one of {names!l}. {hint!t}": (
        "{what!t}为{value!r}，只能是 {names!l} 之一。{hint!t}"
    ),
    "{what!t} is {value!r}; it must be one of {names!l}.": (
        "{what!t}为{value!r}，只能是 {names!l} 之一。"
    ),
    "{what!t} is {value}; it must be one of {names!l}. {hint!t}": (
        "{what!t}为 {value}，只能是 {names!l} 之一。{hint!t}"
    ),
    "{what!t} is {value}; it must be one of {names!l}.": (
        "{what!t}为 {value}，只能是 {names!l} 之一。"
    ),
    "the language `lang`": "语言 lang ",
    "`format`": "参数 format ",
    "`lang`": "参数 lang ",
    "`names`": "参数 names ",
    "`table`": "参数 table ",
    "`verdicts`": "参数 verdicts ",
    "'zh' is Chinese, 'en' is English.": "zh 为中文，en 为英文。",
    "{form} has no identity {name!r}; it has {known!l}": (
        "{form} 没有勾稽关系{name!r}；有 {known!l}"
    ),
    "no adapter is named {name!r}; there are: {names!l}. {hint!t}": (
        "没有名为{name!r}的适配器；有：{names!l}。{hint!t}"
    ),
    "no adapter is named {name}; there are: {names!l}. {hint!t}": (
        "没有名为 {name} 的适配器；有：{names!l}。{hint!t}"
    ),
    "A plug-in has to be installed in this Python.": "插件须安装在当前的 Python 中。",
    "{form} has the table {name!r}, and this document does not; its tables are {there!l}. Ask "
    "`{quoted} in report.tables` first, or take single cells: those that are absent say so.": (
        "{form} 有表{name!r}，而本文档没有；其表为 {there!l}。请先判断 {quoted} in report.tables，"
        "或取单个的格，缺失的格会有说明。"
    ),
    "a cell of a table is asked for by the ids of its row and its column; found {found}. "
    "Write {example}.": ("取表中的格要给出行和列的编号，现为 {found}。请写 {example}。"),
}
"""Of names and addresses that there are not."""

_JSON = {
    "the file of rules is no JSON: {what!t}: line {line!n} column {column!n} (char {place!n})": (
        "规则文件不是 JSON（第 {line!n} 行第 {column!n} 列{what!t}）"
    ),
    "the text is no JSON ({what!t}: line {line!n} column {column!n} (char {place!n})), where a "
    "report with the schema {schema!r} was wanted; `govinfo.parse` reads a report's own text": (
        "文本不是 JSON（第 {line!n} 行第 {column!n} 列{what!t}），需要的是结构为{schema!r}的报告；"
        "govinfo.parse 读取报告的原文"
    ),
    "Expecting value": "应有值",
    "Expecting property name enclosed in double quotes": "应有双引号中的名称",
    "Expecting ':' delimiter": "应有冒号",
    "Expecting ',' delimiter": "应有逗号",
    "Extra data": "多出内容",
    "Unterminated string starting at": "起的字符串没有结束",
    "Invalid control character at": "有不允许的控制字符",
    "Invalid \\escape": "有不当的转义",
    "Illegal trailing comma before end of object": "末尾多出逗号",
    "Illegal trailing comma before end of array": "末尾多出逗号",
}
"""What Python finds wrong with JSON."""

_ADAPTERS = {
    "the adapter {name!r} of {distribution!o} {what!t}": "{distribution!o}的适配器{name!r}{what!t}",
    "cannot be used: {problem!t}": "不能使用：{problem!t}",
    "the adapter {name!r} cannot be handed to another process: {error!o}. Define its functions in "
    "a module, or read with workers=1.": (
        "适配器{name!r}不能交给其他进程：{error!o}。请把它的函数定义在模块里，或用 workers=1 读取。"
    ),
    "raised {error} while reading": "读取时出错：{error}",
    "raised {error} in recognise": "在 recognise 中出错：{error}",
    "returned {type} from recognise where a Match or None was wanted": (
        "的 recognise 返回了 {type}，需要 Match 或 None"
    ),
    "returned {fault}": "返回的页面不合要求：{fault}",
    "was as sure as {name!r}, and read nothing: {error!o}": (
        "与{name!r}同样有把握，但没有读出：{error!o}"
    ),
    "took more than {seconds!n} seconds in recognise, and is not asked again": (
        "的 recognise 用时超过 {seconds!n} 秒，不再询问"
    ),
    "{message!t}. Set {variable} to the names of adapters that should not be asked.": (
        "{message!t}。不用的适配器可在 {variable} 中列出。"
    ),
    "{failure!t}; the next adapter is asked. Set {variable} to the names of adapters that "
    "should not be asked.": ("{failure!t}；改用下一个适配器。不用的适配器可在 {variable} 中列出。"),
    "the adapter {name!r} of {distribution!o} is skipped: {problem!t}": (
        "略过{distribution!o}的适配器{name!r}：{problem!t}"
    ),
    "an unnamed distribution": "未具名的发行包",
    "this program": "本程序",
    "importing it raised {error}": "导入时出错：{error}",
    "it is {type}, not govinfo.Adapter": "其类型是 {type}，不是 govinfo.Adapter",
    "it speaks interface {its!n}, and this govinfo speaks {own!n}": (
        "其接口版本为 {its!n}，本版本为 {own!n}"
    ),
    "its name is {name}, where a word without commas was wanted": (
        "其名称为 {name}，应为不含逗号的词"
    ),
    "its recognise and read are no functions": "其 recognise 和 read 不是函数",
    "the name {name!r} is taken": "名称{name!r}已被占用",
    "the adapters {own!r} and {other!r} are equally sure of this text, and read {value} and "
    "{others} at {address}. Choose one: parse(source, adapter={name})": (
        "适配器{own!r}和{other!r}对文本同样有把握，而 {address} 处读出 {value} 和 {others}。请选定"
        "一个：parse(source, adapter={name})"
    ),
    "the last of the STRATEGIES has to read every report, or raise NotAReport": (
        "STRATEGIES 的最后一项须能读取各种报告，或抛出 NotAReport"
    ),
}
"""Of adapters and plug-ins."""

_ARGUMENTS = {
    "suggest takes one report, and was given {type}; `govinfo.parse` makes one": (
        "suggest 需要一份报告，现为 {type}；govinfo.parse 可读出报告"
    ),
    "{what!t} is of type {type}, where a report, a reading of `parse_many`, or several of "
    "these were wanted; `govinfo.parse` makes a report of a text or a file": (
        "{what!t}的类型是 {type}，需要一份报告、parse_many 的一条结果，或若干份；govinfo.parse 可从"
        "文本或文件读出报告"
    ),
    "quote takes a span, and was given {type}; the span of a figure or a note that has no "
    "place in the text is None": (
        "quote 需要 span，现为 {type}；在文中没有位置的数字或存疑，其 span 为 None"
    ),
    "`{name}` is a reading of {source} without a report; its `error` says why": (
        "{name} 是来源 {source} 的读取结果，其中没有报告，原因见其 error"
    ),
    "`{name}` is {type}, and a report is wanted: govinfo.parse(source) returns one": (
        "{name} 为 {type}，需要一份报告：govinfo.parse(source) 可读出报告"
    ),
    "writing comments into a Word document": "在 Word 文档中写批注",
    "Comments can be written into a Word document (.docx) only; this report was read by the "
    "adapter {adapter!r}. Write a page (.html).": (
        "批注只能写进 Word 文档（.docx）；这份来源由适配器{adapter!r}读取，不是 Word 文档。"
        "请改为写出网页（.html）。"
    ),
    "flows takes one report, and was given {type}; `govinfo.parse` makes one": (
        "flows 需要一份报告，现为 {type}；govinfo.parse 可读出报告"
    ),
    "two reports are about {year}; draw one body at a time, or several with "
    "`govinfo.plots.bodies`": (
        "有两份报告同为 {year} 年；请每次画一个机关，或用 govinfo.plots.bodies 画多个"
    ),
    "the quantity": "指标",
    "no font with Chinese characters is installed, so labels are English and bodies have "
    "numbers. Install one, such as the package fonts-noto-cjk": (
        "没有安装中文字体，标签用英文，机关用编号。请安装一种，如 fonts-noto-cjk"
    ),
    "what was passed": "所给的参数",
    "item {number!n}": "第 {number!n} 项",
    "the table {table!r} is never wide; leave `wide` out.": (
        "表{table!r}没有宽表形式；请去掉 wide。"
    ),
    "`wide` is {wide}; it must be True, for one row a report, or False, for one row a cell.": (
        "wide 为 {wide}；应为 True（每份报告一行）或 False（每格一行）。"
    ),
    "workers is {workers}; a whole number from 1 up was wanted: so many processes read. Write "
    "workers=1 to read in this one, workers=os.cpu_count() to use all processors.": (
        "workers 为 {workers}，应为 1 或更大的整数，即读取的进程数。workers=1 在本进程读取，"
        "workers=os.cpu_count() 使用全部处理器。"
    ),
    "parse_many wants an iterable of sources: paths, texts or the contents of files. It was "
    "given {found!t}. Write parse_many({alone}) for one source, and for all files in a folder "
    'parse_many(Path({folder}).glob("*.txt")).': (
        "parse_many 需要若干来源：路径、文本或文件内容。现为{found!t}。单个来源请写 parse_many("
        '{alone})；文件夹中的全部文件请写 parse_many(Path({folder}).glob("*.txt"))。'
    ),
    "a str, which is one text": "str，即一个文本",
    "{type}, which is the content of one file": "{type}，即一个文件的内容",
    "one path, {path!r}": "一个路径{path!r}",
    "one open file": "一个打开的文件",
    "{type}, which is none": "{type}，不是若干来源",
    "edits must be in order and apart: {edit} comes after position {place!n}": (
        "改动须依次排列且互不重叠：{edit} 在位置 {place!n} 之后"
    ),
    "item {number!n} is a row with the cell a {cell}, and others are tables: rows and tables "
    "cannot be mixed. {wanted!t}": (
        "第 {number!n} 项是一行，含有格 {cell}，别的项是表：行和表不能混用。{wanted!t}"
    ),
    "item {number!n} is a row with the cell an {cell}, and others are tables: rows and tables "
    "cannot be mixed. {wanted!t}": (
        "第 {number!n} 项是一行，含有格 {cell}，别的项是表：行和表不能混用。{wanted!t}"
    ),
    "{where!t} is a {item}, and no rows or cells. {wanted!t}": (
        "{where!t}是 {item}，不是行或格。{wanted!t}"
    ),
    "{where!t} is an {item}, and no rows or cells. {wanted!t}": (
        "{where!t}是 {item}，不是行或格。{wanted!t}"
    ),
    "{where!t} is a {item}, and neither text nor a number nor None. {wanted!t}": (
        "{where!t}是 {item}，不是文本、数字或 None。{wanted!t}"
    ),
    "{where!t} is an {item}, and neither text nor a number nor None. {wanted!t}": (
        "{where!t}是 {item}，不是文本、数字或 None。{wanted!t}"
    ),
    "table {table!n}, row {row!n}, cell {cell!n}": "第 {table!n} 个表第 {row!n} 行第 {cell!n} 格",
    "table {table!n}, row {row!n}": "第 {table!n} 个表第 {row!n} 行",
    "row {row!n}, cell {cell!n}": "第 {row!n} 行第 {cell!n} 格",
    "row {row!n}": "第 {row!n} 行",
    "Pass rows of cells (text, numbers or None), a pandas, polars or Arrow table, or a list "
    "of such tables; `govinfo.parse` reads text, bytes and files.": (
        "请给出由格组成的行（文本、数字或 None），或 pandas、polars、Arrow 的表，或这些表的列表；文"
        "本、字节和文件用 govinfo.parse 读取。"
    ),
    "the batch has the columns {names!l}; wanted are `source_id`, and `content` (text or "
    "bytes) or `path`": (
        "该批数据有列 {names!l}；需要 source_id，以及 content（文本或字节）或 path"
    ),
}
"""Of arguments that cannot be used."""

_FILES = {
    "{path} is {shown}, where {wanted!t} was wanted; `report.to_dict()` makes such data, and "
    "`govinfo.serial.schema()` describes it": (
        "{path} 为 {shown}，需要{wanted!t}；report.to_dict() 可生成这样的数据，"
        "govinfo.serial.schema() 说明其结构"
    ),
    "an object": "一个对象",
    "an object with the key {key!r}": "有键{key!r}的对象",
    "an array": "一个数组",
    "an array of {count} numbers": "{count} 个数字的数组",
    "a string": "一个字符串",
    "an integer": "一个整数",
    "true or false": "true 或 false",
    'an integer, or a decimal number in a string such as "12.50",': (
        "一个整数，或写成字符串的小数，如 12.50，"
    ),
    "a number of at most {digits!n} digits": "至多 {digits!n} 位的数",
    "a number": "一个数",
    "a number from {least!n} to {most!n}": "{least!n} 到 {most!n} 之间的数",
    "a year from {least!n} to {most!n}": "{least!n} 到 {most!n} 之间的年份",
    "the address of a cell, or of several with + between them,": (
        "一个格的地址，或以 + 相连的几个地址，"
    ),
    "a date such as 2024-01-31": "一个日期，如 2024-01-31",
    "one of {words!l}": "{words!l} 之一",
    "a start and an end, in order, within the {count!n} characters of source_text": (
        "先后两个位置，在 source_text 的 {count!n} 字之内"
    ),
    "{schema!r}, the only schema that this version reads": "{schema!r}，本版本只读取这一种",
    "every cell of {form}, also {address!r},": "{form} 的每一格，包括{address!r}，",
    "an object of cells that some form has, and none has {key!r}: that": (
        "由各格式的格组成的对象，而没有格式有{key!r}，这"
    ),
    "from_json takes JSON as str or bytes, and was given {type}; `Report.from_dict` reads "
    "what JSON was made of": (
        "from_json 需要 str 或 bytes 形式的 JSON，现为 {type}；Report.from_dict 读取生成 JSON 之前"
        "的数据"
    ),
    "the text is no JSON ({error}), where a report with the schema {schema!r} was wanted; "
    "`govinfo.parse` reads a report's own text": (
        "文本不是 JSON（{error}），需要的是结构为{schema!r}的报告；govinfo.parse 读取报告的原文"
    ),
    "line {number!n} of the dismissals is {line!r}; wanted the 16 hexadecimal digits of a "
    "finding's fingerprint, and after # the reason": (
        "忽略清单第 {number!n} 行为{line!r}；需要 16 位十六进制的指纹，# 之后写理由"
    ),
    "the file of rules is no JSON: {error}": "规则文件不是 JSON（{error}）",
    'a file of rules is an object with "schema": {schema!r} and a list "rules"; write one '
    "from RULES": ("规则文件是一个对象，有 schema（{schema!r}）和列表 rules；可由 RULES 写出"),
    'every rule is an object with an "id"; found {found}': "每条规则是有 id 的对象，现为 {found}",
    "rule {name}: {problem!t}": "规则 {name}：{problem!t}",
    "rule {name}: {error}; an entry has severity, forms, statement (with zh and en) and formula": (
        "规则 {name}：{error}；一条规则有 severity、forms、statement（含 zh 和 en）和 formula"
    ),
    "no cell of {forms!l} has the address {address!r}. {hint!t}": (
        "{forms!l} 都没有地址为{address!r}的格。{hint!t}"
    ),
    "the formula is null, but only the rules that `rules_to_json` writes with null have a "
    "function of their own; write a comparison of two sums of cells": (
        "formula 为 null，但只有 rules_to_json 写为 null 的规则自带函数；请写两个合计的比较"
    ),
    "{error}; `formula` is text, and `each` lists rows or columns for each name in it": (
        "{error}；formula 是文本，each 为其中每个名称列出行或列"
    ),
    "the severity is error, warning or info, not {severity!r}. {hint!t}": (
        "severity 是 error、warning 或 info，不是{severity!r}。{hint!t}"
    ),
    "the forms are {known!l}; found {found}. {hint!t}": "格式有 {known!l}，现为 {found}。{hint!t}",
    "the formula {text!r} is no comparison of two sums of cells; write addresses joined by + "
    "or -, with ==, <= or >= between the two sums": (
        "公式{text!r}不是两个合计的比较；请以 + 或 - 连接地址，两个合计之间用 ==、<= 或 >="
    ),
    "the formula {text!r} has braces without a name in them; write a name of small letters, "
    "such as {name}": ("公式{text!r}的花括号中没有名称；请写小写字母的名称，如 {name}"),
    "the formula {text!r} has {name}, for which `each` lists nothing": (
        "公式{text!r}中有 {name}，而 each 没有为其列出内容"
    ),
    "{path!r} cannot be written: {error!o}. What was read so far is kept: make room, or give "
    "the right to write there, and run the same command again.": (
        "{path!r}无法写入：{error!o}。已读取的均已保留：请腾出空间或给予写入权限，再运行同一命令。"
    ),
    "another run is writing into {path!r}. Wait until it has ended, or name another folder.": (
        "另一次运行正在写入{path!r}。请等其结束，或另选文件夹。"
    ),
}
"""Of data, rules and folders."""

_WORKERS = {
    "{source}: the process that read it died, and so did a fresh one that read it alone: "
    "{trouble!t}. The source may need more memory than there is, or crash a library or a "
    "plug-in. All other sources are read. Try this one with parse(source) in a program of its "
    "own.": (
        "{source}：读取的进程中止，另起一个单独读取的进程也中止：{trouble!t}。该来源所需的内存可能"
        "不足，或使某个库或插件崩溃。其他来源均已读取。可在单独的程序中用 parse(source) 再试。"
    ),
    "{source}: this {type} cannot be handed to another process: {trouble}. Pass its path or "
    "its content (bytes), or read with workers=1.": (
        "{source}：这个 {type} 不能交给另一个进程（{trouble}）。请给出路径或内容（bytes），或用"
        " workers=1 读取。"
    ),
    "No worker process can be started: {error}. Free some memory or processes, or read with "
    "workers=1.": ("无法启动读取进程（{error}）。请释放内存或进程，或用 workers=1 读取。"),
    "{count!n} worker processes in a row ended before they began. Of the last one is known: "
    "{status!t}. What they wrote to standard error says more. Read with workers=1.": (
        "接连 {count!n} 个读取进程未开始就已结束。最后一个的情况：{status!t}。详见其写到标准错误的"
        "内容。请用 workers=1 读取。"
    ),
    "it ended with exit status {status!n}": "以状态 {status!n} 退出",
    "it was killed by {signal}": "被 {signal} 终止",
}
"""Of processes that read."""

ERRORS: Mapping[str, str] = {
    **_SOURCES,
    **_KINDS,
    **_DOCUMENTS,
    **_GENRE,
    **_NAMES,
    **_ADAPTERS,
    **_JSON,
    **_ARGUMENTS,
    **_FILES,
    **_WORKERS,
}
"""Every sentence of errors and warnings."""
