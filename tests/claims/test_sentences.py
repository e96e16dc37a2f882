"""Sentences read by hand: what each states, and which of its figures is that of a cell.

A figure is written as its subject and its value, with a star if it is tied to a cell, and its scope
behind an at sign if it has one.
"""

from __future__ import annotations

import pytest

from govinfo.model import Claim
from govinfo.reading import parse

_PAGE = (
    "云岫市粮食局2023年政府信息公开工作年度报告\n一、总体情况\n{}。\n二、主动公开政府信息情况\n略。\n"
    "三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n"
    "五、存在的主要问题及改进情况\n栏目偏多。\n六、其他需要报告的事项\n略。\n"
)
SENTENCES = {
    "我局全年接到政府信息依申请公开事项6件，均已按期办结": "requests_received 6*",
    "共接到申请15件，答复9件，转送别的单位3件": "requests_received 15*, requests_answered 9",
    "未因政府信息公开被提起行政诉讼。因粮食收购纠纷被提起行政诉讼3起": (
        "litigation 0*, litigation 3"
    ),
    "本年度新收申请31件，上年度结转4件，共办结33件，2件结转下一年度继续办理": (
        "requests_received 31*, requests_carried_over 4*, requests_answered 33*, "
        "requests_carried_forward 2*"
    ),
    "共收到申请35件（上年结转4件，本年新收31件）": (
        "requests_handled 35*, requests_carried_over 4*, requests_received 31*"
    ),
    "受理依申请公开17件，其中3件为上年结转，14件为本年新收": (
        "requests_handled 17*, requests_carried_over 3*, requests_received 14*"
    ),
    "收到申请21件，其中自然人申请18件，法人和其他组织申请3件": (
        "requests_received 21*, requests_from_natural_persons 18*, requests_from_organisations 3*"
    ),
    "收到申请21件，其中网络申请11件、信函申请8件、当面申请2件": (
        "requests_received 21*, requests_received_online 11, requests_received_by_letter 8, "
        "requests_received_in_person 2"
    ),
    "已答复的申请中，予以公开9件，部分公开2件，不予公开4件，无法提供5件，不予处理1件": (
        "requests_granted 9*, requests_partially_granted 2*, requests_denied 4*, "
        "requests_unable 5*, requests_not_processed 1*"
    ),
    "收到申请9件，不予公开4件，其中过程性信息3件、行政执法案卷1件": (
        "requests_received 9*, requests_denied 4*, requests_denied_process_information 3*, "
        "requests_denied_enforcement_files 1*"
    ),
    "收到申请9件，其中2件申请人主动撤回，1件重复申请": (
        "requests_received 9*, requests_withdrawn 2, requests_not_processed_duplicate 1*"
    ),
    "收到政府信息公开申请7件，5件予以公开，2件无法提供": (
        "requests_received 7*, requests_granted 5*, requests_unable 2*"
    ),
    "收到申请40件，较上年增长25%": "requests_received 40*, requests_received 25",
    "收到申请40件，比2022年的32件增加8件": (
        "requests_received 40*, requests_received_prior_year 32, requests_received 8"
    ),
    "2023年收到申请40件，2022年收到申请32件": (
        "requests_received 40*, requests_received_prior_year 32"
    ),
    "自条例施行以来收到申请260件": "requests_received_cumulative 260",
    "上半年收到申请12件": "requests_received_part_year 12",
    "收到要求依申请公开林业信息的有效申请共9件": "requests_received 9",
    "新增主动公开信息9条，累计主动公开信息达90条": (
        "proactive_disclosures 9, proactive_disclosures_cumulative 90"
    ),
    "自2023年1月1日起至2023年12月31日止，我局公开信息9条": "proactive_disclosures 9",
    "自2008年1月1日起至2023年12月31日止，我局公开信息9条": "proactive_disclosures_cumulative 9",
    "平均每月收到申请3件": "",
    "窗口受理各类申请900件": "",
    "政务服务大厅受理群众申请事项900件": "",
    "收到申请31件，20件已按时答复，11件告知不予公开": (
        "requests_received 31*, requests_answered_on_time 20, requests_denied 11*"
    ),
    "监测舆情信息120条": "",
    "粮食微博发布博文90条": "disclosed_on_weibo 90",
    "救助站台受理申请90件": "requests_received 90 @救助站台",
    "收到上级转办的政府信息公开申请3件": "requests_transferred 3",
    "2023年1至12月收到申请40件": "requests_received 40*",
    "收到申请11件。其中，4件办理结果为予以公开，6件处理结果是本机关不掌握，1件答复结果为重复申请": (
        "requests_received 11*, requests_granted 4*, requests_unable_not_held 6*, "
        "requests_not_processed_duplicate 1*"
    ),
    "收到申请5件，予以公开处理2件，作部分公开处理3件": (
        "requests_received 5*, requests_granted 2*, requests_partially_granted 3*"
    ),
    "因政府信息公开引起的行政复议6件；2宗复议后诉讼结果维持": (
        "reconsideration 6*, litigation_upheld 2"
    ),
    "公开信息500条，粮食微博账号累计推送信息88条，微信账号发布信息9条": (
        "proactive_disclosures 500, disclosed_on_weibo 88, disclosed_on_wechat 9"
    ),
    "粮库建设栏目危仓改造公开信息4条、就业信息60条": "disclosed_of_a_kind 4, disclosed_of_a_kind 60",
    "公示栏目发布信息33条": "",
    "网站发布信息900条，其中发布动态类信息30条，信息公开目录发布300条": (
        "disclosed_on_website 900, part 30, part 300"
    ),
    "公开信息700条，其中动态300条，新开专栏2个，仓储服务事项数量为90项": (
        "proactive_disclosures 700, part 300"
    ),
    "督促各粮库公开粮价信息66条": "",
    "要求各粮库公开粮价信息66条": "",
    "收到申请10件，其中通过来信收到申请3件": "requests_received 10*, requests_received_by_letter 3",
    "收到申请10件，其中来信7件": "requests_received 10*, requests_received_by_letter 7",
    "收到申请18件，连同上年转来2件，余7件转2024年度办理": (
        "requests_received 18*, requests_carried_over 2*, requests_carried_forward 7*"
    ),
    "共发生行政复议11宗，其中与政府信息公开有关的2宗": "reconsideration 11, reconsideration 2",
    "因政府信息公开被申请复议4件，其中不服政府信息公开答复3件": "reconsideration 4*",
    "编发粮情简报36期": "",
    "计划2024年公开信息不少于400条": "",
    "收取仓储费30万元": "",
    "我局下属事业单位公开信息26条": "proactive_disclosures 26 @下属事业单位",
    "调整公开属性文件15份": "",
    "办理建议13件、提案17件，公开7件": (
        "deputies_proposals 13, members_proposals 17, proposals_disclosed 7"
    ),
    "回复涉及停水、水质等52条群众留言，收集政策咨询问题44个": "mailbox_letters 52, inquiries 44",
    "全年共发文5则": "documents_issued 5",
    "公开信息90条，其中机构设置20条，通知通告70条": "proactive_disclosures 90, part 20, part 70",
    "公开信息100条，其中动态60条、政策40条，较上年分别减少10条和5条": (
        "proactive_disclosures 100, part 60, part 40, change -10, change -5"
    ),
    "收到申请10件，占比由上年的12%上升至15%": "requests_received 10*",
    "市政府办公室收到申请9件，市农业局收到申请4件": (
        "requests_received 9 @市政府办公室, requests_received 4 @市农业局"
    ),
    "市粮食局收到申请9件": "requests_received 9*",
    "全市收到申请90件": "requests_received 90 @全市",
    "我市各部门收到申请90件": "requests_received 90 @我市各部门",
    "各乡镇收到申请8件": "requests_received 8 @各乡镇",
    "协助市政府办公室答复申请5件": "requests_answered 5",
    "收到涉及粮库建设的政府信息公开申请5件": "",
    "收到政府信息公开申请和信访件共15件": "",
    "收到群众信访件30件，办结29件，答复28件": "",
    "收到政府信息公开申请8件，受理投诉30件，办结30件": "requests_received 8*",
    "未收到公民、法人或者其他组织提出的政府信息公开申请": "requests_received 0*",
    "没有收到通过网络提交的政府信息公开申请": "",
    "依申请公开情况：无": "requests_received 0*",
    "申请数量为零": "requests_received 0*",
    "未收到申请，也未发生因政府信息公开引起的行政复议、行政诉讼": (
        "requests_received 0*, reconsideration_and_litigation 0*"
    ),
    "因政府信息公开被申请行政复议3件，其中维持2件、尚未审结1件，被提起行政诉讼1件": (
        "reconsideration 3*, reconsideration_upheld 2*, reconsideration_pending 1*, litigation 1*"
    ),
    "审理行政复议案件25件，办结23件": "reconsiderations_decided 25, reconsiderations_decided 23",
    "未发生行政诉讼败诉案件": "",
    "未收取信息处理费": "information_processing_fee 0",
    "信息处理费收取为零元": "information_processing_fee 0",
    "没有向申请人收取任何费用": "fees 0",
    "全年主动公开政府信息260条，其中工作动态150条、公示公告70条、其他信息40条": (
        "proactive_disclosures 260, part 150, part 70, part_other 40"
    ),
    "全年主动公开政府信息260条。按内容分，动态类200条，政策类60条": (
        "proactive_disclosures 260, part 200, part 60"
    ),
    "公开信息50条，其中发布30条动态信息、20条公告信息": (
        "proactive_disclosures 50, part 30, part 20"
    ),
    "通过局网站发布信息80条，通过微信公众号推送信息45条": (
        "disclosed_on_website 80, disclosed_on_wechat 45"
    ),
    "利用网站、微博和电子屏发布信息300条": "disclosed_through_channels 300",
    "我局开通微信公众号，发布信息66条": "disclosed_on_wechat 66",
    "向市政府报送信息66条": "",
    "全年产生政府信息100条，其中主动公开70条、依申请公开20条、不予公开10条": (
        "information_total 100, proactive_disclosures 70, information_on_request 20, "
        "information_not_disclosed 10"
    ),
    "本年制发行政规范性文件3件，废止1件，现行有效22件": (
        "normative_documents_issued 3*, normative_documents_repealed 1*, "
        "normative_documents_in_force 22*"
    ),
    "主动公开规范性文件6件": "normative_documents_disclosed 6",
    "印发公文180件，公开文件95件": "documents_issued 180, documents_disclosed 95",
    "发布政策解读14篇，举办新闻发布会3场，开展在线访谈2期，民意征集5次": (
        "policy_explanations 14, press_conferences 3, online_interviews 2, consultations 5"
    ),
    "举办政务公开培训2期，培训人员90人次": "trainings 2",
    "办理人大代表建议7件、政协提案5件": "deputies_proposals 7, members_proposals 5",
    "承办12345热线工单320件，办结率100%": "hotline_orders 320",
    "局长信箱收到来信24封": "mailbox_letters 24",
    "公布监督举报信箱1个": "",
    "公开信息30条，类别有：政策类12条，人事类18条，行政许可20件": (
        "proactive_disclosures 30, part 12, part 18"
    ),
    "未收到石湾公司的公开申请": "",
    "往年收到的申请办结3件": "requests_answered_prior_year 3",
    "没有不予公开的政府信息": "information_not_disclosed 0",
    "未收取依申请提供政府信息的检索、复印、邮寄等费用": "fees 0",
    "网站公开信息50条，其中政务信息18条，发布通知公告32条": (
        "disclosed_on_website 50, part 18, part 32"
    ),
    "无下年度结转": "requests_carried_forward 0*",
    "收到申请9件，公开6件，不予公开3件": (
        "requests_received 9*, requests_granted 6*, requests_denied 3*"
    ),
    "受理并办结政府信息公开申请23件": "requests_answered 23*, requests_received 23*",
    "全年未发生信息公开行政复议、诉讼问题": "reconsideration_and_litigation 0*",
    "没有一件因政府信息公开被申请行政复议、提起行政诉讼": "reconsideration_and_litigation 0*",
    "未发生针对石湾乡政府信息公开的行政复议": "reconsideration 0 @石湾乡",
    "新发布的行政规范性文件4件": "normative_documents_issued 4*",
    "作出行政许可决定30件，主动公开行政处罚决定8件": (
        "licensing_decisions 30*, penalties_decisions_disclosed 8"
    ),
    "接待咨询访问33人次": "inquiries 33",
    "通过镇政府网站主动公开政府信息52条": "disclosed_on_website 52",
    "网站公开信息20条，微信公众号发布信息31条": ("disclosed_on_website 20, disclosed_on_wechat 31"),
    "通过林权专栏公开政府信息16条": "disclosed_of_a_kind 16",
    "公报刊登规章、规范性文件等14件": "",
    "主动公开规章3件，行政规范性文件6件，干部任免文件8件": (
        "rules_disclosed 3, normative_documents_disclosed 6, documents_disclosed 8"
    ),
    "短视频播放量在全部播放量中占比31%": "",
    "粮库执法工作均无行政复议和行政诉讼": "reconsideration_and_litigation 0",
    "没有因为政府信息公开工": "",
    "未发生与行政诉讼（含复议）有关的费用": "",
    "未发生因信息公开引发的投诉、行政诉讼等情况": "litigation 0*",
    "未收到法人或者其他组织的公开申请": "",
    "未收到和处理政府信息公开申请": "requests_received 0*",
    "无依申请公开信息和不予公开信息的情况": "requests_received 0*",
    "未印发行政规范性文件": "normative_documents_issued 0*",
    "本年收到申请3件，下年度结转1件": ("requests_received 3*, requests_carried_forward 1*"),
    "收到申请9件，其中来信申请的4件，当面申请的5件": (
        "requests_received 9*, requests_received_by_letter 4, requests_received_in_person 5"
    ),
    "收到申请2件（1件属自然人申请，1件属商业企业申请）": (
        "requests_received 2*, requests_from_natural_persons 1*, requests_from_businesses 1*"
    ),
    "公开信息50条：预决算公开12条，信息公开8条，工作类信息30条": (
        "proactive_disclosures 50, part 12, part 8, part 30"
    ),
    "公开信息50条，政策法规类13条，动态类37条": "proactive_disclosures 50, part 13, part 37",
    "印发公文15件，其中机构类信息9件，规划类信息6件": "documents_issued 15, part 9, part 6",
    "办理建议提案9件，建议提案涉及道路2件、桥梁3件": "proposals 9",
    "局长信箱收到来信24件，回复24件": "mailbox_letters 24, mailbox_letters 24",
    "接待咨询560人次，专栏访问量8.2万次": "inquiries 560, website_visits 82000",
    "编印政府公报6期，邀请市民代表列席政府会议2次": "gazette_issues 6, open_meetings 2",
    "设立申请受理点3个，配备专职人员2名、兼职人员5名": (
        "request_points 3, staff_full_time 2, staff_part_time 5"
    ),
    "明年将举办培训4期，公开信息不少于300条": "",
    "根据第36条规定，在15个工作日内答复，联系电话：0000-1234567": "",
    "公开各类信息共计80条，其中通过政府网站及局官网公开信息60条，通过“云岫粮食”微信公众号发布信息20条": (
        "proactive_disclosures 80, disclosed_on_website 60, disclosed_on_wechat 20"
    ),
    "承办12345热线交办事项31件": ("hotline_orders 31"),
    "通过云岫市政府网站“粮食安全”平台主动公开政府信息62件（其中，“规划计划”30件，“工作情况”12件，“应公开的其他信息”20件）": (
        "disclosed_on_website 62, part 30, part 12, part 20"
    ),
    "主动公开政府信息60条，其中：安全生产25条，规划公示20条，机构简介更新10条，工作信息5条": (
        "proactive_disclosures 60, part 25, part 20, part 10, part 5"
    ),
    "通过网站发布信息18篇，其中，年报1篇，粮库信息17篇；同时，我局在信用平台共发布行政许可信息76条": (
        "disclosed_on_website 18, part 1, part 17, licensing_decisions_disclosed 76"
    ),
    "主动公开涉及粮食储备的政府信息108条，其中：储备信息100条，其他信息8条": (
        "proactive_disclosures 108, part 100, part_other 8"
    ),
    "2023年，我局未收到依申请公开申请没有因政府信息公开被申请行政复议、提起行政诉讼": (
        "requests_received 0*, reconsideration_and_litigation 0*"
    ),
    "已完成政府信息公开申请6件": ("requests_answered 6*"),
    "我局未接到群众要求公开政府信息办理的申请": ("requests_received 0*"),
    "通过今日头条号公开信息40条，抖音号发布信息12条": (
        "disclosed_in_new_media 40, disclosed_in_new_media 12"
    ),
    "“云岫市粮食网”微信公众号推送信息75条": ("disclosed_on_wechat 75"),
    "依托市政府网站发布政府公报、规范性文件等政府信息110条": ("disclosed_on_website 110"),
    "粮食微信公众号共编辑17期，推送信息35篇": ("disclosed_on_wechat 35"),
    "共收到政府信息公开申请26件（未包含上年结转4件），已办结25件": (
        "requests_received 26*, requests_carried_over 4*, requests_answered 25*"
    ),
    "接受咨询查阅25人次": ("inquiries 25"),
    "指派1名专职人员负责信息公开申请的受理工作": ("staff_full_time 1"),
    "市局主动公开规章9件（含新制定5件，修改3件，废止1件）": (
        "rules_disclosed 9 @市局, rules_issued 5 @市局, rules_repealed 1 @市局"
    ),
    "收到政府信息公开申请9件，均已答复，办结率100%": (
        "requests_received 9*, requests_answered_rate 100"
    ),
    "在新闻媒体平台发稿78条，媒体报道30篇": ("disclosed_in_media 78, disclosed_in_media 30"),
    "发布工作动态200条，通知公告48条，公开粮库信息12条": (
        "disclosed_of_a_kind 200, disclosed_of_a_kind 48, disclosed_of_a_kind 12"
    ),
    "收到公开申请4件，其中3件依法答复公开，1件属不掌握相关信息": (
        "requests_received 4*, requests_granted 3*, requests_unable_not_held 1*"
    ),
    "开展“在线访谈”活动13场": ("online_interviews 13"),
    "受理申请59件，结转上年后新收到申请47件，较上年增加12件": (
        "requests_received 59, requests_received 47, change 12"
    ),
    "主动公开信息90条，网站点击率超过16万次": ("proactive_disclosures 90, website_visits 160000"),
    "办理政府信息公开申请7件，其中自然人申请6件": (
        "requests_handled 7, requests_from_natural_persons 6"
    ),
    "收到政府信息公开申请7件，答复完毕7件，答复后被行政复议2件": (
        "requests_received 7*, requests_answered 7*, reconsideration 2*"
    ),
    "公开信息90条，其中粮情信息30条，更新“收储”“轮换”等20个专栏": (
        "proactive_disclosures 90, part 30"
    ),
    "在微信公众平台群发信息51次": "disclosed_on_wechat 51",
    "收到申请9件，不予公开1件，已通过网站对外公开2件": ("requests_received 9*, requests_denied 1*"),
    "通过市政府网站的政府信息公开平台发布政府信息48条": "disclosed_on_website 48",
    "粮食微信公众号发挥新媒体优势，发布政策文件等信息20条": "disclosed_on_wechat 20",
    "通过网站、新媒体发布信息30条": "disclosed_through_channels 30",
    "收到申请8件，其中予以公开5件，粮情秘密信息1件，本局不掌握相关信息2件": (
        "requests_received 8*, requests_granted 5*, requests_unable_not_held 2*"
    ),
    "对其中一件属于公开范围的申请进行了公开，对其中两件申请进行了部分公开": (
        "requests_partially_granted 2*"
    ),
    "新收到申请6件，上年结转2件，共计8件": (
        "requests_received 6*, requests_carried_over 2*, requests_handled 8*"
    ),
    "上年结转办理2件，下年度继续办理0件": ("requests_carried_over 2*, requests_carried_forward 0*"),
    "收到申请12，办结11": "requests_received 12*, requests_answered 11*",
    "收到申请9件，予以公开4件，已主动公开和同意公开的3件，其他2件": (
        "requests_received 9*, requests_granted 4, requests_other_outcome 2"
    ),
    "收到政府依申请公开9件，其中邮寄渠道4件、非本部门掌握2件": (
        "requests_received 9*, requests_received_by_letter 4, requests_unable_not_held 2*"
    ),
    "未收到社会组织或群众个人提出的信息公开请求": "requests_received 0*",
    "专栏访问量达230余万人次，全年发布信息20条，总阅读人数30多万次": "website_visits 2300000",
    "微信公众号发布微信70条、抖音号发布短视频8条": (
        "disclosed_on_wechat 70, disclosed_in_new_media 8"
    ),
    "共计发布微博50余篇、微信47余篇": "disclosed_on_weibo 50, disclosed_on_wechat 47",
    "通过粮食微博客户端公开信息9条": "disclosed_on_weibo 9",
    "在粮食微信公众号公布动态信息32条": "disclosed_on_wechat 32",
    "主动公开收储动态、公示公告、政策解读等各类政府信息65条": "proactive_disclosures 65",
    "主动公开涉及粮食收购、仓储、轮换等方面信息42条": "disclosed_of_a_kind 42",
    "公开信息40条，其中信息公开目录信息5条、工作情况类7条，征求公众意见2次": (
        "proactive_disclosures 40, part 5, part 7, consultations 2"
    ),
    "公开信息70条，其中工作信息46条（动态45条、总结1条），粮价信息24条": (
        "proactive_disclosures 70, part 46, part 45, part 1, part 24"
    ),
    "全年共发布信息18条": "proactive_disclosures 18",
    "全年发布信息18条": "",
    "主动公开行政许可17件，行政处罚5件": (
        "licensing_decisions_disclosed 17, penalties_decisions_disclosed 5"
    ),
    "作出行政许可3件、行政处罚2件、行政强制0件": (
        "licensing_decisions 3*, penalties_decisions 2*, coercive_measures_decisions 0*"
    ),
    "市粮食局作出行政处罚1宗": "penalties_decisions 1*",
    "行政事业性收费总金额3.5万元": "administrative_fees 3.5*",
    "收取行政事业性收费2700元": "administrative_fees 2700",
    "开设政务新媒体账号3个，政务微博1个": "new_media_accounts 3, new_media_accounts 1",
    "在各级媒体平台宣传，其中省级媒体报道21篇": "disclosed_in_media 21",
    "收到申请8件，其中属于特殊信息3件，本局不掌握相关政府信息2件，其他1件（自主撤销）": (
        "requests_received 8*, requests_unable_not_held 2*, requests_other_outcome 1"
    ),
    "公开粮库许可、轮换审批等13项权力的名称": "",
    "主动公开储备计划3条、政策文件28条、其他信息26条": (
        "disclosed_of_a_kind 3, documents_disclosed 28, disclosed_of_a_kind 26"
    ),
    "公开粮食工作动态33条，通知公告21条": "disclosed_of_a_kind 33, disclosed_of_a_kind 21",
    "未制定发布、废止行政规范性文件": "normative_documents_issued 0*",
    "受理咨询72人次，其中现场咨询31人次，电话咨询41人次": "inquiries 72, inquiries 31, inquiries 41",
    "公开信息57条，其中粮情信息57条；人大代表建议和政协委员提案共8件": (
        "proactive_disclosures 57, part 57, proposals 8"
    ),
    "主动公开和依申请公开的政府信息共46条": "",
    "未制发、废止、修改行政规范性文件": "normative_documents_issued 0*",
    "未发生因信息公开导致的行政复议、行政诉讼": "reconsideration_and_litigation 0*",
    "全年未收到依申请公开来信": "requests_received 0*",
    "受理申请16件，上年结转政府信息公开办理数量1件，结转至2024年办理2件": (
        "requests_received 16*, requests_carried_over 1*, requests_carried_forward 2*"
    ),
    "共收到和办理依申请公开12件，其中自然人申请件12件": (
        "requests_received 12*, requests_from_natural_persons 12*"
    ),
    "收到申请9件，处理结果中，予以公开2件，信息不存在1件": (
        "requests_received 9*, requests_granted 2*, requests_not_existing 1"
    ),
    "收到申请9件，因本机关不掌握相关信息无法提供2件，属于过程性信息不予公开3件": (
        "requests_received 9*, requests_unable_not_held 2*, requests_denied_process_information 3*"
    ),
    "收到申请9件，属于内部事务信息、过程性信息不予公开3件": "requests_received 9*",
    "全年累计更新发布信息84条，其中机构概况6条，行政许可78条": (
        "proactive_disclosures 84, part 6, part 78"
    ),
    "文件发布一条解读一条，公开信息9条": "proactive_disclosures 9",
    "收到申请一件，办结一件": "requests_received 1*, requests_answered 1*",
    "未发生因政府信息公开申请办理导致行政复议、提起行政诉讼案件": (
        "reconsideration_and_litigation 0*"
    ),
    "未发生行政复议被纠正的情况": "",
    "发布储备预警信息43条": "disclosed_of_a_kind 43",
    "收到依申请公开共0件，其中邮件申请0件，0件转结2024年办结": (
        "requests_received 0*, requests_received_by_email 0, requests_carried_forward 0*"
    ),
    "未发生涉及粮食局信息公开行政复议案件和行政诉讼案件": "reconsideration_and_litigation 0*",
    "本年度未出台规范性文件和重大粮价措施": "normative_documents_issued 0*",
    "全年未发生依申请公开政府信息办理事项": "requests_received 0*",
    "办理依申请信息公开事项19件": "requests_handled 19",
    "依托政府信息依申请公开平台收到并答复公民申请事项1件": "requests_answered 1, requests_received 1",
    "受理申请50件，予以公开40件，逾期未补正2件，其他处理5件，结转下年度办理3件": (
        "requests_received 50*, requests_granted 40*, requests_other_no_clarification 2*, "
        "requests_other_outcome 5, requests_carried_forward 3*"
    ),
    "收到申请9件，属于“三安全一稳定”1件，危及“三安全一稳定”2件": (
        "requests_received 9*, requests_denied_security_stability 1, "
        "requests_denied_security_stability 2"
    ),
    "主动公开信息20条，历年累计345条": (
        "proactive_disclosures 20, proactive_disclosures_cumulative 345"
    ),
    "主动公开政府信息181其中，文件信息6条，其他信息175条": (
        "proactive_disclosures 181, part 6, part_other 175"
    ),
    "发布储备动态类信息64条，其中文件15条，工作报告1条": (
        "disclosed_of_a_kind 64, part 15, part 1"
    ),
    "公开应急预案2条、预警信息及应对信息75条": "disclosed_of_a_kind 2, disclosed_of_a_kind 75",
    "制作政府信息64条，主动公开政府信息16条，依申请公开文件12条、不予公开文件36条": (
        "information_total 64, proactive_disclosures 16, information_on_request 12, "
        "documents_not_disclosed 36"
    ),
    "网站公开信息43条，其中公示公开5条；微博发布动态7条": (
        "disclosed_on_website 43, part 5, disclosed_on_weibo 7"
    ),
    "没有接到依申请公开政府信息的请求": "requests_received 0*",
    "收到依申请公开信息17条，其中予以公开4条，不予公开（内部事务信息）2条": (
        "requests_received 17*, requests_granted 4*, requests_denied 2*"
    ),
    "按要求公开政策文件5份": "documents_disclosed 5",
    "通过政府网站回应社会关注热点信息7条，通过其他方式回应社会关切信息65条": (
        "responses_to_concern 7, responses_to_concern 65"
    ),
    "公开人大代表建议、政协提案复文18件，解读政策文件4件": (
        "proposals_disclosed 18, policy_explanations 4"
    ),
    "在外网公示信息621条，其中库点信息611条，公示公告10条": (
        "disclosed_on_website 621, part 611, part 10"
    ),
    "没有向申请人收取复印、传真、递送等任何费用": "fees 0",
    "没有向申请人收取复印、传真、递送费用": "",
    "公开信息21条：包含机构类1条、安全类文件18条、规划类2条，行政许可决定30件，行政处罚16件": (
        "proactive_disclosures 21, part 1, part 18, part 2, licensing_decisions 30, "
        "penalties_decisions_disclosed 16"
    ),
    "公众号公开发布宣传信息、政务信息、政策解读等共计59条": "disclosed_on_wechat 59",
    "服务热线新媒体发布微信26条，微博53条": "disclosed_on_wechat 26, disclosed_on_weibo 53",
    "媒体刊登储粮新闻90条，其中《云岫晚报》7条、云岫网4条、粮讯网2条": (
        "disclosed_in_media 90, part 7, part 4, part 2"
    ),
    "核查政府网站及账号发布信息700条，整改错误46条": "",
    "审核发布信息90条": "",
    "受理向办公室提出的政府信息公开申请2件": "requests_received 2*",
    "受理向县粮食局提出的政府信息公开申请2件": "requests_received 2",
    "受理2件向办公室提出的政府信息公开申请": "requests_received 2",
    "收到申请8件，比去年增加2件，其他服务事项40项，比去年增加6项": (
        "requests_received 8*, requests_received 2, change 6"
    ),
    "网站列全市第13位，同比上升10位": "",
    "通过网站公开政府信息76条，其中：粮情动态16条，更新信息公开目录50条，报送信息10条": (
        "disclosed_on_website 76, part 16, part 50"
    ),
    "网站发布各类信息86条，其中，发布政务信息共39条": "disclosed_on_website 86, part 39",
    "通过网站发布招粮计划信息5条、轮换类信息6条、预决算公开信息11条": (
        "disclosed_on_website 5, disclosed_of_a_kind 6, disclosed_of_a_kind 11"
    ),
    "我局计划信息化培训3次": "",
    "通过政府网站发布工作动态、政策文件、粮价走势等100条": "disclosed_on_website 100",
    "依托微信公众号，发布工作动态及各类政务信息28条": "disclosed_on_wechat 28",
    "全年完成政府信息公开30条": "proactive_disclosures 30",
    "向各县发送粮食信息5期": "",
    "公开统计公报2条": "disclosed_of_a_kind 2",
    "公开重点领域政府信息24条": "disclosed_of_a_kind 24",
    "公开卫生政府信息24条": "proactive_disclosures 24",
    "网站共发布粮情分析31篇，储备短论11篇": "disclosed_of_a_kind 31",
    "年内累计主动公开政府信息158，储备信息2条": "proactive_disclosures 158",
    "2023年全年公开信息发布总计140条": "proactive_disclosures 140",
    "公开信息70条。涉及机构类信息2条、粮情类信息68条": "proactive_disclosures 70, part 2, part 68",
    "公开信息50条、提案4件。其中，粮情类5条，政务微博发布15条": (
        "proactive_disclosures 50, members_proposals 4, part 5, disclosed_on_weibo 15"
    ),
    "收到申请5件、热线工单30件。其中办结28件": (
        "requests_received 5*, hotline_orders 30, hotline_orders 28"
    ),
    "公开储粮课件21条；“云岫粮食”微信公众号发布113条": (
        "disclosed_of_a_kind 21, disclosed_on_wechat 113"
    ),
    "公开储粮课件21篇": "",
    "未收到信息公开方面的咨询": "inquiries 0",
    "全年无依申请公开事项要求": "requests_received 0*",
    "未收到自然人、企业或社会团体要求公开政府信息的申请": "requests_received 0*",
    "未收到企业或社会团体要求公开政府信息的申请": "",
    "办结申请50件，其中6件属于“本机关不掌握”，3件属于“国家秘密”，2件予以公开": (
        "requests_answered 50*, requests_unable_not_held 6*, requests_denied_state_secret 3*, "
        "requests_granted 2*"
    ),
    "收到申请9件，办结9件，其中2件答复“信息不存在”": (
        "requests_received 9*, requests_answered 9*, requests_not_existing 2"
    ),
    "共举办2次培训，3次演练": "trainings 2",
    "收到政府信息公开申请20件，其中来访申请6件，网上申请8件": (
        "requests_received 20*, requests_received_in_person 6, requests_received_online 8"
    ),
    "收到政府信息公开申请20件，其中电话申请6件，网上申请8件": (
        "requests_received 20*, requests_received_online 8"
    ),
    "上年结转3件，本年新收12件，办结13件，2件转接下年": (
        "requests_carried_over 3*, requests_received 12*, requests_answered 13*, "
        "requests_carried_forward 2*"
    ),
    "上年结转建议提案3件，本年收到12件": "proposals 3, proposals 12",
    "全局收到依申请公开15件": "requests_received 15*",
    "因政府信息公开被申请复议7宗、行政诉讼0宗，其中3宗维持，1宗结果纠正，2宗尚未审结": (
        "reconsideration 7*, litigation 0*, reconsideration_upheld 3*, "
        "reconsideration_corrected 1*, reconsideration_pending 2*"
    ),
    "因政府信息公开引发行政复议9件，行政诉讼4件，结果维持3件，尚未审结2件": (
        "reconsideration 9*, litigation 4*"
    ),
    "因政府信息公开引发行政复议2件，维持2件；行政诉讼4件，维持3件": (
        "reconsideration 2*, reconsideration_upheld 2*, litigation 4*, litigation_upheld 3*"
    ),
    "因政府信息公开引发行政复议23件，其中维持17件，纠正2件，其他4件": (
        "reconsideration 23*, reconsideration_upheld 17*, reconsideration_corrected 2*, "
        "reconsideration_other 4*"
    ),
    "收到申请41件，其中网上申请23件、信函申请18件；办结40件": (
        "requests_received 41*, requests_received_online 23, requests_received_by_letter 18, "
        "requests_answered 40*"
    ),
    "收到申请48件。答复48件，其中予以公开20件": (
        "requests_received 48*, requests_answered 48*, requests_granted 20*"
    ),
    "收到申请公开政府信息数5条": "requests_received 5*",
    "主要通过四条途径主动公开政府信息，一是粮食网": "",
    "主动公开政府信息主要通过四条途径，一是粮食网": "",
    "全年主动公开71条": "proactive_disclosures 71",
    "明确3名工作人员负责信息公开工作": "staff 3",
    "网站总访问量2980万人次；局微信公众号发布141条": (
        "website_visits 29800000, disclosed_on_wechat 141"
    ),
    "公开行政处罚决定163份、粮价日报365期": "penalties_decisions_disclosed 163",
    "办理人大代表建议、省政协委员提案共19件，公开答复12件": "proposals 19, proposals_disclosed 12",
    "举行新闻发布会、政策吹风会6次": "press_conferences 6",
    "公报全年出版12期": "gazette_issues 12",
    "参加“行风热线”4期": "",
    "收费总金额为0元，信息处理费收取金额为0": "fees 0, information_processing_fee 0",
    "页面浏览量1306万次；县内2家网站和41个政务新媒体账号运行正常": "website_visits 13060000",
    "政务新媒体账号由51个整合为38个": "",
    "作出行政许可决定52件、行政处罚决定83件": ("licensing_decisions 52*, penalties_decisions 83*"),
    "收到申请195件，上年结转3件，公开答复191件，转下年度7件": (
        "requests_received 195*, requests_carried_over 3*, requests_answered 191*, "
        "requests_carried_forward 7*"
    ),
    "收到申请9件，公开答复5件，不予公开4件": (
        "requests_received 9*, requests_granted 5*, requests_denied 4*"
    ),
    "收到申请57件（含上年结转1件），撤件39件，受理18件": (
        "requests_handled 57*, requests_carried_over 1*, requests_withdrawn 39, requests_received 18"
    ),
    "收到申请6件（2件信函、4件政府网站渠道申请）": (
        "requests_received 6*, requests_received_by_letter 2, requests_received_online 4"
    ),
    "因政府信息公开引发行政复议3件，其中，1件被复议机关撤销，2件仍在补充材料": (
        "reconsideration 3*, reconsideration_corrected 1*"
    ),
    "尚未审结行政复议0件和提起行政诉讼0件": "reconsideration_pending 0, litigation 0",
    "历年收到申请9件，未发生信息公开行政诉讼": "requests_received_cumulative 9, litigation 0*",
    "近3年没有发生信息公开行政诉讼": "litigation_cumulative 0",
    "收到申请9件，其中“不属于本机关信息”8件，“信息不存在”1件": (
        "requests_received 9*, requests_not_responsible 8, requests_not_existing 1"
    ),
    "收到申请9件，其中3件为粮库信息；2件结转下年答复": (
        "requests_received 9*, requests_carried_forward 2*"
    ),
    "解读粮食政策文件6件": "policy_explanations 6",
    "公开文件数十五件": "documents_disclosed 15",
    "公开文件数十件": "",
    "收到2条公众通过“粮食服务网”提交的申请": "requests_received 2",
    "收到申请3件，收到2条群众提出的建议": "requests_received 3*",
    "年中两次举办信息公开培训": "trainings 2",
    "历年累计公开信息134条。在微博发布信息22条": (
        "proactive_disclosures_cumulative 134, disclosed_on_weibo 22"
    ),
    "第一季度收到申请7件": "requests_received_part_year 7",
    "2019年至2021年收到申请90件": "requests_received_cumulative 90",
    "五年来收到申请90件": "requests_received_cumulative 90",
    "年初收到申请7件": "requests_received 7",
    "首批制发规范性文件2件": "normative_documents_issued_part_year 2",
    "收到申请27件，未按时答复0件": "requests_received 27*",
    "收到申请27件，自然人申请20件中，予以公开6件": (
        "requests_received 27*, requests_from_natural_persons 20*, requests_granted 6"
    ),
    "网站申请9件，其中予以公开5件": "requests_granted 5",
    "上年结转3件，予以公开2件": "requests_carried_over 3*, requests_granted 2",
    "粮库类政府信息公开申请9件，予以公开5件": "requests_received 9, requests_granted 5",
    "收到申请27件，合并答复5件": "requests_received 27*, requests_answered 5",
    "收到申请27件，经法制审核后答复2件": "requests_received 27*, requests_answered 2",
    "抽查政府信息公开申请8件，予以公开3件": "",
    "依申请公开9条，主动公开90条，不予公开3条": "requests_received 9, requests_denied 3",
    "收到8件公众通过信函提交的政府信息公开申请": "requests_received 8",
    "收到20件公民提出的政府信息公开申请": "requests_received 20",
    "以邮件方式收到申请8件": "requests_received_by_email 8",
    "又收到申请8件": "requests_received 8",
    "我局及下属单位共收到申请30件": "requests_received 30 @下属单位",
    "我局作为复议机关，办理政府信息公开行政复议5件，维持2件": (
        "reconsiderations_decided 5, reconsideration_upheld 2"
    ),
    "因政府信息公开引发行政复议9件，其中维持5件，撤销1件": "reconsideration 9*, reconsideration_upheld 5*",
    "新增因政府信息公开引起的行政复议7件": "reconsideration 7",
    "收到申请9件，予以公开、部分公开分别为6件、2件": (
        "requests_received 9*, requests_granted_in_whole_or_part 6, "
        "requests_granted_in_whole_or_part 2"
    ),
    "制发、废止规范性文件分别为5件、3件": (
        "normative_documents_repealed 5, normative_documents_repealed 3"
    ),
    "收到申请9件，不予公开（含不予处理）6件": "requests_received 9*, requests_denied 6",
    "本年分别收到、办结申请9件、8件": (
        "requests_answered 9, requests_received 9, requests_answered 8"
    ),
    "收到申请9件，不予公开（含涉及国家秘密）6件": "requests_received 9*, requests_denied 6*",
    "收到申请42件，其中15件属于咨询类，27件属于政府信息公开申请": (
        "requests_received 42, inquiries 15, requests_received 27"
    ),
    "收到申请31件，其中4件不属于政府信息公开申请": "requests_received 31",
    "收到申请31件，4件告知为咨询": "requests_received 31, inquiries 4",
    "收到申请9件，尚未办结2件": "requests_received 9*",
    "公文公开属性审核90件，其中依申请公开9件，不予公开5件": "information_on_request 9",
    "作出不予行政许可决定2件": "",
    "作出非行政处罚决定2件": "",
    "作出行政许可决定2件": "licensing_decisions 2*",
    "我局向其他机关提出申请2件，获得答复2件": "",
    "公民向我局提出申请2件": "requests_from_natural_persons 2*",
    "公开规范性文件5件、非规范性文件30件": "normative_documents_disclosed 5",
    "公开规范性文件5件，其他非规范性文件30件": "normative_documents_disclosed 5",
    "收到申请27件，按提交方式分，信件13件，网络14件": (
        "requests_received 27*, requests_received_by_letter 13, requests_received_online 14"
    ),
    "收到申请27件，已在网站公开的5件": "requests_received 27*",
    "收到申请27件，其中网站申请5件": "requests_received 27*, requests_received_online 5",
    "收到申请27件，其他组织申请2件": "requests_received 27*",
    "没有因信息公开引起的行政诉讼、行政复议案件": "reconsideration_and_litigation 0*",
    "申请总量36件，其中本年新收27件": "requests_received 36, requests_received 27",
    "收到申请35份，按规定合并登记为27件": "requests_received 35",
    "收到申请表35份": "requests_received 35",
    "收到政府信息公开申请表35份": "requests_received 35*",
    "收到申请27件，均为政府信息公开申请": "requests_received 27*",
    "收到申请27件，其中15件属于粮食收购类": "requests_received 27*",
    "党委规范性文件制发5件、废止2件": (
        "normative_documents_issued 5, normative_documents_repealed 2"
    ),
    "配合市司法局清理规范性文件31件，废止6件": "normative_documents_repealed 6",
    "建议废止规范性文件2件": "normative_documents_repealed 2",
    "部门联合印发规范性文件2件": "normative_documents_issued 2",
    "清理规范性文件31件，废止6件": "normative_documents_repealed 6*",
    "办结申请9件，其中部分公开3件，其余6件为不予处理和其他处理": (
        "requests_answered 9*, requests_partially_granted 3*, requests_not_processed 6"
    ),
    "对市局制发的规范性文件5件进行解读": "normative_documents_issued 5",
    "参与制定规范性文件5件": "normative_documents_issued 5",
    "第三方不同意公开2件": "requests_denied 2",
    "部分公开2件，其中不予公开1件": "requests_partially_granted 2*, requests_denied 1",
    "没有因政府信息公开收费引发的行政复议": "",
    "没有因政府信息公开工作引发的行政复议": "reconsideration 0*",
    "未制发党内规范性文件": "normative_documents_issued 0",
    "除上述申请外，未收到其他政府信息公开申请": "requests_received 0",
    "没有超期的政府信息公开申请": "requests_received 0",
    "执法文书予以公开58份，不予公开3份": "requests_granted 58, requests_denied 3",
    "予以公开58件，不予公开3件": "requests_granted 58*, requests_denied 3*",
    "全年未对外制发规范性文件": "",
    "承办建议提案12件，无结转下年度事项": "proposals 12",
    "收到申请18件。10件申请均按时答复，8件另案研究": "requests_received 18*, requests_answered 10",
    "通过网站、信函等方式收到申请4件，当面收到申请2件": (
        "requests_received 4, requests_received_in_person 2"
    ),
    "当面收到申请2件，通过网站、信函等方式收到申请4件": (
        "requests_received_in_person 2, requests_received 4"
    ),
    "通过网站、信函等方式收到申请4件，其中信函申请3件": (
        "requests_received 4*, requests_received_by_letter 3"
    ),
    "没有因政府信息公开工作处理不当而引起行政复议和行政诉讼": "reconsideration_and_litigation 0*",
    "收到申请85件，除2件结转下年办理外，均依法答复": (
        "requests_received 85*, requests_carried_forward 2*"
    ),
    "收到申请9件，具体为粮库类6件，粮价类3件。9件政府信息公开申请均按时予以回复": (
        "requests_received 9*, requests_answered 9*"
    ),
    "收到补贴申请9件。9件申请均按时予以回复": "requests_answered 9",
    "收到申请9件，处理信访、投诉、举报等30件": "requests_received 9*",
    "收到申请9件，信访、投诉、举报等申请不作为政府信息公开申请处理3件": (
        "requests_received 9*, requests_not_processed_petition 3*"
    ),
    "收到申请9件，申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请2件": (
        "requests_received 9*, requests_other_no_clarification 2*"
    ),
    "受理申请67件，上年结转政府信息公开申请办件5件": (
        "requests_received 67*, requests_carried_over 5*"
    ),
    "网站发布粮政类信息34条，概况类信息150条": ("disclosed_on_website 34, disclosed_of_a_kind 150"),
    "政务公开专（兼）职工作人员2名": "staff 2",
    "答复9件，属于主动公开范围3件，不属于本机关公开信息1件": "",
    "收到通过邮件、现场等方式提交的各类政府信息公开申请10件，共办结8件": (
        "requests_received 10*, requests_answered 8*"
    ),
    "通过网站、信函等方式收到信息公开申请4件": "requests_received 4*",
    "通过信函方式收到信息公开申请4件": "requests_received_by_letter 4",
    "公开不合格粮食处置信息18条": "disclosed_of_a_kind 18",
    "通过公众号实现50余项业务网上可办": "",
    "网站发布信息34篇、学习强国3篇、新华网2篇": (
        "disclosed_on_website 34, disclosed_in_media 3, disclosed_in_media 2"
    ),
    "公布5期共19批次的粮食抽检信息": "",
    "发布政策解读16篇，发布《粮情通告》26期": "policy_explanations 16",
    "发布政策文件及解读12件": "",
    "收到申请7件，其中1件属行政执法案卷信息，6件申请人主动撤件": (
        "requests_received 7*, requests_denied_enforcement_files 1*, requests_withdrawn 6"
    ),
    "收到申请7件，其中1件属过程性信息，6件另案研究": (
        "requests_received 7*, requests_denied_process_information 1*"
    ),
    "全年办结依申请公开事项14件，无结转下年度事项": (
        "requests_answered 14*, requests_carried_forward 0*"
    ),
    "通过各类公开途径收到和处理信息公开申请一条": "requests_received 1*",
    "针对文件精心撰写2篇文字解读材料": "policy_explanations 2",
    "发布文件5件解读6篇": "documents_disclosed 5, policy_explanations 6",
    "主动公开信息49条（不同渠道发布的同一信息计为1条）": "proactive_disclosures 49",
    "全年公开信息合计为49条": "proactive_disclosures 49",
    "主动公开信息45条，其中网站公开信息8条，在微信平台“云岫粮食”公开政务信息37条": (
        "proactive_disclosures 45, disclosed_on_website 8, disclosed_on_wechat 37"
    ),
    "公开内容有：1.储粮事项，如公开粮价9条；2.其他公开信息35条": (
        "disclosed_of_a_kind 9, disclosed_of_a_kind 35"
    ),
    "网站年浏览量650万人次，月点击率63万人次，日均浏览量2万人次": "website_visits 6500000",
    "因政府信息公开引起的行政复议3件，未经复议直接诉讼1件，复议后诉讼2件": (
        "reconsideration 3*, litigation_direct 1*, litigation_after_reconsideration 2*"
    ),
    "因政府信息公开被申请行政复议3件，经行政复议后又提起行政诉讼2件，其中维持1件": (
        "reconsideration 3*, litigation_after_reconsideration 2*, litigation_upheld 1"
    ),
    "收到申请9件，2件延期后办结，补正材料后答复1件，与申请人沟通后予以公开4件": (
        "requests_received 9*, requests_answered 2, requests_answered 1, requests_granted 4"
    ),
    "收到申请9件，受理后答复8件": "requests_received 9*, requests_answered 8*",
    "共办理申请6件，其中5件已答复，1件撤回": (
        "requests_handled 6, requests_answered 5, requests_withdrawn 1"
    ),
    "全市共收到申请90件，是上年的3倍。其中，市级受理61件": (
        "requests_received 90 @全市, requests_received 61 @市级"
    ),
    "12366回应公众关切40次，12329受理咨询31件": "responses_to_concern 40, inquiries 31",
    "通过不同渠道公开政府信息情况：局网站公开信息38条，新闻发布会公开信息3条": (
        "disclosed_on_website 38, disclosed_of_a_kind 3"
    ),
    "通过微博公众号发布信息51条": "disclosed_on_weibo 51",
    "设立1个申请受理点，1个电子展示柜，2个自助终端": "request_points 1",
    "主动公开信息50条，其中涉及决策公开4条、收储管理46条": (
        "proactive_disclosures 50, part 4, part 46"
    ),
    "截止12月31日，我局通过网站发布信息34条": "disclosed_on_website 34",
    "截至12月31日，累计主动公开信息340条": "proactive_disclosures_cumulative 340",
    "未收到政府信息公开依申请公开件": "requests_received 0*",
    "全年无居民群众向我局提出政府信息公开申请": "requests_received 0*",
    "未收到通过电话、来信等方式提出的政府信息公开申请": "requests_received 0*",
    "未收到通过网络、来信等方式提出的政府信息公开申请，当面申请2件": "",
    "收到政府信息公开申请4件，其中公开3件，撤回1件": (
        "requests_received 4*, requests_granted 3*, requests_withdrawn 1"
    ),
    "政府信息公开行政复议程序和诉讼程序均为0件": "reconsideration_and_litigation 0*",
    "收到申请9件，办复率100%，其中予以公开或部分公开8件，无法提供1件": (
        "requests_received 9*, requests_answered_rate 100, "
        "requests_granted_in_whole_or_part 8*, requests_unable 1*"
    ),
    "配备3名专职和2名兼职人员": "staff_full_time 3, staff_part_time 2",
    "微信公众号订阅1900人次，发布信息76篇": "disclosed_on_wechat 76",
    "收到政府信息公开申请4件，其中已公开3件": "requests_received 4*",
    "无居民对政府信息公开申请提出异议": "",
    "全年公开政府信息（1205）条，其中政策类（31）条、动态类（874）条": (
        "proactive_disclosures 1205, part 31, part 874"
    ),
    "收到政府信息公开申请（6）件，办结（6）件": "requests_received 6*, requests_answered 6*",
    "共发布260件主动公开信息": "proactive_disclosures 260",
    "对14份文件进行了解读": "policy_explanations 14",
    "主动公开信息：政策法规8条、通知公告11条、规划信息3条": (
        "disclosed_of_a_kind 8, disclosed_of_a_kind 11, disclosed_of_a_kind 3"
    ),
    "截至2023年12月31日，主动公开政府信息310条": "proactive_disclosures 310",
    "作出行政许可决定12件、行政处罚决定5件、行政强制措施2件": (
        "licensing_decisions 12*, penalties_decisions 5*, coercive_measures_decisions 2*"
    ),
    "作出行政处罚决定5件，其中行政强制措施1件": (
        "penalties_decisions 5*, coercive_measures_decisions 1"
    ),
    "截至2023年12月31日，收到政府信息公开申请7件": "requests_received 7*",
    "截至2022年12月31日，主动公开政府信息310条": "proactive_disclosures_cumulative 310",
    "累计公开政府信息85条": "proactive_disclosures 85",
    "累计公开政府信息3850条，其中本年公开85条": (
        "proactive_disclosures_cumulative 3850, proactive_disclosures 85"
    ),
    "受理12345投诉件240件": "hotline_orders 240",
    "在惠农补贴专栏公开信息14条": "disclosed_of_a_kind 14",
    "政府信息公开申请、行政复议、行政诉讼均未发生": (
        "requests_received 0*, reconsideration_and_litigation 0*"
    ),
    "收到政府信息公开申请、行政复议和行政诉讼均为0": (
        "requests_received 0*, reconsideration_and_litigation 0*"
    ),
    "因政府信息公开申请、行政复议均未发生": "reconsideration 0*",
    "受理网民留言80件，其中市长信箱31件，政务信箱29件": (
        "mailbox_letters 80, mailbox_letters 31, mailbox_letters 29"
    ),
    "收到依申请公开办理事项7件，其中，6件均严格按时限答复": (
        "requests_received 7*, requests_answered 6"
    ),
    "公开信息90条，其中粮食局网页专栏主动公开21条，微信公众号发布62条": (
        "proactive_disclosures 90, disclosed_of_a_kind 21, disclosed_on_wechat 62"
    ),
    "统一答复文书，其中予以公开或部分公开8件，不予公开3件": (
        "requests_granted_in_whole_or_part 8, requests_denied 3"
    ),
    "未收到居民申请公开信件": "requests_received 0*",
    "收到申请40件，比2021年的30件增加10件": (
        "requests_received 40*, requests_received_other_year 30, requests_received_other_year 10"
    ),
    "答复同意公开的4件，不予公开类答复3件": "requests_granted 4*, requests_denied 3*",
    "14件政府信息公开申请已全部办结": "requests_answered 14*",
    "2019年以来共收到政府信息公开申请120件": "requests_received_cumulative 120",
    "2022年结转2023年3件": "requests_carried_over 3*",
    "“十三五”期间制发规范性文件20件": "normative_documents_issued_cumulative 20",
    "上年度结转3件，本年度新增12件，合计15件，办结14件，结转1件": (
        "requests_carried_over 3*, requests_received 12*, requests_handled 15*, "
        "requests_answered 14*, requests_carried_forward 1*"
    ),
    "专项行动期间作出行政处罚决定30件": "penalties_decisions 30",
    "主动公开信息20条，历年累计90条，其中机构职能2条、动态18条": (
        "proactive_disclosures 20, proactive_disclosures_cumulative 90, part 2, part 18"
    ),
    "主动公开规章5件（含新制定2件，修改2件，废止1件）": (
        "rules_disclosed 5, rules_issued 2*, rules_repealed 1"
    ),
    "人大代表建议和政协提案办理公开2条": "proposals_disclosed 2",
    "依申请公开工作方面，不予公开9件": "requests_denied 9*",
    "依申请公开方面，收到1件信函申请、2件网络申请": (
        "requests_received_by_letter 1, requests_received_online 2"
    ),
    "全年主动公开政府信息20条，累计主动公开90条": (
        "proactive_disclosures 20, proactive_disclosures_cumulative 90"
    ),
    "全年收到申请63件。在收到的事项中，已答复63件": "requests_received 63*, requests_answered 63",
    "公开人大代表建议办理结果169件，政协委员提案办理结果110件": (
        "proposals_disclosed 169, proposals_disclosed 110"
    ),
    "公开会议纪要19期，门户网站挂网信息21条": "meetings_disclosed 19, disclosed_on_website 21",
    "公开信息312条，涉及规划信息9条、统计信息12条、其他291条": (
        "proactive_disclosures 312, part 9, part 12, part_other 291"
    ),
    "公开信息422条（不同渠道公开相同信息计1条）": "proactive_disclosures 422",
    "公开市政府新制定规章2件": "rules_issued 2",
    "公开建议提案答复12件": "proposals_disclosed 12",
    "公文管理方面，部分公开5件": "requests_partially_granted 5",
    "共受理依申请公开事项63件，除去上年结转后新收到依申请公开事项51件": (
        "requests_handled 63*, requests_received 51*"
    ),
    "共收到政府信息公开申请1204宗（未包含上年结转37宗），其中已办结1189宗，结转下年办理52宗": (
        "requests_received 1204*, requests_carried_over 37*, requests_answered 1189*, "
        "requests_carried_forward 52*"
    ),
    "办理结果如下：予以公开35件；部分予以公开1件；结转下年度继续办理1件": (
        "requests_granted 35*, requests_partially_granted 1*, requests_carried_forward 1*"
    ),
    "县长信箱收到来信33件，办结33件，结转2件": "mailbox_letters 33, mailbox_letters 33",
    "发生行政复议6件（结果维持4件），行政诉讼2件（结果维持2件）": (
        "reconsideration 6, reconsideration_upheld 4, litigation 2, litigation_upheld 2"
    ),
    "受理12345平台转办事项169件，办结169件": "hotline_orders 169, hotline_orders 169",
    "受理依申请公开政府信息0件，回复处理0件": "requests_received 0*, requests_answered 0*",
    "在2023年度主动公开的信息中，政策类信息2条，业务类信息9条": "part 2, part 9",
    "在已公开的52条政府信息中，机构职能9条，规划计划12条": (
        "proactive_disclosures 52, part 9, part 12"
    ),
    "开展专项整治，作出行政处罚决定7件": "penalties_decisions 7",
    "我局收到申请8件，其中7件为新收，1件为上年结转": (
        "requests_handled 8*, requests_received 7*, requests_carried_over 1*"
    ),
    "截至目前现行有效规范性文件8件": "normative_documents_in_force 8*",
    "换届以来收到政府信息公开申请30件": "requests_received_cumulative 30",
    "收到1件网上申请补贴诉求": "",
    "收到2条公众通过“云岫粮食依申请公开栏目”提交的申请，皆在规定时限内答复": "requests_received 2*",
    "收到3条公众从“依申请公开栏目”提交的申请，另收到信函申请2件": (
        "requests_received 3, requests_received_by_letter 2"
    ),
    "收到申请11件，因申请人撤回终止办理1件": "requests_received 11*, requests_withdrawn 1",
    "收到申请20件，其中在线申请11件，其他渠道1件": (
        "requests_received 20*, requests_received_online 11"
    ),
    "收到申请9件，予以公开7件，不属于政府信息2件": "requests_received 9*, requests_granted 7*",
    "收到申请9件，予以公开占比较上年提高6%": "requests_received 9*",
    "收到申请9件，其中已办结6件，结转下年2件": (
        "requests_received 9*, requests_answered 6, requests_carried_forward 2*"
    ),
    "收到申请9件，办结7件，结转2件": (
        "requests_received 9*, requests_answered 7*, requests_carried_forward 2*"
    ),
    "收到申请9件，拟予以公开1件，不予公开1件": "requests_received 9*, requests_denied 1",
    "收到申请9件，较上年新增2件": "requests_received 9*, requests_received 2",
    "收到群众申请公开政府信息5份": "requests_received 5*",
    "政策类信息9条": "disclosed_of_a_kind 9",
    "整改错别字类信息12条": "",
    "新收申请134件，加上2022年结转的6件，共需办理140件。截至年底办结133件，其余7件结转2024年": (
        "requests_received 134*, requests_carried_over 6*, requests_handled 140, "
        "requests_answered 133*, requests_carried_forward 7*"
    ),
    "新收申请9件，结转3件，办结12件": "requests_received 9*, requests_answered 12",
    "未对公众提出依申请公开收取任何费用": "fees 0",
    "未收到公开信息申请有关事项": "requests_received 0*",
    "未收到政府信息公开申请的投诉": "",
    "收到自然人申请7件、企业申请3件，律师事务所申请2件": (
        "requests_from_natural_persons 7*, requests_from_businesses 3*, "
        "requests_from_legal_services 2*"
    ),
    "区县部门因政府信息公开发生行政复议6件": "reconsideration 6 @区县部门",
    "因政府信息公开被申请行政复议的5件，其中3件被维持，1件被纠正": (
        "reconsideration 5*, reconsideration_upheld 3*, reconsideration_corrected 1*"
    ),
    "办结申请45件:22件予以公开、6件部分公开、17件无法提供": (
        "requests_answered 45*, requests_granted 22*, requests_partially_granted 6*, "
        "requests_unable 17*"
    ),
    "办结申请45件：22件予以公开,6件部分公开,17件无法提供": (
        "requests_answered 45*, requests_granted 22*, requests_partially_granted 6*, "
        "requests_unable 17*"
    ),
    "因政府信息公开被申请行政复议9件:6件维持、2件纠正、1件尚未审结": (
        "reconsideration 9*, reconsideration_upheld 6*, reconsideration_corrected 2*, "
        "reconsideration_pending 1*"
    ),
    "每天8:30至17:30受理申请，共收到申请9件": "requests_received 9*",
    "微博账号（1个）发布信息149条": "disclosed_on_weibo 149",
    "收到政府信息公开申请、投诉3件，未发生": "",
    "政府信息公开申请、3件，均无": "requests_received 3",
    "未收到有关政府信息公开方面的申请、投诉和举报": "requests_received 0*",
    "本年度我局无规范性文件制发、废止情况": "normative_documents_issued 0*",
    "林场收到政府信息公开申请8件": "requests_received 8 @林场",
    "每个科室1人负责信息公开工作": "",
    "没有收到书面或其它形式要求公开政府信息的申请": "requests_received 0*",
    "注销公众号3个": "",
    "涉密类信息12条": "",
    "由1人专门负责政府信息公开工作": "staff 1",
    "直属粮库收到政府信息公开申请2件": "requests_received 2 @直属粮库",
    "第一税务所作出行政处罚决定30件": "penalties_decisions 30 @第一税务所",
    "答复类型主要为：予以公开12件，不予公开5件": "requests_granted 12*, requests_denied 5*",
    "自2023年1月起，累计主动公开信息1416条": "proactive_disclosures 1416",
    "行政事业性收费减免0.5万元": "administrative_fees 0.5",
    "街道未收到政府信息公开申请": "requests_received 0 @街道",
    "补正后新收到申请2件": "requests_received 2",
    "进行预决算公开、部门预算代公开信息59条": "disclosed_of_a_kind 59",
    "通过微博、网站分别发布信息584条、267条": "disclosed_on_weibo 584, disclosed_on_website 267",
    "通过微博、网站和微信分别发布信息9条、7条": "disclosed_through_channels 9",
    "通过政府网站公开信息42条，其中信息公开栏公开信息18条": "disclosed_on_website 42, part 18",
    "作出行政许可300件，作出行政处罚20件，罚款30万元": (
        "licensing_decisions 300*, penalties_decisions 20*"
    ),
    "因不服信息公开答复提起复议2件，其中1件撤回、1件维持": (
        "reconsideration 2*, reconsideration_upheld 1*"
    ),
    "因政府信息公开答复被提起行政诉讼2件": "litigation 2*",
    "对2件规范性文件予以废止": "normative_documents_repealed 2*",
    "所辖3家单位收到申请20件": "requests_received 20 @单位",
    "收到申请12件，其中市政府转办2件，自行受理10件": (
        "requests_received 12*, requests_transferred 2 @市政府, requests_received 10 @市政府"
    ),
    "政府信息公开行政诉讼案件结案3件、未结1件": "litigation 3",
    "现行有效规范性文件8件，其中2023年新制定2件": (
        "normative_documents_in_force 8*, normative_documents_issued 2*"
    ),
    "退还行政事业性收费0.2万元": "administrative_fees 0.2",
    "共办结申请11件，其中上年结转2件，本年受理9件": (
        "requests_answered 11*, requests_carried_over 2*, requests_received 9"
    ),
    "印发党内规范性文件2件": "normative_documents_issued 2",
    "受理不动产登记申请900件": "",
    "委托执法单位作出行政处罚决定12件": "penalties_decisions 12 @委托执法单位",
    "对粮食企业作出行政处罚决定12件": "penalties_decisions 12",
    "市级报纸网站发稿107篇": "disclosed_in_media 107",
    "收到申请37件，答复37件，其中同意公开31件，其他答复6件": (
        "requests_received 37*, requests_answered 37*, requests_granted 31*, "
        "requests_other_outcome 6"
    ),
    "收到申请9件，3件提前办结": "requests_received 9*, requests_answered 3",
    "收到申请9件，向2个部门征求意见": "requests_received 9*",
    "政府信息公开被申请复议2件（1件维持、1件终止）": (
        "reconsideration 2*, reconsideration_upheld 1*"
    ),
    "本年办结申请9件，另办结上年结转2件": "requests_answered 9, requests_carried_over 2*",
    "予以公开9件，不属于政府信息1件，无法提供6件": "requests_granted 9*, requests_unable 6",
    "同意公开11件（含部分公开2件），不予公开4件": (
        "requests_granted_in_whole_or_part 11*, requests_partially_granted 2*, requests_denied 4*"
    ),
    "同意公开5件、不同意公开1件、不属于本机关职责2件": (
        "requests_granted 5*, requests_denied 1*, requests_not_responsible 2"
    ),
    "村（社区）未收到政府信息公开申请": "requests_received 0 @村",
    "撤回3件，其他处理1件": "requests_withdrawn 3, requests_other_outcome 1",
    "收到有效申请25件": "requests_received 25",
    "收到申请9件，不予公开4件，涉及第三方合法权益2件、过程性信息2件": (
        "requests_received 9*, requests_denied 4*, requests_denied_third_party 2*, "
        "requests_denied_process_information 2*"
    ),
    "收到申请9件，无法提供6件，补正后仍不明确1件": (
        "requests_received 9*, requests_unable 6, requests_unable_still_unclear 1*"
    ),
    "收到申请9件，本机关不掌握6件，其中部分公开1件": (
        "requests_received 9*, requests_unable_not_held 6*, requests_partially_granted 1"
    ),
    "予以公开（不含部分公开）11件": "requests_granted 11*",
    "予以公开（包括予以部分公开）11件，不予公开2件": (
        "requests_granted_in_whole_or_part 11*, requests_denied 2*"
    ),
    "予以公开（含部分公开）11件": "requests_granted_in_whole_or_part 11*",
    "予以公开（含部分）11件": "requests_granted_in_whole_or_part 11*",
    "依申请公开信息28条，不予公开13条": "information_on_request 28, requests_denied 13",
    "公开工作信息9条，建议提案5件": "disclosed_of_a_kind 9, proposals 5",
    "继续有效规范性文件9件，新制定3件": (
        "normative_documents_in_force 9, normative_documents_issued 3*"
    ),
}
"""Each sentence with the figures that it states."""


