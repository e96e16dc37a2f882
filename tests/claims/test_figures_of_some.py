"""Figures of only some of what a cell counts are claims, and none of them is tied to the cell.

Beside each stand sentences in nearly the same words whose figures are those of the cells.
"""

from __future__ import annotations

import pytest

from govinfo.model import Claim
from govinfo.reading import parse

_PAGE = (
    "{}2023年政府信息公开工作年度报告\n一、总体情况\n{}。\n二、主动公开政府信息情况\n略。\n"
    "三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n"
    "五、存在的主要问题及改进情况\n栏目偏多。\n六、其他需要报告的事项\n略。\n"
)
_SOME_OUTCOMES = {
    "上年结转3件已全部办结，其中予以公开3件": "requests_carried_over 3",
    "结转的2件申请已办结，其中予以公开1件，不予公开1件": "",
    "涉及河道采砂的申请予以公开3件、不予公开1件、无法提供4件": "",
    "自然人申请中，予以公开6件，部分公开2件": "",
    "粮库类申请全部予以公开，共3件": "",
    "上半年办结件中6件予以公开、1件部分公开": "",
    "延期答复件中1件予以公开、2件部分公开": "",
    "网络申请中6件予以公开、1件部分公开": "",
    "对3件申请予以公开": "",
    "其中3件申请予以公开": "",
    "有2件申请予以公开后申请人仍有异议": "",
    "不予公开3件引发复议": "",
    "其中5件无法提供，2件部分公开决定引发诉讼": "requests_unable 5",
    "其中3件答复附带提供了查询指引": "",
    "3件答复涉及其他部门": "",
    "不予处理和其他处理6件": "",
    "上年结转3件，均已办结。办结件中1件予以公开、2件无法提供": "requests_carried_over 3",
    "上年结转3件，均已办结。其中，予以公开3件": "requests_carried_over 3",
    "信息不存在或本机关不掌握6件": "",
    "重复申请或大量反复申请2件": "",
    "对同一申请人的申请，予以公开3件，不予公开2件": "",
    "收到自然人申请5件，办结5件": "requests_from_natural_persons 5",
    "第三方同意的，予以公开2件": "",
    "申请公开粮库批文的，予以公开3件": "",
    "要求公开处罚案卷的申请4件，不予公开3件": "",
    "受理申请27件，其中县区转来4件，予以公开2件": "requests_received 27",
    "在按期答复的25件中，予以公开8件，部分公开2件": "",
    "对其中3件申请予以公开": "",
    "云岫市粮食局2023年收到申请27件，其中县区转来4件，予以公开2件": "requests_received 27",
    "予以公开9件（含上年结转2件），部分公开2件": (
        "requests_granted 9, requests_partially_granted 2"
    ),
    "予以公开9件，其中自然人6件、商业企业2件": "requests_granted 9",
    "上年结转3件，其中自然人2件、商业企业1件": "requests_carried_over 3",
    "办结申请28件，其中自然人19件、商业企业9件": "requests_answered 28",
}
_ALL_OUTCOMES = {
    "上年结转3件，本年新收27件，予以公开9件": (
        "requests_carried_over 3, requests_received 27, requests_granted 9"
    ),
    "2022年结转3件、本年新收27件，已办结28件，其中予以公开9件": (
        "requests_carried_over 3, requests_received 27, requests_answered 28, requests_granted 9"
    ),
    "对各类申请，予以公开9件，部分公开2件": ("requests_granted 9, requests_partially_granted 2"),
    "收到政府信息公开申请27件。在所有受理的来件当中，予以公开9件，部分公开2件": (
        "requests_received 27, requests_granted 9, requests_partially_granted 2"
    ),
    "办结申请28件。办结件中9件予以公开、2件部分公开、4件不予公开": (
        "requests_answered 28, requests_granted 9, requests_partially_granted 2, requests_denied 4"
    ),
    "办结申请28件。上述28件申请中，9件予以公开，4件不予公开": (
        "requests_answered 28, requests_granted 9, requests_denied 4"
    ),
    "9件申请予以公开，2件申请部分公开，4件申请不予公开": (
        "requests_granted 9, requests_partially_granted 2, requests_denied 4"
    ),
    "办结的申请中，予以公开9件，部分公开2件，不予公开4件，信息不存在或本机关不掌握6件": (
        "requests_granted 9, requests_partially_granted 2, requests_denied 4"
    ),
    "部分公开2件均涉及第三方隐私": "requests_partially_granted 2",
    "不予公开11件告知理由并附救济途径": "",
    "上年结转3件。已办结28件，其中予以公开9件": (
        "requests_carried_over 3, requests_answered 28, requests_granted 9"
    ),
    "收到的政府信息公开申请中，予以公开9件，不予公开4件": ("requests_granted 9, requests_denied 4"),
    "在已办结的28件申请中，予以公开9件": "requests_answered 28, requests_granted 9",
    "收到要求公开政府信息的申请27件，予以公开9件": "requests_received 27, requests_granted 9",
    "关于政府信息公开申请，予以公开9件": "requests_granted 9",
    "本年新收申请27件，上年结转3件，全部办结，其中予以公开9件": (
        "requests_received 27, requests_carried_over 3, requests_granted 9"
    ),
}
_ANSWERS = {
    "新收申请27件，当年办结25件，上年结转的3件全部办结": (
        "requests_received 27, requests_carried_over 3"
    ),
    "新收申请27件，已办结25件；上年结转3件，已全部办结": (
        "requests_received 27, requests_carried_over 3"
    ),
    "办理答复申请30件，结转下年2件": "requests_carried_forward 2",
    "办理答复申请30件（含上年结转3件），办结28件": (
        "requests_carried_over 3, requests_answered 28"
    ),
    "答复27件申请（不含结转）": "",
    "办结上年结转3件、本年新收25件": "requests_carried_over 3",
    "新收申请27件，答复30件次": "requests_received 27",
    "今年受理的申请27件，当年办结25件": "requests_received 27",
    "20个工作日内办结25件，延期办结3件": "",
    "上年结转3件，本年新收27件，当年办结28件": (
        "requests_carried_over 3, requests_received 27, requests_answered 28"
    ),
    "新收申请27件，上年结转3件，已办结28件": (
        "requests_received 27, requests_carried_over 3, requests_answered 28"
    ),
}


