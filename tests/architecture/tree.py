# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the architecture rules see it: its files, and what they include."""

import os
import re
from pathlib import Path

NOT_OURS = {".git", ".cache", "build", "out", "__pycache__"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
# Where an include line may point to inside the tree, as the build's include paths say.
SEARCHED = ("engine/include", "engine", "engine/kernels/include", "tests", "tests/bench", "ui/include", "ui")


class Tree:
    """The files below `root`, by their path from there; texts are read once."""

    def __init__(self, root):
        self.root = Path(root)
        self.paths = sorted(self._walk())
        self._known = set(self.paths)
        self._texts = {}

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in NOT_OURS]
            for name in names:
                yield (Path(folder) / name).relative_to(self.root).as_posix()

    def text(self, path):
        """The file's text; empty for what is not text."""
        if path not in self._texts:
            data = (self.root / path).read_bytes()
            self._texts[path] = "" if b"\0" in data else data.decode("utf-8", "replace")
        return self._texts[path]

    def cpp(self, *folders):
        """C and C++ files below any of the folders."""
        return [p for p in self.paths if p.endswith((".cpp", ".h", ".c")) and p.startswith(folders)]

    def includes(self, path):
        """Of each include line: (line, "<" or '"', name, the file in the tree or None)."""
        text = self.text(path)
        for found in INCLUDE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield line, found[1], found[2], self._resolve(path, found[1], found[2])

    def _resolve(self, path, mark, name):
        beside = (os.path.dirname(path),) if mark == '"' else ()
        for folder in beside + SEARCHED:
            target = os.path.normpath(f"{folder}/{name}" if folder else name)
            if target in self._known:
                return target
        return None

    def closure(self, path):
        """The file and all in the tree that it includes, directly or not."""
        seen, todo = set(), [path]
        while todo:
            file = todo.pop()
            if file not in seen:
                seen.add(file)
                todo += [target for *_, target in self.includes(file) if target]
        return sorted(seen)