def shown(claim: Claim) -> str:
    """Return a claim as the table has it."""
    scope = f" @{claim.scope}" if claim.scope else ""
    return f"{claim.subject} {claim.value}{'*' if claim.address else ''}{scope}"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence(sentence: str) -> None:
    """A sentence states what a careful reader takes it to state, and ties no more than it may."""
    claims = parse(_PAGE.format(sentence)).claims

    assert ", ".join(map(shown, claims)) == SENTENCES[sentence]


ON_CASES = {
    "行政复议、行政诉讼分别为7件、3件": (
        "reconsideration_and_litigation 7, reconsideration_and_litigation 3"
    ),
    "复议、诉讼各5件": "reconsideration_and_litigation 5",
    "行政复议7件，维持5件，尚未办结2件": (
        "reconsideration 7*, reconsideration_upheld 5*, reconsideration_pending 2*"
    ),
    "2022年行政复议4件，维持3件；2023年行政复议7件，维持5件": (
        "reconsideration_prior_year 4, reconsideration_upheld_prior_year 3, "
        "reconsideration 7*, reconsideration_upheld 5*"
    ),
    "无诉讼、复议情况": "reconsideration_and_litigation 0*",
    "无行政诉讼、行政复议案件": "reconsideration_and_litigation 0*",
    "未经复议直接提起行政诉讼2件、复议后提起行政诉讼3件": (
        "litigation_direct 2*, litigation_after_reconsideration 3*"
    ),
    "复议和诉讼维持共5件": "reconsideration_and_litigation 5",
    "行政复议、行政诉讼共10件": "reconsideration_and_litigation 10*",
    "行政复议7件，分别为维持5件、纠正2件": (
        "reconsideration 7*, reconsideration_upheld 5*, reconsideration_corrected 2*"
    ),
    "粮食收储类复议7件，维持5件": "reconsideration 7, reconsideration_upheld 5",
    "行政许可复议案7件，维持5件": "reconsideration 7, reconsideration_upheld 5",
    "除信息公开外的行政复议7件，维持5件": "reconsideration 7, reconsideration_upheld 5",
    "除此之外，其他行政复议7件，维持5件": "reconsideration 7, reconsideration_upheld 5",
    "另有行政复议7件，维持5件": "reconsideration 7, reconsideration_upheld 5",
    "粮库合同诉讼7件，维持5件": "litigation 7, litigation_upheld 5",
    "行政诉讼7件（均为合同纠纷类），维持5件": "litigation 7, litigation_upheld 5",
    "申请人撤回复议7件": "reconsideration 7",
    "上年遗留复议7件": "reconsideration 7",
    "信息公开类复议案件7件，维持5件": "reconsideration 7*, reconsideration_upheld 5*",
    "行政复议7件，维持5件，另有行政诉讼3件": (
        "reconsideration 7*, reconsideration_upheld 5*, litigation 3*"
    ),
    "行政复议9件，审结8件，其中维持3件，纠正1件": (
        "reconsideration 9*, reconsiderations_decided 8, reconsideration_upheld 3*, "
        "reconsideration_corrected 1*"
    ),
    "行政复议9件，已审结8件（维持3件、纠正5件），未审结1件": (
        "reconsideration 9*, reconsiderations_decided 8, reconsideration_upheld 3*, "
        "reconsideration_corrected 5*, reconsideration_pending 1*"
    ),
    "行政复议9件，审结6件，维持3件，撤回3件": (
        "reconsideration 9*, reconsiderations_decided 6, reconsideration_upheld 3*"
    ),
    "因不服我局信息公开答复申请行政复议的9件，其中3件被维持": (
        "reconsideration 9*, reconsideration_upheld 3*"
    ),
    "因对政府信息公开答复不服提起行政复议9件，提起行政诉讼4件": (
        "reconsideration 9*, litigation 4*"
    ),
    "因不服其中3件答复申请行政复议2件": "reconsiderations_decided 2",
    "作出行政复议答复9件": "reconsiderations_decided 9",
    "行政复议9件，其中1件正在复议机关审理中": "reconsideration 9*, reconsideration_pending 1*",
    "行政复议9件，维持3件，仍在审理1件": (
        "reconsideration 9*, reconsideration_upheld 3*, reconsideration_pending 1*"
    ),
    "全年被复议9件、被诉4件": "reconsideration 9*, litigation 4*",
    "因政府信息公开被诉讼的案件共计4件": "litigation 4*",
    "行政复议9件涉及4名申请人": "reconsideration 9*",
    "9件复议案件涉及申请人4名": "reconsideration 9*",
    "被诉讼案件为4件": "litigation 4*",
    "审结行政复议8件，维持5件": "reconsiderations_decided 8, reconsideration_upheld 5",
    "行政复议9件，办理行政复议8件，维持5件": (
        "reconsideration 9*, reconsiderations_decided 8, reconsideration_upheld 5"
    ),
    "申请均已答复；政府信息公开行政复议9件、行政诉讼4件": "reconsideration 9*, litigation 4*",
    "因征地信息公开引起的行政复议7件，维持5件": ("reconsideration 7*, reconsideration_upheld 5*"),
}
"""Each sentence of the part on cases with the figures that it states."""


