"""A visit without a browser: it speaks to the server as Streamlit's page does, over the same socket, so that many fit on one machine.

It reads every message that the server sends it, changes fields, presses buttons, uploads files and takes downloads.
"""

import asyncio
import urllib.request
from collections.abc import Callable

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

TIMEOUT = 120


class Visit:
    """One visit. told: every message of this visit, as bytes, in order. elements: what stands on the screen now, by its place."""

    def __init__(self, address: str) -> None:
        self.address, self.told, self.elements = address, [], {}
        self.session = self.page = self.name = ""
        self.known: dict[str, ForwardMsg] = {}

    async def open(self, name: str = "") -> "Visit":
        """Connect and ask for a page, as a browser does that comes from outside."""
        self.xsrf = await asyncio.to_thread(self._cookie)
        address = self.address.replace("http", "ws") + "/_stcore/stream"
        self.socket = await websockets.connect(address, subprotocols=["streamlit"], max_size=None, ping_interval=None, additional_headers={"Cookie": f"_streamlit_xsrf={self.xsrf}"})
        return await self.go(name)

    async def go(self, name: str) -> "Visit":
        """Open a page of this visit; the first is ""."""
        self.name, self.page = name, ""
        return await self.run()

    async def run(self, change: Callable[[object], None] = lambda states: None) -> "Visit":
        """One run of the app, with a change of the widgets; and each run that the app begins itself after it."""
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.page_script_hash = self.name, self.page
        asked.context_info.timezone, asked.context_info.locale = "America/Los_Angeles", "en-US"
        change(asked.widget_states.widgets)
        self.elements = {}
        await self.socket.send(message.SerializeToString())
        while True:
            found = await self._next()
            kind = found.WhichOneof("type")
            if kind == "new_session":
                self.session, self.page, self.elements = found.new_session.initialize.session_id or self.session, found.new_session.page_script_hash, {}
            elif kind == "navigation":
                self.page = found.navigation.page_script_hash
            elif kind == "delta" and found.delta.WhichOneof("type") == "new_element":
                self.elements[tuple(found.metadata.delta_path)] = found.delta.new_element
            elif kind == "script_finished" and found.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return self

    async def press(self, key: str) -> "Visit":
        """Press the button with this key. StopIteration when it is not there."""
        name = self._id("button", key)

        def pressed(states: object) -> None:
            state = states.add()
            state.id, state.trigger_value = name, True

        return await self.run(pressed)

    async def upload(self, data: bytes, file_name: str) -> "Visit":
        """Give a file to the first place for one."""
        message = BackMsg()
        message.file_urls_request.request_id, message.file_urls_request.session_id = "1", self.session
        message.file_urls_request.file_names.append(file_name)
        await self.socket.send(message.SerializeToString())
        while (found := await self._next()).WhichOneof("type") != "file_urls_response":
            pass
        (urls,) = found.file_urls_response.file_urls
        await asyncio.to_thread(self._put, urls.upload_url, data, file_name)
        name = self._id("file_uploader", "")

        def uploaded(states: object) -> None:
            state = states.add()
            state.id = name
            info = state.file_uploader_state_value.uploaded_file_info.add()
            info.file_id, info.name, info.size = urls.file_id, file_name, len(data)
            info.file_urls.CopyFrom(urls)

        return await self.run(uploaded)

    async def take(self, key: str) -> bytes:
        """The bytes of a download that is built when its button is pressed."""
        button = next(one.download_button for one in self.elements.values() if one.WhichOneof("type") == "download_button" and one.download_button.id.endswith(key))
        message = BackMsg()
        message.backend_operation_request.request_id, message.backend_operation_request.session_id = "2", self.session
        message.backend_operation_request.deferred_file.file_id = button.deferred_file_id
        await self.socket.send(message.SerializeToString())
        while (found := await self._next()).WhichOneof("type") != "backend_operation_response":
            pass
        answer = found.backend_operation_response
        assert not answer.error_msg, answer.error_msg
        return await asyncio.to_thread(self._get, answer.deferred_file.url)

    def downloads(self) -> list[str]:
        """The ids of the downloads on the screen that are built when they are pressed."""
        found = (one.download_button for one in self.elements.values() if one.WhichOneof("type") == "download_button")
        return [one.id for one in found if one.deferred_file_id]

    async def close(self) -> None:
        await self.socket.close()

    async def _next(self) -> ForwardMsg:
        raw = await asyncio.wait_for(self.socket.recv(), TIMEOUT)
        self.told.append(raw)
        message = ForwardMsg()
        message.ParseFromString(raw)
        # What was sent before comes again as its name alone.
        if message.WhichOneof("type") == "ref_hash":
            place, message = message.metadata, self.known[message.ref_hash]
            message.metadata.CopyFrom(place)
        self.known[message.hash] = message
        return message

    def _id(self, kind: str, key: str) -> str:
        found = (getattr(one, kind) for one in self.elements.values() if one.WhichOneof("type") == kind)
        return next(one.id for one in found if one.id.endswith(key))

    def _cookie(self) -> str:
        with urllib.request.urlopen(f"{self.address}/_stcore/health") as answer:
            return next((one.split(";")[0].partition("=")[2] for one in answer.headers.get_all("set-cookie") or () if one.startswith("_streamlit_xsrf=")), "")

    def _put(self, place: str, data: bytes, file_name: str) -> None:
        edge = "edge-of-the-file"
        body = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\nContent-Type: application/json\r\n\r\n'.encode() + data + f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "X-Xsrftoken": self.xsrf, "Cookie": f"_streamlit_xsrf={self.xsrf}"}
        urllib.request.urlopen(urllib.request.Request(self.address + place, data=body, headers=headers, method="PUT")).close()

    def _get(self, place: str) -> bytes:
        with urllib.request.urlopen(self.address + place) as answer:
            return answer.read()
