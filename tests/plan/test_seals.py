"""Pictures of seals and signature stamps: found beside the plan, as wide as the format says."""

from __future__ import annotations

from typing import Any

import pytest

from docgen import formats
from docgen.document import Signature

SIGNING = formats.load().signing


def signature(rendered: Any, lines: str) -> Signature:
    found = rendered(lines).signature
    assert isinstance(found, Signature)
    return found


def test_a_seal_is_as_wide_as_the_format_says(rendered: Any, picture: Any) -> None:
    picture("章.png")
    found = signature(rendered, "落款: {署名: 甲局, 日期: 2026-09-01, 印章: 章.png}\n")
    (seal,) = found.seals
    assert found.sealed
    assert (seal.width, seal.height) == (SIGNING.seal, SIGNING.seal / 2)


def test_a_plan_may_give_a_seal_its_own_width(rendered: Any, picture: Any) -> None:
    picture("章/甲.png")
    found = signature(rendered, "落款: {署名: 甲局, 印章: {文件: 章/甲.png, 宽: 40}}\n")
    assert [(seal.width, seal.height) for seal in found.seals] == [(40, 20)]


def test_organs_that_sign_together_have_their_seals_in_order(rendered: Any, picture: Any) -> None:
    picture("甲.png")
    picture("乙.png").write_bytes(picture("甲.png").read_bytes())
    found = signature(rendered, "落款: {署名: [甲局, 乙局], 印章: [甲.png, {文件: 乙.png, 宽: 45}]}\n")
    assert [seal.width for seal in found.seals] == [SIGNING.seal, 45]


def test_a_seal_that_is_put_on_by_hand_has_no_picture(rendered: Any) -> None:
    found = signature(rendered, "落款: {署名: 甲局, 盖章: 是}\n")
    assert (found.sealed, found.seals) == (True, ())


def test_a_paper_that_is_not_sealed_has_no_seal_of_the_schools_defaults(rendered: Any, picture: Any) -> None:
    picture("章.png").with_name("docgen.yaml").write_text("落款: {印章: 章.png}\n", encoding="utf-8")
    found = signature(rendered, "落款: {署名: 甲局, 盖章: 否}\n")
    assert (found.sealed, found.seals) == (False, ())


def test_signers_have_their_stamps_and_no_organ_is_sealed(rendered: Any, picture: Any) -> None:
    picture("签.png")
    found = signature(
        rendered,
        "单位: 某县\n落款: {日期: 2026-09-01, "
        "签名章: [{职务: 县长, 姓名: 甲某, 图片: 签.png}, {职务: 局长, 姓名: 乙某}]}\n",
    )
    assert [(signer.post, signer.name) for signer in found.signers] == [("县长", "甲某"), ("局长", "乙某")]
    assert [signer.stamp.width if signer.stamp else None for signer in found.signers] == [
        SIGNING.stamp,
        None,
    ]
    assert not found.sealed


@pytest.mark.parametrize(
    ("lines", "id", "message", "hint"),
    [
        ("落款: {署名: 甲局, 印章: 没有.png}\n", "FIL-001", "找不到文件“没有.png”", "计划旁边"),
        ("落款: {署名: 甲局, 印章: ../章.png}\n", "FIL-002", "文件只能放在计划所在的文件夹里", "计划旁边"),
        ("落款: {署名: 甲局, 印章: plan.yaml}\n", "FIL-011", "“plan.yaml”不是可以使用的图片", ".png"),
        (
            "落款: {署名: [甲局, 乙局], 印章: 章.png}\n",
            "TRE-040",
            "印章有1个，署名有2个",
            "按署名的先后一一写出印章；印章不全时删去“印章”，写“盖章: 是”，打印后加盖",
        ),
        (
            "落款: {署名: 甲局, 签名章: {职务: 县长, 姓名: 甲某, 图片: 没有.png}}\n",
            "FIL-001",
            "找不到文件“没有.png”",
            "计划旁边",
        ),
    ],
)
def test_a_seal_that_cannot_be_had_is_told(
    told: Any, picture: Any, lines: str, id: str, message: str, hint: str
) -> None:
    picture("章.png")
    (problem,) = told(lines)
    assert (problem.id, problem.message) == (id, message)
    assert hint in problem.hint
    assert problem.place


def test_no_seal_is_taken_from_a_template_which_is_handed_on(told: Any, picture: Any) -> None:
    picture("模板/图/章.png")
    picture("模板/template.yaml").write_text("id: own\n名称: 自己的\n继承: general\n", encoding="utf-8")
    (problem,) = told("落款: {署名: 甲局, 印章: 模板/图/章.png}\n")
    assert (problem.id, problem.message) == ("FIL-004", "印章图不能放在模板的文件夹里")
    assert problem.hint == "模板会传给别人；把印章图放到计划旁边"