@pytest.mark.parametrize("sentence", ON_CASES)
def test_sentence_on_cases(sentence: str) -> None:
    """Of cases, only those about the disclosure of information are tied to the table."""
    page = _PAGE.format("略").replace("诉讼情况\n略。", f"诉讼情况\n{sentence}。")

    assert ", ".join(map(shown, parse(page).claims)) == ON_CASES[sentence]


def test_explanation() -> None:
    """A claim shows the words that gave it what it says."""
    report = parse(_PAGE.format("2023年，全市通过网络收到政府信息公开申请约20件"))
    (claim,) = report.claims

    assert claim.explain("en").splitlines() == [
        "requests_received_online: 20 件 (count)",
        "  thing    政府信息公开申请",
        "  event    收到",
        "  time     2023年",
        "  scope    全市",
        "  way      网络",
        "  hedge    约",
        "  cell     none",
    ]


@pytest.mark.parametrize("gap", ["，其中", "。其中，", "。其中：", "（其中"])
def test_lists_beside_their_total(gap: str) -> None:
    """A list of parts is read to its end in the sentence of its total and in the next one."""
    text = f"主动公开政府信息90条{gap}财政类30条、教育类40条、其他信息20条"
    whole, *parts = parse(_PAGE.format(text + "）" * ("（" in gap))).claims
    assert (whole.kind, whole.closed) == ("sum", True)
    assert [(one.value, one.refers_to) for one in parts] == [
        (value, whole.span) for value in (30, 40, 20)
    ]


