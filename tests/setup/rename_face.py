"""Gives a face a family of its own: `rename_face.py SOURCE FAMILY TARGET`.

LibreOffice takes a bold face for the bold of its family, which no alias reaches; a bold 宋体 that is
to stand for 小标宋 therefore becomes the regular face of another family.
"""

from __future__ import annotations

import sys

from fontTools.ttLib import TTFont

NAMES = {1: "{}", 2: "Regular", 3: "{}", 4: "{}", 6: "{}-Regular", 16: "{}", 17: "Regular"}
BOLD_OR_ITALIC, REGULAR = 0x21, 0x40  # bits of OS/2.fsSelection


def rename(source: str, family: str, target: str) -> None:
    font = TTFont(source, lazy=True)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(family)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~BOLD_OR_ITALIC | REGULAR
    font["head"].macStyle = 0
    font["CFF "].cff.fontNames = [NAMES[6].format(family)]
    font.save(target)


if __name__ == "__main__":
    rename(*sys.argv[1:4])
