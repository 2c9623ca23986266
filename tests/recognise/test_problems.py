"""What is said of repairs and doubts."""

from __future__ import annotations

import time

import pytest

from docgen.problems import Problem, describe
from docgen.recognise.problems_told import SENTENCES
from docgen.recognise.recognise import recognise
from docgen.recognise.words import table
from tests.recognise import told


def problems(text: str) -> tuple[Problem, ...]:
    return recognise(told.manuscript(text)).problems


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "计划\n一、目标\n努力。\n三、措施\n落实。",
            "文稿.txt:4: 警告 REC-001 序号“三、”与前面的接不上\n    | 三、措施\n"
            "    改法: 已按顺序改为“二、”，核对是不是漏了或多了一条",
        ),
        (
            "计划\n一、步骤\n第一阶段：准备\n开会。\n（二）实施\n检查。",
            "文稿.txt:3: 警告 REC-002 序号“第一阶段：”和同组的不是一种样式\n    | 第一阶段：准备\n"
            "    改法: 已按同组的样式改为“（一）”",
        ),
        (
            "计划\n指导思想\n努力办学，提高质量。\n工作目标\n人人达标，校校过关。",
            "文稿.txt:2: 警告 REC-003 标题“指导思想”没有编号\n    | 指导思想\n    改法: 已按顺序补上“一、”",
        ),
        (
            "计划\n（一）目标\n努力。\n（二）措施\n落实。",
            "文稿.txt:2: 警告 REC-004 全文没有“一、”，直接从“（一）”编起\n    | （一）目标\n"
            "    改法: 层次照原样保留；要从“一、”编起的话请改各层序号",
        ),
        (
            "计划\n一、目标\n1、合格。\n2、优秀。",
            "文稿.txt:3: 提示 REC-005 序号“1、”的写法改成了“1.”，这样的共2处\n    | 1、合格。",
        ),
        (
            "计划\n2024年2025年\n小学95%98%",
            "文稿.txt:2: 警告 REC-006 这2行原来是表格，格子丢了\n    | 2024年2025年\n"
            "    改法: 已按内容分成格，请核对每格的内容",
        ),
        (
            "计划\n时间 项目 单位\n9月 开学 教导处\n10月 比赛",
            "文稿.txt:2: 警告 REC-007 表格里有的行格数和表头不一样\n    | 时间 项目 单位"
            "\n    改法: 缺的格空着，请补上",
        ),
        (
            "名单\n组长：王大山\n成员：李小江、周一\n赵一鸣、吴二",
            "文稿.txt:2: 警告 REC-008 名单里有一行没有写角色\n    | 组长：王大山"
            "\n    改法: 已归到上一行的角色，请核对",
        ),
        (
            "名单\n组长：王大山\n副组长：",
            "文稿.txt:3: 警告 REC-009 名单里“副组长”后面没有姓名\n    | 组长：王大山\n    改法: 请补上姓名",
        ),
        (
            "计划\n各校要认真组织、精心安排，\n确保安全。",
            "文稿.txt:2: 警告 REC-010 一个自然段被断成了2行\n    | 各校要认真组织、精心安排，确保安全。\n"
            "    改法: 已连成一段，字句没有改动",
        ),
        (
            "预算\n1.屋面三万元。\n2.课桌两万元。以上合计五万元。",
            "文稿.txt:3: 警告 REC-011 两段话可能连成了一段\n    | 2.课桌两万元。以上合计五万元。\n"
            "    改法: 请从中间断开，各成一段",
        ),
        (
            "检查通知\n请做好准备。\n2026年3月5日\n青禾小学",
            "文稿.txt:3: 警告 REC-012 成文日期写在了署名上面\n    | 2026年3月5日"
            "\n    改法: 署名在上，日期在下",
        ),
        (
            "放假安排\n请做好准备。\n2026年3月5日",
            "文稿.txt:3: 警告 REC-013 有成文日期，没有署名\n    | 2026年3月5日"
            "\n    改法: 在日期上面写上单位名称",
        ),
        (
            "关于印发《计划》的通知\n请执行。\n青禾小学\n2026年3月5日\n"
            "青禾小学计划\n努力。\n青禾小学\n2026年3月1日",
            "文稿.txt:8: 警告 REC-014 这里的日期和前面的成文日期不一致\n    | 2026年3月1日\n"
            "    改法: 核对哪个日期是对的，没有改动",
        ),
        (
            "检查通知\n请做好准备。\n青禾小学\n2026年3月5日\n附件：检查表",
            "文稿.txt:5: 警告 REC-015 附件说明写在了落款下面\n    | 附件：检查表\n"
            "    改法: 附件说明应在正文下面、落款上面",
        ),
        (
            "工作计划\n一、措施\n各校要认真组织实施，建立健全各项规章制度和",
            "文稿.txt:3: 警告 REC-016 文稿最后一句没有完，像是缺了下文\n"
            "    | 各校要认真组织实施，建立健全各项规章制度和\n    改法: 核对原文，补上缺的内容",
        ),
        (
            "计划\n一、目标\n努力。\n三、措施\n落实。\n四、要求\n认真。",
            "文稿.txt:6: 提示 REC-017 前面的序号改了，后面的1个跟着改，从“四、”改为“三、”起\n    | 四、要求",
        ),
        ("各校要认真组织，确保安全。", "文稿.txt: 警告 REC-018 没有找到标题\n    改法: 在计划里写上“标题”"),
        (
            "要点\n一、党建\n1.学习。\n2.组织。\n二、教学\n3.常规。\n4.教研。",
            "文稿.txt: 提示 REC-019 “1.”这一层的序号在全文里连着编，照原样保留",
        ),
        (
            "安排\n一、事项\n1.报到。\n2.开会。\n下面是学生的。\n1.返校。\n2.领书。",
            "文稿.txt:6: 提示 REC-020 序号在这里重新从“1.”编起，照原样保留\n    | 1.返校。",
        ),
    ],
)
def test_a_problem_says_what_was_found_and_what_was_done(text: str, sentence: str) -> None:
    assert sentence in [describe(problem) for problem in problems(text)]


def test_a_text_in_order_has_no_problems() -> None:
    text = "青禾小学工作计划\n一、工作目标\n（一）德育目标。"
    text += "学生人人守纪律、懂礼貌，班班创文明。\n（二）教学目标。"
    text += "合格率达到九成，优秀率达到五成，逐年提高。"

    assert problems(text) == ()


def test_every_fault_has_a_sentence_and_a_number() -> None:
    assert set(SENTENCES) == set(table("faults"))
    assert len({row["编号"] for row in table("faults").values()}) == len(SENTENCES)


def test_the_time_grows_with_the_length_of_the_text() -> None:
    text = "一、目标\n（一）德育。\n1、抓好常规。\n努力做好各项工作，\n组长：王大山\n附件：1.名单\n" * 500
    times = []
    for count in (1, 4):
        start = time.process_time()
        recognise(told.manuscript(text * count))
        times.append(time.process_time() - start)

    assert times[1] < 10 * times[0]