def test_uncounted() -> None:
    """Numbers that count nothing known are listed; dates, articles and durations are told apart."""
    sentence = "修剪行道树420株，依据第36条在15个工作日内办理，2023年5月6日起开放7处粮库"
    report = parse(_PAGE.format(sentence))

    assert [report.quote(one.span) for one in report.uncounted] == ["420", "7处"]
    assert {one.table for one in report.uncounted} == {None}


@pytest.mark.parametrize(
    "heading", ["（二）依申请公开情况\n", "（二）政府信息依申请公开。", "2.依申请公开。"]
)
def test_topic_of_a_paragraph(heading: str) -> None:
    """A paragraph on requests says of its figures what they count, until another one begins."""
    page = _PAGE.format(
        f"{heading}2023年畅通渠道。年内共办结8件，结转下年度1件。\n（三）平台建设。全年共办结20件"
    )

    assert [shown(claim) for claim in parse(page).claims] == [
        "requests_answered 8*",
        "requests_carried_forward 1*",
    ]


def test_heading_above_a_sentence() -> None:
    """The words of a heading without a stop are none of the sentence below it."""
    page = _PAGE.format("（二）申请办理情况\n2023年收到政府信息公开申请3件")

    assert [shown(claim) for claim in parse(page).claims] == ["requests_received 3*"]