@pytest.mark.parametrize(
    ("sentence", "ties"), [*_SOME_OUTCOMES.items(), *_ALL_OUTCOMES.items(), *_ANSWERS.items()]
)
def test_outcomes_and_answers(sentence: str, ties: str) -> None:
    """An outcome or an answer of some requests is not that of all that the table counts."""
    assert tied("云岫市粮食局", sentence) == ties


_OTHER_BODIES = [
    "各县区粮食局全年受理公开申请133件，予以公开61件",
    "9个县局均收到申请，共计133件",
    "县（市、区）粮食主管部门全年制发规范性文件7件，废止3件",
    "县级制发规范性文件7件，废止3件",
    "县级粮食部门作出行政许可决定1123件",
    "县区作出行政处罚决定245件，行政许可决定1123件",
    "社区居委会受理信息公开申请4件",
    "村（社区）收到公开申请15件，答复15件",
    "包括下属单位在内，共收到申请36件",
    "系统内共收到申请160件，办结158件",
    "粮食系统制发规范性文件7件",
    "行业协会制发规范性文件2件",
    "有关单位因信息公开被复议1件，被诉讼1件",
    "云岫市商务局与我局合并受理的申请4件由其答复",
    "承办市政府交办的公开申请6件，办结6件",
    "县局没有发生行政复议和行政诉讼",
    "各粮食工作站共受理申请6件，予以公开5件",
    "国有林场收到申请4件，办结4件",
    "档案馆收到申请5件",
    "公共企事业单位收到申请5件",
    "镇综合行政执法队收到申请2件，予以公开2件",
    "县级行政机关收到申请119件",
    "全省全年收到申请2900件，答复2800件",
    "全系统全年收到申请133件",
    "村级组织收到公开申请7件",
    "粮油集团收到信息公开申请5件",
    "粮食基金会收到信息公开申请5件",
    "示范乡镇粮食站共收到申请6件，予以公开5件",
    "代市局答复申请6件",
    "受市政府委托，我局起草信息公开答复6件",
    "对外公布的依申请公开受理点共收到申请8件",
    "我局及其下属部门共收到申请33件",
    "市自来水公司收到信息公开申请2件",
    "国有企业收到信息公开申请2件",
    "工作专班收到信息公开申请2件",
    "挂靠我局的市粮食行业学会收到信息公开申请2件",
    "由我局代管的粮库受理信息公开申请2件，答复2件",
    "局属6个粮库各自受理信息公开申请，共13件",
    "上级转来的信息公开申请4件，办结4件",
    "每答复一件申请，均附救济告知",
    "为答复1件申请，调阅档案36卷",
    "受理一件申请，解决一类问题",
    "例如，收到申请1件，要求公开粮库档案",
    "我局及有关单位收到申请9件",
    "我局会同有关部门制定规范性文件3件",
    "制定一件规范性文件，解读一件规范性文件",
    "做到制定一件规范性文件、报备一件规范性文件",
    "本年度未制发密级规范性文件",
]


