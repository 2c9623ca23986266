"""Names of faces: which are the same, and the role each plays."""

from __future__ import annotations

import pytest

from docgen.faces import is_known, key, keys, role
from docgen.formats import built_in, load


@pytest.mark.parametrize(
    ("name", "plays"),
    [
        ("仿宋_GB2312", "仿宋"),
        ("FangSong_GB2312", "仿宋"),
        ("ABCDEF+FandolFang-Regular", "仿宋"),
        ("BCDEEE+KaiTi", "楷体"),
        ("STKaiti", "楷体"),
        ("SimHei,Bold", "黑体"),
        ("FZXBSJW--GB1-0", "小标宋"),
        ("FandolBiaoSong-Regular", "小标宋"),
        ("FandolSong-Bold", "小标宋"),
        ("FandolSong-Regular", "宋体"),
        ("NSimSun", "宋体"),
        ("TimesNewRomanPSMT", "西文"),
        ("LiberationSerif", "西文"),
        ("Times New Roman", "西文"),
    ],
)
def test_a_face_is_known_by_any_of_its_names(name, plays):
    assert is_known(name)
    assert role(name) == plays


def test_a_chinese_name_in_bare_gbk_is_read():
    assert role("仿宋_GB2312".encode("gbk").decode("latin-1")) == "仿宋"


def test_a_face_without_a_role_goes_by_its_own_name():
    assert not is_known("ABCDEF+WenQuanYiMicroHei")
    assert role("ABCDEF+WenQuanYiMicroHei-Regular") == role("WenQuanYi Micro Hei") == "WenQuanYiMicroHei"
    assert key("WenQuanYi Micro Hei") == "wenquanyimicrohei"


def test_the_names_of_one_face_do_not_reach_another_of_its_role():
    assert key("FangSong_GB2312") in keys("仿宋_GB2312")
    assert key("仿宋") not in keys("仿宋_GB2312")
    assert keys("某体") == {"某体"}


@pytest.mark.parametrize("name", built_in())
def test_every_face_of_a_built_in_format_has_a_role(name):
    assert [face for face in load(name).used_faces() if not is_known(face)] == []
