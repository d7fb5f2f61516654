"""The clipboard of Windows: rich text and, beside it, plain text."""

from __future__ import annotations

import sys

from planctl.clipboard.cf_html import cf_html
from planctl.errors import PlanctlError

assert sys.platform == "win32"  # noqa: S101 - what follows is checked and loaded only there

_UNICODE_TEXT = 13  # CF_UNICODETEXT
_MOVEABLE = 2  # GMEM_MOVEABLE
_TRIES = 10
_PAUSE = 0.05  # seconds; another program may be holding the clipboard


def put(page: str, text: str) -> None:
    """Put a page and plain text on the clipboard. Raises PlanctlError where Windows refuses."""
    import ctypes
    import time
    from ctypes import wintypes

    user = ctypes.WinDLL("user32", use_last_error=True)
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    user.OpenClipboard.argtypes = (wintypes.HWND,)
    user.RegisterClipboardFormatW.argtypes = (wintypes.LPCWSTR,)
    user.RegisterClipboardFormatW.restype = wintypes.UINT
    user.SetClipboardData.argtypes = (wintypes.UINT, wintypes.HANDLE)
    user.SetClipboardData.restype = wintypes.HANDLE
    kernel.GlobalAlloc.argtypes = (wintypes.UINT, ctypes.c_size_t)
    kernel.GlobalAlloc.restype = wintypes.HGLOBAL
    kernel.GlobalFree.argtypes = (wintypes.HGLOBAL,)
    kernel.GlobalLock.argtypes = (wintypes.HGLOBAL,)
    kernel.GlobalLock.restype = wintypes.LPVOID
    kernel.GlobalUnlock.argtypes = (wintypes.HGLOBAL,)

    def refused() -> PlanctlError:
        reason = ctypes.WinError(ctypes.get_last_error()).strerror
        return PlanctlError(f"nothing is on the clipboard: Windows says: {reason}")

    def hand_over(form: int, data: bytes) -> None:
        memory = kernel.GlobalAlloc(_MOVEABLE, len(data))
        place = kernel.GlobalLock(memory) if memory else None
        if not place:
            raise refused()
        ctypes.memmove(place, data, len(data))
        kernel.GlobalUnlock(memory)
        if not user.SetClipboardData(form, memory):  # else the memory belongs to Windows now
            kernel.GlobalFree(memory)
            raise refused()

    for _ in range(_TRIES):
        if user.OpenClipboard(None):
            break
        time.sleep(_PAUSE)
    else:
        raise refused()
    try:
        if not user.EmptyClipboard():
            raise refused()
        hand_over(user.RegisterClipboardFormatW("HTML Format"), cf_html(page) + b"\0")
        lines = "\r\n".join(text.split("\n"))
        hand_over(_UNICODE_TEXT, f"{lines}\0".encode("utf-16-le"))
    finally:
        user.CloseClipboard()
