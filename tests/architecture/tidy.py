#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over a build's compile commands, on every core, skipping what has not changed.

A file that passed is remembered by a hash of all that its verdict depends on: its text, the text of
every header of ours that it includes, its compile command, .clang-tidy and clang-tidy's version.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import Tree

ROOT = Path(__file__).resolve().parents[2]


def commands(build):
    """What the product is made of in the build: path below the root -> compile command. Tests and
    benchmarks are left out: they would double the time."""
    entries = json.loads((build / "compile_commands.json").read_text())
    files = {Path(entry["file"]).resolve(): entry["command"] for entry in entries}
    return {file.relative_to(ROOT).as_posix(): command for file, command in files.items()
            if any(file.is_relative_to(ROOT / part) for part in ("engine", "app", "ui"))}


def fingerprint(tree, path, command, settings):
    digest = hashlib.sha256(settings)
    digest.update(re.sub(r"-DTROIKA_COMMIT=\S+", "", command).encode())
    for file in tree.closure(path):
        digest.update(f"\0{file}\0{tree.text(file)}".encode())
    return digest.hexdigest()


def check(build, path):
    """(passed, what clang-tidy found)."""
    done = subprocess.run(["clang-tidy", "--quiet", "-p", str(build),
                           "--extra-arg=-Wno-unknown-warning-option", path], cwd=ROOT, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    unread = done.stderr if done.returncode and not done.stdout.strip() else ""
    return done.returncode == 0, done.stdout + unread


def main():
    build = ROOT / (sys.argv[1] if len(sys.argv) > 1 else "build/tidy")
    wanted = sys.argv[2:]
    passed = build / "passed"
    passed.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], stdout=subprocess.PIPE, check=True).stdout
    settings = version + (ROOT / ".clang-tidy").read_bytes()
    tree = Tree(ROOT)
    marks = {path: passed / fingerprint(tree, path, command, settings)
             for path, command in commands(build).items() if not wanted or path in wanted}
    todo = [path for path, mark in marks.items() if not mark.exists()]
    failed, started = 0, time.monotonic()

    def one(path):
        good, text = check(build, path)
        if good:
            marks[path].touch()
        return path, good, text

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, good, text in pool.map(one, todo):
            if not good:
                failed += 1
                print(f"{path}: clang-tidy is not content\n{text}", flush=True)
    print(f"clang-tidy: {len(marks)} files, {len(marks) - len(todo)} unchanged, {failed} with findings, "
          f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
