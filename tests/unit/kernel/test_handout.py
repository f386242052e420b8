"""What files that leave are called."""

from __future__ import annotations

from workspace.kernel.handout import disposition, file_name


def test_names_of_files_and_of_downloads() -> None:
    assert file_name("L’idée : un/deux\\..\x00", "docx") == "L’idée-un-deux.docx"
    assert file_name("../../etc/passwd", "md") == "etc-passwd.md"
    assert file_name("\u202egpj.exe", "pdf") == "gpj.exe.pdf"
    assert file_name("///", "json") == "chemise.json"
    said = disposition('é"\r\nX: y.pdf')
    assert "\r" not in said
    assert said.count('"') == 2


def test_a_plain_name_is_said_once() -> None:
    assert disposition("reponses.csv") == 'attachment; filename="reponses.csv"'
    assert disposition("été.csv") == "attachment; filename=\"ete.csv\"; filename*=UTF-8''%C3%A9t%C3%A9.csv"
    assert disposition("日本") == "attachment; filename=\"chemise\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC"
