"""Files replaced whole, and one command at a time."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.errors import PlanctlError
from planctl.store.files import TEMPORARY, lock, read_file, replace_file
from planctl.store.reader import read
from planctl.store.text import MAX_BYTES

as_root = hasattr(os, "geteuid") and os.geteuid() == 0
needs_posix = pytest.mark.skipif(os.name == "nt", reason="permissions are other ones on Windows")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(TEMPORARY)]


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read_file(path) == b"\xef\xbb\xbfa: 1\r\n"


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(PlanctlError, match=r"large.yaml has 10 MB; a plan can have at most 10 MB"):
        read_file(large)
    with pytest.raises(PlanctlError, match="is a folder, not a file"):
        read_file(tmp_path)
    with pytest.raises(PlanctlError, match=r"there is no file .*missing.yaml"):
        read_file(tmp_path / "missing.yaml")
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert len(read_file(large)) == MAX_BYTES


@needs_posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PlanctlError, match="is a device or a pipe, not a file"):
        read_file(tmp_path / "pipe")


@pytest.mark.skipif(as_root or os.name == "nt", reason="may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    path.chmod(0)
    with pytest.raises(PlanctlError, match="may not be read: permission denied"):
        read_file(path)


def test_a_file_is_replaced_or_made(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    replace_file(path, b"a: 1\n")
    assert path.read_bytes() == b"a: 1\n"
    replace_file(path, b"a: 2\r\n")
    assert path.read_bytes() == b"a: 2\r\n"
    assert leftovers(tmp_path) == []


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    path.chmod(mode)
    replace_file(path, b"a: 2\n")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_posix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "target.yaml"
    target.write_bytes(b"a: 1\n")
    link, chain = tmp_path / "link.yaml", tmp_path / "chain.yaml"
    link.symlink_to(Path("elsewhere", "target.yaml"))
    chain.symlink_to("link.yaml")
    replace_file(chain, b"a: 2\n")
    assert (link.is_symlink(), chain.is_symlink()) == (True, True)
    assert target.read_bytes() == b"a: 2\n"
    assert leftovers(tmp_path) == leftovers(tmp_path / "elsewhere") == []


@needs_posix
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    path.chmod(0o444)
    with pytest.raises(PlanctlError, match="is read-only; make it writable"):
        replace_file(path, b"a: 2\n")
    assert path.read_bytes() == b"a: 1\n"


@pytest.mark.skipif(as_root or os.name == "nt", reason="may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(PlanctlError, match="its folder is read-only"):
            replace_file(path, b"a: 2\n")
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"a: 1\n"


def test_what_cannot_be_replaced_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlanctlError, match="is a folder, not a file"):
        replace_file(tmp_path, b"")
    with pytest.raises(PlanctlError, match="cannot be written: no such file or directory"):
        replace_file(tmp_path / "missing" / "plan.yaml", b"")


def test_the_temporary_file_goes_when_the_rename_fails(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 200)
    folder.mkdir()
    # The name fits, and so does the temporary one, which is cut short.
    name = folder / ("y" * 250)
    replace_file(name, b"a: 1\n")
    assert name.read_bytes() == b"a: 1\n"
    assert leftovers(folder) == []


def test_a_stale_temporary_file_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    stale = tmp_path / f".plan.yaml.{os.getpid()}{TEMPORARY}"
    stale.write_bytes(b"half of a pl")
    replace_file(path, b"a: 1\n")
    assert path.read_bytes() == b"a: 1\n"
    assert not stale.exists()


EDIT = """
import sys
from pathlib import Path
from planctl.store.edits import set_value
from planctl.store.files import read_file, replace_file
path = Path(sys.argv[1])
number = 0
while True:
    text = read_file(path).decode()
    number += 1
    replace_file(path, set_value(text, ("status",), "x" * (number % 7)).encode())
    print(number, flush=True)
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    rest = "# comment\n" + "".join(f"key{number}: {'text ' * 20}\n" for number in range(200))
    path.write_text(f"status: ''\n{rest}", encoding="utf-8")
    for round_ in range(12):
        command = [sys.executable, "-c", EDIT, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as process:
            assert process.stdout is not None
            for _ in range(round_ % 4 + 1):
                assert process.stdout.readline()
            process.kill()
        status, _, after = path.read_text(encoding="utf-8").partition("\n")
        assert after == rest
        assert status.startswith("status: ")
        assert set(read(status)["status"]) <= {"x"}


ADD = """
import sys
from pathlib import Path
from planctl.store.edits import insert_item
from planctl.store.files import lock, read_file, replace_file
folder, name = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(15):
    with lock(folder / "private", "the plans"):
        text = read_file(folder / "plan.yaml").decode()
        new = insert_item(text, ("items",), 0, f"{name}{number}")
        replace_file(folder / "plan.yaml", new.encode())
"""


def test_two_processes_adding_at_once_both_take_effect(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("items: []\n", encoding="utf-8")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(tmp_path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
        )
        for name in ("a", "b")
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"ready"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0]
    items = read((tmp_path / "plan.yaml").read_text(encoding="utf-8"))["items"]
    assert sorted(items) == sorted(f"{name}{number}" for name in "ab" for number in range(15))


HOLD = """
import sys
from pathlib import Path
from planctl.store.files import lock
with lock(Path(sys.argv[1]), "the plans"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_lock_is_waited_for_and_goes_with_its_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        message = "another planctl command has been at work on the plans for 0 seconds; wait for it"
        with pytest.raises(PlanctlError, match=message), lock(tmp_path, "the plans", timeout=0):
            pass
        process.kill()
        process.wait()
        with lock(tmp_path, "the plans", timeout=0):
            pass


def test_a_lock_is_let_go_of_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock(tmp_path / "new" / "folder", "the plans"):
        raise KeyError
    with lock(tmp_path / "new" / "folder", "the plans", timeout=0):
        pass


def test_a_lock_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(PlanctlError, match="the plans cannot be locked for writing"),
        lock(tmp_path / "file", "the plans"),
    ):
        pass