@pytest.mark.parametrize("sentence", _OTHER_BODIES)
def test_other_bodies(sentence: str) -> None:
    """The figures of other bodies, or of more bodies than one, are not those of the tables."""
    assert tied("云岫市粮食局", sentence) == ""
    assert tied("云岫市粮食局", sentence, part="三") == ""


@pytest.mark.parametrize(
    ("agency", "sentence", "ties"),
    [
        ("云岫市粮食局", "云岫市粮食局2023年共收到申请27件", "requests_received 27"),
        ("云岫市粮食局", "市粮食局全年收到申请27件", "requests_received 27"),
        ("云岫市粮食局", "2023年，全局共收到申请27件", "requests_received 27"),
        ("云岫市粮食局", "本机关全年制发规范性文件3件", "normative_documents_issued 3"),
        (
            "云岫市粮食局",
            "本单位没有发生行政复议和行政诉讼",
            "reconsideration_and_litigation 0",
        ),
        ("云岫市粮食局", "市粮食局未收到政府信息公开申请", "requests_received 0"),
        ("云岫市人民政府", "市政府2023年共收到申请27件", "requests_received 27"),
        ("云岫市人民政府", "全市共收到申请27件", "requests_received 27"),
        ("青岫县人民政府", "全县共收到申请27件", "requests_received 27"),
        ("青岫县人民政府", "全市共收到申请27件", ""),
        ("竹溪镇人民政府", "竹溪镇全年收到申请27件", "requests_received 27"),
        ("竹溪镇人民政府", "全镇共收到申请27件", "requests_received 27"),
        ("竹溪镇人民政府", "全县共收到申请27件", ""),
        ("青岫县竹溪街道办事处", "街道2023年共收到申请27件", "requests_received 27"),
    ],
)
def test_the_body_itself(agency: str, sentence: str, ties: str) -> None:
    """The body that reports may name itself, or all of its place, but no wider place."""
    assert tied(agency, sentence) == ties


