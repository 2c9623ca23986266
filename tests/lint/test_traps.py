"""What merely looks wrong: no rule minds it."""

import pytest

from docgen.lint.run import run
from tests.lint.cases_read import reading


@pytest.mark.parametrize(
    "words",
    [
        "全年投入资金1.5亿元。",
        "3.8妇女节期间组织了慰问活动。",
        "一、二年级不布置书面家庭作业。",
        "教师要取得B证后上岗。",
        "学校建于20世纪90年代。",
        "10年来，学校面貌发生了很大变化。",
        "排版执行GB/T 9704-2012的规定。",
        "师生比达到1∶15，比例合理。",
        "咨询电话0577-12345678，工作日可拨打。",
        "上课时间为8:00—11:30，下午为14:00—16:30。",
        "根据《3-6岁儿童学习与发展指南》开展活动。",
        "根据云教发〔2026〕3号文件的要求执行。",
        "培训人数为1,250人，覆盖全县各校。",
        "指标共3项，完成率分别为98.5%、97.6%、96.8%。",
        "（责任单位：教务处、德育处；完成时限：2026年10月底前）",
        "“双减”工作要坚持“一校一案”，做到“应减尽减”。",
    ],
)
def test_a_right_sentence_is_left_alone(words: str) -> None:
    found = run(reading({"段": [{"文件标题": "青禾小学2026年工作方案"}, {"正文": words}]})).found

    assert [(one.rule.id, one.problem.excerpt) for one in found if one.hit.passage > 0] == []
