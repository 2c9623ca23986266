"""What Python raises for an archive (.docx, .xlsx, a packed template) whose bytes are not what they claim."""

from __future__ import annotations

import zipfile
import zlib

DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
