"""Reports for 2008 to 2018: prose under the headings of article 32 of the 2007 Regulation.

They have no statutory table. Order and number of the headings vary, so none has a fixed place.
依申请公开 has the id `requests`, which the same part has in the later forms.
"""

from __future__ import annotations

from govinfo.forms.schema import Form, FormSection

SECTIONS = (
    FormSection(
        "overview",
        "一、概述",
        aliases=(
            "基本工作情况",
            "工作概述",
            "主要工作概述",
            "工作开展情况",
            "政府信息公开工作概述",
            "政府信息公开总体工作情况",
            "政府信息公开工作的基本概况",
            "主要任务落实情况",
        ),
        gist="概述|概况|综述|组织领导|推进政府信息公开工作"
        # 主动公开政府信息的基本情况 is another part.
        "|^(?!.*(?:主动公开|申请公开)).*(?:基本情况|总体)"
        "|开展情况|信息公开工作情况|主要做法",
    ),
    FormSection(
        "proactive_disclosure",
        "主动公开政府信息的情况",
        aliases=(
            "主动公开政府信息情况",
            "主动公开情况",
            "政府信息主动公开情况",
            "公开政府信息情况",
        ),
        gist="主动公开|公开政府信息",
    ),
    FormSection(
        "responses",
        "回应解读情况",
        aliases=("发布解读、回应社会关切及交流情况", "解读回应情况"),
        gist="回应|解读",
    ),
    FormSection(
        "requests",
        "依申请公开政府信息和不予公开政府信息的情况",
        aliases=(
            "依申请公开政府信息情况",
            "政府信息依申请公开办理情况",
            "依申请公开情况",
            "政府信息依申请公开情况",
        ),
        gist="依申请|申请公开|公开申请",
    ),
    FormSection("inquiries", "咨询处理情况", aliases=("咨询情况",), gist="咨询"),
    FormSection(
        "fees",
        "政府信息公开的收费及减免情况",
        aliases=(
            "政府信息公开的收费情况",
            "依申请信息公开收费情况",
            "政府信息公开收费情况",
            "政府支出和收费情况",
            "收费及减免情况",
            "依申请公开政府信息收费及减免情况",
            "依申请公开政府信息的收费及减免情况",
            "政府信息公开申请收费情况",
        ),
        gist="收费|减免",
    ),
    FormSection(
        "review_litigation",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
        aliases=(
            "行政复议和诉讼情况",
            "行政复议和行政诉讼情况",
            "复议、诉讼和申诉情况",
            "复议、诉讼情况",
            "因信息公开引起的行政复议和行政诉讼情况",
        ),
        gist="复议|诉讼|申诉",
    ),
    FormSection(
        "capacity",
        "机构设置、保障经费和培训会议情况",
        aliases=("政府信息公开工作机构、人员情况", "机构建设和保障经费情况"),
        gist="机构|人员|经费|培训",
    ),
    FormSection(
        "proposals",
        "人大代表建议和政协提案办理结果公开情况",
        aliases=("代表建议委员提案办理结果公开情况",),
        gist="建议.{0,6}提案",
    ),
    FormSection(
        "problems",
        "政府信息公开工作存在的主要问题及改进情况",
        aliases=(
            "存在的主要问题和改进措施",
            "存在的主要问题和下步工作打算",
            "主要问题和改进措施",
            "存在问题及工作打算",
        ),
        gist="问题|不足|改进|整改|打算|困难|努力方向|下一?步|今后|工作(?:计划|安排|重点|思路)",
    ),
    FormSection(
        "other_matters",
        "其他需要报告的事项",
        aliases=("需要说明的事项与附表", "相关说明和指标统计表", "其他报告事项"),
        gist="其他|其它|需要(?:说明|报告)|附表|附件|统计表",
    ),
)

NARRATIVE2008 = Form(
    id="narrative2008",
    name="政府信息公开工作年度报告（2007年条例第三十二条）",
    basis="国务院令第492号第三十一、三十二条",
    first_year=2008,
    last_year=2018,
    sections=SECTIONS,
)
