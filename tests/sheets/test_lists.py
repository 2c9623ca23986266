"""`活动: 活动.xlsx`: rows become entries, cells become what a plan would say."""

import datetime
from decimal import Decimal

import pytest

from docgen.problems import Place
from docgen.source.values import Day

DAY = datetime.date


def test_rows_become_entries_with_the_cell_of_each_value(book, tmp_path, plan_of):
    book(["日期", "事项"], [DAY(2026, 10, 15), "运动会"], path=tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"], said) == ([{"日期": "2026-10-15", "事项": "运动会"}], [])
    (event,) = plan["活动"]
    assert isinstance(event["日期"], Day)
    assert event["事项"].place == Place(str(tmp_path / "活动.xlsx"), 2, 2, "活动")
    assert str(event["事项"].place).endswith("活动.xlsx[活动]!B2")


@pytest.mark.parametrize(
    "name, key",
    [
        ("责任", "责任"),
        ("责任部门", "责任"),
        ("负责人", "责任"),
        (" 责任 单位*", "责任"),
        ("责任（必填）", "责任"),
        ("责任\n单位", "责任"),
        ("地点：", "地点"),
    ],
)
def test_a_column_is_known_by_its_key_or_by_what_people_call_it(book, tmp_path, plan_of, name, key):
    book(["事项", name], ["运动会", "甲"], path=tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"], said) == ([{"事项": "运动会", key: "甲"}], [])


@pytest.mark.parametrize(
    "name, key",
    [
        ("活动名称", "事项"),
        ("责任科室", "责任"),
        ("活动负责人", "责任"),
        ("具体地点", "地点"),
        ("活动内容", "事项"),
    ],
)
def test_words_around_the_name_of_a_column_do_no_harm(book, tmp_path, plan_of, name, key):
    book([*({"事项"} - {key}), name], ["甲", "乙"][: 1 + (key != "事项")], path=tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"][0][key], said) == ("甲" if key == "事项" else "乙", [])


def test_a_column_of_hours_that_holds_days_is_the_date(book, tmp_path, plan_of):
    lines = ["时间", "事项"], ["10月15日", "甲"], ["第5周", "乙"], [DAY(2026, 11, 2), "丙"]
    book(*lines, path=tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert ([row["日期"] for row in plan["活动"]], said) == (["10月15日", "第5周", "2026-11-02"], [])
    book(["时间", "事项"], ["14:30", "甲"], path=tmp_path / "活动.xlsx")
    assert plan_of("活动: 活动.xlsx")[0]["活动"][0]["时间"] == "14:30"


@pytest.mark.parametrize("name", ["责任.配合", "配合单位", "责任配合"])
def test_a_column_may_name_a_key_within_another(book, tmp_path, plan_of, name):
    book(["事项", "责任", name], ["甲", "教务处", "政教处"], ["乙", "总务处"], path=tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert [row["责任"] for row in plan["活动"]] == [{"牵头": "教务处", "配合": "政教处"}, "总务处"]
    assert said == []


@pytest.mark.parametrize("name", ["目标2026", "2026年目标", "目标.2026", "目标（2026年）", "2026年", "2026"])
def test_a_column_may_be_the_goal_of_a_year(book, tmp_path, plan_of, name):
    book(["名称", name], ["巩固率", "99.3"], sheet="指标", path=tmp_path / "指标.xlsx")
    plan, said = plan_of("指标: 指标.xlsx")
    assert (plan["指标"], said) == ([{"名称": "巩固率", "目标": {"2026": "99.3"}}], [])


def test_titles_notes_blank_rows_serial_numbers_and_totals_are_no_entries(book, tmp_path, plan_of):
    made = book(
        ["临江市实验中学经费预算表"],
        [],
        ["序号", "项目", "金额（元）"],
        [1, "图书", 1200.5],
        [],
        [2, "器材 ", 3000],
        ["合计", None, 4200.5],
        ["注：以上经费在公用经费中列支"],
        sheet="经费",
    )
    made.active.merge_cells("A1:C1")
    made.save(tmp_path / "经费.xlsx")
    plan, said = plan_of("经费: 经费.xlsx")
    assert plan["经费"] == [{"项目": "图书", "金额": "1200.5"}, {"项目": "器材", "金额": "3000"}]
    assert plan["经费"][0]["金额"].amount == Decimal("1200.5")
    assert said == [
        "经费.xlsx[经费]!A7 SHT-017 “合计”这一行没有读，合计由程序算",
        "经费.xlsx[经费]!A8 SHT-017 “注：以上经费在公用经费…”这一行没有读，它不是表里的一项",
    ]


@pytest.mark.parametrize(
    "value, code, text",
    [
        (3.0000000000000004, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (0.993, "0.0%", "99.3%"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (7, "000", "007"),
        (5, '0"人"', "5人"),
        (-5.5, "0.00;[Red]-0.00", "-5.50"),
        (True, "General", "是"),
        (False, "General", "否"),
        ("  有空格　", "General", "有空格"),
        ("=1+1 是算式", "@", "=1+1 是算式"),
        (DAY(2026, 10, 15), "yyyy-mm-dd", "2026-10-15"),
        (DAY(2026, 10, 15), 'yyyy"年"m"月"d"日"', "2026-10-15"),
        (DAY(2026, 10, 1), 'yyyy"年"m"月"', "2026-10"),
        (DAY(2026, 10, 15), 'm"月"d"日"', "10月15日"),
        (datetime.datetime(2026, 10, 15, 14, 30), "yyyy-mm-dd hh:mm", "2026-10-15 14:30"),
        (datetime.datetime(2026, 10, 15, 14, 30), "yyyy-mm-dd", "2026-10-15"),
        (datetime.time(14, 30), "h:mm", "14:30"),
        (datetime.timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (DAY(2026, 10, 15), "aaaa", "星期四"),
        (46310, "aaa", "周四"),
    ],
)
def test_a_cell_says_what_it_shows(book, tmp_path, plan_of, value, code, text):
    made = book(["事项", "备注"], ["甲", None])
    cell = made.active["B2"]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.number_format = code
    made.save(tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"][0]["备注"], said) == (text, [])


def test_the_formats_that_a_chinese_excel_has_by_number_are_dates(book, tmp_path, plan_of):
    made = book(["事项", "日期"], ["甲", 46310], ["乙", 46310])
    made.save(tmp_path / "活动.xlsx")
    from zipfile import ZipFile

    with ZipFile(tmp_path / "活动.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"]
    first = styles.index(b"<xf ", styles.index(b"<cellXfs"))
    xfs = styles[first : styles.index(b"</cellXfs>")]
    extra = b"".join(
        b'<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>' % id
        for id in (31, 58)
    )
    parts["xl/styles.xml"] = styles.replace(xfs + b"</cellXfs>", xfs + extra + b"</cellXfs>")
    count = xfs.count(b"<xf ")
    sheet = parts["xl/worksheets/sheet1.xml"]
    for cell, style in ((b"B2", count), (b"B3", count + 1)):
        sheet = sheet.replace(b'<c r="%s" ' % cell, b'<c r="%s" s="%d" ' % (cell, style))
    parts["xl/worksheets/sheet1.xml"] = sheet
    with ZipFile(tmp_path / "活动.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    plan, said = plan_of("活动: 活动.xlsx")
    assert ([row["日期"] for row in plan["活动"]], said) == (["2026-10-15", "10月15日"], [])


def test_a_day_shown_without_its_year_is_whole_where_a_day_is_asked_for(book, tmp_path, plan_of):
    made = book(["日期", "补"], [DAY(2026, 10, 10), "星期五"], sheet="补课")
    made.active["A2"].number_format = 'm"月"d"日"'
    made.save(tmp_path / "补课.xlsx")
    plan, said = plan_of("补课: 补课.xlsx")
    assert (plan["补课"][0]["日期"], said) == ("2026-10-10", [])


def test_money_is_a_number_whatever_stands_around_it(book, tmp_path, plan_of):
    made = book(["项目", "金额", "备注"], ["图书", 1200, 1200], sheet="经费")
    made.active["B2"].number_format = made.active["C2"].number_format = '"¥"#,##0.00'
    made.save(tmp_path / "经费.xlsx")
    plan, said = plan_of("经费: 经费.xlsx")
    assert (plan["经费"][0]["金额"].amount, plan["经费"][0]["备注"], said) == (1200, "¥1,200.00", [])


def test_dates_counted_from_1904_are_the_same_days(book, tmp_path, plan_of):
    made = book(["日期", "事项"])
    made.epoch = openpyxl_epoch()
    made.active.append([DAY(2026, 10, 15), "运动会"])
    made.save(tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"][0]["日期"], said) == ("2026-10-15", [])


def openpyxl_epoch():
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    return CALENDAR_MAC_1904


def test_a_formula_is_what_it_gave_when_the_file_was_saved(with_cached, book, tmp_path, plan_of):
    book(
        ["项目", "单价", "数量", "金额"],
        ["图书", 20, 30, "=B2*C2"],
        sheet="经费",
        path=tmp_path / "经费.xlsx",
    )
    with_cached(tmp_path / "经费.xlsx", {"D2": "600"})
    plan, said = plan_of("经费: 经费.xlsx")
    assert (plan["经费"][0]["金额"], said) == ("600", [])


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(with_cached, book, tmp_path, plan_of):
    book(["事项", "备注"], ["甲", '=IF(A2="乙","丙","")'], path=tmp_path / "活动.xlsx")
    with_cached(tmp_path / "活动.xlsx", {"B2": ""}, kind="str")
    plan, said = plan_of("活动: 活动.xlsx")
    assert (plan["活动"], said) == ([{"事项": "甲"}], [])


def test_a_cell_merged_downwards_holds_for_all_its_rows(book, tmp_path, plan_of):
    made = book(
        ["组", "名称"], ["小学", "巩固率"], [None, "合格率"], [None, None], ["初中", "升学率"], sheet="指标"
    )
    made.active.merge_cells("A2:A4")
    made.save(tmp_path / "指标.xlsx")
    plan, said = plan_of("指标: 指标.xlsx")
    assert [(row["组"], row["名称"]) for row in plan["指标"]] == [
        ("小学", "巩固率"),
        ("小学", "合格率"),
        ("初中", "升学率"),
    ]
    assert said == []


def test_hidden_rows_are_read_and_told(book, tmp_path, plan_of):
    made = book(["事项"], ["甲"], ["乙"], ["丙"], ["丁"])
    for row in (3, 4):
        made.active.row_dimensions[row].hidden = True
    made.save(tmp_path / "活动.xlsx")
    plan, said = plan_of("活动: 活动.xlsx")
    assert [row["事项"] for row in plan["活动"]] == ["甲", "乙", "丙", "丁"]
    assert said == ["活动.xlsx[活动]!A3 SHT-016 第3—4行在表里是隐藏的，也读进来了"]


def test_the_lines_of_a_cell_are_a_list_where_one_may_stand(book, tmp_path, plan_of):
    book(["事项", "责任", "备注"], ["甲", "教务处\n政教处", "一\n二"], path=tmp_path / "活动.xlsx")
    plan, _said = plan_of("活动: 活动.xlsx")
    assert plan["活动"][0]["责任"] == ["教务处", "政教处"]
    assert plan["活动"][0]["备注"] == "一\n二"


@pytest.mark.parametrize("sign", [",", ";", "\t", "，"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_whatever_parts_its_columns(tmp_path, plan_of, sign, encoding):
    lines = [sign.join(line) for line in (["日期", "事项"], ["2026-10-15", '"运动""会\n（两天）"'])]
    (tmp_path / "活动.csv").write_bytes("\r\n".join(lines).encode(encoding))
    plan, said = plan_of("活动: 活动.csv")
    assert (plan["活动"], said) == ([{"日期": "2026-10-15", "事项": '运动"会\n（两天）'}], [])
    assert str(plan["活动"][0]["事项"].place).endswith("活动.csv!B2")


def test_a_csv_as_a_chinese_excel_saves_it_is_read_and_told(tmp_path, plan_of):
    (tmp_path / "活动.csv").write_bytes("日期,事项\n2026-10-15,运动会\n".encode("gbk"))
    plan, said = plan_of("活动: 活动.csv")
    assert plan["活动"] == [{"日期": "2026-10-15", "事项": "运动会"}]
    assert said == ["活动.csv!1 SHT-019 文件是GBK编码，按GBK读了"]


def test_the_sheet_is_the_one_named_or_called_as_the_key_or_the_only_one(book, tmp_path, plan_of):
    made = book(["事项"], ["甲"], sheet="第一学期")
    made.create_sheet("空表")
    made.save(tmp_path / "一.xlsx")
    made.create_sheet("活动").append(["事项"])
    made["活动"].append(["乙"])
    made.save(tmp_path / "二.xlsx")
    names = {"一.xlsx": "甲", "二.xlsx": "乙", "二.xlsx#第一学期": "甲"}
    for name, event in names.items():
        plan, said = plan_of(f"活动: {name}")
        assert (plan["活动"], said) == ([{"事项": event}], [])


def test_a_list_may_take_some_of_its_entries_from_files(book, tmp_path, plan_of):
    book(["事项"], ["甲"], ["乙"], path=tmp_path / "秋.xlsx")
    plan, said = plan_of("活动: [秋.xlsx, {事项: 丙}, 秋.xlsx]")
    assert ([row["事项"] for row in plan["活动"]], said) == (["甲", "乙", "丙", "甲", "乙"], [])


def test_sections_and_items_may_stand_in_a_file(book, tmp_path, plan_of):
    book(["标题", "正文", "责任"], ["备课。", "集体备课。", "教务处"], path=tmp_path / "重点.xlsx")
    book(["内容", "时限"], ["听课。", "10月底前"], path=tmp_path / "条目.xlsx")
    plan, said = plan_of("章节: [{标题: 甲, 小节: 重点.xlsx, 条目: 条目.xlsx}]")
    assert plan["章节"][0]["小节"] == [{"标题": "备课。", "正文": "集体备课。", "责任": "教务处"}]
    assert plan["章节"][0]["条目"] == [{"内容": "听课。", "时限": "10月底前"}]
    assert said == []


def test_people_come_as_groups_with_their_roles(book, tmp_path, plan_of):
    book(
        ["机构名称", "职责", "姓名", "职务"],
        ["工作领导小组", "组长", "罗文远", "校长"],
        [None, "成员", "杜若", "教务处主任"],
        [None, None, "各年级组长"],
        [None, "办公室", "设在校长办公室。"],
        sheet="机构",
        path=tmp_path / "机构.xlsx",
    )
    plan, said = plan_of("机构: 机构.xlsx")
    assert plan["机构"] == [
        {
            "名称": "工作领导小组",
            "组长": [{"姓名": "罗文远", "职务": "校长"}],
            "成员": [{"姓名": "杜若", "职务": "教务处主任"}, "各年级组长"],
            "办公室": "设在校长办公室。",
        }
    ]
    assert said == []


def test_a_sheet_may_be_a_table_with_its_merged_cells(book, tmp_path, plan_of):
    made = book(["值班安排"], ["星期", "带班", "人数"], ["星期一", "罗文远", 3], [None, "齐朗", 0.5])
    made.active.merge_cells("A1:C1")
    made.active.merge_cells("A3:A4")
    made.active["C4"].number_format = "0%"
    made.save(tmp_path / "值班.xlsx")
    plan, said = plan_of("章节: [{标题: 甲, 表格: 值班.xlsx}]")
    assert said == []
    assert plan["章节"][0]["表格"] == {
        "列": ["星期", "带班", "人数"],
        "行": [[{"内容": "星期一", "跨行": "2"}, "罗文远", "3"], ["齐朗", "50%"]],
    }


def test_a_table_takes_the_columns_it_names_in_its_own_order(book, tmp_path, plan_of):
    book(["星期", "带班", "人数"], ["星期一", "罗文远", 3], path=tmp_path / "值班.xlsx")
    plan, said = plan_of("章节: [{标题: 甲, 表格: {标题: 值班, 列: [人数, 星期], 行: 值班.xlsx}}]")
    assert (plan["章节"][0]["表格"]["行"], said) == ([["3", "星期一"]], [])
    _plan, said = plan_of("章节: [{标题: 甲, 表格: {列: [人头], 行: 值班.xlsx}}]")
    assert said[0] == "计划.yaml:6:23 SHT-009 表里没有“人头”这一列"


@pytest.mark.parametrize("text", ["引言: 详见活动.xlsx", "工作目标2: x", "结语: 活动.xlsx"])
def test_prose_that_ends_in_a_file_name_stays_prose(plan_of, text):
    plan, _said = plan_of(text)
    key, _colon, value = text.partition(": ")
    assert plan[key] == value


def test_a_plan_without_spreadsheets_is_the_same_object(tmp_path):
    from docgen.sheets.fill import filled
    from docgen.source.load import loads
    from docgen.template import shelf

    plan, _problems = loads("模板: 通用\n章节: [{标题: 甲, 正文: 乙}]\n", "计划.yaml")
    assert filled(plan, shelf.find("通用").schema.shape, tmp_path)[0] is plan
