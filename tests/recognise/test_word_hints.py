"""What a Word file tells besides its words: styles, automatic numbers, faces, places on the page."""

from __future__ import annotations

from typing import Any

from docgen.manuscript import Grid, GridCell, Line, Manuscript, Picture
from docgen.problems import Place
from docgen.recognise.recognise import recognise
from tests.recognise import told

Hints = dict[str, Any]
FILE = "文稿.docx"


def lines(*rows: str | tuple[str, Hints]) -> list[str]:
    """What is told of paragraphs with their hints."""
    return told.lines(
        recognise(Manuscript(FILE, "docx", tuple(_line(at, row) for at, row in enumerate(rows, 1))))
    )


def _line(at: int, row: str | tuple[str, Hints]) -> Line:
    text, hints = (row, {}) if isinstance(row, str) else row
    return Line(text, Place(FILE, at), **hints)


def cell(text: str, **more: int) -> GridCell:
    return GridCell((Line(text, Place(FILE, 9)),), **more)


def test_automatic_numbers_are_numbers() -> None:
    assert lines(
        "青禾小学工作计划",
        ("指导思想", {"number": "一、"}),
        "以提高质量为中心，努力办好人民满意的学校。",
        ("重点工作", {"number": "二、"}),
        ("组织主题班会。", {"number": "1."}),
        ("开展社会实践。", {"number": "2."}),
    ) == [
        "题目 青禾小学工作计划",
        "标题1 一、指导思想",
        "正文 以提高质量为中心，努力办好人民满意的学校。",
        "标题1 二、重点工作",
        "条目3 1.组织主题班会。",
        "条目3 2.开展社会实践。",
    ]


def test_an_automatic_number_is_no_part_of_the_text() -> None:
    line = Line("组织主题班会。", Place(FILE, 1), number="1.")
    part = recognise(Manuscript(FILE, "docx", (line,))).parts[0]

    assert (part.label, part.typed, part.text, part.start) == ("1.", False, "组织主题班会。", 0)


def test_what_begins_like_a_number_stays_text_behind_an_automatic_one() -> None:
    assert lines("工作安排", ("1.5亿元用于校舍。", {"number": "1."}), ("修缮食堂。", {"number": "2."}))[
        1:
    ] == [
        "条目3 1.1.5亿元用于校舍。",
        "条目3 2.修缮食堂。",
    ]


def test_a_typed_number_counts_more_than_the_automatic_one_before_it() -> None:
    assert lines(
        "青禾小学工作计划",
        ("一、指导思想", {"number": "1."}),
        "努力办学。",
        ("二、措施", {"number": "2."}),
        "抓好落实。",
    )[1::2] == ["标题1 一、指导思想", "标题1 二、措施"]


def test_a_bullet_is_no_number() -> None:
    assert lines("工作计划", ("组织主题班会。", {"number": "●"}))[1:] == ["正文 组织主题班会。"]


def test_styles_tell_headings_without_numbers() -> None:
    assert lines(
        ("青禾小学工作计划", {"style": "title"}),
        ("指导思想与要求", {"style": "heading 1", "level": 1}),
        "以提高质量为中心。",
        ("抓好德育", {"style": "heading 2", "level": 2}),
        "组织主题班会。",
    )[1::2] == ["标题1 指导思想与要求", "标题2 抓好德育"]


def test_the_title_may_have_the_first_level_itself() -> None:
    assert lines(
        ("青禾小学工作计划", {"level": 1}),
        ("一、目标", {"level": 2}),
        "提高质量。",
        ("抓好德育", {"level": 3}),
        "组织班会。",
    )[1::2] == ["标题1 一、目标", "标题2 抓好德育"]


def test_another_face_at_the_beginning_is_a_run_in_heading() -> None:
    assert (
        lines(
            "工作计划",
            ("一、任务", {"level": 1}),
            ("（一）每学期组织两次全员参加的应急演练。时间自定。", {"lead": 20}),
        )[-1]
        == "标题2 （一）每学期组织两次全员参加的应急演练。‖时间自定。"
    )


def test_bold_lines_are_headings_where_bold_is_the_exception() -> None:
    assert lines(
        "工作计划",
        ("德育", {"strong": True}),
        "组织主题班会。",
        "开展社会实践。",
        ("教学", {"strong": True}),
        "上好课。",
        "备好课。",
    )[1:5:3] == ["标题1 →一、 德育 ！label_missing", "标题1 →二、 教学 ！label_missing"]


