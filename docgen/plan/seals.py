"""印章 and 签名章 → the pictures of seals and signature stamps (GB/T 9704 7.3.5.1, 7.3.5.3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen import images
from docgen.document import Image, Signer
from docgen.files import beside
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import DocgenError, Place, error
from docgen.source.values import Record, as_list, place_of
from docgen.template.package import MANIFEST


def seals(desk: Desk, data: Record, organs: tuple[str, ...]) -> tuple[Image, ...]:
    """The seals of `data` (落款), one for each of the `organs` in their order, as wide as the page
    format says unless the plan does; none where they are put on by hand. A count that does not fit is
    a problem (TRE-040)."""
    given = as_list(data.get("印章"))
    if given and len(given) != len(organs):
        desk.problems.append(
            error(
                "TRE-040",
                _("印章有{seals}个，署名有{organs}个").format(seals=len(given), organs=len(organs)),
                data.keys_at.get("印章"),
                excerpt="印章",
                hint=_("按署名的先后一一写出印章；印章不全时删去“印章”，写“盖章: 是”，打印后加盖"),
                clause="7.3.5.1",
            )
        )
    width = desk.format.signing.seal if desk.format else None
    pictures = [_picture(desk, *_named(one), width) for one in given]
    return tuple(picture for picture in pictures if picture)


def signers(desk: Desk, data: Record) -> tuple[Signer, ...]:
    """Who signs by stamp, in the order of the plan."""
    width = desk.format.signing.stamp if desk.format else None
    return tuple(_signer(desk, one, width) for one in as_list(data.get("签名章")) if isinstance(one, Record))


def _signer(desk: Desk, data: Record, width: float | None) -> Signer:
    file = data.get("图片")
    stamp = _picture(desk, file, data.get("宽"), width) if file else None
    return Signer(str(data.get("职务", "")), str(data.get("姓名", "")), stamp)


def _named(seal: Any) -> tuple[Any, Any]:
    """The file of a seal, and the width the plan gives it."""
    return (seal["文件"], seal.get("宽")) if isinstance(seal, Record) else (seal, None)


def _picture(desk: Desk, file: Any, own_width: Any, width: float | None) -> Image | None:
    place = place_of(file)
    try:
        path = beside(desk.folder, str(file), place)
        _refuse_packed(path, str(file), place)
        return images.load(path, float(own_width) if own_width is not None else width, place=place)
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return None


def _refuse_packed(path: Path, name: str, place: Place | None) -> None:
    """Templates are handed on, seals are not: raises `DocgenError` (FIL-004) for a picture inside a
    template package."""
    if any((folder / MANIFEST).is_file() for folder in path.resolve().parents):
        sentence, hint = _("印章图不能放在模板的文件夹里"), _("模板会传给别人；把印章图放到计划旁边")
        raise DocgenError(error("FIL-004", sentence, place, excerpt=name, hint=hint))
