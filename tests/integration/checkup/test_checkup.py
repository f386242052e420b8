"""The installation check on real stores, and the test mail through a real SMTP conversation."""

from __future__ import annotations

import os
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
import streamlit
from sqlalchemy import select

from db import backup
from db.models import JournalEntry
from db.session import engine, reading, unit_of_work
from workspace.accounts import store as accounts
from workspace.checkup import queries, service
from workspace.checkup.host import newest_backup_hours
from workspace.checkup.words import CheckLine, CheckStatus
from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.kernel.settings import settings

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"


@pytest.fixture
def admin(store: str) -> Actor:
    with unit_of_work() as session:
        person = accounts.add_person(session, name="Ada", locale="fr", email="ada@exemple.fr", is_admin=True)
        return Actor(person_id=person.id, name="Ada", is_admin=True)


def found(actor: Actor) -> dict[str, CheckLine]:
    return {line.key: line for line in service.check_installation(actor, index_path=INDEX)}


def test_fresh_installation_is_sound(admin: Actor) -> None:
    lines = found(admin)
    sound = {
        "check-engine", "check-settings", "check-revision", "check-integrity", "check-disk", "check-clock",
        "check-zones", "check-policy",
    }  # fmt: skip
    assert {key for key in sound if lines[key].status is not CheckStatus.OK} == set()
    assert lines["check-backup"].status is CheckStatus.BAD


def test_check_is_for_administrators_only(admin: Actor) -> None:
    member = Actor(
        person_id=UUID(int=1), group_id=UUID(int=2), member_id=UUID(int=3), structure_id=UUID(int=4),
        role=Role.FACILITATOR,
    )  # fmt: skip
    for nobody in (ANONYMOUS, replace(admin, is_admin=False), member):
        with pytest.raises(NotAllowed):
            found(nobody)
        with pytest.raises(NotAllowed):
            service.send_test_mail(nobody)


def test_weakened_setting_is_seen(admin: Actor) -> None:
    if engine().dialect.name == "sqlite":
        with reading() as session:
            session.connection().connection.driver_connection.execute("PRAGMA cell_size_check=OFF")  # type: ignore[union-attr]
            assert queries.get_store_facts(session).unexpected == ("cell_size_check",)
    else:
        from sqlalchemy import text

        with reading() as session:
            session.execute(text("SET synchronous_commit = off"))
            assert queries.get_store_facts(session).unexpected == ("synchronous_commit",)


def test_backup_age_is_that_of_the_newest_readable_backup(admin: Actor, tmp_path: Path) -> None:
    settings().backup_dir.mkdir(parents=True)
    (settings().backup_dir / "torn.zip").write_bytes(b"PK")
    assert newest_backup_hours(settings().backup_dir) is None
    backup.make_backup(settings().backup_dir)
    assert newest_backup_hours(settings().backup_dir) == 0
    assert found(admin)["check-backup"].status is CheckStatus.OK


class Mailbox(socketserver.ThreadingTCPServer):
    """A mail server that takes everything, or refuses it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.refuses = False
        self.commands: list[str] = []
        self.messages: list[str] = []


class Conversation(socketserver.StreamRequestHandler):
    """One SMTP conversation."""

    server: Mailbox

    def handle(self) -> None:
        self.say("220 ready")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            self.server.commands.append(line)
            verb = line[:4].upper()
            if verb == "DATA":
                self.say("354 go on")
                body = []
                while (read := self.rfile.readline().decode()) != ".\r\n":
                    body.append(read)
                self.server.messages.append("".join(body))
            if verb == "MAIL" and self.server.refuses:
                self.say("550 no")
            else:
                self.say("221 bye" if verb == "QUIT" else "250 ok")
            if verb == "QUIT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def mailbox(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with Mailbox() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("CHEMISE_SMTP_URL", f"smtp://127.0.0.1:{server.server_address[1]}")
        monkeypatch.setenv("CHEMISE_MAIL_FROM", "chemise@exemple.fr")
        monkeypatch.setenv("CHEMISE_BASE_URL", "https://chemise.exemple.fr")
        settings.cache_clear()
        yield server
        server.shutdown()
        thread.join()
    for name in ("CHEMISE_SMTP_URL", "CHEMISE_MAIL_FROM", "CHEMISE_BASE_URL"):
        os.environ.pop(name, None)
    settings.cache_clear()


def test_test_mail_goes_to_oneself_and_is_journaled(admin: Actor, mailbox: Mailbox) -> None:
    assert service.send_test_mail(admin) == "ada@exemple.fr"
    assert [line for line in mailbox.commands if line.upper().startswith("RCPT")] == ["rcpt TO:<ada@exemple.fr>"]
    (message,) = mailbox.messages
    assert "To: ada@exemple.fr" in message
    with reading() as session:
        assert session.scalars(select(JournalEntry.operation)).all() == ["check_installation"]
    assert found(admin)["check-mail"].status is CheckStatus.OK


def test_refused_mail_is_told(admin: Actor, mailbox: Mailbox) -> None:
    mailbox.refuses = True
    with pytest.raises(RuleBroken) as refused:
        service.send_test_mail(admin)
    assert refused.value.code == "error-mail-refused"


def test_line_ends_in_an_address_or_subject_never_make_another_header(
    admin: Actor, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.kernel import mail

    assert mail.send("ada@exemple.fr", "Bonjour\r\nBcc: eve@exemple.fr\r\n\r\nX", "texte\r\n.\r\nMAIL FROM:<x>")
    (message,) = mailbox.messages
    headers = message.split("\r\n\r\n")[0]
    assert not any(line.lower().startswith("bcc:") for line in headers.split("\r\n"))
    assert len([line for line in mailbox.commands if line.upper().startswith("MAIL")]) == 1
    for address in ("ada@exemple.fr\r\nBcc: eve@exemple.fr", "ada@exemple.fr\nRCPT TO:<eve@exemple.fr>"):
        with pytest.raises(ValueError, match=r"(?i)linefeed|carriage|header"):
            mail.send(address, "x", "x")
    assert not any("eve@" in line for line in mailbox.commands)


def test_without_mail_settings_or_address_it_says_so(admin: Actor, request: pytest.FixtureRequest) -> None:
    with pytest.raises(RuleBroken) as refused:
        service.send_test_mail(admin)
    assert refused.value.code == "error-mail-unset"
    request.getfixturevalue("mailbox")
    with unit_of_work() as session:
        person = accounts.add_person(session, name="Sans adresse", locale="fr", is_admin=True)
    with pytest.raises(RuleBroken) as refused:
        service.send_test_mail(Actor(person_id=person.id, is_admin=True))
    assert refused.value.code == "installation-no-address"
