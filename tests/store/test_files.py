"""Files replaced whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.errors import PlanctlError
from planctl.store.files import MAX_BYTES, read_file
from planctl.store.replacing import TEMPORARY, rename, replace_file, replace_files
from planctl.store.yaml.reader import read

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
def test_a_link_to_nowhere_says_where_that_is(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").symlink_to("gone.yaml")
    with pytest.raises(PlanctlError, match=r"plan.yaml is a link to gone.yaml, where there is no"):
        read_file(tmp_path / "plan.yaml")


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


@needs_posix
def test_a_device_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(PlanctlError, match=r"pipe is a device or a pipe, not a file"):
        replace_file(pipe, b"a: 1\n")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(PlanctlError, match="null is a device or a pipe, not a file"):
        replace_file(Path(os.devnull), b"a: 1\n")


@pytest.mark.skipif(not as_root, reason="may not give files away")
def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    path.chmod(0o2664)
    os.chown(path, 1234, 4321)
    path.chmod(0o2664)
    replace_file(path, b"a: 2\n")
    status = path.stat()
    assert (status.st_uid, status.st_gid) == (1234, 4321)
    assert stat.S_IMODE(status.st_mode) == 0o2664


@needs_posix
def test_the_group_is_kept_by_a_member(tmp_path: Path) -> None:
    others = set(os.getgroups()) - {os.getegid()}
    if not others:
        pytest.skip("this user is in one group only")
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    group = others.pop()
    os.chown(path, -1, group)
    replace_file(path, b"a: 2\n")
    assert path.stat().st_gid == group


def refuse(monkeypatch: pytest.MonkeyPatch, target: Path, times: int) -> None:
    """Let the system refuse so many renames to ``target``, as Windows does for an open file."""
    left = [times]

    def replace(source: Path, to: Path) -> None:
        if to == target and left[0]:
            left[0] -= 1
            raise PermissionError(13, "Permission denied")
        source.rename(to)

    monkeypatch.setattr(os, "replace", replace)


def test_a_file_that_is_held_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "new", tmp_path / "plan.yaml"
    source.write_bytes(b"a: 1\n")
    refuse(monkeypatch, target, 3)
    with pytest.raises(PermissionError):
        rename(source, target, (0, 0))
    refuse(monkeypatch, target, 2)
    rename(source, target, (0, 0))
    assert target.read_bytes() == b"a: 1\n"


def test_several_files_are_replaced(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_bytes(b"a: 1\n")
    other.write_bytes(b"b: 1\n")
    replace_files([(one, b"a: 1\n", b"a: 2\n"), (other, b"b: 1\n", b"b: 2\n")])
    assert (one.read_bytes(), other.read_bytes()) == (b"a: 2\n", b"b: 2\n")
    assert leftovers(tmp_path) == []


@needs_posix
def test_none_of_several_files_is_replaced_where_one_is_read_only(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_bytes(b"a: 1\n")
    other.write_bytes(b"b: 1\n")
    other.chmod(0o444)
    number = one.stat().st_ino
    with pytest.raises(PlanctlError, match=r"other.yaml is read-only"):
        replace_files([(one, b"a: 1\n", b"a: 2\n"), (other, b"b: 1\n", b"b: 2\n")])
    assert (one.read_bytes(), one.stat().st_ino) == (b"a: 1\n", number)
    assert leftovers(tmp_path) == []


def test_what_was_replaced_is_put_back_where_a_rename_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("one.yaml", "other.yaml", "third.yaml")]
    for path in paths:
        path.write_bytes(b"old\n")
    refuse(monkeypatch, paths[1], 100)
    with pytest.raises(PlanctlError, match=r"other.yaml cannot be"):
        replace_files([(path, b"old\n", b"new\n") for path in paths])
    assert [path.read_bytes() for path in paths] == [b"old\n"] * 3
    assert leftovers(tmp_path) == []


def test_what_was_made_goes_where_a_rename_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = tmp_path / "new.yaml", tmp_path / "old.yaml"
    old.write_bytes(b"old\n")
    refuse(monkeypatch, old, 100)
    with pytest.raises(PlanctlError, match=r"old.yaml cannot be"):
        replace_files([(new, None, b"new\n"), (old, b"old\n", b"new\n")])
    assert not new.exists()
    assert old.read_bytes() == b"old\n"
    assert leftovers(tmp_path) == []


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
from planctl.store.yaml.edits import set_value
from planctl.store.files import MAX_BYTES, read_file
from planctl.store.replacing import replace_file
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
