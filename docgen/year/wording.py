"""The Chinese a started summary is written in: sentences of the paper, and comments for its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.goals import Verdict
from docgen.plan.compared import Comparison
from docgen.plan.responsibility import who
from docgen.sentences import LOOSE_END
from docgen.terms import BLANK
from docgen.year.results import Tally, Task

OPENING = "{span}，{organ}按照计划推进各项工作，现总结如下。"
TASKS = "计划安排任务{total}项，完成{done}项，完成率{rate}"
UNFINISHED = "没有完成{count}项"
OPEN_TASKS = "{count}项还没有填写完成情况"
INDICATORS = "主要指标{total}项，达标{reached}项"
MISSED = "未达标{count}项"
NOT_COMPARABLE = "不能用数字比较{count}项"
OPEN_INDICATORS = "{count}项还没有填写实际数"
MISSED_GOAL = "{name}实际为{actual}，没有达到{goal}的目标"
GOING_ON = "继续完成：{text}。"
OPEN_TASK = "没有填完成情况：{text}"
NO_TASKS = "计划的这一部分没有写责任、时限的任务，成效要自己写"


def about_tasks(tally: Tally) -> str:
    """计划安排任务40项，完成31项，完成率77.5%，没有完成5项。 Nothing where there is no task."""
    if not tally.total:
        return ""
    words = TASKS.format(total=tally.total, done=tally.done, rate=tally.rate)
    rest = [(UNFINISHED, tally.unfinished), (OPEN_TASKS, tally.open)]
    return "，".join([words, *(form.format(count=count) for form, count in rest if count)]) + "。"


def about_indicators(found: Sequence[Comparison]) -> str:
    """主要指标12项，达标9项，未达标2项，不能用数字比较1项。 Nothing where there is none."""
    if not found:
        return ""
    verdicts = [one.verdict for one in found]
    words = INDICATORS.format(total=len(found), reached=verdicts.count(Verdict.REACHED))
    rest = [
        (MISSED, Verdict.MISSED),
        (NOT_COMPARABLE, Verdict.NOT_COMPARABLE),
        (OPEN_INDICATORS, Verdict.OPEN),
    ]
    counted = [(form, verdicts.count(verdict)) for form, verdict in rest]
    return "，".join([words, *(form.format(count=count) for form, count in counted if count)]) + "。"


def outcome(task: Task) -> str:
    """A task and what came of it, as one of several behind 一是."""
    text, result = bare(task.text), bare(task.result)
    return f"{text}{'，' if '：' in text else '：'}{result}"


def going_on(task: Task) -> str:
    """An unfinished task, among what comes next."""
    return GOING_ON.format(text=bare(task.text))


def missed(one: Comparison) -> str:
    """An indicator that was not reached, for the shortcomings."""
    unit = str(one.row.get("计量单位", ""))
    actual, goal = (text if text.endswith(unit) else text + unit for text in (one.actual, one.goal))
    return MISSED_GOAL.format(name=one.row["名称"], actual=actual, goal=goal)


def open_task(task: Task) -> str:
    """The comment in place of a task that says nothing of its result."""
    duty = "，".join(part for part in (who(task.row), str(task.row.get("时限", ""))) if part)
    return OPEN_TASK.format(text=bare(task.text)) + (f"（{duty}）" if duty else "")


def bare(text: str) -> str:
    """`text` on one line without its closing mark."""
    return LOOSE_END.sub("", "，".join(_lines(text)))


def known(value: object) -> str:
    """A value of the plan as text, 待填 where there is none."""
    return str(value) if value else BLANK


def _lines(text: str) -> Iterator[str]:
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    yield from (LOOSE_END.sub("", line) if line != lines[-1] else line for line in lines)
