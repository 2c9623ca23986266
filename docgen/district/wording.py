"""The Chinese a district's paper is written in. It says figures and how they were reached, never whether
they are good."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docgen import dates
from docgen.district.indicators import ACTUAL, Indicator, of_others, units_apart
from docgen.district.ranking import Ranked, highest, lowest
from docgen.district.roll import Attendance
from docgen.district.survey import Survey
from docgen.district.totals import Change, Total, change, mean, shown, total
from docgen.district.ways import Way, is_percentage
from docgen.goals import Verdict

MOST_NAMES = 8
"""Schools that a sentence names; of more it says how many there are."""

METHOD = (
    "人、个、元等数量指标相加，并列出各单位的平均数；百分比不相加，{percent}；"
    "比率、分数和其他计量单位的指标只取平均数。平均数最多保留两位小数。"
)
PERCENT_MEAN = "取填报单位的算术平均数"
PERCENT_WEIGHTED = "以同一时期的“{weight}”为权数加权平均，填报单位没有全部填写“{weight}”的，取算术平均数"
GOALS = "目标写成“≥”“≤”的，按所写的数计算。"
RANKS = (
    "最高、最低和名次按实际数，没有实际数的按目标，没有目标的按基期；"
    "名次按数值从高到低排列，数值相同的名次并列，名次不表示优劣。"
)
VERDICTS = (
    "是否达到目标，按各单位自己写的目标判断；没有写“≥”“≤”的，实际数不低于目标即为达到，"
    "目标低于基期或者为零的，实际数不高于目标即为达到。"
)


def title(organ: str, period: str) -> str:
    return f"{organ}{period}各单位计划汇总报告"


def opening(survey: Survey) -> str:
    """What was received, and what this paper puts together."""
    counted, left = len(survey.gathered.schools), len(survey.gathered.left_out)
    words = f"收到{survey.gathered.period}计划{counted + left}份，列入汇总{counted}份"
    return words + (f"，没有列入{left}份" if left else "") + "。各项数据取自各单位报送的计划。"


def handed_in(found: Attendance, counted: int) -> list[str]:
    """Who had to hand in and who has not, who was late."""
    texts = []
    if found.expected is not None:
        words = f"应报送计划的单位{len(found.expected)}个，没有报送的{len(found.missing)}个"
        texts.append(words + (f"：{'、'.join(found.missing)}。" if found.missing else "。"))
        if found.strangers:
            texts.append(f"不在名单里的单位{len(found.strangers)}个：{'、'.join(found.strangers)}。")
    if found.due:
        texts.append(_punctual(found, counted))
    return texts


def _punctual(found: Attendance, counted: int) -> str:
    due = dates.full(found.due) if found.due else ""
    in_time = counted - len(found.late) - len(found.undated)
    words = f"截止日期为{due}。按成文日期，如期的{in_time}个，逾期的{len(found.late)}个"
    if found.late:
        words += "：" + "、".join(f"{name}（{dates.full(day)}）" for name, day in found.late)
    if found.undated:
        words += f"；没有写成文日期、不能判断的{len(found.undated)}个：{'、'.join(found.undated)}"
    return words + "。"


def method(survey: Survey) -> str:
    """How the figures were reached."""
    percent = PERCENT_WEIGHTED.format(weight=survey.weight) if survey.weight else PERCENT_MEAN
    judged = any(ACTUAL in one.columns for one in survey.indicators)
    return METHOD.format(percent=percent) + GOALS + (VERDICTS if judged else "") + RANKS


def about(one: Indicator, order: Sequence[Ranked], survey: Survey) -> str:
    """The figures of an indicator: of all schools, the highest and lowest, against an earlier column."""
    column = one.counted
    whole = total(one, column, survey.weights)
    if whole is None:
        return "没有可以统计的数。"
    called = named(one, column)
    texts = [f"{whole.schools}个单位填报{called}，{_whole(one, whole, column)}", _ends(one, order)]
    if one.columns[0] != column:
        moved = change(one, one.columns[0], column, survey.weights)
        texts.append(_moved(one, one.columns[0], called, moved) if moved else "")
    if column == ACTUAL:
        texts.append(_reached(one))
    texts.append(_converted(one))
    return "".join(f"{text}。" for text in texts if text) + _unweighed(whole, survey.weight)


def head(one: Indicator, column: str) -> str:
    """What a column is called: 2027年目标, 基期."""
    return f"{one.year}年{column}" if one.year and column != "基期" else column


def named(one: Indicator, column: str) -> str:
    """What the numbers of a column are called in a sentence: 2027年目标, 2027年实际数."""
    return head(one, column) + ("数" if column == ACTUAL else "")


def with_unit(one: Indicator, number: Decimal) -> str:
    return f"{shown(number)}{one.unit}"


def _whole(one: Indicator, whole: Total, column: str) -> str:
    words = f"{whole.way.value}{with_unit(one, whole.number)}"
    if whole.way is Way.SUM and whole.schools > 1:
        words += f"，平均每个单位{with_unit(one, mean(one.values(column)))}"
    return words


def _converted(one: Indicator) -> str:
    """Which schools wrote their numbers in another unit."""
    units = dict.fromkeys(line.converted for line in one.lines if line.converted)
    users = [
        f"{_few([line.school for line in one.lines if line.converted == unit])}按{unit}填报" for unit in units
    ]
    return f"{'，'.join(users)}，已折算成{one.unit}" if users else ""


def _few(names: Sequence[str]) -> str:
    """The first names of many."""
    return "、".join(names[:MOST_NAMES]) + (f"等{len(names)}个单位" if len(names) > MOST_NAMES else "")


def _ends(one: Indicator, order: Sequence[Ranked]) -> str:
    if len(order) < 2:
        return ""
    first, last = highest(order, 1), lowest(order, 1)
    if first[0].number == last[0].number:
        return f"各单位都是{with_unit(one, first[0].number)}"
    return f"最高的是{_holders(one, first)}，最低的是{_holders(one, last)}"


def _holders(one: Indicator, same: Sequence[Ranked]) -> str:
    number = with_unit(one, same[0].number)
    if len(same) == 1:
        return f"{same[0].school}（{number}）"
    if len(same) > MOST_NAMES:
        return f"{same[0].school}等{len(same)}个单位（并列，{number}）"
    return f"{'、'.join(each.school for each in same)}（并列，{number}）"


def _moved(one: Indicator, column: str, called: str, moved: Change) -> str:
    """How a column differs from an earlier one, over the schools that have both."""
    before = named(one, column)
    was, now = (with_unit(one, each.number) for each in (moved.before, moved.after))
    way = moved.after.way.value
    words = f"两项都填的{moved.schools}个单位，{before}{way}{was}，{called}{way}{now}"
    step = moved.difference
    if step == 0:
        return f"{words}，两者持平"
    if is_percentage(one.unit):
        points = shown(abs(step)) + ("个百分点" if one.unit != "‰" else "个千分点")
        return f"{words}，{called}比{before}{'高' if step > 0 else '低'}{points}"
    more = f"{words}，{called}比{before}{'多' if step > 0 else '少'}{with_unit(one, abs(step))}"
    grown = moved.growth
    if grown is None or moved.after.way is not Way.SUM:
        return more
    return f"{more}（{'增长' if step > 0 else '减少'}{shown(abs(grown))}%）"


def _reached(one: Indicator) -> str:
    """How many of those with a result reached their own goal, and who did not."""
    judged = [line for line in one.lines if line.verdict in (Verdict.REACHED, Verdict.MISSED)]
    if not judged:
        return ""
    missed = [line.school for line in judged if line.verdict is Verdict.MISSED]
    words = f"目标和实际都填的{len(judged)}个单位中，达到目标的{len(judged) - len(missed)}个"
    if not missed:
        return words
    names = "、".join(missed[:MOST_NAMES]) + ("等" if len(missed) > MOST_NAMES else "")
    return f"{words}，没有达到的{len(missed)}个：{names}"


def _unweighed(whole: Total, weight: str) -> str:
    if not whole.unweighed:
        return ""
    names = "、".join(whole.unweighed[:MOST_NAMES]) + ("等" if len(whole.unweighed) > MOST_NAMES else "")
    return f"{names}{len(whole.unweighed)}个单位没有填写“{weight}”，这项取算术平均数。"


def tasks(survey: Survey) -> str:
    """How many tasks there are and how many name their month."""
    dated = sum(one.tasks for one in survey.tallies if one.month)
    events = sum(one.events for one in survey.tallies)
    words = f"各单位计划写明责任或者时限的任务共{len(survey.tasks)}项，其中时限写到具体月份的{dated}项"
    return (
        words
        + (f"；写明日期的活动，按月计{events}项次" if events else "")
        + "。任务按完成时限所在的月份统计。"
    )


def month(when: tuple[int, int] | None) -> str:
    """2027年3月; what has none is 没有写到月份."""
    return f"{when[0]}年{when[1]}月" if when else "没有写到月份"


def units(survey: Survey) -> list[str]:
    """For each name with several units, how many schools use which, and who is to be asked."""
    found = units_apart([*survey.indicators, *survey.single])
    return [
        f"指标“{name}”的计量单位不一样：{'，'.join(map(_users, same))}。分开统计，没有相加，"
        f"需要核对的是：{_few(of_others(same))}。"
        for name, same in found.items()
    ]


def _users(one: Indicator) -> str:
    return f"{one.unit or '没有写计量单位'}的{len(one.schools)}个单位"


def single(survey: Survey) -> str:
    """The indicators of one school alone."""
    names = "、".join(f"{one.title}" for one in survey.single[:MOST_NAMES])
    more = "等" if len(survey.single) > MOST_NAMES else ""
    return f"只有1个单位填报、没有列入统计的指标{len(survey.single)}项：{names}{more}。"