_OTHER_REQUESTS = [
    "受理档案利用申请45件，予以提供44件，不予提供1件",
    "收到档案公开申请7件，予以公开5件",
    "受理行政确认申请12件，办结12件",
    "收到依职权更正申请2件",
    "收到延期申请3件",
    "收到补正后的申请4件",
    "收到企事业单位信息公开申请4件",
    "另收到要求查询个人档案的申请12件、要求出具证明的申请5件，已引导至窗口办理",
    "收到要求查阅账册的申请6件",
    "收到要求履行职责的申请6件，答复6件",
    "收到索要合同的申请6件",
    "收到市民要求加装路灯的申请4件",
    "受理营业执照申请90件，办结80件",
    "收到护照申请90件",
    "受理粮库改造延期申请3件",
    "受理社会组织登记申请11件",
    "收到企业提出的申请4件",
    "对村民申请予以公开4件",
    "围绕粮库改造，收到申请5件，予以公开3件",
    "针对群众关注的粮价问题，共收到申请8件",
]
_PARTS_OF_THE_YEAR = [
    "汛期收到申请5件",
    "暑期收到申请3件",
    "防火期内收到申请3件，答复3件",
    "本季度新收申请6件",
    "当季收到申请6件",
    "本月收到申请3件",
    "当日收到申请3件",
    "年中收到申请5件",
    "秋收季节收到申请5件",
    "1月新收申请4件，答复3件，结转1件",
    "12月新收申请4件，答复2件，结转2件",
    "节前新收申请7件，答复5件",
    "年底最后三天收到申请2件",
    "最后一个工作日收到申请2件",
    "5日内答复10件",
    "半年来收到申请15件",
    "2022年全年共收到申请19件，办结20件",
    "去年全年收到申请19件，予以公开9件",
    "上年1至12月收到申请19件",
    "2022年，我局克服困难，全年收到申请19件",
    "2021年度全年答复申请40件",
    "过去三年，受理申请103件，答复102件",
    "三年合计收到申请103件",
    "自网站改版以来，受理申请62件",
    "自《条例》修订以来，受理申请62件，答复61件",
    "制度建立以来答复申请62件",
    "办结新收申请25件",
    "答复超期2件",
    "依申请公开答复有1件被纠正",
    "全年共收到申请61件和转来1件",
    "截至2023年12月31日，累计收到申请162件",
    "全年28件政府信息公开申请均按期答复",
    "2件新收申请来自境外",
    "收到的1件申请因登记疏漏延误2天",
    "公开信息申请9件",
    "办理答复新收申请25件",
    "收到申请25件，另收到区粮库转办申请2件",
    "收到申请42件，其中有效政府信息公开申请25件",
    "截至2022年底，共收到申请19件",
    "截至6月30日，收到申请12件",
    "截至目前，收到申请31件",
    "自2008年以来，截至2023年底，共收到申请162件",
    "截至6月30日，未收到申请",
    "办结收购许可申请123件，信息公开申请25件",
    "网上申请量18件",
    "居民申请量20件",
    "最高申请量5件",
    "库改类申请量12件",
    "护照申请量1500件",
    "同一申请人申请量5件",
    "一季度申请量6件，二季度申请量7件",
    "2022年申请量19件",
    "全县申请量112件",
    "政府信息公开申请2件超期",
    "政府信息公开申请3件涉及库改",
    "涉及补偿的政府信息公开申请9件",
    "各科室政府信息公开申请12件",
    "其余政府信息公开申请12件",
    "另有政府信息公开申请2件",
    "书面政府信息公开申请12件",
    "不符合要求的政府信息公开申请3件",
    "本报告包括收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况等六个方面",
    "从收到政府信息公开申请、答复政府信息公开申请等五个环节作出规定",
    "对收到申请、答复申请等六个节点逐一规定",
]
_OF_OTHER_CASES = [
    "2022年全年行政复议12件",
    "条例修订以来行政复议33件",
    "村民申请行政复议5件",
    "同一申请人提起复议6件、诉讼3件",
    "某企业申请行政复议2件",
    "除信息公开外，行政复议6件、行政诉讼5件",
    "被申请行政复议3件，均为行政处罚案件",
    "行政诉讼8件，案由均为土地征收",
    "12月行政复议1件，尚未审结",
    "国有林场被复议1件，维持1件",
    "5件复议系同一申请人提出",
    "其中1件诉讼进入二审",
    "行政复议案件2件为同一申请人",
    "信息公开复议案件2件涉及库改",
    "其中2件复议因主动公开引起",
    "工伤认定行政复议13件、行政诉讼21件",
    "不服粮库登记提起复议12件、诉讼8件",
    "涉税复议22件、诉讼17件",
    "简易程序行政诉讼2件",
    "负责人出庭的行政诉讼3件",
    "上年收到、今年审结的行政复议2件",
    "通过1件行政复议，发现档案管理漏洞",
    "诉前化解行政诉讼2件",
]
_PLAIN_REQUESTS = {
    "收到政府信息公开申请27件，延期答复3件，予以公开9件": (
        "requests_received 27, requests_granted 9"
    ),
    "收到申请27件，补正后答复3件，不予公开4件": "requests_received 27, requests_denied 4",
    "收到信息公开申请27件，申请内容主要涉及档案、规划等方面": "requests_received 27",
    "收到申请27件，其中要求出具证明的申请1件": "requests_received 27",
    "收到申请27件，其中查询类1件": "requests_received 27",
    "报告期内收到申请27件": "requests_received 27",
    "信息公开工作有序开展，共收到申请27件": "requests_received 27",
    "今年以来，收到申请27件": "requests_received 27",
    "本年度全年收到申请27件": "requests_received 27",
    "2023年，我局全年收到申请27件，办结28件": "requests_received 27, requests_answered 28",
    "2022年结转3件，全年新收申请27件": "requests_carried_over 3, requests_received 27",
    "收到公众提交的政府信息公开申请27件": "requests_received 27",
    "收到申请42件，其中政府信息公开申请27件": "requests_received 27",
    "全年受理各类申请536件，其中政府信息公开申请27件": "requests_received 27",
    "收到申请42件，其中属于政府信息公开申请的27件，咨询15件": "requests_received 27",
    "受理收购许可申请123件，另收到信息公开申请27件": "requests_received 27",
    "收到申请27件，其中自然人20件，企业4件，律师事务所2件": (
        "requests_received 27, requests_from_natural_persons 20, requests_from_businesses 4, "
        "requests_from_legal_services 2"
    ),
    "收到申请27件（企业4件、自然人20件、其他组织3件）": (
        "requests_received 27, requests_from_businesses 4, requests_from_natural_persons 20"
    ),
    "收到申请27件，办结28件，新发生行政复议案件9件（其中1件为2021年申请）": (
        "requests_received 27, requests_answered 28"
    ),
    "共办理答复28件申请": "requests_answered 28",
    "全年办理答复政府信息公开申请28件": "requests_answered 28",
    "政府信息公开申请27件": "requests_received 27",
    "全年信息公开申请共27件，办结28件": "requests_received 27, requests_answered 28",
    "申请量27件，较2022年的19件增加8件": "requests_received 27",
    "本年申请量为27件，其中网络申请18件": "requests_received 27",
    "主动公开粮情信息236条，政府信息公开申请27件": "requests_received 27",
    "仓储备案申请36件，政府信息公开申请27件": "requests_received 27",
    "收购许可申请123件，信息公开申请27件，均按时办结": "requests_received 27",
    "截至2023年12月31日，收到申请27件，上年结转3件，办结28件": (
        "requests_received 27, requests_carried_over 3, requests_answered 28"
    ),
    "截至2023年12月，本机关收到申请27件，办结28件，另有2件未到答复期限，结转下年": (
        "requests_received 27, requests_answered 28, requests_carried_forward 2"
    ),
    "截止2023年底，本局共收到申请27件": "requests_received 27",
    "截至12月31日，共受理申请27件，其中予以公开9件": ("requests_received 27, requests_granted 9"),
    "截至12月31日，未收到政府信息公开申请": "requests_received 0",
    "收到群众提交的申请27件": "requests_received 27",
    "围绕依申请公开工作，收到申请27件": "requests_received 27",
    "开展信息公开工作以来的经验得到推广，2023年收到申请27件": "requests_received 27",
    "依法依规受理申请27件": "requests_received 27",
}


