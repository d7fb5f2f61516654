"""A second process for work that can be done beside other work.

Not a pool of concurrent.futures: to import that takes longer than to read two plans. On Linux not
multiprocessing either, which takes as long as four: there a process is forked by hand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

WORTHWHILE = (os.cpu_count() or 1) > 1
"""Whether two processes can be quicker than one."""

_FORKS = sys.platform == "linux"  # elsewhere there is no fork, or not every library stands one


def begin(work: Callable[..., T], *arguments: Any) -> Callable[[], T]:
    """Begin ``work(*arguments)`` in a second process; what is returned waits for its result.

    Where there is no second process, or it fails, the work is done in this one, when it is waited
    for. The work, its arguments and its result must be such as can be sent to another process.
    """
    try:
        result = (_forked if _FORKS else _started)(work, arguments)
    except (ImportError, NotImplementedError, OSError):  # a system that gives no process
        return lambda: work(*arguments)

    def wait() -> T:
        try:
            told: T = result()
        except (EOFError, OSError):
            return work(*arguments)
        return told

    return wait


def _forked(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Callable[[], Any]:
    import pickle

    source, sink = os.pipe()
    process = os.fork()
    if not process:
        with suppress(BaseException):  # whatever it is, the other process meets it as well
            os.close(source)  # with its end open here nobody would be missed
            told = pickle.dumps(work(*arguments), pickle.HIGHEST_PROTOCOL)
            with os.fdopen(sink, "wb") as stream:
                stream.write(told)
        os._exit(0)
    os.close(sink)  # so that there is nothing to wait for once the other process has ended

    def result() -> Any:
        with os.fdopen(source, "rb") as stream:
            told = stream.read()
        os.waitpid(process, 0)
        try:
            return pickle.loads(told)  # noqa: S301 - told by this program itself
        except pickle.UnpicklingError as error:  # it ended while it told
            raise EOFError from error

    return result


def _started(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Callable[[], Any]:
    from multiprocessing import Pipe, Process

    receiver, sender = Pipe(duplex=False)
    process = Process(target=_send, args=(receiver, sender, work, arguments), daemon=True)
    process.start()
    sender.close()

    def result() -> Any:
        with receiver:
            told = receiver.recv()
        process.join()
        return told

    return result


def _send(
    receiver: Connection, sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    """Send the result; nothing where the work fails, for whoever waits tries it anew."""
    receiver.close()  # of the process that waits: with its end open nobody would be missed
    with sender, suppress(Exception):
        sender.send(work(*arguments))
