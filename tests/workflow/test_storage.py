"""The parts of a save that no fault injection reaches: merging, links, modes, locks, and folders that may not go."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from govpub.errors import ConflictError, InputError, MachineError, UsageError
from govpub.workflow import locking, storage
from govpub.workflow.swapping import swap_folder


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path):
    file = tmp_path / "a.po"
    file.write_bytes(b"old")
    snapshot = storage.read(file)
    file.write_bytes(b"theirs")
    with pytest.raises(ConflictError):
        storage.save(snapshot, b"ours")
    assert file.read_bytes() == b"theirs"


def test_a_file_that_changed_meanwhile_is_merged(tmp_path):
    file = tmp_path / "a.po"
    file.write_bytes(b"old")
    snapshot = storage.read(file)
    file.write_bytes(b"theirs")
    assert storage.save(snapshot, b"ours", lambda *three: b"+".join(three)) == b"old+ours+theirs"
    assert file.read_bytes() == b"old+ours+theirs"


def test_a_file_that_vanished_meanwhile_is_a_conflict(tmp_path):
    file = tmp_path / "a.po"
    file.write_bytes(b"old")
    snapshot = storage.read(file)
    file.unlink()
    with pytest.raises(ConflictError):
        storage.save(snapshot, b"ours", lambda *three: b"")
    assert not file.exists()


def test_two_writers_of_the_same_content_agree(tmp_path):
    file = tmp_path / "a.po"
    snapshot = storage.read(file)
    file.write_bytes(b"same")
    assert storage.save(snapshot, b"same") == b"same"


def test_what_does_not_change_is_not_written(tmp_path):
    file = tmp_path / "a.po"
    file.write_bytes(b"old")
    before = file.stat().st_ino
    storage.save(storage.read(file), b"old")
    assert file.stat().st_ino == before


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path):
    real, link = tmp_path / "real.po", tmp_path / "link.po"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    storage.save(storage.read(link), b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_of_the_umask(tmp_path):
    before = os.umask(0o027)
    try:
        storage.create(tmp_path / "deep" / "new.md", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "deep" / "new.md").stat().st_mode & 0o777 == 0o640


def test_create_never_replaces(tmp_path):
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(UsageError):
        storage.create(tmp_path / "a.md", b"x")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError):
        storage.create(tmp_path / "gone.md", b"x")


def test_left_over_temporary_files_are_swept(tmp_path):
    (tmp_path / ".a[1].po.abc.tmp").write_bytes(b"half")
    (tmp_path / ".b.po.abc.tmp").write_bytes(b"someone else's")
    storage.save(storage.Snapshot(tmp_path / "a[1].po", None), b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".b.po.abc.tmp", "a[1].po"]


def test_a_bad_byte_is_named_with_its_place(tmp_path):
    file = tmp_path / "a.md"
    file.write_bytes("第一行\n第二".encode() + b"\xff\xfe")
    with pytest.raises(InputError) as caught:
        storage.read_text(file)
    assert (caught.value.at.line, caught.value.at.column) == (2, 3)


@pytest.mark.parametrize("name", ["nothing.md", "file/inside.md", "nul\0.md", "x" * 300 + ".md"])
def test_what_cannot_be_read_is_an_error_of_ours(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises((InputError, MachineError)):
        storage.read_text(tmp_path / name)


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(InputError):
        storage.read(tmp_path)
    with pytest.raises(MachineError):
        storage.read_at_most(tmp_path, 1)


def test_a_lock_that_is_not_let_go_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "LOCK_PATIENCE", 0.05)
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(MachineError):
        storage.save(storage.Snapshot(tmp_path / "a.po", None), b"new")
    os.close(handle)
    assert not (tmp_path / "a.po").exists()


def test_a_file_system_that_locks_no_folders_gets_a_lock_file(tmp_path, monkeypatch):
    real = fcntl.flock

    def like_nfs(handle: int, operation: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().is_dir():
            raise OSError(errno.EBADF, "Bad file descriptor")
        real(handle, operation)

    monkeypatch.setattr(fcntl, "flock", like_nfs)
    storage.save(storage.Snapshot(tmp_path / "a.po", None), b"new")
    assert (tmp_path / "a.po").read_bytes() == b"new"
    assert (tmp_path / locking.LOCK_FILE).exists()


def test_other_failures_of_a_lock_are_the_machines(tmp_path, monkeypatch):
    def failing(_handle: int, _operation: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", failing)
    with pytest.raises(MachineError):
        storage.save(storage.Snapshot(tmp_path / "a.po", None), b"new")


def test_a_release_folder_is_swapped_whole(tmp_path):
    folder = tmp_path / "out" / "x"
    swap_folder(folder, {"a": b"1", "b": b"2"}, lambda _folder: True)
    swap_folder(folder, {"c": b"3"}, lambda _folder: True)
    assert [path.name for path in folder.iterdir()] == ["c"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["x"]


def test_a_foreign_folder_or_link_stays(tmp_path):
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(UsageError):
        swap_folder(folder, {"a": b"1"}, lambda _folder: False)
    assert (folder / "thesis.docx").exists()
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(UsageError):
        swap_folder(link, {"a": b"1"}, lambda _folder: True)
    assert link.is_symlink()


def test_a_swap_that_was_killed_between_its_renames_is_undone(tmp_path):
    old = tmp_path / ".x.old"
    old.mkdir()
    (old / "a").write_bytes(b"before")
    swap_folder(tmp_path / "x", {"a": b"after"}, lambda folder: (folder / "a").read_bytes() == b"before")
    assert (tmp_path / "x" / "a").read_bytes() == b"after"
    assert not old.exists()


def test_a_swap_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    folder = tmp_path / "x"
    swap_folder(folder, {"a": b"1"}, lambda _folder: True)
    real = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".tmp"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(MachineError):
        swap_folder(folder, {"a": b"2"}, lambda _folder: True)
    assert (folder / "a").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_names_that_are_no_names_are_refused_before_anything_is_written(tmp_path):
    with pytest.raises(MachineError):
        swap_folder(tmp_path / "x", {"no/such/folder": b"1"}, lambda _folder: True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_made_in_parts_has_its_name_once_it_is_whole(tmp_path):
    file = tmp_path / "new" / "a.tmx"

    def write(stream):
        stream.write(b"one")
        assert not file.exists()
        stream.write(b"two")
        return 2

    assert storage.create_in_parts(file, write) == 2
    assert file.read_bytes() == b"onetwo"
    assert [path.name for path in file.parent.iterdir()] == ["a.tmx"]
    with pytest.raises(UsageError):
        storage.create_in_parts(file, write)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path, error):
    def write(stream):
        stream.write(b"one")
        raise error

    with pytest.raises((MachineError, KeyboardInterrupt)):
        storage.create_in_parts(tmp_path / "a.tmx", write)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_someone_else_made_meanwhile_stays(tmp_path):
    file = tmp_path / "a.tmx"
    with pytest.raises(UsageError):
        storage.create_in_parts(file, lambda _stream: file.write_bytes(b"theirs"))
    assert file.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


def test_what_is_left_of_a_killed_maker_is_cleared_away(tmp_path):
    (tmp_path / ".a.tmx.xyz.tmp").write_bytes(b"left")
    storage.create_in_parts(tmp_path / "a.tmx", lambda stream: stream.write(b"new"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


def test_a_file_is_read_in_parts(tmp_path):
    (tmp_path / "a").write_bytes(b"content")
    with storage.reading(tmp_path / "a") as file:
        assert file.read(3) == b"con"
    with pytest.raises(InputError, match="no such file"), storage.reading(tmp_path / "none"):
        pass
    with pytest.raises(InputError, match="folder"), storage.reading(tmp_path):
        pass
    with pytest.raises(UsageError), storage.reading(tmp_path / "a\0b"):
        pass
    with pytest.raises(MachineError), storage.reading(tmp_path / "a"):
        raise OSError(errno.EIO, "bad disk")