def test_text_that_begins_within_its_first_part() -> None:
    """What a cut text has above its second part is prose of the first."""
    page = _PAGE.format("2023年，我局收到政府信息公开申请3件").replace("一、总体情况\n", "")

    assert [shown(claim) for claim in parse(page).claims] == ["requests_received 3*"]


@pytest.mark.parametrize(
    "kind",
    [
        "统计",
        "审计",
        "质量",
        "安全",
        "数据",
        "档案",
        "就业",
        "经济",
        "名单",
        "成本",
        "共享",
        "会计",
        "再就业",
    ],
)
def test_kinds_with_a_character_of_another_word(kind: str) -> None:
    """A kind of information is one, though a character of its name is a word of the lexicon."""
    page = _PAGE.format(f"全年主动公开{kind}信息9条")

    assert [shown(claim) for claim in parse(page).claims] == ["disclosed_of_a_kind 9"]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("行政诉讼5件，均与信息公开无关", ["litigation 5"]),
        ("行政诉讼5件，其中信息公开类案件1件", ["litigation 5"]),
        ("行政诉讼5件，其中涉及政府信息公开1件", ["litigation 5", "litigation 1"]),
        ("政府信息公开行政诉讼5件，其中信息公开类2件", ["litigation 5*", "litigation 2"]),
    ],
)
def test_proceedings_in_their_part(sentence: str, figures: list[str]) -> None:
    """In the part on proceedings those are no total of which only some are about disclosure."""
    page = _PAGE.format("略").replace("行政诉讼情况\n略", f"行政诉讼情况\n{sentence}")

    assert [shown(claim) for claim in parse(page).claims] == figures


