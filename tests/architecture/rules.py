#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The architecture rules of docs/architecture.md, checked on the sources' text.

Prints every violation as `path:line: what` and exits with 1 when there is one.
"""

import re
import sys
from fnmatch import fnmatchcase as fnmatch
from pathlib import Path

from tree import Tree

# Which layers a layer may include, beside itself. An arrow that is not here points backwards.
ARROWS = {
    "base": (),
    "kernels": (),
    "platform": ("base",),
    "sample": ("base", "platform"),
    "scenario": ("base",),
    "origin": ("base", "platform"),
    "workload": ("scenario", "origin", "sample", "platform", "base", "kernels"),
    "backend": ("workload", "scenario", "origin", "sample", "platform", "base"),
    "trial": ("backend", "workload", "scenario", "origin", "sample", "platform", "base"),
    "stats": ("base", "sample"),
    "result": ("stats", "scenario", "sample", "base"),
    "run": ("trial", "stats", "result", "backend", "workload", "scenario", "origin", "sample",
            "platform", "base"),
}
MOST_LINES = 400
SOURCES = (".cpp", ".h", ".c", ".py", ".sh", ".cmake", "CMakeLists.txt")
SCRIPTS = ("dev", ".ci/run", ".clang-tidy")
UNTESTED = "tests/architecture/untested.txt"
GLOSSARY = "docs/glossary.md"
# A path that exists on somebody's machine only; a URL's or a JSON pointer's part is none.
MACHINE_PATH = re.compile(r"(?<![\w.)}\]>*-])/(?:work|home|Users)(?![\w.-])")


def layer_of(path):
    """The engine's layer that a file belongs to, or None."""
    parts = path.split("/")
    if parts[0] != "engine":
        return None
    if parts[1:3] == ["include", "troika"]:
        parts = parts[2:]
    return parts[1] if len(parts) > 2 else None


def is_source(path):
    return path.endswith(SOURCES) or path in SCRIPTS


def no_qt_in_engine(tree):
    for path in tree.cpp("engine/"):
        for line, _, name, _ in tree.includes(path):
            if re.match(r"Q[A-Z]|Qt", name):
                yield path, line, f"the engine knows no Qt: {name}"
    for path in tree.paths:
        if path.startswith("engine/") and path.endswith(("CMakeLists.txt", ".cmake")):
            for line, text in enumerate(tree.text(path).splitlines(), 1):
                if re.search(r"\bQt\d?::|find_package\(Qt", text):
                    yield path, line, "the engine links no Qt"


def arrows_point_down(tree):
    for path in tree.cpp("engine/"):
        layer = layer_of(path)
        if layer not in ARROWS:
            yield path, 1, f"in no layer that the rules know: {layer}"
            continue
        for line, _, name, target in tree.includes(path):
            to = layer_of(target) if target else named_layer(name)
            if to and to != layer and to not in ARROWS[layer]:
                yield path, line, f"{layer} must not know {to}: {name}"
            if target and not target.startswith("engine/"):
                yield path, line, f"the engine must not know what lies outside it: {name}"


def named_layer(name):
    """The layer that an include means whose file is not there (yet)."""
    parts = name.removeprefix("troika/").split("/")
    return parts[0] if len(parts) > 1 and parts[0] in ARROWS and ("troika/" in name) else None


def public_headers_stand_alone(tree):
    for path in tree.cpp("engine/include/"):
        for line, mark, name, target in tree.includes(path):
            if mark == '"' or (target and not target.startswith("engine/include/")):
                yield path, line, f"a public header includes public headers only: {name}"


def outside_sees_public_headers_only(tree):
    for path in tree.cpp("app/", "ui/"):
        for line, mark, name, target in tree.includes(path):
            private = target and target.startswith("engine/") and not target.startswith("engine/include/")
            if private or "engine/" in name or (target and mark == '"' and target.startswith("engine/")):
                yield path, line, f"only <troika/...> is visible outside the engine: {name}"


