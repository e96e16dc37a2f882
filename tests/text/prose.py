"""Report prose written for these tests, in three dresses: simplified, traditional, traditional with glosses."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["SIMPLIFIED", "glossed", "simplified", "traditional"]

# The same sentence in the three dresses.
_SENTENCES = (
    (
        "清溪县水利局关于2022年政务公开的年度报告",
        "清溪縣水利局關於2022年政務公開的年度報告",
        "清溪縣(xiàn)水利局關(guān)於2022年政務(wù)公開(kāi)的年度報(bào)告",
    ),
    (
        "一年来,本局共收到申请37件,其中网上申请29件。",
        "一年來,本局共收到申請37件,其中網上申請29件。",
        "一年來(lái),本局共收到申請(qǐng)37件,其中網(wǎng)上申請(qǐng)29件。",
    ),
    (
        "(二)因水库调度引发的复议案件1件,结果维持。",
        "(二)因水庫調度引發的複議案件1件,結果維持。",
        "(二)因水庫(kù)調(diào)度引發(fā)的複(fù)議(yì)案件1件,結(jié)果維(wéi)持。",
    ),
    ("无其他需要说明的情况。", "無其他需要說明的情況。", "無(wú)其他需要說(shuō)明的情況(kuàng)。"),
    (
        "乡镇河长办公室继续张贴告示,听取意见。",
        "鄉鎮河長辦公室繼續張貼告示,聽取意見。",
        "鄉(xiāng)鎮(zhèn)河長(zhǎng)辦(bàn)公室繼(jì)續(xù)張(zhāng)貼(tiē)告示,聽(tīng)取意見(jiàn)。",
    ),
)


def _joined(which: int) -> st.SearchStrategy[str]:
    parts = st.sampled_from([sentence[which] for sentence in _SENTENCES])
    return st.lists(parts, min_size=1, max_size=12).map("\n".join)


SIMPLIFIED = "\n".join(sentence[0] for sentence in _SENTENCES)
simplified = _joined(0)
traditional = _joined(1)
glossed = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=12).map(
    lambda chosen: ("\n".join(each[2] for each in chosen), "\n".join(each[0] for each in chosen))
)
"""Glossed text together with what it says."""