@pytest.mark.parametrize(
    ("paragraphs", "figures"),
    [
        ("收到申请27件。\n（三）互动回应。已办结58件，答复率100%。", ["requests_received 27*"]),
        ("（三）行政执法。予以公开58件。", ["requests_granted 58"]),
        ("（三）热线办理。转下年5件。", ["requests_carried_forward 5"]),
        ("（二）依申请公开。予以公开9件。", ["requests_granted 9*"]),
    ],
)
def test_outcomes_below_the_heading_of_other_work(paragraphs: str, figures: list[str]) -> None:
    """What became of other things is no outcome of the requests in the paragraph before."""
    claims = parse(_PAGE.format(paragraphs)).claims

    assert [shown(claim) for claim in claims if claim.kind == "count"] == figures


@pytest.mark.parametrize(
    ("agency", "figure"),
    [
        ("青岫县人民政府办公室", "requests_received 62 @全县"),
        ("青岫县人民政府", "requests_received 62* @全县"),
    ],
)
def test_figures_of_a_whole_county(agency: str, figure: str) -> None:
    """What came in all of a county is tied in the report of its government, not of its office."""
    page = _PAGE.replace("云岫市粮食局", agency).format("全县共收到政府信息公开申请62件")

    assert [shown(claim) for claim in parse(page).claims] == [figure]


