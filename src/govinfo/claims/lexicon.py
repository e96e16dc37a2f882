"""The words in which reports count: things, events, ways, scopes and the words around them.

Every table is data. An entry lists its words, separated by spaces; `[a|b]` stands for one of these
or none of them, `{a|b}` for one of them. A word may stand in one entry only. To make a new thing
known, add one line to `THINGS`: a thing with a subject is counted under it, whatever happened to
it, and a thing without one only keeps its figures from being taken for those of another.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "ACTS",
    "CARRIED",
    "CASES",
    "CLASS_WORDS",
    "COLUMN_WORDS",
    "COMING",
    "CONJUNCTIONS",
    "DECISIONS",
    "DISCLOSING",
    "DOCUMENTS",
    "DONE",
    "ENDING",
    "EVENTS",
    "IN_FULL",
    "ITEMS",
    "LEXICON",
    "MARKS",
    "MONEY",
    "OF_CASES",
    "PERSONS",
    "RECEIVING",
    "REQUESTS",
    "REQUEST_EVENTS",
    "SOME_PEOPLE",
    "SUING",
    "SUM_WORDS",
    "THINGS",
    "TIMES",
    "WAYS",
    "WAY_WORDS",
    "Entry",
    "Lexicon",
    "Thing",
    "Way",
]

ITEMS = frozenset(
    {
        "件次",
        "期次",
        "件",
        "条",
        "条次",
        "篇次",
        "宗",
        "份",
        "篇",
        "项",
        "个",
        "起",
        "例",
        "期",
        "则",
        "次",
        "部",
        "批",
    }
)
TIMES = frozenset({"次", "期", "场", "场次", "个", "回", "届", "轮", "次数", "班次"})
PERSONS = frozenset(
    {"人次", "人", "名", "位", "次", "条", "件", "余次", "个", "起", "例", "批次", "批"}
)
MONEY = frozenset({"元", "万元", "亿元"})

# Entries that several modules ask for together, by their ids.
REQUESTS = frozenset({"request", "application"})
REQUEST_EVENTS = frozenset(
    {"receive", "accept", "new", "transfer", "due", "handle", "answer", "settle"}
)
DECISIONS = frozenset({"licensing_decision", "penalty_decision", "coercive_decision"})
"""Things that the tables count when the words say that they were made."""
RECEIVING = frozenset({"receive", "accept"})
COMING = RECEIVING | {"new"}
"""What happens to requests first."""
ENDING = frozenset({"settle", "answer"})
DONE = ENDING | {"handle"}
"""What is done with requests and other matters."""
ACTS = frozenset({"rule", "normative_document"})
DOCUMENTS = ACTS | {"document"}
DISCLOSING = frozenset({"disclose", "publish"})
CARRIED = frozenset({"carried_over", "carried_forward"})
CASES = frozenset({"reconsideration", "lawsuit"})
OF_CASES = frozenset({"upheld", "corrected", "other_result", "pending"})
"""What proceedings come to."""
SUING = frozenset({"direct", "after_reconsideration"})
"""The events that happen to lawsuits alone: two kinds, each of which has results of its own."""

# Words that several modules ask for together, as they are written.
CONJUNCTIONS = frozenset({"、", "和", "及", "与", "以及"})
SOME_PEOPLE = frozenset(
    {"村民", "业主", "居民", "企业", "职工", "家长", "学生", "商户", "住户", "农户", "公司", "律师"}
)
"""Those who may have asked or brought a case beside others."""
SUM_WORDS = frozenset({"共", "共计", "总计", "合计", "累计", "累计共", "一共", "总共"})
"""Words before the event of a figure that is no item of a list."""
IN_FULL = frozenset({"政府信息", "各类政府信息"})
"""Words for information before which the name of a field of work narrows nothing."""
CLASS_WORDS = frozenset({"类", "类的", "等类"})
"""Words behind the name of a class of information."""
COLUMN_WORDS = ("专栏", "栏目")
"""How parts of a site end, which show only some of what was disclosed."""
WAY_WORDS = frozenset({"方式", "形式"})
"""Words for a way, behind 等 at the end of a list of ways."""


@frozen
class Entry:
    """Words that mean one and the same."""

    id: str
    words: str


@frozen
class Thing(Entry):
    """What can be counted."""

    subject: str = ""
    """What a plain count of it is called; empty where the event decides, or nothing is claimed."""
    units: frozenset[str] = ITEMS


@frozen
class Way(Entry):
    """How information was disclosed, how a request came, or who made it."""

    of: str = "channel"
    """`channel` of disclosure, `form` of a request, or `applicant`."""
    subject: str = ""


THINGS: tuple[Thing, ...] = (
    Thing(
        "request",
        "[政府]信息公开[的]申请[件|书|表|事项|事件|案件|办件] [政府]信息公开的[书面]申请"
        " 依申请[公开][的][申请][件|事项|事件|案件|办理事项|件数]"
        " [政府]信息依申请[公开][申请][件|事项|案件|办理事项]"
        " 依申请公开[的][政府|政务]信息[的][申请][事项|件|案件]"
        " [申请|要求]公开[政府]信息[的]申请[件|事项|有关事项|相关事项]"
        " 申请公开[的][政府]信息[的]事项"
        " 要求公开[政府]信息的申请 要求政府信息公开的申请 {依申请公开|信息公开|政府信息公开}请求"
        " [公开|获取]政府信息[的]申请 要求{公开|获取}政府信息{办理的申请|的情况}"
        " 申请政府信息公开[事项|件]"
        " 申请公开[事项] 公开申请[件] 政务公开申请 信息公开依申请 依申请答复 依申请公开诉求"
        " {书面|公民|网络|当面|信函}申请公开[政府]信息 申请信息公开"
        " 申请公开[政府]信息{数|数量|件|要求} 申请公开政府信息"
        " 申请公开{信件|来信|函件|来件} 政府信息公开依申请"
        " 依申请类信息公开 政府信息公开[事项|案件] 政府依申请公开[申请|事项|件]"
        " 依申请公开{来信|来函|信件|文件|公文} 依申请[政府]信息公开[申请][事项|件|案件]"
        " 依申请公开[的][政府]信息{办理事项|受理事项|要求|的请求}"
        " 依申请公开事项要求 依申请[政府]信息"
        " [政府]信息公开依申请公开[申请][件|事项]",
    ),
    Thing("application", "申请 申请件 申请数[量] 申请事项 申请事件 申请量 申请表 申请书"),
    Thing(
        "information",
        "[各类|政府|政务|文件|街道|本街道|我镇|本镇|本局|我局]信息"
        " [各类|政府|政务]信息内容 政务公开信息 政府信息公开信息",
        units=ITEMS,
    ),
    Thing("document", "[政府|政策|部门|政策性|行政|重要]文件 [行政]公文 政策法规文件 发文"),
    Thing("normative_document", "[行政]规范性{文件|档案}"),
    Thing("rule", "[政府|部门]规章"),
    Thing(
        "recognised_document",
        "{纳入|认定为|列入}[行政]规范性文件",
        "normative_documents_recognised",
    ),
    Thing(
        "explanation",
        "政策[文件]解读[材料|稿件|稿|文章|信息|产品|作品]"
        " 解读[材料|稿件|稿|文章|信息|产品|政策|类信息] [政策]图解"
        " 解读 进行[了]解读 [政策]{图文|图片|文字|视频|专家|多媒体|图表}解读[材料]"
        " 政策解读类[信息|稿件] 解读图文 解读[政策]文件 政策解读{的|相关|的相关}文件",
        "policy_explanations",
        ITEMS | TIMES,
    ),
    Thing(
        "consultation",
        "[民意|网上|意见|在线]征集[活动|意见|调查活动|调查|信息] 意见建议征集"
        " 征求[公众|社会|群众|各方]意见[建议]",
        "consultations",
        ITEMS | TIMES,
    ),
    Thing("survey", "{网上|在线|民意|问卷}调查[活动] 调查问卷"),
    Thing(
        "interview",
        "[在线|网上|网络]访谈[节目|活动|直播] [政府]网站在线访谈",
        "online_interviews",
        ITEMS | TIMES,
    ),
    Thing(
        "press_conference",
        "[新闻]发布会 [新闻]通气会 新闻发布活动 [政策]吹风会",
        "press_conferences",
        ITEMS | TIMES,
    ),
    Thing(
        "meeting_information",
        "[重要|政府|常务|政府常务]会议{信息|纪要}"
        " {厅长|局长|主任|党组|区长|县长|市长|镇长}办公会[议]信息",
        "meetings_disclosed",
    ),
    Thing(
        "open_meeting",
        "列席[政府][有关|相关|常务|重要]会议 列席{主任|局长|厅长|县长|区长|市长}办公会[议]"
        " 会议开放 开放会议 公众列席会议 利益相关方列席会议",
        "open_meetings",
        ITEMS | TIMES,
    ),
    Thing(
        "meeting",
        "[专题|工作|推进|座谈|常务|协调|部署|视频|调度|专项|联席|动员]会议"
        " {推进|工作|座谈|调度|联席|办公|例|动员|部署}会",
    ),
    Thing(
        "training",
        "[政务公开|政府信息公开|信息公开|业务|专题|集中|工作|专项|政务公开业务|政务公开专题|政务公开工作|信息公开业务]培训[会|班|会议|活动|课|讲座|工作]",
        "trainings",
        TIMES,
    ),
    Thing(
        "proposal_result",
        "[人大][代表]建议[和|及|、|与]政协[委员]提案[的]办理结果"
        " 建议提案[办理][结果|复文|答复]公开 提案建议办理结果 [人大]代表建议办理结果"
        " {政协提案|政协委员提案|委员提案|提案|建议|县人大代表建议}办理结果"
        " 建议提案办理{结果|信息} 提案建议办理信息"
        " [人大][代表]建议[和|及|、|与]政协[委员]提案[办理]{复文|答复|答复意见}"
        " [人大][代表]建议[和|及|、|与]政协[委员]提案办理信息",
        "proposals_disclosed",
    ),
    Thing(
        "proposal",
        "建议提案 提案建议 [人大][代表]建议[和|及|、|与]政协[委员]提案 人大建议政协提案"
        " 议案提案 人大议案[和|、]政协提案",
        "proposals",
    ),
    Thing(
        "deputy_proposal",
        "人大[代表]{建议|议案}[主办件|会办件|协办件] 代表建议[意见] 人大代表意见建议",
        "deputies_proposals",
    ),
    Thing(
        "member_proposal",
        "政协[委员]提案[主办件|会办件|协办件] 委员提案 提案",
        "members_proposals",
    ),
    Thing(
        "hotline_order",
        "[12345][政务|便民|服务|市长|政府]热线[服务][工单|件|电话|诉求|来电|办件]"
        " [12345]热线{交办|转办|派发}{事项|件|工单|诉求}"
        " [12345]热线{受理|接听|接到}[群众]{来电|诉求} 12345[群众]来电[问题]"
        " [12345]工单 12345[平台] 12345[平台]{转办|交办|派发}[件|事项] 12345平台{事项|办件|诉求}",
        "hotline_orders",
        (ITEMS | PERSONS) - {"期", "期次", "部"},
    ),
    Thing(
        "mailbox_letter",
        "{县长|市长|区长|局长|镇长|书记|领导|主任|部长|厅长|省长|州长|网上|电子|公开|意见|政务}信箱[来信|信件|留言|邮件|办件]"
        " [群众|网民|公众|有效|网络|市民]{来信|信件|留言} 信箱 信件 留言",
        "mailbox_letters",
        (ITEMS | PERSONS | {"封"}) - {"个"},
    ),
    Thing(
        "inquiry",
        "[政策|现场|电话|网上|网络|当面|群众|公众|在线|来电|来访|各类|业务|信函]咨询[件|电话|服务|接待|访问|问题]"
        " 咨询投诉[件] [接待]咨询[、]查阅 [电话|现场|网上]谘询 咨询事项 咨询量 信息公开咨询"
        " 政府信息公开咨询 接待咨询[访问] 咨询类",
        "inquiries",
        ITEMS | PERSONS,
    ),
    Thing(
        "visit",
        "[专栏|网站|页面|总|独立用户|用户|栏目|专栏页面|网站页面]{访问|浏览|点击}[量|率|数|总量|次数|人次]"
        " 查阅量 查询量",
        "website_visits",
        (PERSONS | TIMES) - {"个", "件", "起", "例", "位", "名", "批", "批次"},
    ),
    Thing(
        "readership",
        "[总]阅读[量|数|人数|次数] [总]浏览人数 粉丝[量|数] 关注[人数|用户|量]"
        " 转发量 订阅[量|数|用户] 播放量",
    ),
    Thing("gazette_issue", "公报期数", "gazette_issues", frozenset({"期", "份", "册"})),
    Thing(
        "concern",
        "[回应][公众|社会|群众]{关切|关切问题|关注热点|热点问题|关注热点问题}[信息]"
        " [重大|政务|涉政]舆情[信息] 回应事件",
        "responses_to_concern",
        ITEMS | TIMES,
    ),
    Thing(
        "staff",
        "从事政府信息公开工作[的][工作]人员 政府信息公开工作人员 政务公开工作人员"
        " 信息公开工作人员 专[、]兼职[工作]人员 {专（兼）|专(兼)}职[工作]人员",
        "staff",
        PERSONS,
    ),
    Thing(
        "full_time_staff",
        "{专职|全职}[工作|信息|信息公开|政务公开]人员 专职 全职"
        " 从事政府信息公开工作的{专职|全职}[工作]人员",
        "staff_full_time",
        PERSONS,
    ),
    Thing(
        "part_time_staff",
        "兼职[工作|信息|信息公开|政务公开]人员 兼职 从事政府信息公开工作的兼职[工作]人员",
        "staff_part_time",
        PERSONS,
    ),
    Thing(
        "request_point",
        "[信息公开|政府信息公开|依申请公开|信息|公开][申请]{受理点|受理窗口|受理场所}",
        "request_points",
    ),
    Thing(
        "reading_point",
        "[政府信息|政府信息公开|信息公开|公共|公众|信息|政务信息|公开]查阅[点|场所|室|中心|场地]",
        "reading_points",
        ITEMS | frozenset({"处", "家"}),
    ),
    Thing(
        "processing_fee",
        "[政府信息公开|依申请公开|政府信息公开申请]信息处理费[用|收费][收取金额|金额|总额]"
        " {信息公开|政府信息公开|依申请公开}处理费[用]",
        "information_processing_fee",
        MONEY,
    ),
    Thing(
        "fee",
        "[检索|复制|复印|邮寄|邮递|成本|申请]费[用] 费用 {检索|复制|复印|邮寄|工本}费"
        " 收费[总金额|总额|金额]"
        " [检索、]{复制|复印}[、邮寄|、邮递|、邮寄等|、邮递等][成本]费用"
        " 收费{和|及|、|或|与}[费用]减免[事项]",
        "fees",
        MONEY,
    ),
    Thing(
        "administrative_fee",
        "行政事业性收费[金额|总额|总金额|收入]",
        "administrative_fees",
        MONEY,
    ),
    Thing("full_text", "全文电子化[率|比例|比率|率达]", "full_text_rate"),
    Thing("answer_rate", "{办结|答复|回复|办理|办复}率 按{时|期}{办结|答复}率"),
    Thing("media_report", "媒体报道[量]", "disclosed_in_media"),
    Thing("full_text_information", "全文电子化的[主动公开][政府]信息", "disclosed_in_full_text"),
    Thing(
        "proceedings",
        "[行政]复议[案件|申请|案]{、|和|及|与|或|以及|或者}[被][提起|行政|提起行政]诉讼[案件|案]"
        " [行政]复议程序{、|和|及|与|或}[行政]诉讼程序"
        " [行政]诉讼[、|和|及|与|或|以及][行政]复议{案件|情况|事项}",
    ),
    Thing(
        "reconsideration",
        "行政复议[案件|申请|案|类|数量|类案件] 复议[案件|申请|案] [被]申请行政复议[案件]",
    ),
    Thing(
        "lawsuit",
        "行政诉讼[案件|案|类|数量|应诉|应诉案件|类案件] 诉讼[案件|案] [被]提起行政诉讼[案件]"
        " 被诉 [被][提起]诉讼的案件 被诉讼案件",
    ),
    Thing(
        "complaint",
        "[行政]{申诉|申述}[案件|案] 投诉[举报][件|事项|线索] 举报[投诉][件|事项|线索]"
        " 举报[、]申诉[件|案件] 信访[件|事项|案件|投诉|举报] 诉求[件]",
    ),
    Thing(
        "licensing_decision",
        "作出行政许可[决定] 行政许可{处理决定|决定}[书|数量|数]",
        "licensing_decisions",
    ),
    Thing(
        "penalty_decision",
        "作出行政处罚[决定] 行政处罚{处理决定|决定}[书|数量|数]",
        "penalties_decisions",
    ),
    Thing(
        "coercive_decision",
        "作出行政强制[措施|决定] 行政强制{处理决定|决定|措施}[数量|数]",
        "coercive_measures_decisions",
    ),
    Thing("licence", "[行政]许可[件|申请|事项|证|信息] 许可决定 行政审批[事项|件] 审批[件|事项]"),
    Thing(
        "penalty",
        "行政处罚[案件|信息|案件信息|事项] 处罚[案件|决定]",
    ),
    Thing("enforcement", "行政强制 行政检查 执法案件 行政案件"),
    Thing("visitor", "来访[群众|人员] 来电 访客"),
    Thing(
        "content",
        "{新闻|工作|政务|部门}{动态|资讯|信息动态} 动态 资讯 新闻 消息 工作信息"
        " [新闻|原创|宣传|专题]报道 推文 图文 文章 稿件"
        " 视频 短视频 博文 通知[公告|通告] 通告 机构设置[信息] 公告 公示公告 公示公开 通知公告"
        " 简报 原创 [新媒体|短视频]作品 [三公]经费"
        " {统计|质量|状况|水资源|发展}公报",
    ),
    Thing(
        "account",
        "[政务|官方]{新媒体|微博|微信|公众号}{账号|账户} 公众账号数",
        "new_media_accounts",
        frozenset({"个", "家"}),
    ),
    Thing(
        "other",
        "法律[、]法规[、|和|及]规章 低保[申请] 救助[申请] 补贴[申请] 资助申请 入党申请"
        " 项目申请 专利申请 仲裁申请"
        " 调解[案件|申请] 信用[信息] 证照 办件[量] 事项 骨干 专栏 栏目 账号 单位 部门 清单"
        " 目录 方案 制度 办法 问题 线索 隐患 企业 项目 岗位 学员 村 社区 活动 期刊 宣传册"
        " 宣传单 短信 手册 海报 展板 图书 建议 意见 案件 电话 公共服务事项 政府开放日 开放日"
        " {公告|公示|信息|宣传}栏目 公开属性"
        " 邮件 网站数量 复函 批复 督查 检查 通报 抽查 考核 测评 评议 整改 走访"
        " 调研 比赛 竞赛 讲座",
    ),
)
"""The things that reports count, each with the words for it."""

EVENTS: tuple[Entry, ...] = (
    Entry("receive", "收到[了|过] 共收到 收件 接到 接收[到] 接受 收悉 接获 收取申请"),
    Entry("accept", "受理[了] 共受理 收受理"),
    Entry("new", "新收 新收到 新增受理 新受理 新接收"),
    Entry("transfer", "{上级|省|市|县|省里|市里}转[来|办|送|交][件] 转来 转办 转交 转送 移交 交办"),
    Entry("due", "{共需|应|需|共应|应当|须}{办理|答复|办结|处理}"),
    Entry("handle", "审理 办理 承办 经办 处理 承接 处置 办理了"),
    Entry(
        "answer",
        "答复 回复 办复 予以答复 答复完毕 作出答复 书面答复 已答复 答复总 出具答复 回应解读",
    ),
    Entry(
        "settle",
        "办结 审结 结案 完结 已完成 {办理|答复|处理}完成 完成{答复|办理|办结} {办理|处理}完毕 办毕",
    ),
    Entry("on_time", "{按时|按期|如期}{办结|答复} 按时办结数"),
    Entry("extended", "延期{办结|答复|办理}"),
    Entry(
        "late",
        "逾期[未]{答复|办结|办理} 超期[未]{答复|办结} 未{按时|按期|如期|及时}{答复|回复|办结}",
    ),
    Entry(
        "grant",
        "予以[全部]公开 同意[全部]公开 公开答复 全部公开 准予公开 答复公开"
        " 予以提供 同意公开答复 给予公开",
    ),
    Entry("partial", "[予以|同意|给予]部分公开 部分予以公开 同意部分公开答复"),
    Entry(
        "whole_or_part", "[予以|同意]公开[和|及|、|与|以及|或]{予以部分公开|部分公开|同意部分公开}"
    ),
    Entry("otherwise_granted", "{其他|其它}公开答复"),
    Entry(
        "deny", "{不予|不予以|不同意|免于|免予|否决|不子|拒绝}公开 未予公开 {不予|拒绝}提供 不公开"
    ),
    Entry("unable", "[信息]无法{提供|公开} 不能提供 无法予以提供"),
    Entry("not_processed", "不予处理"),
    Entry(
        "unanswered",
        "{不予|无需|不再|不用|无法|未予|不作|尚未|不必}{答复|回复} {不予|不|未予}受理",
    ),
    Entry("other_outcome", "{其他|其它}{处理|方式处理|答复} 作其他处理"),
    Entry("denied_state_secret", "{属于|涉及|因涉及}国家秘密 国家秘密"),
    Entry("denied_trade_secret", "涉及商业秘密 商业秘密"),
    Entry("denied_personal_privacy", "涉及个人隐私 个人隐私"),
    Entry("denied_law_prohibited", "[其他]法律[、|，]行政法规禁止公开[的]"),
    Entry("denied_security_stability", "危及[“]三安全一稳定[”] 三安全一稳定[”]"),
    Entry("denied_third_party", "[保护|涉及|损害]第三方合法权益"),
    Entry("denied_internal_affairs", "[属于][三类|政府]内部事务[性]信息"),
    Entry("denied_process_information", "[属于][四类]过程性信息"),
    Entry("denied_enforcement_files", "[属于]行政执法案卷[信息]"),
    Entry("denied_administrative_inquiry", "[属于]行政查询事项"),
    Entry(
        "unable_not_held",
        "[因|系][本机关|本单位|本部门|我局|本局|本办|本委|我委|我镇|本镇]不掌握"
        "[相关|所申请][政府信息|信息] 非本[行政]{机关|单位|部门}掌握[的][信息]",
    ),
    Entry(
        "unable_requires_creation", "没有现成信息[、|，][需要]另行制作 需[要]另行制作 没有现成信息"
    ),
    Entry(
        "unable_still_unclear", "补正后[申请内容]仍不明确 申请内容[仍]不明确 补正后申请内容仍不明确"
    ),
    Entry(
        "not_processed_petition",
        "信访[、]举报[、]投诉类[申请] 信访[、]{投诉|举报}类[申请]"
        " 信访[、]举报[、]投诉等申请 信访[、]投诉[、]举报{类|等}申请",
    ),
    Entry("not_processed_duplicate", "重复申请[公开]"),
    Entry("not_processed_publication", "[要求提供]公开出版物"),
    Entry("not_processed_excessive", "[无正当理由]大量反复申请"),
    Entry("not_processed_confirmation", "要求[行政机关]确认[或|或者]重新出具[已获取信息]"),
    Entry(
        "other_no_clarification",
        "[申请人][无正当理由]逾期不补正[、行政机关不再处理其政府信息公开申请]"
        " 未[按期|在规定期限内|按要求]补正 逾期未补正",
    ),
    Entry(
        "other_fee_unpaid",
        "[申请人]逾期未按收费通知要求缴纳费用[、行政机关不再处理其政府信息公开申请] 逾期未缴费",
    ),
    Entry(
        "withdrawn",
        "[申请人][主动|自行|自愿]{撤回|撤销|撤回了|撤销了|撤件}[申请|公开申请|政府信息公开申请]",
    ),
    Entry("not_existing", "[政府|申请|所申请]信息不存在"),
    Entry(
        "not_responsible",
        "{不属于|非}本[行政]{机关|单位|部门}"
        "[公开|公开范围|公开信息|公开职责|公开职责范围|职责|职责范围|信息|政府信息]",
    ),
    Entry("carried", "结转 转结"),
    Entry(
        "carried_forward",
        "未到[法定]{答复|办理|办结}期限 {尚|仍|还}在[法定]{答复|办理}期限内",
    ),
    Entry("not_information", "{不属于|不是|非}政府信息[范围|范畴]"),
    Entry("already_public", "[属于]已主动公开[范围|信息|范围的] 已公开的 属于主动公开范围"),
    Entry("clarification", "告知[申请人]{补正|作出更改补充|更改补充} 要求补正"),
    Entry(
        "other_channel", "告知[通过|向]{其他|其它|相关|有关}{途径|机关|部门|渠道}[办理|获取|申请]"
    ),
    Entry(
        "disclose",
        "[依法]主动公开[了|的] 公开[了] 公布[了] 进行{信息|政府信息|政务信息}公开",
    ),
    Entry(
        "publish",
        "发布[了] 群发 发送 发稿 播发 刊播 刊登 刊发"
        " 登载 挂网 推送[了] 上传 更新[发布] 公示 转载 编发 刊载 播出 出版 张贴[公示]",
    ),
    Entry("submit", "报送[了] 上报[了] 推荐 采用"),
    Entry("make", "制作[和|、|或]获取 制作 获取 产生 形成 生成 制成"),
    Entry("issue", "[新]{制发|制定|出台|印发|制定出台|制定发布|制定印发|颁布} 下发 制发了 印发了"),
    Entry(
        "repeal", "废止[失效] 宣布失效 清理废止 决定废止 宣布废止 予以废止 废止或失效 废止、失效"
    ),
    Entry("in_force", "现行有效[件|的] 继续有效[的] 保留有效"),
    Entry(
        "hold",
        "{举办|举行|召开|开展|组织|组织开展|进行|参加|组织召开|组织举办|召集|安排|组织参加}[了]",
    ),
    Entry("collect", "收取[了|任何|过] 征收 减免"),
    Entry("respond", "回应[了]"),
    Entry("invite", "邀请"),
    Entry("set_up", "{设立|设置|建立|开设|建成|开辟}[了]"),
    Entry("close", "{注销|关停|停用|停更|关闭|撤并|关停注销|注销关停}[了]"),
    Entry("staffed", "{配备|安排有|设有|明确}[了]"),
    Entry("occur", "{发生|出现|引发|引起|涉及|导致}[了] 产生了"),
    Entry("upheld", "[结果]维持[原行政行为|原具体行政行为|具体行政行为|原决定|决定]"),
    Entry("corrected", "[结果|被|被依法]{纠正|纠错} 被复议机关撤销"),
    Entry("other_result", "{其他|其它}{结果|情形}"),
    Entry(
        "pending",
        "[尚]未审结 尚未办结 正在审理[中] 尚在审理[中] 仍在审理[中] 审理中 正在办理 [尚]未结案"
        " {正在|尚在|仍在}{复议机关|法院|人民法院}审理[中]",
    ),
    Entry(
        "direct",
        "[未经复议|未经行政复议|未经复议而]直接[提起|行政|提起行政]{起诉|诉讼}"
        " 未经[行政]复议{起诉|提起诉讼|提起行政诉讼}",
    ),
    Entry(
        "after_reconsideration",
        "[经][行政]复议后[再|又|再次|继续|仍]{起诉|提出起诉}"
        " [经][行政]复议后[的|再|又|再次|继续|仍|被][提起|行政|提起行政]诉讼[案件|案]",
    ),
    Entry("defeat", "败诉 被撤销 [被]{责令|确认}违法 撤诉 驳回 胜诉"),
    Entry("amend", "{修改|修订}[了]"),
    Entry("recognise", "{纳入|列入|认定为}"),
)
"""What happened to the things that are counted."""

_SITE = "[政府|门户|政府门户|政务|官方|市政府|县政府|区政府|镇政府|部门|局|单位][门户]网{站|页}"
WAYS: tuple[Way, ...] = (
    Way(
        "website",
        f"{_SITE}[平台|信息公开平台|信息公开专栏]"
        " {政府|县政府|区政府|市政府|镇政府|管委会}网 政府官网 入口网站 [局|委|市局|省局]官网"
        " 互联网"
        " {信息公开|政务公开|政务}网[站] [政务]外网 官网 门户网",
        subject="disclosed_on_website",
    ),
    Way(
        "wechat",
        "[政务|官方]微信[公众号|公众账号|服务号|订阅号|平台|公众平台] 公众号 公众账号",
        subject="disclosed_on_wechat",
    ),
    Way("weibo", "[政务|新浪|官方]微博[客户端|平台|公众号]", subject="disclosed_on_weibo"),
    Way(
        "new_media",
        "[政务]新媒体[平台] 抖音[号|短视频|公众号|账号] 快手[号] [今日]头条[号|公众号|账号]"
        " 客户端 [微信]视频号 APP app 小程序 自媒体[平台]",
        subject="disclosed_in_new_media",
    ),
    Way("gazette", "[政府|人民政府]公报[上]", subject="disclosed_in_gazette"),
    Way(
        "media",
        "[新闻|主流|各类|省市]媒体 报刊 报纸 电视[台] 广播 日报 晚报 媒介 融媒体[中心]"
        " 学习强国[平台|学习平台] 人民网 新华{网|社}",
        subject="disclosed_in_media",
    ),
    Way(
        "notice_board",
        "[政务|村务|信息|政府信息]公开栏 公示栏 公告栏 宣传栏 [电子]显示屏 电子屏 信息栏 LED屏",
        subject="disclosed_on_notice_boards",
    ),
    Way(
        "other_channel",
        "{其他|其它}{方式|渠道|形式|途径|平台}",
        subject="disclosed_in_other_ways",
    ),
    Way(
        "channels",
        "[等][多种|各种|各类|不同]渠道 [等]公众平台 [等]平台",
        subject="disclosed_through_channels",
    ),
    Way(
        "in_person",
        "当面[申请|提交|递交|受理] 现场{申请|提交} 窗口{申请|提交|受理|接收} {来访|上门|来人}申请",
        "form",
        "requests_received_in_person",
    ),
    Way("by_fax", "传真[申请]", "form", "requests_received_by_fax"),
    Way(
        "by_email",
        "{电子邮件|电子邮箱|邮箱|电邮}[申请|渠道] 邮件{申请|渠道|方式}",
        "form",
        "requests_received_by_email",
    ),
    Way(
        "by_letter",
        "{信函|邮寄|邮递|书信|邮政|快递|挂号信}[申请|件|渠道] 来信申请 邮寄纸质材料 信件申请"
        " {通过|以}{来信|信件} {来信|信件}{方式|形式}",
        "form",
        "requests_received_by_letter",
    ),
    Way(
        "online",
        "{网上|网络|在线|线上|互联网在线}[申请|提交|平台] 网络平台 网站申请"
        " 依申请公开{平台|系统|专栏|栏目} 政府信息公开平台 申请平台 信息公开平台",
        "form",
        "requests_received_online",
    ),
    Way("on_paper", "{书面|纸质}申请 平台申请", "form", "requests_received_on_paper"),
    Way(
        "natural_person",
        "自然人[申请] 公民[申请|个人|申请事项] 个人[申请]",
        "applicant",
        "requests_from_natural_persons",
    ),
    Way("business", "{商业企业|企业法人}[申请] 企业申请", "applicant", "requests_from_businesses"),
    Way("research", "科研机构[申请]", "applicant", "requests_from_research_institutes"),
    Way(
        "public_interest", "社会公益组织[申请]", "applicant", "requests_from_public_interest_bodies"
    ),
    Way(
        "legal_service",
        "{法律服务机构|律师事务所}[申请]",
        "applicant",
        "requests_from_legal_services",
    ),
    Way(
        "organisation",
        "法人[和|或|及|、|或者]其他组织[申请] 法人[申请]",
        "applicant",
        "requests_from_organisations",
    ),
)
"""By what way information went out, in what form a request came, and who made it."""

MARKS: tuple[Entry, ...] = (
    Entry(
        "among",
        "其中[含|包括] 含 包括 [主要]类别{有|包括} 包含 涵盖 分别[为|是] 具体为"
        " 主要包括 主要有 主要是 内含",
    ),
    Entry("without", "{未|不}{包含|包括|含}"),
    Entry("etc", "等[等]"),
    Entry(
        "word",
        "未来 无障碍 无法 无关 无误 无一 无死角 未按 无偿 无缝 无力 无线 无效 无纸化 无需"
        " 未成年 无人机 没收 未成年人 无故 无差错 无违规",
    ),
    Entry(
        "not",
        "未 没有[一件|一起|一例] 无[一件|一起|一例] 未有 没"
        " 均未 尚未 从未 并未 未曾 也没有 均无 暂无",
    ),
    Entry("zero", "[均]为零[元|件|次] 均为0[元|件] 均为无 是零"),
    Entry(
        "mean",
        "平均[每月|每天|每年|每季度|每个月] 月均 日均 年均 每月 每天 每季度 每周 每次 每年"
        " 每期 每季 {月|日}{访问|浏览|点击} {计|记|算}{为|作}"
        " {相同|重复|同一}{信息|内容}{计|按|记}",
    ),
    Entry("plan", "将 计划 拟 力争 目标 争取 预计 打算 下一步 今后 不少于每 要求 至少每"),
    Entry("others", "指导 协助 督促 敦促 催促 代为 配合 帮助 下级"),
    Entry(
        "share",
        "占[比|全部|总数|总量|总和|总体][的]{比例|比重}[为|约为] 占[比] 所占比例"
        " 占比[例|重|为] 占到",
    ),
    Entry(
        "more",
        "增量[为] 增[加|长|多|幅]了 增[加|长|多|幅][达|为] 上升[了] 提高[了] 提升[了]"
        " 上涨[了] 多[了] 增",
    ),
    Entry("less", "减[少|低]了 减[少|低][达|为] 下降[了] 降低[了] 回落[了] 少[了] 降幅[为|达]"),
    Entry("cause", "因 由于 就 针对 有关 关于 涉及到 围绕 对 由 为"),
    Entry("counted_in", "计入 统计在内 纳入统计 {制发文件|制发|文件}栏目"),
    Entry(
        "topic",
        "政府信息公开{工作|条例|指南|制度|目录|方面|领域|专栏|类|相关}"
        " 信息公开[工作|条例|指南|制度|目录|方面|领域|专栏|类|相关]"
        " 政务公开[工作|要点|办|科|方面|类] 依申请提供[政府]信息",
    ),
    Entry(
        "people",
        "申请人 公民[、|和]法人[和|或|或者|及|、]其他组织 公民[、]法人 其他组织 社会公众"
        " 公众 群众 业主 村民 市民 居民 社会 单位和个人 社会组织 群众个人"
        " {任何单位|任何个人|任何人} 企业和群众"
        " 法人、组织 当事人 企业[或|和|及]个人",
    ),
    Entry("bodies", "社会团体 企事业单位 [公司、]企业[或|和|及]社会团体"),
    Entry(
        "filler",
        "剩余 其余 余下 条目 新增 任何 过 类似 事务 有关事务 引发的 发生的 相应 等方面 登记"
        " 当年 全系统内 共同 一共 总共 合共 累计共 主要 公开的 的公开 一批 数共 仅 只"
        " 才 则 即 系 属 属于 名 位 共 共计 总计 合计 累积 总数 总量 数量 总 数 件数 条数 总件数"
        " 份数 量 是 有 共有 达 达到 了 的 得 各类 各种 相关 等类 类 计 情况 工作 方面 案"
        " 件 并 已 均 全 都 全部 也 及 及其 和 与 或 以及 或者 书面 有效 实际 新 向 在 上"
        " 书面或{其他|其它}{形式|方式}"
        " 以 通过 利用 运用 借助 依托 经 方式 形式 提出 提交 递交 到 所 于 完成 实现 且 但"
        " 而 该 其 各 级 来 次数 场次 结果 本 同时 另 另有 还 还有 又 再 予以 依法 依规"
        " 依法依规 及时 按时 按期 均按 法定期限内 规定期限内 在规定时限内 在法定期限内"
        " 在法定时限内 在规定期限内 在规定时间内 按规定 按照规定 按要求 按照要求"
        " [在][法定]受理{期限|时限}内 期限内 时限内 按时限 按期限 按法定时限"
        " 按规定时限 按法定期限 当年度 范围"
        " {答复|办理|处理}{类型|情形} [具体]如下 {办理|处理|答复|处置|办复}{结果|情况}如下"
        " [具体]情况如下"
        " 连同 {办理|处理|答复|处置|办复}结果[数]"
        " 行为 事宜 决定 作 作出 做出 给予 纳入公开 今年以来 至今 一律 公众号上 网上共 名称"
        " 均[已]按{时|期} 处理不当[而] 不作为政府信息公开申请处理 提请[的]"
        " 提起 被 被申请 申请的 类申请 案 类案件 现象",
    ),
)
"""Words that are no things, and say how the figures of a sentence belong together."""


@frozen(cache_hash=True)
class Lexicon:
    """All tables, as one value; a new word makes a new one."""

    things: tuple[Thing, ...] = THINGS
    events: tuple[Entry, ...] = EVENTS
    ways: tuple[Way, ...] = WAYS
    marks: tuple[Entry, ...] = MARKS


LEXICON = Lexicon()
"""The words of reports as they are written today."""
