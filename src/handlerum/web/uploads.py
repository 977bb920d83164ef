"""Uploaded files stay in memory and within their size; nothing of them touches the disk."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest

from handlerum.exchange.readers import MAX_BYTES

_MARK = "handlerum.upload_too_large"


class BoundedMemoryUpload(MemoryFileUploadHandler):
    """Keep a file in memory; drop one that is too large, and let the rest of the form through."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Always in memory: the other way Django knows is a temporary file."""
        self.activated = True
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece of the file, unless it has grown too large."""
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            if self.request is not None:
                self.request.META[_MARK] = True
            self.file.truncate(0)
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, or nothing where it was too large."""
        return None if self.received > MAX_BYTES else super().file_complete(file_size)


def too_large(request: HttpRequest) -> bool:
    """Whether a file of this request was dropped for its size. Ask after reading the form."""
    return bool(request.META.get(_MARK))