def test_office_and_its_park() -> None:
    """A park that says 园区 in its own report means itself."""
    page = _PAGE.replace("云岫市粮食局", "青岫县蒲岭工业园区").format("园区未收到政府信息公开申请")

    assert [shown(claim) for claim in parse(page).claims] == ["requests_received 0*"]


def test_cases_below_a_heading_on_requests() -> None:
    """Proceedings in a paragraph on requests are those about them."""
    page = _PAGE.format("（一）依申请公开。收到申请9件。收到行政复议案件3件")

    assert [shown(claim) for claim in parse(page).claims] == [
        "requests_received 9*",
        "reconsideration 3*",
    ]


def test_fates_apart_from_outcomes_in_an_annex() -> None:
    """Before 2019 forms have rows for such fates, so they keep no outcome from its cell."""
    page = (
        "云岫市粮食局2016年政府信息公开工作年度报告\n四、依申请公开政府信息情况\n"
        "收到政府信息公开申请9件。答复9件，其中属于已主动公开范围4件，同意公开5件。\n"
        "附表：\n政府信息公开情况统计表\n（2016年度）\n| 统计指标 | 单位 | 统计数 |\n"
        "| 三、依申请公开情况 | | |\n| （一）收到申请数 | 件 | 9 |\n"
        "| （三）申请答复数 | 件 | 9 |\n| 1.属于已主动公开范围数 | 件 | 4 |\n"
        "| 2.同意公开答复数 | 件 | 5 |\n"
    )

    assert [shown(claim) for claim in parse(page).claims] == [
        "requests_received 9*",
        "requests_answered 9*",
        "requests_already_public 4*",
        "requests_granted 5*",
    ]
