"""A second process for work that can be done beside other work.

Not a pool of concurrent.futures: to import that takes longer than to read two plans.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

WORTHWHILE = (os.cpu_count() or 1) > 1
"""Whether two processes can be quicker than one."""


def begin(work: Callable[..., T], *arguments: Any) -> Callable[[], T]:
    """Begin ``work(*arguments)`` in a second process; what is returned waits for its result.

    Where there is no second process, or it fails, the work is done in this one, when it is waited
    for. The work, its arguments and its result must be such as can be sent to another process.
    """

    def here() -> T:
        return work(*arguments)

    try:
        from multiprocessing import Pipe, Process

        receiver, sender = Pipe(duplex=False)
        process = Process(target=_send, args=(receiver, sender, work, arguments), daemon=True)
        process.start()
    except (ImportError, NotImplementedError, OSError):  # a system that gives no process
        return here
    sender.close()  # so that there is nothing to wait for once the other process has ended

    def wait() -> T:
        with receiver:
            try:
                result: T = receiver.recv()
            except (EOFError, OSError):
                return here()
        process.join()
        return result

    return wait


def _send(
    receiver: Connection, sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    """Send the result; nothing where the work fails, for whoever waits tries it anew."""
    receiver.close()  # of the process that waits: with its end open nobody would be missed
    with sender, suppress(Exception):
        sender.send(work(*arguments))
