"""All metadata stands in setup.cfg. Here: an editable install compiles its modules, as pip does for
every other install; otherwise, where Python may not write byte code, each start would compile anew."""

import compileall
from pathlib import Path

from setuptools import setup
from setuptools.command.editable_wheel import editable_wheel


class CompiledEditable(editable_wheel):
    def run(self) -> None:
        super().run()
        compileall.compile_dir(str(Path(__file__).parent / "docgen"), quiet=2)


setup(cmdclass={"editable_wheel": CompiledEditable})
