"""The look of the HTML: small, self-contained, and readable on a light and on a dark page."""

from __future__ import annotations

__all__ = ["ALONE", "STYLE", "above_notebooks"]

# The text takes the colour of the page it stands on and all lines and grounds are see-through, so
# that a notebook's own theme decides between light and dark. The few real colours are mid-tones
# that can be read on both.
_RULES = """
.govinfo{font-size:13px;line-height:1.5;color:inherit;max-width:80em;overflow-x:auto}
.govinfo h3{font-size:1.3em;margin:.2em 0 .3em}
.govinfo h4{font-size:1em;margin:1.2em 0 .4em;padding-left:.5em;border-left:3px solid #3b82c4}
.govinfo dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:0 0 .6em}
.govinfo dt{opacity:.65;float:none;width:auto;font-weight:400;margin:0;text-align:left}
.govinfo dd{margin:0;float:none;width:auto}
.govinfo p{margin:.2em 0 .4em}
.govinfo table{border-collapse:collapse;margin:0 0 .4em;font-size:1em;table-layout:auto;\
width:auto;border:0;color:inherit}
.govinfo tr,.govinfo tbody tr:nth-child(odd),.govinfo tbody tr:hover{background:none}
.govinfo th,.govinfo td{max-width:none;line-height:1.5;white-space:normal;\
border:1px solid rgba(128,128,128,.4);padding:.2em .6em;text-align:left;\
vertical-align:middle;
background:none;color:inherit}
.govinfo th{font-weight:500;background:rgba(128,128,128,.1)}
.govinfo thead th,.govinfo th.column{text-align:center;font-weight:600;white-space:nowrap}
.govinfo th.row{max-width:24em;min-width:6em}
.govinfo th.side{max-width:10em;min-width:2.2em}
.govinfo th.caption{text-align:center;font-weight:600;background:rgba(59,130,196,.14)}
.govinfo td.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;\
min-width:2.5em}
.govinfo .zero,.govinfo .blank,.govinfo .not_applicable,.govinfo .absent\
{color:rgba(128,128,128,.95)}
.govinfo td.absent{background:repeating-linear-gradient(135deg,\
transparent 0 4px,rgba(128,128,128,.16) 4px 6px)}
.govinfo .illegible{color:#d0442e;text-decoration:underline wavy 1px;text-underline-offset:3px}
.govinfo td.illegible{background:rgba(208,68,46,.12)}
.govinfo .inferred{color:#2f7fd0;font-style:italic}
.govinfo td.inferred{background:rgba(47,127,208,.12)}
.govinfo .legend,.govinfo .aside{font-size:.9em;opacity:.8;margin:.2em 0}
.govinfo .legend>span{margin-right:1.4em}
.govinfo code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.92em;\
background:none;color:inherit;padding:0}
.govinfo details{margin:.25em 0}
.govinfo summary{cursor:pointer}
.govinfo .text{white-space:pre-wrap;margin:.3em 0 .6em 1.1em;max-height:24em;overflow:auto}
.govinfo ul,.govinfo ol{margin:.2em 0 .4em;padding-left:1.6em}
.govinfo li{margin:0}
.govinfo .badge{display:inline-block;min-width:5.5em;text-align:center;padding:0 .5em;\
border-radius:.8em;font-size:.9em;
white-space:nowrap;border:1px solid currentColor}
.govinfo .badge.error{color:#d0442e;background:rgba(208,68,46,.13)}
.govinfo .badge.warning{color:#b27a00;background:rgba(178,122,0,.13)}
.govinfo .badge.info{color:#2f7fd0;background:rgba(47,127,208,.13)}
.govinfo .badge.unassessable{color:rgba(128,128,128,.95);border-style:dashed}
.govinfo .badge.holds{color:#2e9d57;background:rgba(46,157,87,.13)}
.govinfo .aside{white-space:nowrap}
@media(max-width:40em){
.govinfo table.findings thead{display:none}
.govinfo table.findings tr{display:block;text-align:left;padding:.3em 0;\
border-top:1px solid rgba(128,128,128,.4)}
.govinfo table.findings td{display:inline-block;border:0;padding:0 .8em 0 0}
.govinfo table.findings td.finding{display:block}
.govinfo table.findings td[data-name]::before{content:attr(data-name)" ";opacity:.65}
}
"""
"""The look of a piece, by the selectors that it needs alone."""


def above_notebooks(rules: str) -> str:
    """Return rules for a piece that hold in a notebook.

    JupyterLab, the classic notebook and nbconvert have rules for every table, list and heading in
    an output. Three times the class is stronger than any of them.
    """
    return rules.replace(".govinfo", ".govinfo.govinfo.govinfo")


STYLE = above_notebooks(_RULES)
"""The look of a piece in a notebook."""

ALONE = """
:root{color-scheme:light dark}
body{font-family:system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;\
margin:2em auto;max-width:65em;
padding:0 1em}
h1{font-size:1.5em}
h2{font-size:1.1em;margin:1.6em 0 0}
h2+p{opacity:.65;margin:0 0 .5em;font-size:.9em}
"""
"""What a page of its own needs besides: it is as wide as a piece, whose letters are smaller."""
