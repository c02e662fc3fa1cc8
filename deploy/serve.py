"""Starts the guide: the same app.py behind strict headers, warmed up before its address is printed.

Run it as `python -m deploy.serve` from the top folder. Address, port and path come from .streamlit/config.toml, or from
QME_GUIDE_ADDRESS, QME_GUIDE_PORT and QME_GUIDE_PATH. It knows no case, no rule and no word for workers.
"""

import asyncio
import importlib
import os
import pkgutil
import signal
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

import qme_guide
from deploy import left
from pages.parts import frame, process, session
from qme_guide.words import LANGUAGES, load_words

APP = Path(__file__).resolve().parent.parent / "app.py"
OPTIONS = {"server.address": "QME_GUIDE_ADDRESS", "server.port": "QME_GUIDE_PORT", "server.baseUrlPath": "QME_GUIDE_PATH"}
# "blob:" is how Streamlit loads the small script of pages/parts/frame.js; there is no eval and no inline script.
POLICY = "; ".join((
    "default-src 'self'",
    "script-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
))
# How often, in the time that a closed visit is kept, we look whether that time is over.
CHECKS = 5
# What a page may never ask a browser for. The photos of papers come through the chooser of files, which is not on this list.
DENIED = (
    "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope",
    "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial",
    "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join(f"{one}=()" for one in DENIED),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
    "x-dns-prefetch-control": "off",
    "cache-control": "no-store",
}


class StrictHeaders:
    """Adds the headers that an answer does not have yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name.lower() for name, _ in message["headers"]}
                new = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in there]
                message["headers"] = [*message["headers"], *new]
            await send(message)

        await self.app(scope, receive, strict)


def warm_up() -> None:
    """Runs the app once, so that the first deep link finds its page, and prints the address; stops a server that cannot run it."""
    address = f"http://{_host()}:{st.get_option('server.port')}/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    try:
        urllib.request.urlopen(f"{address}/_stcore/script-health-check").close()
    except urllib.error.HTTPError:
        print("The app does not run. Start it with QME_GUIDE_DEVELOP=yes to see why.", flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        return
    print(f"QME Guide is ready: {address}", flush=True)


def _host() -> str:
    address = st.get_option("server.address")
    return "127.0.0.1" if address == "0.0.0.0" else address


@asynccontextmanager
async def warmed(app: st.App) -> AsyncIterator[None]:
    """Starts the warm-up beside the server; its request waits in the socket until the server takes it."""
    warming, forgetting = asyncio.create_task(asyncio.to_thread(warm_up)), asyncio.create_task(forget_closed_visits())
    yield
    forgetting.cancel()
    await warming


async def forget_closed_visits() -> None:
    """Lets go of closed visits when their time is over, and of their downloads. Streamlit does so only when somebody else comes or goes.

    It has no door for this: tests/browser/test_keeping.py fails when what is named here has another name.
    """
    while True:
        await asyncio.sleep(st.get_option("server.disconnectedSessionTTL") / CHECKS)
        runtime = Runtime.instance()
        runtime._session_mgr._session_storage._cache.expire()
        runtime.media_file_mgr.remove_orphaned_files()


def load_everything() -> None:
    """Imports every room and reads all content now: a mistake shows here, with its file, and no visitor waits for it."""
    for room in pkgutil.walk_packages(qme_guide.__path__, "qme_guide."):
        if not room.name.endswith("__main__"):
            importlib.import_module(room.name)
    session.law()
    for language in LANGUAGES:
        load_words(language)


def chosen() -> dict[str, str | int]:
    """The options that the environment sets."""
    found = {option: os.environ[name] for option, name in OPTIONS.items() if name in os.environ}
    return {option: int(value) if value.isdigit() else value for option, value in found.items()}


app = st.App(APP, middleware=[Middleware(StrictHeaders), Middleware(left.LeftPage)], lifespan=warmed, on_script_error=frame.callback_broke)
process.serves_neutral_page(left.path)

if __name__ == "__main__":
    load_everything()
    process.settle()
    app.run(config=chosen())
