"""One command at a time writes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.errors import PlanctlError
from planctl.store.lock import lock, own_folder
from planctl.store.yaml.reader import read

needs_posix = pytest.mark.skipif(os.name == "nt", reason="permissions are other ones on Windows")


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


ADD = """
import sys
from pathlib import Path
from planctl.store.yaml.edits import insert_item
from planctl.store.files import read_file
from planctl.store.replacing import replace_file
from planctl.store.lock import lock
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
from planctl.store.lock import lock
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


@needs_posix
def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with (
        pytest.raises(PlanctlError, match="the plans cannot be locked for writing"),
        lock(tmp_path, "the plans"),
    ):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_the_lock_without_git_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = own_folder(tmp_path / "here")
    assert folder.parent == tmp_path / "cache" / "planctl"
    assert folder == own_folder(tmp_path / "here" / ".." / "here") != own_folder(tmp_path / "there")
    settings = tmp_path / "planctl.yaml"
    with lock(folder, "the plans", timeout=0, instead=settings):
        assert (folder / "lock").exists()
    assert not settings.exists()
    if os.name != "nt":
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def written(path: Path) -> tuple[int, int, int]:
    """What writing to a file would change; when it was last read is another matter."""
    status = path.stat()
    return status.st_mode, status.st_size, status.st_mtime_ns


@pytest.mark.parametrize("cache", ["file", "relative"])
def test_without_a_folder_of_ones_own_the_settings_are_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file") if cache == "file" else "relative")
    settings = tmp_path / "planctl.yaml"
    settings.write_text("plans: plans\n", encoding="utf-8")
    before = written(settings)
    folder = own_folder(tmp_path)
    message = "another planctl command has been at work on the plans for 0 seconds"
    with lock(folder, "the plans", timeout=0, instead=settings):
        assert settings.read_text(encoding="utf-8") == "plans: plans\n"
        with (
            pytest.raises(PlanctlError, match=message),
            lock(folder, "the plans", timeout=0, instead=settings),
        ):
            pass
    assert written(settings) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "planctl.yaml"]
