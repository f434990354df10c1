"""The bytes of a file that another program may hold open: Excel does so with every workbook it shows."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    from ctypes import wintypes

    _GENERIC_READ = 0x80000000
    _SHARE_ALL = 0x1 | 0x2 | 0x4
    _OPEN_EXISTING = 3
    _NO_HANDLE = ctypes.c_void_p(-1).value
    _SHARING_VIOLATION = 32

    def content_of(path: Path) -> bytes:
        """Return the bytes of the file at *path*, also while another program has it open.

        Asks as usual first; then in the one way that leaves the other program every right, even to
        rename or delete the file, which is what Excel insists on. Raises OSError like ``open``.
        """
        try:
            return path.read_bytes()
        except PermissionError as error:
            if error.winerror != _SHARING_VIOLATION:
                raise
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.CreateFileW.argtypes = [
            wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID,
            wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE,
        ]  # fmt: skip
        handle = kernel.CreateFileW(str(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
        if handle is None or handle == _NO_HANDLE:
            raise ctypes.WinError(ctypes.get_last_error())
        with os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY), "rb") as opened:
            return opened.read()

else:

    def content_of(path: Path) -> bytes:
        """Return the bytes of the file at *path*; here nobody can hold a file for himself alone."""
        return path.read_bytes()