def sources_name_their_licence(tree):
    for path in filter(is_source, tree.paths):
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in text
                   for text in tree.text(path).splitlines()[:3]):
            yield path, 1, "no SPDX line"


def sources_are_short(tree):
    for path in filter(is_source, tree.paths):
        lines = tree.text(path).count("\n")
        if lines > MOST_LINES:
            yield path, lines, f"{lines} lines, {MOST_LINES} at most: split it"


def no_machine_is_named(tree):
    for path in tree.paths:
        for line, text in enumerate(tree.text(path).splitlines(), 1):
            if MACHINE_PATH.search(text):
                yield path, line, "an absolute path of somebody's machine"


def excused(tree):
    """Path or pattern (`engine/run/*.cpp`) -> reason, from the list of sources that need no test file of their own."""
    lines = tree.text(UNTESTED).splitlines() if UNTESTED in tree.paths else []
    pairs = (line.split(None, 1) for line in lines if line.strip() and not line.startswith("#"))
    return {pair[0]: pair[1] if len(pair) > 1 else "" for pair in pairs}


def has_test(tree, path):
    """engine/workload/disk_plan.cpp: tests/workload/disk_plan_test.cpp, or disk_test.cpp for the family
    of files; engine/backend/thread/pool.cpp: tests/backend/pool_test.cpp or thread_pool_test.cpp."""
    layer, *rest = path.removeprefix("engine/").removesuffix(".cpp").split("/")
    words = rest[-1].split("_")
    stems = ["_".join(words[:count]) for count in range(1, len(words) + 1)] + ["_".join(rest)]
    names = {f"tests/{layer}/{name}.cpp" for stem in stems for name in (f"{stem}_test", f"test_{stem}")}
    return not names.isdisjoint(tree.paths)


def sources_have_tests(tree):
    reasons = excused(tree)
    alone = [path for path in tree.cpp("engine/") if path.endswith(".cpp") and not has_test(tree, path)]
    for path in alone:
        if not any(fnmatch(path, pattern) for pattern in reasons):
            yield path, 1, f"no test file in the mirror tree, and no reason in {UNTESTED}"
    for pattern, reason in reasons.items():
        if not reason:
            yield UNTESTED, 1, f"no reason given: {pattern}"
        if not any(fnmatch(path, pattern) for path in alone):
            yield UNTESTED, 1, f"no longer needed: {pattern}"


def words_to_avoid(tree):
    """Pattern -> the word to use instead, from the rows `| English | Russian | not |` of the glossary."""
    rows = tree.text(GLOSSARY).splitlines() if GLOSSARY in tree.paths else []
    for row in rows:
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) != 5 or not re.search("[а-яё]", cells[2]):
            continue
        for word in filter(None, (word.strip() for word in cells[3].split(","))):
            end = "" if word.endswith("*") else r"\b"
            yield re.compile(rf"\b{re.escape(word.rstrip('*'))}{end}", re.IGNORECASE), cells[2]


def things_have_one_name(tree):
    avoided = list(words_to_avoid(tree))
    for path in tree.paths:
        if path == GLOSSARY or path.startswith("tests/architecture/"):
            continue
        for line, text in enumerate(tree.text(path).splitlines(), 1):
            for pattern, instead in avoided if not text.isascii() else ():
                if found := pattern.search(text):
                    yield path, line, f"called {instead} in the glossary: {found[0]}"


RULES = (no_qt_in_engine, arrows_point_down, public_headers_stand_alone,
         outside_sees_public_headers_only, sources_name_their_licence, sources_are_short,
         no_machine_is_named, sources_have_tests,
         things_have_one_name)


def violations(tree):
    """Every violation of every rule: (rule, path, line, what)."""
    return [(rule.__name__, *found) for rule in RULES for found in rule(tree)]


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    found = violations(Tree(root))
    for rule, path, line, what in found:
        print(f"{path}:{line}: {what} [{rule}]")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
