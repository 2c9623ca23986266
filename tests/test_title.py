"""Titles broken as an editor breaks them (GB/T 9704 7.3.1)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import title
from docgen.widths import measure

WIDTH = 19

ONE_LINE = """
某某县教育局2026年工作要点
某某县教育体育局2026年教育工作总结
某某市实验中学落实“双减”工作实施方案
2026—2027学年度第一学期班主任工作计划
某某市中小学生防溺水工作联席会议制度
某某市青少年学生阅读行动实施方案
某某市实验小学“书香校园”建设实施方案
某某县教育局2026年度重点工作任务分解表
关于召开全县教育工作会议的通知
某某乡中心幼儿园卫生保健工作制度
某某市教育局2026年政务公开工作要点
某某市实验中学2026年度预算编制说明
"""

BROKEN = """
某某市实验中学/2026—2027学年度第一学期工作计划
某某市第三中学/2026—2027学年度第二学期德育工作计划
某某市实验小学教育集团/2026—2027学年度教学工作计划
某某区实验幼儿园/2026—2027学年度第一学期保教工作计划
某某市特殊教育学校/2026—2027学年度第一学期教研工作总结
某某市实验学校初中部/2026—2027学年度第一学期/语文教研组工作计划
某某县第一中学高三年级/2026—2027学年度第二学期备考工作计划
某某市第七中学九年级毕业班/2026—2027学年度复习备考工作计划
某某市实验小学/2026—2027学年度“阳光少年”评选方案
某某市第一中学党委/2026年党风廉政建设工作计划
某某区教师进修学校/2026年教师培训工作总结
某某县第一高级中学/2026年高考备考工作实施方案
某某镇中心小学/2026年秋季学期校园安全工作应急预案
某某县青少年活动中心/2026年暑期公益课程招生方案
某某市实验中学/2026年上半年工作总结及下半年工作打算
某某市实验中学2026年暑假期间/防溺水安全教育工作实施方案
某某市实验中学/2026年国家安全教育日主题活动方案
某某市实验中学/学生体质健康提升行动实施方案
某某市实验中学/教育教学质量提升三年行动计划
某某市实验中学/“十五五”发展规划（2026—2030年）
某某市实验中学/第一届教职工代表大会第三次会议工作报告
某某市实验学校/校园突发事件应急处置工作预案（修订）
某某县基础教育高质量发展行动计划/（2026—2028年）
某某市中小学校/家校社协同育人三年行动计划/（2026—2028年）
某某县城乡义务教育一体化/改革发展实施方案
某某县教育系统2026年/安全生产和消防安全专项整治行动方案
新时代中小学劳动教育/课程建设与教师专业发展研究工作方案
某某市教育局/关于做好2026年春季学期开学工作的通知
某某市教育局关于进一步加强全市/中小学校园安全管理工作的通知
某某市教育局/关于进一步规范中小学校服管理工作的意见
某某市教育局/关于开展“师德师风建设年”活动的通知
某某市教育局/关于做好国庆假期安全防范工作的通知
某某市教育局关于开展第29届/全国推广普通话宣传周活动的通知
某某市教育局/关于实施基础教育扩优提质行动计划的意见
某某市教育局/关于商请支持校车安全管理工作的函
某某市教育局/关于公布2026年市级优质课评选结果的通报
某某市教育局关于表彰2026年/优秀教师和优秀教育工作者的决定
某某市教育局/关于2026年上半年教育督导工作情况的通报
某某市教育局关于全市义务教育学校/课后服务工作情况的报告
某某市教育局/关于对全市民办幼儿园开展年度检查的通知
某某市教育局/关于进一步做好控辍保学工作的若干意见
某某市教育局/关于减轻中小学教师非教学负担的若干措施
某某市教育局关于下发/2026—2027学年度中小学校历的通知
某某市教育局关于加强和规范普通高中/招生管理的补充规定
某某区教育局关于2026年义务教育阶段/学校招生入学工作的实施意见
某某区教育局关于建立健全中小学校园/欺凌防治长效机制的实施意见
某某县教育局/关于2025年度法治政府建设情况的报告
某某县教育局/关于同意某某县第三小学变更校名的批复
某某县教育局关于做好中秋节国庆节/放假期间校园安全工作的紧急通知
某某县教育局关于推荐参加某某市/中小学教师教学基本功大赛人员的报告
某某县教育局关于举办2026年/全县中小学生田径运动会的通知
某某县教育局关于做好2026年/县域内中小学校长教师交流轮岗工作的通知
某某县第二幼儿园/关于申请追加校舍维修经费的请示
某某市实验中学/关于成立食品安全工作领导小组的通知
某某市实验中学/关于申报某某省劳动教育实验校的请示
某某市第十二中学/关于召开2026年秋季田径运动会的通知
某某市第五小学教育集团/关于开展第三届校园读书节活动的方案
中共某某市第一中学委员会/关于开展党员示范岗创建活动的实施方案
某某市人民政府教育督导委员会办公室/关于开展2026年秋季开学专项督导的通知
某某市教育局办公室/关于开展2026年秋季学期/中小学教学常规专项督导的通知
某某市教育局某某市公安局/关于联合开展校园周边环境专项整治的通知
某某县教育局、某某县卫生健康局/关于进一步加强学校传染病防控工作的通知
关于加强中小学生/心理健康教育工作的实施意见
关于组织开展2026年/全民终身学习活动周的通知
关于开展“书香润校园”/读书月系列活动的通知
某某市教育局/关于印发《2026年工作要点》的通知
某某市教育局关于印发《某某市中小学/心理健康教育工作实施方案》的通知
某某市教育局等六部门/关于印发《某某市防范中小学生/欺凌专项治理行动工作方案》的通知
关于印发《某某市实验中学/教职工考勤管理办法（试行）》的通知
某某市实验小学教职工代表大会/关于审议《绩效工资分配办法》的决议
某某市第四中学落实某某市教育局/《中小学作业管理办法》的实施细则
某某市教育局关于落实/《中华人民共和国家庭教育促进法》的/实施意见
某某县人民政府办公室关于印发某某县/推进义务教育优质均衡发展实施方案的通知
某某市教育局/关于印发《某某市幼儿园/与小学科学衔接三年行动计划实施方案/（2026—2028年）》的通知
某某市教育局/关于转发《某某省教育厅关于做好2026年/普通高中学业水平考试工作的通知》的通知
"""

COUNTY = """
某某县教育局关于开展2026年/义务教育阶段学校“阳光招生”/专项行动和民办学校年度检查工作的通知
某某县教育局关于转发《某某市教育局/关于转发〈某某省教育厅关于做好中小学生/暑假有关工作的通知〉的通知》的通知
某某县教育局/关于印发《某某县中小学幼儿园/教职工校园安全工作一岗双责责任制/实施办法（试行）》的通知
某某市教育局关于公布2026年度全市/中小学教师专业发展示范校和优秀校本研修/案例评选结果的通知
某某县教育局/关于给予王某某同志记功奖励的决定
某某县第三中学关于解决学生宿舍楼/消防设施改造资金的请示
某某县教育局关于某某县第三中学/学生宿舍楼消防设施改造资金的批复
某某县教育局关于2026年春季学期/中小学教辅材料征订工作自查情况的报告
某某县教育局/关于协助做好高考期间噪声管控工作的函
某某县教育局关于同意借调张某某同志/到县青少年活动中心工作的函
某某县教育局/关于2026年中小学校长任期考核结果的公示
关于举办某某县第二十八届/中小学生艺术展演活动的通知
关于做好2026—2027学年度第一学期/期末考试和寒假有关工作的通知
关于调整某某市第一中学/招生委员会组成人员的通知
关于进一步明确中小学校/岗位设置管理有关问题的通知
关于组织收看全国中小学生/安全教育日专题节目的紧急通知
某某市实验小学关于表彰2025—2026学年度/先进班集体和优秀少先队员的决定
某某县职业教育中心/关于申请增设无人机应用技术专业的请示
某某县教育局关于报送2026年基础教育/工作总结和2027年工作要点的报告
某某县教育局关于恳请支持解决农村/寄宿制学校宿舍取暖问题的函
某某市特殊教育学校/关于组织开展全国助残日系列活动的方案
某某区教育局/关于公开遴选区属中小学副校长的公告
某某县教育局/关于废止和宣布失效部分规范性文件的决定
某某县人民政府关于深化教育综合改革/推进教育高质量发展的实施意见
某某县人民代表大会常务委员会/关于批准某某县教育发展规划的决议
中共某某县教育局党组/关于印发《党组中心组学习制度》的通知
某某市教育局关于切实做好当前学校/流感等呼吸道传染病防控工作的紧急通知
某某县教育局关于成立县中小学生/近视防控工作领导小组的通知
某某县教育局/某某县公安局某某县交通运输局/关于联合开展校车安全专项检查的通知
某某县2026年义务教育/优质均衡发展国家督导评估迎检工作方案
某某县教育局关于印发某某县中小学校/食堂食材集中采购和配送管理办法的通知
关于印发某某市实验中学/2026—2027学年度校历的通知
关于2026年寒假放假和春季学期/开学时间安排的通知
"""

TITLES = [line.replace("/", "") for line in (ONE_LINE + BROKEN + COUNTY).split()]
MATTERS = """中小学 幼儿园 学校 校园安全 心理健康教育 课后服务 教师培训 家校社协同育人 食品安全 劳动教育
教学质量监测 班主任队伍建设 阳光体育 控辍保学 义务教育质量"""
PIECES = """某某市教育局 实验中学 关于 印发 《 》 的 通知 2026年 —— （试行） 和 、 学年度
第一学期 工作计划 ABC 鼎 簋"""


@pytest.mark.parametrize("text", ONE_LINE.split())
def test_a_title_that_fits_stays_one_line(text):
    assert title.lines(text, WIDTH) == (text,)


@pytest.mark.clause("BD-03")
@pytest.mark.parametrize("text", (BROKEN + COUNTY).split())
def test_a_title_is_broken_where_an_editor_breaks_it(text):
    expected = tuple(text.split("/"))

    assert title.lines("".join(expected), WIDTH) == expected


@pytest.mark.clause("BD-05")
@pytest.mark.parametrize("text", TITLES)
@pytest.mark.parametrize("width", [12, 16, 19])
def test_no_line_is_wider_than_asked_nor_begins_with_a_closing_mark(text, width):
    found = title.lines(text, width)

    assert all(measure(line) <= width for line in found)
    assert not any(line[0] in "的、》”）" or line[-1] in "《“（" for line in found)


@pytest.mark.clause("BD-04")
@pytest.mark.parametrize("text", [line for line in TITLES if measure(line) > WIDTH])
def test_lines_form_a_trapezoid_or_a_diamond(text):
    widths = [measure(line) for line in title.lines(text, WIDTH)]
    steps = [after - before for before, after in pairwise(widths)]
    rises = [step > 0 for step in steps]

    assert min(map(abs, steps)) >= 1
    assert rises == sorted(rises, reverse=True), "falls and then rises"
    assert widths[-1] >= 3


@st.composite
def composed(draw):
    """A title as offices compose them: organ, 关于, what is done with what, kind."""
    pick = lambda words: draw(st.sampled_from(words.split()))  # noqa: E731
    organ = pick("某某县教育局 某某市实验中学 某某镇中心小学 某某县人民政府办公室 某某市特殊教育学校")
    when = pick("- 2026年 2026—2027学年度第一学期 2026年秋季学期").strip("-")
    what = draw(st.lists(st.sampled_from(MATTERS.split()), min_size=2, max_size=5, unique=True))
    verb = pick("做好 进一步加强 开展 印发 切实做好 规范 组织开展")
    return f"{organ}关于{verb}{when}{''.join(what)}工作的{pick('通知 意见 实施方案 报告 紧急通知 请示')}"


@given(composed())
def test_a_composed_title_has_a_regular_shape_and_no_forbidden_break(text):
    found = title.lines(text, WIDTH)
    widths = [measure(line) for line in found]
    rises = [after > before for before, after in pairwise(widths)]

    assert len(found) <= 4 and max(widths) <= WIDTH
    if len(found) < 4:  # four full lines leave no choice of their lengths
        assert all(abs(after - before) >= 1 for before, after in pairwise(widths))
    assert rises == sorted(rises, reverse=True), "falls and then rises"
    assert widths[-1] >= 3
    assert not any(line.startswith(("的", "学年", "年", "第一学期")) for line in found[1:])
    assert not any(line.endswith(("关于", "和", "2026", "2026—")) for line in found[:-1])


def test_joint_organs_are_parted_at_the_blank_which_goes():
    found = title.lines("某某市教育局 某某市财政局关于下达2026年学生资助专项资金预算的通知", 13)

    assert found[0] == "某某市教育局 某某市财政局"
    assert title.lines("某某市教育局 某某市财政局关于实施营养改善计划的通知", 12)[:2] == (
        "某某市教育局",
        "某某市财政局关于实施",
    )


@pytest.mark.parametrize("whole", ["2026—2027学年度第一学期", "《工作要点》", "第29届"])
def test_dates_and_short_document_names_stay_whole(whole):
    for lead in range(10, 19):
        found = title.lines(
            "关于做好" + "各项重点工作任务的有关事项"[: lead - 4] + whole + "的补充通知", WIDTH
        )

        assert any(whole in line for line in found), found


def test_a_title_too_long_for_four_lines_is_filled_line_by_line():
    text = "某某市教育局关于进一步加强全市中小学校园安全管理工作的实施意见" * 4

    found = title.lines(text, WIDTH)

    assert len(found) <= 9
    assert all(measure(line) <= WIDTH for line in found)
    assert "".join(found) == text


def test_half_width_characters_count_half():
    assert measure("2026年") == 3
    assert measure("—《A》") == 3.5


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40).map("".join), st.integers(6, 20))
def test_no_character_is_lost_or_added(text, width):
    assert "".join(title.lines(text, width)) == text


@given(st.text(max_size=60), st.integers(2, 20))
def test_any_text_keeps_all_but_blanks(text, width):
    found = title.lines(text, width)

    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(measure(line) <= width for line in found)


def test_a_year_in_characters_is_not_broken():
    found = title.lines("青禾市溪口县第一实验中学附属小学二〇二六至二〇二七学年度第一学期工作计划", 18)

    assert any("二〇二六至二〇二七学年度第一学期" in line for line in found)


def test_the_last_word_of_an_organ_is_not_broken():
    organ = "某某省青禾市溪口县教育科学研究院附属第一实验中学东分校"

    assert not any(
        line.startswith("校") for line in title.lines(f"{organ}2026—2027学年度第一学期工作计划", 20)
    )