def test_a_manual_break_parts_paragraphs() -> None:
    assert lines("青禾小学工作计划", "一、措施\n1.组织主题班会。\n2.开展社会实践。")[1:] == [
        "标题1 一、措施",
        "条目3 1.组织主题班会。",
        "条目3 2.开展社会实践。",
    ]


def test_a_title_with_a_manual_break_has_two_lines() -> None:
    recognised = recognise(
        Manuscript(FILE, "docx", (_line(1, "青禾小学关于开展活动\n的通知"), _line(2, "请认真参加。")))
    )

    assert recognised.title == ("青禾小学关于开展活动", "的通知")
    assert len(recognised.title_lines) == 1


def test_a_merged_cell_stands_in_its_first_place() -> None:
    grid = Grid(
        (
            (cell("时间", across=2), cell("事项")),
            (cell("7月", down=2), cell("5日"), cell("报到")),
            (cell("6日"), cell("军训")),
        ),
        3,
        Place(FILE, 2),
        head=1,
    )
    part = recognise(Manuscript(FILE, "docx", (_line(1, "日程安排"), grid))).parts[0]

    assert part.rows == (("时间", "", "事项"), ("7月", "5日", "报到"), ("", "6日", "军训"))
    assert (part.head_rows, part.grid) == (1, grid)


def test_a_picture_is_a_part() -> None:
    picture = Picture(b"", "png", 10, 10, "校徽", Place(FILE, 2))
    part = recognise(Manuscript(FILE, "docx", (_line(1, "工作计划"), picture))).parts[0]

    assert (part.type, part.picture, part.place) == ("picture", picture, Place(FILE, 2))


def test_a_name_over_a_table_is_its_caption_where_no_style_makes_it_a_heading() -> None:
    grid = Grid(((cell("周次"), cell("工作内容")), (cell("1"), cell("开学典礼"))), 2, Place(FILE, 9))
    above = [
        Line("青禾小学工作计划", Place(FILE, 1)),
        Line("一、抓好常规", Place(FILE, 2)),
        Line("每周检查。", Place(FILE, 3)),
    ]

    def third(**hints: Any) -> str:
        rows = (*above, Line("行事历", Place(FILE, 4), **hints), grid)
        return told.lines(recognise(Manuscript(FILE, "docx", rows)))[3]

    assert third() == "表题 行事历"
    assert third(style="heading 1", level=1).startswith("标题1")


def test_a_centred_line_over_a_table_is_its_caption() -> None:
    grid = Grid(((cell("项目"), cell("金额")), (cell("图书"), cell("3"))), 2, Place(FILE, 4))
    rows = (_line(1, "工作计划"), _line(2, "经费如下。"), _line(3, ("各校投入", {"align": "center"})), grid)

    assert told.lines(recognise(Manuscript(FILE, "docx", rows)))[2] == "表题 各校投入"


def test_names_set_under_those_above_need_no_role() -> None:
    def faults(indent: float) -> list[str]:
        rows = (
            _line(1, "领导小组名单"),
            _line(2, ("组长：林晓岚　校长", {"indent": 2.0})),
            _line(3, ("成员：何远山　教导主任", {"indent": 2.0})),
            _line(4, ("宋知夏　总务主任", {"indent": indent})),
        )
        (part,) = recognise(Manuscript(FILE, "docx", rows)).parts
        return list(part.faults)

    assert faults(5.0) == []
    assert faults(2.0) == ["people_continuation_unlabelled"]


def test_a_paragraph_in_the_style_of_captions_is_one_also_where_the_chart_was_not_read() -> None:
    told_lines = lines(
        "工作报告",
        "一、主要工作",
        "完成各项任务。",
        ("目标与实际", {"style": "caption"}),
        "二、打算",
        "再接再厉。",
    )

    assert told_lines[3] == "表题 目标与实际"


def test_a_heading_below_a_list_of_people_is_none_of_them() -> None:
    other = ("其他", {"level": 1, "style": "heading 1"})
    told_lines = lines("领导小组名单", "组长：林晓岚", "成员：何远山、宋知夏", other, "名单每年调整。")

    assert told_lines[1:3] == ["名单 组长＝林晓岚／成员＝何远山、宋知夏", "标题1 其他"]
