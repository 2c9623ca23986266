"""Signatures over packages (Ed25519), by the library `cryptography` (extra `sign`).

The private key stays with the publisher; who installs names the public key that he trusts.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, NotInstalled, Place, error


def new_keys() -> tuple[bytes, bytes]:
    """A private and a public key, both PEM."""
    library = _library()
    private = library["Private"].generate()
    coding = library["serialization"]
    return (
        private.private_bytes(coding.Encoding.PEM, coding.PrivateFormat.PKCS8, coding.NoEncryption()),
        private.public_key().public_bytes(coding.Encoding.PEM, coding.PublicFormat.SubjectPublicKeyInfo),
    )


def signature(message: bytes, key: Path) -> str:
    """The signature over `message` with the private key in the PEM file `key`, base64."""
    library = _library()
    try:
        private = library["serialization"].load_pem_private_key(_read(key), None)
        return base64.b64encode(private.sign(message)).decode()
    except (ValueError, TypeError) as fault:
        raise CannotRead(_no_key(key, str(fault))) from fault


def verify(message: bytes, signed: str, key: Path) -> None:
    """Raises `DocgenError` (TPL-046) unless `signed` is the signature over `message` by the owner of the
    public key in the PEM file `key`."""
    library = _library()
    try:
        public = library["serialization"].load_pem_public_key(_read(key))
    except (ValueError, TypeError) as fault:
        raise CannotRead(_no_key(key, str(fault))) from fault
    try:
        public.verify(base64.b64decode(signed), message)
    except (library["Invalid"], ValueError, TypeError) as fault:
        sentence = _("签名不对：这个模板不是这把公钥的主人发布的，或者被改动过")
        raise DocgenError(error("TPL-046", sentence, hint=_("向发布单位重新要一份，不要安装"))) from fault


def _library() -> dict[str, Any]:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    except ImportError as absent:
        hint = _('安装：pip install "docgen-gongwen[sign]"')
        raise NotInstalled(error("TPL-047", _("没有安装签名用的库"), hint=hint)) from absent
    return {"Private": Ed25519PrivateKey, "serialization": serialization, "Invalid": InvalidSignature}


def _read(key: Path) -> bytes:
    try:
        return key.read_bytes()
    except OSError as fault:
        raise CannotRead(_no_key(key, fault.strerror or "")) from fault


def _no_key(key: Path, reason: str) -> Any:
    sentence = _("这个文件不是能用的密钥")
    return error(
        "TPL-048",
        sentence,
        Place(str(key)),
        excerpt=reason,
        hint=_("密钥是PEM文件，用 docgen template keys 生成"),
    )
