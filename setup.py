"""All metadata stands in setup.cfg. Here: an editable install compiles its modules, as pip does for
every other install; otherwise, where Python may not write byte code, each start would compile anew.
And a Python that is too old is named: some releases of pip blame a package instead."""

import compileall
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.editable_wheel import editable_wheel

NEEDED = (3, 10)


class CompiledEditable(editable_wheel):
    def run(self) -> None:
        super().run()
        compileall.compile_dir(str(Path(__file__).parent / "docgen"), quiet=2)


if sys.version_info < NEEDED:
    here = ".".join(str(number) for number in sys.version_info[:2])
    raise SystemExit(f"docgen 要 Python 3.10 或更新的版本，这里是 {here}；docgen needs Python 3.10 or newer")
setup(cmdclass={"editable_wheel": CompiledEditable})
