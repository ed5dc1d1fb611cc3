#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation at a time in a small tree and sees that its rule, and no other, finds it."""

import tempfile
import unittest
from pathlib import Path

import rules
from tree import Tree

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
CLEAN = {
    "engine/CMakeLists.txt": "# " + SPDX[3:] + "target_link_libraries(engine PUBLIC fmt::fmt)\n",
    "engine/include/troika/base/text.h": SPDX + "#include <string>\n",
    "engine/include/troika/stats/median.h": SPDX + "#include <troika/base/text.h>\n",
    "engine/stats/median.cpp": SPDX + "#include <troika/stats/median.h>\n",
    "engine/workload/work.h": SPDX + "#include <troika/base/text.h>\n",
    "engine/backend/pool.cpp": SPDX + '#include "workload/work.h"\n',
    "engine/kernels/include/troika_kernels.h": SPDX,
    "app/troika/main.cpp": SPDX + "#include <troika/stats/median.h>\n#include <QtLike>\n",
    "tests/stats/median_test.cpp": SPDX + '#include "workload/work.h"\n',
    "tests/backend/pool_test.cpp": SPDX + '#include "workload/work.h"\n',
    "README.md": "See https://example.org/home/page and /workload/steps/0.\n",
}


def found_in(changes):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**CLEAN, **changes}.items():
            if text is not None:
                file = Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
        return [(rule, path, line) for rule, path, line, _ in rules.violations(Tree(folder))]


class Rules(unittest.TestCase):
    def expect(self, rule, path, line, changes):
        self.assertEqual(found_in(changes), [(rule, path, line)])

    def engine(self, path, line):
        """A header at the path: it needs no test file."""
        return {path: SPDX + line + "\n"}

    def test_clean_tree_passes(self):
        self.assertEqual(found_in({}), [])

    def test_qt_in_engine(self):
        for include in ("<QString>", "<QtCore/QObject>", '"QtWidgets"'):
            self.expect("no_qt_in_engine", "engine/stats/a.h", 2,
                        self.engine("engine/stats/a.h", "#include " + include))
        self.expect("no_qt_in_engine", "engine/CMakeLists.txt", 2, {
            "engine/CMakeLists.txt": "# " + SPDX[3:] + "target_link_libraries(e PRIVATE Qt6::Core)\n"})

    def test_another_name_for_a_thing(self):
        glossary = {"docs/glossary.md": "| English | Russian | not |\n|---|---|---|\n"
                                        "| page cache | страничный кеш | кэш*, тайник |\n"}
        for text in ("в страничном Кэше", "тайник"):
            self.expect("things_have_one_name", "README.md", 2, {**glossary, "README.md": "a\n" + text + "\n"})
        for text in ("тайники", "кеш", "cache"):
            self.assertEqual(found_in({**glossary, "README.md": text + "\n"}), [])

    def test_arrow_backwards(self):
        self.expect("arrows_point_down", "engine/workload/a.h", 2,
                    self.engine("engine/workload/a.h", "#include <troika/stats/median.h>"))
        self.expect("arrows_point_down", "engine/stats/a.h", 2,
                    self.engine("engine/stats/a.h", '#  include "workload/work.h"'))
        self.expect("arrows_point_down", "engine/backend/a.h", 2,
                    self.engine("engine/backend/a.h", '#include "troika_kernels.h"'))
        self.expect("arrows_point_down", "engine/base/a.h", 2,
                    self.engine("engine/base/a.h", "#include <troika/run/not_there.h>"))

    def test_every_layer_obeys(self):
        for layer, allowed in rules.ARROWS.items():
            for other in rules.ARROWS:
                planted = {f"engine/{layer}/a.h": SPDX + f'#include "{other}/b.h"\n',
                           f"engine/{other}/b.h": SPDX}
                want = [] if other == layer or other in allowed else [
                    ("arrows_point_down", f"engine/{layer}/a.h", 2)]
                self.assertEqual(found_in(planted), want, f"{layer} -> {other}")

    def test_arrows_make_no_circle(self):
        left = dict(rules.ARROWS)
        while left:
            lowest = [layer for layer, below in left.items() if left.keys().isdisjoint(below)]
            self.assertTrue(lowest, f"a circle among {sorted(left)}")
            for layer in lowest:
                del left[layer]

    def test_unknown_layer(self):
        self.expect("arrows_point_down", "engine/misc/a.h", 1, {"engine/misc/a.h": SPDX})
        self.expect("arrows_point_down", "engine/a.h", 1, {"engine/a.h": SPDX})

    def test_engine_knows_the_application(self):
        self.assertIn(("arrows_point_down", "engine/stats/a.h", 2), found_in({
            "engine/stats/a.h": SPDX + '#include "../../app/troika/a.h"\n', "app/troika/a.h": SPDX}))

    def test_public_header_on_private_one(self):
        self.expect("public_headers_stand_alone", "engine/include/troika/workload/a.h", 2,
                    self.engine("engine/include/troika/workload/a.h", '#include "workload/work.h"'))

    def test_application_on_private_header(self):
        for include in ('"workload/work.h"', '"../../engine/workload/work.h"', "<workload/work.h>"):
            self.expect("outside_sees_public_headers_only", "app/runner/main.cpp", 2,
                        {"app/runner/main.cpp": SPDX + f"#include {include}\n"})

    def test_no_licence(self):
        self.expect("sources_name_their_licence", "engine/stats/a.h", 1,
                    {"engine/stats/a.h": "#pragma once\n"})
        self.expect("sources_name_their_licence", "dev", 1, {"dev": "#!/bin/sh\n"})

    def test_long_source(self):
        longest = SPDX + "\n" * (rules.MOST_LINES - 1)
        self.assertEqual(found_in({"engine/stats/a.h": longest}), [])
        self.expect("sources_are_short", "engine/stats/a.h", rules.MOST_LINES + 1,
                    {"engine/stats/a.h": longest + "\n"})

    def test_machine_path(self):
        for folder in ("work", "home"):
            self.expect("no_machine_is_named", "docs/a.md", 2,
                        {"docs/a.md": f"first\nsee /{folder}/x/y\n"})

    def test_source_without_test(self):
        self.expect("sources_have_tests", "engine/stats/median.cpp", 1,
                    {"tests/stats/median_test.cpp": None})

    def test_test_of_a_family_of_files(self):
        self.assertEqual(found_in({"engine/stats/median_of_two.cpp": SPDX}), [])
        self.expect("sources_have_tests", "engine/stats/medians.cpp", 1, {"engine/stats/medians.cpp": SPDX})

    def test_reason_instead_of_test(self):
        untested = {"tests/stats/median_test.cpp": None}
        self.assertEqual(found_in({**untested, rules.UNTESTED: "engine/stats/median.cpp  trivial\n"}), [])
        self.assertEqual(found_in({**untested, rules.UNTESTED: "engine/stats/*.cpp  trivial\n"}), [])
        self.expect("sources_have_tests", rules.UNTESTED, 1,
                    {**untested, rules.UNTESTED: "engine/stats/median.cpp\n"})

    def test_reason_no_longer_needed(self):
        self.expect("sources_have_tests", rules.UNTESTED, 1,
                    {rules.UNTESTED: "engine/stats/median.cpp  once\n"})
        self.expect("sources_have_tests", rules.UNTESTED, 1, {rules.UNTESTED: "engine/gone.cpp  once\n"})


if __name__ == "__main__":
    unittest.main()
