"""The password of locked workbooks, asked for: on a command line everybody on the computer could read it."""

import argparse
import sys
from getpass import getpass


def asked_password(arguments: argparse.Namespace) -> str:
    """Return the password that a person types unseen, or the first line of the input; "" if not asked for."""
    if not arguments.password:
        return ""
    if sys.stdin.isatty():
        try:
            return getpass("Kata sandi: ")
        except EOFError:  # Ctrl+D: who knows none goes on without
            return ""
    return sys.stdin.readline().rstrip("\r\n")