@pytest.mark.parametrize("sentence", [*_OTHER_REQUESTS, *_PARTS_OF_THE_YEAR])
def test_other_requests_and_parts_of_the_year(sentence: str) -> None:
    """Requests for something else, or those of some weeks, are not those of the table."""
    assert tied("云岫市粮食局", sentence) == ""
    assert tied("云岫市粮食局", sentence, part="三") == ""


@pytest.mark.parametrize("sentence", _OF_OTHER_CASES)
def test_cases_of_others(sentence: str) -> None:
    """Cases of another year, of some applicants or about other work are not those of table 4."""
    assert tied("云岫市粮食局", sentence, part="四") == ""


@pytest.mark.parametrize(
    ("sentence", "ties"),
    [
        ("被申请行政复议9件，均为政府信息公开案件", "reconsideration 9"),
        ("申请人提起行政复议9件、行政诉讼4件", "reconsideration 9, litigation 4"),
        ("公民、法人和其他组织提起行政复议9件", "reconsideration 9"),
    ],
)
def test_cases_of_the_year(sentence: str, ties: str) -> None:
    """Applicants as such bring the cases that the table counts."""
    assert tied("云岫市粮食局", sentence, part="四") == ties


@pytest.mark.parametrize(("sentence", "ties"), _PLAIN_REQUESTS.items())
def test_requests_of_the_year(sentence: str, ties: str) -> None:
    """Words for such things elsewhere in a sentence change nothing."""
    assert tied("云岫市粮食局", sentence) == ties


def test_any_body() -> None:
    """A word for any body stands for the one that reports where the part is about requests."""
    assert tied("云岫市粮食局", "行政机关收到申请27件", part="三") == "requests_received 27"


def tied(agency: str, sentence: str, part: str = "一") -> str:
    """Return the figures of a sentence in a part of a report of a body that are tied to cells."""
    page = _PAGE.format(agency, sentence if part == "一" else "略")
    heads = {"三": "申请情况", "四": "行政诉讼情况"}
    if part in heads:
        page = page.replace(f"{heads[part]}\n略", f"{heads[part]}\n{sentence}")
    claims: tuple[Claim, ...] = parse(page).claims
    return ", ".join(f"{one.subject} {one.value}" for one in claims if one.address)
