"""Sending mail where SMTP is set. Never called inside a unit of work: a slow server must not hold the store."""

from __future__ import annotations

import logging
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import SplitResult, unquote, urlsplit

from workspace.kernel.settings import settings

log = logging.getLogger("chemise.mail")
TIMEOUT_SECONDS = 10


def mail_is_set() -> bool:
    """Whether mails can go out: a server, a sender, and a public address for the links in them."""
    return bool(settings().smtp_url and settings().mail_from and settings().base_url)


def send(to: str, subject: str, body: str, *, pdf: tuple[str, bytes] | None = None) -> bool:
    """Send one plain-text mail, with a PDF (its name, its bytes) or none.

    True when the server took it; every failure is logged without the address.

    `CHEMISE_SMTP_URL` is smtp://user:password@host:port (STARTTLS when offered) or smtps://…
    """
    if not mail_is_set():
        return False
    message = EmailMessage()
    message["From"] = settings().mail_from
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    if pdf is not None:
        name, content = pdf
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    parts = urlsplit(settings().smtp_url)
    try:
        _deliver(message, parts)
    except smtplib.SMTPException as error:
        # What a server answers may repeat the address: its number says enough.
        log.error("mail not sent: %s %s", type(error).__name__, getattr(error, "smtp_code", ""))  # noqa: TRY400
        return False
    except OSError as error:
        log.error("mail not sent: %s", error)  # noqa: TRY400 out of reach, or nobody vouches for it
        return False
    except ValueError:
        log.error("mail not sent: CHEMISE_SMTP_URL has a password that SMTP has no room for")  # noqa: TRY400
        return False
    return True


def _deliver(message: EmailMessage, server_url: SplitResult) -> None:
    context = ssl.create_default_context()
    host, port = server_url.hostname or "localhost", server_url.port
    if server_url.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port or 465, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, port or 587, timeout=TIMEOUT_SECONDS)
    with server:
        if server_url.scheme != "smtps":
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=context)
        if server_url.username:
            server.login(unquote(server_url.username), unquote(server_url.password or ""))
        server.send_message(message)
