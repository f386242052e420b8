"""What the environment may say, and what stops the start with a sentence."""

from __future__ import annotations

import pytest

from workspace.kernel.settings import read_settings


@pytest.mark.parametrize(
    "address", ["smtp://[", "smtp://", "mail.exemple.fr", "smtp://host:99999", "smtp://u:s3cret@host:x"]
)
def test_mail_server_that_cannot_be_read_is_named_without_its_password(address: str) -> None:
    with pytest.raises(ValueError, match="CHEMISE_SMTP_URL") as refused:
        read_settings({"CHEMISE_SMTP_URL": address})
    assert "s3cret" not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.parametrize("address", ["", "smtp://127.0.0.1:2525", "smtps://a%40b.fr:p%40ss@mail.exemple.fr"])
def test_mail_server_that_can_be_read_is_kept_as_it_is(address: str) -> None:
    assert read_settings({"CHEMISE_SMTP_URL": address}).smtp_url == address
