"""Mail through a real server: TLS in both ways, a name and password, and each way of not arriving."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from workspace.kernel import mail
from workspace.kernel.settings import settings

NAME, PASSWORD = "chemise@exemple.fr", "p@ss: %/?#"


class Inbox:
    """What the server took, and whether the line was encrypted."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes, bool]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 aiosmtpd's name
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append((envelope.rcpt_tos[0], content, session.ssl is not None or server.transport_is_tls))
        return "250 taken"


class Post(SMTP):
    """A server that says whether its line is encrypted from the first byte."""

    @property
    def transport_is_tls(self) -> bool:
        return bool(self.transport and self.transport.get_extra_info("sslcontext"))


def known(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (NAME.encode(), PASSWORD.encode()))


def send_by(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Set mail up as an operator does."""
    monkeypatch.setenv("CHEMISE_SMTP_URL", url)
    monkeypatch.setenv("CHEMISE_MAIL_FROM", "chemise@exemple.fr")
    monkeypatch.setenv("CHEMISE_BASE_URL", "https://chemise.exemple.fr")
    settings.cache_clear()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def serve(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., tuple[Inbox, int]]]:
    """Start a server: `tls` is "", "starttls" or "smtps"; `trusted`: our machine knows who signed its certificate."""
    started: list[Controller] = []

    def start(*, tls: str = "", trusted: bool = True, password: str = PASSWORD) -> tuple[Inbox, int]:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        if trusted:
            authority.cert_pem.write_to_path(tmp_path / "authority.pem")
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        inbox = Inbox()

        class Desk(Controller):
            def factory(self) -> SMTP:
                return Post(
                    self.handler,
                    tls_context=context if tls == "starttls" else None,
                    require_starttls=tls == "starttls",
                    authenticator=known if tls else None,
                    auth_required=tls == "starttls",
                    auth_require_tls=tls == "starttls",
                )

        desk = Desk(inbox, hostname="127.0.0.1", port=port, ssl_context=context if tls == "smtps" else None)
        desk.start()
        started.append(desk)
        who = f"{quote(NAME, safe='')}:{quote(password, safe='')}@" if tls else ""
        scheme = "smtps" if tls == "smtps" else "smtp"
        send_by(monkeypatch, f"{scheme}://{who}127.0.0.1:{port}")
        return inbox, port

    yield start
    for desk in started:
        desk.stop()
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.parametrize("tls", ["", "starttls", "smtps"])
def test_mail_with_a_paper_arrives_whole(serve: Callable[..., tuple[Inbox, int]], tls: str) -> None:
    inbox, _ = serve(tls=tls)
    paper = b"%PDF-1.7 \x00\xff" + bytes(range(256)) * 40
    assert mail.send("ada@exemple.fr", "Réunion « à venir »", "L’été, un mot.\n.\nFin", pdf=("appel n°1.pdf", paper))
    ((to, content, encrypted),) = inbox.taken
    assert to == "ada@exemple.fr"
    assert encrypted is bool(tls)
    from email import message_from_bytes, policy

    read = message_from_bytes(content, policy=policy.default)
    assert read["Subject"] == "Réunion « à venir »"
    assert read["Auto-Submitted"] == "auto-generated"
    body, attached = read.get_body(), next(iter(read.iter_attachments()))
    assert body is not None
    assert body.get_content().splitlines() == ["L’été, un mot.", ".", "Fin"]
    assert (attached.get_filename(), attached.get_content()) == ("appel n°1.pdf", paper)


@pytest.mark.parametrize("tls", ["starttls", "smtps"])
def test_server_that_nobody_vouches_for_gets_neither_password_nor_mail(
    serve: Callable[..., tuple[Inbox, int]], tls: str, caplog: pytest.LogCaptureFixture
) -> None:
    inbox, _ = serve(tls=tls, trusted=False)
    with caplog.at_level(logging.ERROR, "chemise.mail"):
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
    assert inbox.taken == []
    assert "certificate verify failed" in caplog.text
    assert PASSWORD not in caplog.text


def test_address_that_the_server_refuses_is_not_written_down(
    serve: Callable[..., tuple[Inbox, int]], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(
        _inbox: Inbox, _server: SMTP, _session: Session, _envelope: Envelope, to: str, _more: Any
    ) -> str:
        return f"550 <{to}> is unknown here"

    monkeypatch.setattr(Inbox, "handle_RCPT", refuse, raising=False)
    inbox, _ = serve()
    with caplog.at_level(logging.ERROR, "chemise.mail"):
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
    assert inbox.taken == []
    assert "SMTPRecipientsRefused" in caplog.text
    assert "ada@exemple.fr" not in caplog.text


def test_password_that_smtp_has_no_room_for_is_a_failure_not_an_error(
    serve: Callable[..., tuple[Inbox, int]], caplog: pytest.LogCaptureFixture
) -> None:
    serve(tls="smtps", password="été")
    with caplog.at_level(logging.ERROR, "chemise.mail"):
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
    assert "SMTP has no room for" in caplog.text


def test_wrong_password_and_a_server_that_is_gone_are_told_without_the_address(
    serve: Callable[..., tuple[Inbox, int]], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, port = serve(tls="starttls", password="autre")
    with caplog.at_level(logging.ERROR, "chemise.mail"):
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
        send_by(monkeypatch, f"smtp://127.0.0.1:{port + 1 if port < 65_000 else port - 1}")
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
    assert inbox.taken == []
    assert len(caplog.records) == 2
    assert "ada@exemple.fr" not in caplog.text


def test_server_that_never_answers_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "TIMEOUT_SECONDS", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        send_by(monkeypatch, f"smtp://127.0.0.1:{silent.getsockname()[1]}")
        assert not mail.send("ada@exemple.fr", "Bonjour", "texte")
    monkeypatch.undo()
    settings.cache_clear()
