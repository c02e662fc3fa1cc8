"""A key in no time, for tests of what is around the sealing. What sealing itself does is tested with the real one."""

import hashlib

import pytest

from qme_guide import vault


@pytest.fixture
def quick_key(monkeypatch):
    """The real one takes a quarter of a second, on purpose."""
    monkeypatch.setattr(vault, "_key", lambda passphrase, salt: hashlib.sha256(salt + vault._plain(passphrase).encode(errors="surrogatepass")).digest())
