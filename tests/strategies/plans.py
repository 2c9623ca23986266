"""Plans of a school as people write them: any of the keys, in any order, everything in them valid."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

Data = st.SearchStrategy[Any]

ACTS = ("抓实", "完善", "推进", "落实", "加强", "规范", "组织", "开展", "守牢", "做好")
THINGS = ("课堂教学", "校园安全", "家校联系", "教研活动", "心理健康教育", "食堂管理", "课后服务", "阅读工程")
ENDS = (
    "每月检查一次",
    "由专人负责",
    "不留死角",
    "占比1.5%",
    "读《方案》",
    "落实“双减”",
    "一、二年级先行",
    "A层1—3班",
)
ODD = (
    "<b>",
    "&amp;",
    "{{ x }}",
    "{% if %}",
    "**粗**",
    "# 号",
    "| 格 |",
    r"\n",
    "]]>",
    "key: 值",
    "𠮷",
    "é",
    "…",
    "［注］",
)
OFFICES = ("教务处", "政教处", "总务处", "办公室", "各年级组")
NAMES = ("林晓岚", "何远山", "宋知夏", "沈怀谷", "邵明川", "江一帆", "欧阳思远")
BEGIN, END = datetime.date(2026, 9, 1), datetime.date(2027, 1, 22)


@cache
def phrases() -> Data:
    """A few words without a mark at the end, as in a heading."""
    return st.builds(lambda *parts: "".join(parts), st.sampled_from(ACTS), st.sampled_from(THINGS))


@cache
def sentences(*, odd: bool = True) -> Data:
    """A sentence; with `odd` in it now and then what looks like markup, code or XML."""
    middle = st.sampled_from(ENDS) | (st.sampled_from(ODD) if odd else st.sampled_from(ENDS))
    return st.builds(
        lambda first, between, last: f"{first}，{between}，{last}。", phrases(), middle, phrases()
    )


@cache
def paragraphs() -> Data:
    """One to three paragraphs, a line each."""
    return st.lists(sentences(), min_size=1, max_size=3).map("\n".join)


@cache
def days() -> Data:
    """A day of the term."""
    return st.dates(BEGIN, END).map(str)


def some(one: Data, most: int = 3) -> Data:
    return st.lists(one, min_size=1, max_size=most)


def fields(needed: dict[str, Data], **more: Data) -> Data:
    return st.fixed_dictionaries(needed, optional=more)


@cache
def offices() -> Data:
    names = st.sampled_from(OFFICES)
    both = fields({"牵头": names}, 配合=st.lists(names, min_size=1, max_size=2, unique=True))
    return names | st.lists(names, min_size=1, max_size=3, unique=True) | both


@cache
def items(deeper: int = 1) -> Data:
    entry = fields(
        {"内容": sentences()}, 责任=offices(), 时限=st.sampled_from(["2026年10月", "6月底前", "长期"])
    )
    if deeper:
        below = fields({"内容": sentences(), "条目": items(deeper - 1)})
        entry = entry | below
    return some(sentences() | entry)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A table whose rows have as many cells as columns, some of them over several."""
    count = draw(st.integers(1, 5))
    cell = sentences() | phrases() | st.sampled_from(["", "12", "99.5%"])
    rows = [draw(st.lists(cell, min_size=count, max_size=count)) for _row in range(draw(st.integers(0, 4)))]
    if rows and count > 1 and draw(st.booleans()):
        rows[0] = [{"内容": draw(phrases()), "跨列": 2}, *rows[0][2:]]
    columns = draw(st.lists(phrases(), min_size=count, max_size=count))
    return {"列": columns, "行": rows} | draw(fields({}, 标题=phrases(), 横排=st.sampled_from(["是", "否"])))


@st.composite
def charts(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(1, 5))
    numbers = st.lists(st.integers(0, 500).map(str) | st.just("—"), min_size=count, max_size=count)
    series = st.lists(
        st.tuples(st.sampled_from(["目标", "实际", "上年"]), numbers),
        min_size=1,
        max_size=3,
        unique_by=lambda one: one[0],
    )
    rows = [{"名称": name, "数据": ["1", *data[1:]]} for name, data in draw(series)]
    groups = draw(st.lists(phrases(), min_size=count, max_size=count, unique=True))
    more = fields(
        {}, 标题=phrases(), 单位=st.sampled_from(["人", "%"]), 类型=st.sampled_from(["柱形", "条形", "折线"])
    )
    return {"类别": groups, "系列": rows} | draw(more)


@cache
def persons() -> Data:
    name = st.sampled_from(NAMES)
    both = fields({"姓名": name, "职务": st.sampled_from(["校长", "副校长", "教务处主任"])})
    return name | st.lists(name | both, min_size=1, max_size=4)


@cache
def groups() -> Data:
    more = {"副组长": persons(), "成员": persons(), "联络员": persons(), "办公室主任": persons()}
    return st.fixed_dictionaries(
        {"名称": phrases().map(lambda words: words + "领导小组"), "组长": persons()}, optional=more
    )


