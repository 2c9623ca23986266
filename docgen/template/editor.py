"""What an editor completes and checks a plan by: the schema of its template as JSON, in a folder beside the
plan, and the comment in the plan's first line that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.template.package import Package

FOLDER = ".docgen"


def first_line(package: Package) -> str:
    """The comment that tells an editor the schema of a plan of `package`."""
    return f"# yaml-language-server: $schema={schema_path(package)}\n"


def schema_path(package: Package) -> str:
    """Where the schema lies, from the plan's folder."""
    return f"{FOLDER}/{package.id}.schema.json"


def schema_file(package: Package) -> bytes:
    """The schema as JSON."""
    import json

    return (json.dumps(package.schema.mapping, ensure_ascii=False, indent=1) + "\n").encode()
