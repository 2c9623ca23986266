"""All metadata stands in setup.cfg. Here: an editable install compiles its modules, as pip does for
every other install; otherwise, where Python may not write byte code, each start would compile anew.
Every install keeps the data ready-made beside the modules (`docgen/data_files.py`), for the same reason.
And a Python that is too old is named: some releases of pip blame a package instead."""

import compileall
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.editable_wheel import editable_wheel

NEEDED = (3, 10)
ROOT = Path(__file__).parent


def keep_data(package: Path) -> None:
    """Writes the ready-made data of the package that is, or will be, at `package`."""
    sys.path.insert(0, str(ROOT))
    from docgen import data_files

    data_files.keep(ROOT, package / data_files.KEPT.name)


class WithData(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            keep_data(Path(self.build_lib) / "docgen")


class CompiledEditable(editable_wheel):
    def run(self) -> None:
        super().run()
        compileall.compile_dir(str(ROOT / "docgen"), quiet=2)
        keep_data(ROOT / "docgen")


if sys.version_info < NEEDED:
    here = ".".join(str(number) for number in sys.version_info[:2])
    raise SystemExit(f"docgen 要 Python 3.10 或更新的版本，这里是 {here}；docgen needs Python 3.10 or newer")
setup(cmdclass={"build_py": WithData, "editable_wheel": CompiledEditable})