@cache
def mixed(*, guessed: bool = True) -> Data:
    """Text, items, tables, groups, and with `guessed` charts, in any order."""
    pieces = {"条目": items(), "表格": tables(), "机构": groups()} | ({"图表": charts()} if guessed else {})
    return some(sentences() | st.one_of([st.fixed_dictionaries({key: one}) for key, one in pieces.items()]))


@cache
def sections(deeper: int = 2, *, guessed: bool = True) -> Data:
    more = {
        "正文": paragraphs() | mixed(guessed=guessed),
        "条目": items(),
        "表格": tables(),
        "结语": sentences(),
        "责任": offices(),
    }
    more["接排"] = st.just("否")
    if guessed:
        more |= {"编号": st.just("无"), "重新编号": st.just("是")}
    if deeper:
        more["小节"] = some(sections(deeper - 1, guessed=guessed))
    return st.fixed_dictionaries({"标题": phrases() | sentences(odd=False)}, optional=more)


@cache
def money() -> Data:
    return st.integers(1, 10**7).map(lambda cents: str(Decimal(cents) / 100))


@cache
def listed() -> dict[str, Data]:
    """The lists a plan keeps, by their keys."""
    event = fields(
        {"事项": phrases(), "日期": days() | st.sampled_from(["第5周", "10月上旬", "11月"])},
        责任=offices(),
        地点=st.just("操场"),
        备注=sentences(),
    )
    indicator = fields(
        {"名称": phrases(), "目标": st.sampled_from(["99.5%", "12", "≥90%", "两项"])},
        组=phrases(),
        计量单位=st.just("项"),
        基期=st.just("98%"),
    )
    cost = fields({"项目": phrases(), "金额": money()}, 来源=st.just("公用经费"), 备注=sentences())
    return {
        "活动": some(event, 5),
        "指标": st.lists(indicator, min_size=1, max_size=4, unique_by=lambda row: row["名称"]),
        "经费": some(cost),
        "机构": groups(),
    }


@cache
def attachments(*, guessed: bool = True) -> Data:
    body = fields({"名称": phrases(), "正文": paragraphs() | mixed(guessed=guessed)})
    made = fields({"名称": phrases(), "模板": st.just("校历")})
    return st.lists(phrases().map(lambda name: {"名称": name}) | body | made, min_size=1, max_size=3)


@cache
def around() -> dict[str, Data]:
    """What stands around the chapters, by its keys."""
    organs = st.lists(
        st.sampled_from(["云溪县教育局", "云溪县卫生局", "青禾小学"]), min_size=1, max_size=3, unique=True
    )
    head = fields(
        {"机关标志": organs, "发文字号": st.integers(1, 300).map(lambda number: f"云教发〔2026〕{number}号")},
        密级=st.sampled_from(["秘密", "机密★10年"]), 紧急程度=st.sampled_from(["特急", "加急"]),
        份号=st.just("000001"), 签发人=st.sampled_from(NAMES),
    )  # fmt: skip
    return {
        "主送": some(st.sampled_from(OFFICES)),
        "引言": paragraphs(),
        "结语": sentences(),
        "题注": st.just("（2026年8月20日校务会议通过）"),
        "附注": st.just("联系人：江一帆"),
        "稿": st.just("征求意见稿"),
        "副标题": phrases().map(lambda words: f"——{words}"),
        "落款": fields({"署名": organs, "日期": days()}, 盖章=st.sampled_from(["是", "否"])),
        "版头": head,
        "版记": st.just(
            {"抄送": ["云溪县人民政府"], "印发机关": "云溪县教育局办公室", "印发日期": "2026-09-02"}
        ),
        "编号": st.fixed_dictionaries({}, optional={"跳层": st.just("否"), "连续": st.just([3])}),
    }


@st.composite
def plans(draw: st.DrawFn, *, guessed: bool = True) -> dict[str, Any]:
    """A plan for the general template; each list it keeps is printed by a chapter of its own. With `guessed`
    there is also what a reader of the file cannot be sure of: charts, numbers left out or begun anew."""
    base = {"标题": phrases(), "单位": st.just("云溪县青禾小学"), "章节": some(sections(guessed=guessed))}
    plan: dict[str, Any] = draw(st.fixed_dictionaries(base, optional=around()))
    kept = draw(st.fixed_dictionaries({}, optional=listed()))
    plan["学年"] = "2026—2027"
    plan["学期"] = {"名称": "第一学期", "开学": str(BEGIN), "结束": str(END)}
    chapters = [{"标题": f"{key}安排", "正文": [{"取自": key}]} for key in kept]
    plan |= {**kept, "章节": [*plan["章节"], *chapters]}
    if draw(st.booleans()):
        plan["附件"] = draw(attachments(guessed=guessed))
    return plan
