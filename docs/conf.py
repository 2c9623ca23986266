"""How Sphinx builds the site: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

project = "docgen"
author = "docgen"
copyright = "docgen，MIT许可"
language = "zh_CN"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = False

# Headings get anchors as on code hosts, so that a link works in both places.
myst_heading_anchors = 3
myst_links_external_new_tab = False

# Backticks in docstrings are code.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "docgen 说明书"
html_show_sphinx = False
html_show_sourcelink = False
html_copy_source = False


def setup(app: Any) -> None:
    """Lets the site be searched for Chinese words."""
    from search_words import Pairs

    app.add_search_language(Pairs)
