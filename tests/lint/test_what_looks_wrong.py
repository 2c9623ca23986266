"""What merely looks like a mistake is left alone by every rule, in every zone where it may stand."""

import pytest

from docgen.lint.reading import BODY, CELL, ITEM, TITLE, Passage, Reading
from docgen.lint.run import run
from docgen.problems import Place

RIGHT = (
    "投入1.5亿元，占8%～10%，师生比8∶1。",
    "“3.8”妇女节、“6.1”儿童节期间开展活动。",
    "一、二年级不布置书面作业，三至六年级每天不超过60分钟。",
    "持B证上岗的教师有12名，10年来没有发生事故。",
    "上世纪90年代建校，2009年搬到新址。",
    "按照GB/T 9704—2012的要求排版。",
    "联系电话：0577-12345678，传真：0577-87654321。",
    "学习《3—6岁儿童学习与发展指南》和《义务教育课程标准（2022年版）》。",
    "9月1日—15日、第1—3周、8:00—11:30开放图书馆。",
    "根据《云溪县教育局关于加强作业管理的通知》（云教发〔2026〕5号）精神，制定本方案。",
    "时间紧、任务重、要求高，各校要高度重视，早谋划、早部署、早落实。",
    "回答“钱学森之问”，自己动手，期末来校，学习贯彻会议精神。",
    "总和和平均数要分开计算，积极参与与兄弟学校的交流，实实在在办好事。",
    "县委组织部分管人才工作的负责同志，教师进修定期安排，各校园满意度达到90%以上。",
    "满足已有的成绩是不够的，由治安大队大队长讲课，天主教主教团来访。",
    "大家讨论讨论，一步一步推进，有目的的训练，的的确确有效。",
    "全校共有教师45人，其中党员30人、本科以上学历40人。",
    "二〇二六年，共一百零五人；第三、四名由学校自行确定。",
    "全程5千米，每份3千克，功率2千瓦，开展百日攻坚。",
    "学校三年发展规划（2025—2028年）明确，到2028年建成省级示范校。",
)


@pytest.mark.parametrize("zone", [BODY, ITEM, CELL])
@pytest.mark.parametrize("text", RIGHT)
def test_no_rule_finds_anything(text: str, zone: str) -> None:
    place = {"row": 1, "column": 0} if zone == CELL else {}
    title = Passage(TITLE, "青禾小学2026年工作计划", Place("a.txt", 1), -1)
    found = run(Reading((title, Passage(zone, text, Place("a.txt", 2), 0, **place)), "txt")).found

    assert [(one.rule.id, one.problem.message) for one in found] == []
