"""Row 5 of the faults, and what else may happen to a memory's file: nothing confirmed is lost, one clear error."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from support.command import WITH_SUPPORT
from support.effort import count
from support.memories import remembered
from support.programs import require

from govpub.errors import GovpubError, InputError, MachineError, MemoryFileError
from govpub.locales import EN, ZH_CN
from govpub.memory import Memory, Selection, Side, SqliteStore, sqlite_schema

HERE = Path(__file__).parent
NOTICE = "关于防汛的通知"


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "memory"
    folder.mkdir()
    yield folder / "zh_CN-en.sqlite"
    folder.chmod(0o755)


def fill(path: Path) -> None:
    store = SqliteStore(path)
    store.add([remembered(NOTICE, "Circular on Flood Control")])
    store.close()


def refused(path: Path) -> GovpubError:
    with pytest.raises(GovpubError) as caught:
        SqliteStore(path).statistics()
    assert caught.value.hint
    assert caught.value.at is not None
    assert caught.value.at.path == path
    return caught.value


@pytest.mark.slow
def test_a_killed_writer_loses_nothing(path, seeded_random):
    kills = count(short=40, full=1000)
    command = [sys.executable, HERE / "kill_storm.py", str(kills), str(seeded_random.randrange(2**31)), path]
    done = subprocess.run(command, capture_output=True, env=WITH_SUPPORT, check=True)
    report = json.loads(done.stdout)
    assert report.pop("stored") > kills / 2, "writers were killed before they wrote"
    assert report == {"killed": kills, "lost": 0, "wrong": 0, "unindexed": 0, "integrity": "ok"}


def test_what_is_confirmed_outlives_a_power_cut(path):
    store = SqliteStore(path)
    (mode,) = store._connection.execute("PRAGMA journal_mode").fetchone()
    (synchronous,) = store._connection.execute("PRAGMA synchronous").fetchone()
    assert (mode, synchronous) == ("wal", 2), "sqlite.org/pragma.html#pragma_synchronous: 2 is FULL"
    store.close()


def test_several_processes_write_at_once(path):
    command = [sys.executable, HERE / "one_memory.py", path, "5"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(command, **pipes, env=WITH_SUPPORT) for _process in range(4)]
    said = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    store = SqliteStore(path)
    assert store.count(Selection()) == 5
    store.close()


def test_several_threads_use_one_store(path):
    store, failures = SqliteStore(path), []

    def work(name: int) -> None:
        try:
            for number in range(20):
                store.add([remembered(f"第{name}人第{number}句", f"{name} {number}")])
                assert store.exact(f"第{name}人第{number}句", ZH_CN, EN, limit=9)
                assert list(store.containing(f"{name} {number}", EN, Side.TARGET))
        except Exception as error:  # noqa: BLE001  a thread's failure is the test's
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.count(Selection()) == 60
    store.close()


def test_an_interrupted_import_is_finished_by_the_next(path, monkeypatch):
    monkeypatch.setattr("govpub.memory.sqlite_index._AT_ONCE", 2_000)
    entries = [remembered(f"第{number}次会议研究防汛工作。", f"Meeting {number}") for number in range(7_000)]

    def broken():
        yield from entries[:5_000]
        raise KeyboardInterrupt

    store = SqliteStore(path)
    with pytest.raises(KeyboardInterrupt):
        store.add(broken())
    kept = store.count(Selection())
    assert kept == 4_000, "whole chunks are there, of the one that was interrupted nothing"
    done = store.add(entries)
    assert (done.new, done.same) == (3_000, 4_000)
    assert store.count(Selection()) == 7_000
    assert len(list(store.containing("防汛", ZH_CN, Side.SOURCE))) == 7_000
    store.close()


def test_a_long_import_lets_others_write(path, monkeypatch):
    monkeypatch.setattr("govpub.memory.sqlite_index._AT_ONCE", 2_000)
    store, other, done = SqliteStore(path), SqliteStore(path), []
    entries = [remembered(f"第{number}次会议研究防汛工作。", f"Meeting {number}") for number in range(10_000)]
    importing = threading.Thread(target=lambda: done.append(store.add(entries)))
    importing.start()
    other.add([remembered("一", "one")])
    assert done == [], "written before the import was at its end"
    importing.join()
    assert other.count(Selection()) == 10_001
    store.close()
    other.close()


def test_a_writer_that_does_not_let_go(path, monkeypatch):
    fill(path)
    monkeypatch.setattr(sqlite_schema, "PATIENCE", 0.05)
    store = SqliteStore(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(MachineError, match="does not let go"):
        store.add([remembered("一", "one")])
    assert Memory(store, ZH_CN, EN).lookup(NOTICE), "reading goes on"
    other.execute("ROLLBACK")
    assert store.add([remembered("一", "one")]).new == 1
    other.close()
    store.close()


def test_a_writer_that_finishes_is_waited_for(path):
    fill(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, other.rollback)
    timer.start()
    store = SqliteStore(path)
    assert store.add([remembered("一", "one")]).new == 1
    timer.join()
    other.close()
    store.close()


@pytest.mark.parametrize("content", [b"\x89PNG" + bytes(200), b"not a database, but text\n" * 50])
def test_a_file_that_is_no_database(path, content):
    path.write_bytes(content)
    assert "not a translation memory" in refused(path).message
    assert path.read_bytes() == content


def test_a_database_of_another_program(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE places (url TEXT)")
    connection.close()
    before = path.read_bytes()
    error = refused(path)
    assert isinstance(error, MemoryFileError)
    assert "another program" in error.message
    assert path.read_bytes() == before


def test_a_memory_of_a_newer_govpub(path):
    fill(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer govpub" in refused(path).message


def test_an_empty_file_becomes_a_memory(path):
    path.touch()
    fill(path)
    assert SqliteStore(path).count(Selection()) == 1


def test_a_damaged_file(path, seeded_random):
    store = SqliteStore(path)
    store.add(remembered(f"第{number}次会议研究防汛工作。", f"Meeting {number}") for number in range(500))
    store.close()
    whole = path.read_bytes()
    for _round in range(count(short=30, full=500)):
        damaged = bytearray(whole)
        for _byte in range(seeded_random.choice([1, 50, 3_000])):
            damaged[seeded_random.randrange(len(damaged))] = seeded_random.randrange(256)
        path.write_bytes(damaged[: seeded_random.choice([len(damaged), seeded_random.randrange(1, len(damaged))])])
        try:
            store = SqliteStore(path)
            Memory(store, ZH_CN, EN).lookup("第9次会议研究防汛工作。")
            list(store.all(Selection()))
            store.add([remembered("一", "one")])
            store.forget(Selection(text="防汛"))
            store.close()
        except GovpubError as error:
            assert error.hint  # noqa: PT017  any of ours will do
        for left in path.parent.glob("*-*"):
            left.unlink()


def test_a_folder_where_a_file_should_be(path):
    path.mkdir()
    assert isinstance(refused(path), MachineError)


def test_a_folder_that_is_missing(path):
    assert isinstance(refused(path.parent / "none" / "x.sqlite"), MachineError)


def run_as_ordinary_user(path: Path, number: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, HERE / "one_memory.py", path, str(number)]
    if os.geteuid() == 0:
        command = [require("setpriv"), "--bounding-set=-dac_override,-dac_read_search", *command]
    return subprocess.run(command, capture_output=True, text=True, env=WITH_SUPPORT, check=False)


def test_a_read_only_folder_is_read_and_not_written(path):
    fill(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    done = run_as_ordinary_user(path, 1)
    assert (done.returncode, done.stdout) == (3, "Circular on Flood Control\n")
    assert done.stderr.count("\n") == 1
    assert "permissions" in done.stderr
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_read_only_folder_with_what_is_not_yet_in_the_file(path):
    script = """if True:
        import os, sys
        from pathlib import Path
        from support.memories import remembered
        from govpub.memory import SqliteStore
        SqliteStore(Path(sys.argv[1])).add([remembered('一', 'one')])
        os._exit(0)"""
    subprocess.run([sys.executable, "-c", script, path], env=WITH_SUPPORT, check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size
    path.with_name(f"{path.name}-shm").unlink()
    path.parent.chmod(0o555)
    done = run_as_ordinary_user(path, 1)
    assert (done.returncode, done.stdout) == (3, "")
    assert "permissions" in done.stderr, "what stands in the log alone must not seem lost"


def test_two_that_make_the_file_at_once(path, monkeypatch):
    marks = iter([(0, 0), (0, 0), (sqlite_schema.APPLICATION_ID, sqlite_schema.VERSION)])
    monkeypatch.setattr(sqlite_schema, "_marks_of", lambda _connection: next(marks))
    SqliteStore(path).close()
    monkeypatch.setattr(sqlite_schema, "_marks_of", lambda _connection: (0, 0))
    monkeypatch.setattr(sqlite_schema, "SCHEMA", ["no SQL"])
    assert isinstance(refused(path), MachineError)
    assert path.stat().st_size <= 4096, "nothing was made"


def test_a_file_that_may_not_be_read(path):
    fill(path)
    path.chmod(0)
    done = run_as_ordinary_user(path, 1)
    assert (done.returncode, done.stdout) == (3, "")
    assert "permissions" in done.stderr


def test_a_full_disk(path):
    fill(path)
    shutil.move(path, path.parent.parent / "kept.sqlite")
    script = f"""
        mount -t tmpfs -o size=300k none {shlex.quote(str(path.parent))}
        cp {shlex.quote(str(path.parent.parent / "kept.sqlite"))} {shlex.quote(str(path))}
        status=0; {shlex.join(map(str, [sys.executable, HERE / "one_memory.py", path, "5000"]))} || status=$?
        cp {shlex.quote(str(path))}* {shlex.quote(str(path.parent.parent))}
        exit $status"""
    private = ["-m"] if os.geteuid() == 0 else ["-rm"]
    command = [require("unshare"), *private, "sh", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, env=WITH_SUPPORT, check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:  # this machine mounts nothing for us
        return
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "make room" in done.stderr
    store = SqliteStore(path.parent.parent / path.name)
    assert [entry.source for entry in store.all(Selection())] == [NOTICE]
    store.close()


def test_a_file_that_may_not_grow(path):
    store = SqliteStore(path)
    store._connection.execute("PRAGMA max_page_count = 30")
    with pytest.raises(MachineError, match="disk is full"):
        store.add(remembered(f"第{number}号", "x" * 999) for number in range(500))
    assert store.count(Selection()) == 0
    assert store.add([remembered("一", "one")]).new == 1
    store.close()


@pytest.mark.parametrize(
    "changes", [{"source": "上\ud800下"}, {"target": "\udfff"}, {"before": "\ud800"}, {"translator": "\udc80"}]
)
def test_half_a_character_is_refused(path, changes):
    store = SqliteStore(path)
    with pytest.raises(InputError, match="lone surrogate"):
        store.add([remembered("一", "one"), remembered(**{"source": "二", "target": "two"} | changes)])
    assert store.count(Selection()) == 0
    assert Memory(store, ZH_CN, EN).lookup("上\ud800下") == ()
    assert Memory(store, ZH_CN, EN).search("\ud800") == ()
    with pytest.raises(InputError, match="lone surrogate"):
        store.count(Selection(text="\ud800"))
    store.close()


def test_what_is_forgotten_has_left_the_file(path):
    store = SqliteStore(path)
    store.add(remembered(f"第{number}次会议", f"Meeting {number} of Confidentialists") for number in range(900))
    store.add([remembered("一", "one")])
    assert b"Confidentialists" in path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()
    assert store.forget(Selection(text="confidentialists")) == 900
    assert store.add([remembered("二", "two")]).new == 1
    for file in path.parent.iterdir():
        assert b"onfidentialists" not in file.read_bytes(), file
    store.close()


@pytest.mark.parametrize(("source", "target"), [("", "x"), ("x", "")])
def test_a_side_without_text_is_refused(path, source, target):
    store = SqliteStore(path)
    with pytest.raises(InputError, match="both sides"):
        store.add([remembered(source, target)])
    store.close()


@pytest.mark.parametrize("text", ["'; DROP TABLE entry; --", 'x" OR 1=1', "%_[]*?", "a\0b", ":text", "x\ny"])
def test_text_stays_text(path, text):
    store = SqliteStore(path)
    entry = remembered(
        text, f"T {text}", article=text, origin=text, translator=text, before=text, after=text, batch=text
    )
    store.add([entry, remembered("一", "one")])
    memory = Memory(store, ZH_CN, EN)
    assert memory.lookup(text)[0].entry == entry
    assert {passage.entry for passage in memory.search(text)} == {entry}
    for name in ("article", "origin", "batch", "text"):
        assert store.count(Selection(**{name: text})) == 1
    assert store.forget(Selection(article=text)) == 1
    assert [left.source for left in store.all(Selection())] == ["一"]
    store.close()
