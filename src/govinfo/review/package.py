"""The parts of a Word document that change with its comments, and the archive written anew.

The part with the comments is new or longer, and two small parts announce it. Every other part keeps
its bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from itertools import chain, count

from lxml import etree

from govinfo.documents.package import Package
from govinfo.documents.xml import parsed

__all__ = ["TRANSITIONAL", "WHAT", "comments_part", "packed"]

WHAT = "Word document"
"""What the document is called in a message."""
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The usual namespace of its elements."""
_TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = {
    True: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    False: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
"""How a comments part is related to its document, by whether that is transitional or strict."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of a new part in its archive, as word processors write it."""


def comments_part(
    package: Package, main: str, space: str, changed: dict[str, etree._Element]
) -> etree._Element:
    """Return the root of the part with the comments, which is announced if it is new.

    Args:
        package: The document.
        main: The name of its main part.
        space: The namespace of its elements.
        changed: Takes the roots of the parts that are new or change, by their names.

    """
    folder, _, name = main.rpartition("/")
    listing = f"{folder}/_rels/{name}.rels"
    relations = _relations(package, listing)
    for relation in relations:
        target = relation.get("Target", "")
        there = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        if relation.get("Type", "").endswith("/comments") and there in package.names:
            changed[there] = parsed(package.part(there), WHAT)
            return changed[there]
    names = chain(["comments.xml"], map("comments{}.xml".format, count(1)))
    new = next(one for one in names if f"{folder}/{one}" not in package.names)
    ids = {relation.get("Id") for relation in relations}
    etree.SubElement(
        relations,
        f"{{{_RELATIONS}}}Relationship",
        Id=next(one for one in map("rId{}".format, count(1)) if one not in ids),
        Type=_COMMENTS[space == TRANSITIONAL],
        Target=new,
    )
    types = parsed(package.part(_TYPES), WHAT)
    override = f"{{{_CONTENT_TYPES}}}Override"
    etree.SubElement(types, override, PartName=f"/{folder}/{new}", ContentType=_KIND)
    root = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
    changed |= {listing: relations, _TYPES: types, f"{folder}/{new}": root}
    return root


def _relations(package: Package, listing: str) -> etree._Element:
    """Return the root of the part that lists what a part is related to, a new one if need be."""
    if listing in package.names:
        return parsed(package.part(listing), WHAT)
    return etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})


def packed(content: bytes, changed: Mapping[str, etree._Element]) -> bytes:
    """Return the archive with these parts in place of its own, and the new ones behind them."""
    written, left = BytesIO(), dict(changed)
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            root = left.pop(entry.filename, None)
            part = old.read(entry) if root is None else _bytes(root)
            new.writestr(entry, part, entry.compress_type)
        for name, root in left.items():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), _bytes(root), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
