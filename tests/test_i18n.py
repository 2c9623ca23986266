from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from docgen.i18n import _, language, speaking


@pytest.fixture(autouse=True)
def catalogue(monkeypatch):
    monkeypatch.delenv("DOCGEN_LANG", raising=False)
    monkeypatch.setattr("docgen.i18n._catalogue", lambda: {"缺少“{name}”": "{name} is missing"})


def test_messages_are_chinese_unless_asked():
    assert language() == "zh"
    assert _("缺少“{name}”").format(name="标题") == "缺少“标题”"


def test_messages_are_english_when_asked_and_chinese_again_after():
    with speaking("en"):
        assert _("缺少“{name}”").format(name="标题") == "标题 is missing"
    assert _("缺少“{name}”") == "缺少“{name}”"


def test_what_the_catalogue_lacks_stays_chinese():
    with speaking("en"):
        assert _("没有这一句") == "没有这一句"


@pytest.mark.parametrize(
    "value, spoken",
    [("en", "en"), ("EN", "en"), ("en_US.UTF-8", "en"), ("zh", "zh"), ("fr", "zh"), ("", "zh")],
)
def test_the_environment_chooses_the_language(monkeypatch, value, spoken):
    monkeypatch.setenv("DOCGEN_LANG", value)

    assert language() == spoken


def test_a_block_overrules_the_environment(monkeypatch):
    monkeypatch.setenv("DOCGEN_LANG", "en")

    with speaking("zh"):
        assert language() == "zh"
    assert language() == "en"


def test_a_block_ends_with_an_error_too():
    with pytest.raises(KeyError), speaking("en"):
        raise KeyError
    assert language() == "zh"


def test_threads_speak_each_their_own_language():
    meeting = Barrier(2, timeout=10)

    def speak(chosen):
        with speaking(chosen):
            meeting.wait()
            return language()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(speak, ["en", "zh"])) == ["en", "zh"]
