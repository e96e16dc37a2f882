"""XML of office documents, which may be hostile."""

from __future__ import annotations

from lxml import etree

from govinfo.errors import UnreadableSource

__all__ = ["parsed"]


def parsed(xml: bytes, what: str) -> etree._Element:
    """Return the root of a part, parsed without entities or other files, to a limited depth.

    Args:
        xml: The part.
        what: What the document is called in a message.

    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    advice = "Open it in an office program and save it again."
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(f"The XML of the {what} is broken: {error}. {advice}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSource(
            f"The XML of the {what} declares a DTD, which none may have. {advice}"
        )
    return root
