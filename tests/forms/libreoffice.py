"""Fills in a form inside LibreOffice: a Basic program that types into its content controls, as a person does
who has neither Word nor WPS. Controls are told apart by their hints, for LibreOffice drops their tags."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

PROGRAM = """\
Sub Fill(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden": hidden(0).Value = True
  form = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Walk(form.Text)
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName": kind(0).Value = "MS Word 2007 XML"
  form.storeToURL(target, kind())
  form.close(True)
End Sub

Sub Walk(text)
  parts = text.createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.supportsService("com.sun.star.text.TextTable") Then
      For Each cell In part.CellNames
        Walk(part.getCellByName(cell))
      Next
    Else
      pieces = part.createEnumeration()
      Do While pieces.hasMoreElements()
        piece = pieces.nextElement()
        If piece.TextPortionType = "ContentControl" Then Answer(piece.ContentControl)
      Loop
    End If
  Loop
End Sub

Sub Answer(control)
  inner = control.createEnumeration()
  If Not inner.hasMoreElements() Then Exit Sub
  first = inner.nextElement()
  typed = TextFor(first.getString())
  If typed = "" Then Exit Sub
  control.ShowingPlaceHolder = False
  first.setString(typed)
End Sub

Function TextFor(hint As String) As String
  TextFor = ""
{answers}End Function
"""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{file}.dtd">\n'
)
MODULE = HEAD.format(name="script:module", file="module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{program}</script:module>'
)
LIBRARY = HEAD.format(name="library:library", file="library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{module}</library:library>'
)
LIBRARIES = HEAD.format(name="library:libraries", file="libraries") + (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/{name}.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>"
)


def fill(form: Path, target: Path, answers: Mapping[str, str], folder: Path) -> None:
    """Opens `form`, types the text of `answers` over each hint, saves as `target`; the profile of the program
    lies in `folder`."""
    profile = folder / "profile"
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # The first start makes the profile, and would write over the program if it lay there already.
    _run([*start, "--convert-to", "txt", "--outdir", str(folder / "first"), str(form)])
    _install(profile / "user" / "basic", answers)
    _run([*start, f'macro:///Standard.Module1.Fill("{form.as_uri()}","{target.as_uri()}")'])
    shutil.rmtree(profile, ignore_errors=True)


def _install(basic: Path, answers: Mapping[str, str]) -> None:
    lines = [
        f"  If hint = {_quoted(hint)} Then TextFor = {_quoted(text)}\n" for hint, text in answers.items()
    ]
    program = PROGRAM.replace("{answers}", "".join(lines))
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "Module1.xba").write_text(MODULE.format(program=escape(program)), encoding="utf-8")
    named = '<library:element library:name="Module1"/>'
    (library / "script.xlb").write_text(LIBRARY.format(module=named), encoding="utf-8")
    (library / "dialog.xlb").write_text(LIBRARY.format(module=""), encoding="utf-8")
    for name in ("script", "dialog"):
        (basic / f"{name}.xlc").write_text(LIBRARIES.format(name=name), encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\n", '" & Chr(10) & "') + '"'


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)
