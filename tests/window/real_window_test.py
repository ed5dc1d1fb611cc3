# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a real display, as somebody new to it would use it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from screen import Screen, until

BIN = Path(sys.argv.pop(1))
ACCENT = (0x1b, 0x4f, 0xa3)
FAMILIES = {"thread": (0x15, 0x85, 0xff), "process": (0xcc, 0x1f, 0x00), "async": (0x01, 0x7e, 0x50)}


def scenario(tasks, rounds):
    return {"schema": "troika-scenario/1", "name": "window-test",
            "workload": {"steps": [{"kind": "compute", "amount": 200}],
                         "arrivals": {"kind": "batch", "tasks": tasks}},
            "backends": [{"backend": "thread.pool", "workers": 2},
                         {"backend": "process.pool", "workers": 2},
                         {"backend": "async.loop"}],
            "rounds": rounds}


class RealWindow(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.screen = Screen()
        self.addCleanup(self.screen.close)
        self.environment = os.environ | {
            "DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb",
            "XDG_DATA_HOME": self.folder.name, "XDG_CONFIG_HOME": self.folder.name}
        self.window = None

    def tearDown(self):
        if self.window is not None and self.window.poll() is None:
            self.window.kill()
            self.window.wait()

    def start(self, document=None):
        words = [BIN / "troika-window", "--lang", "en", "--light"]
        if document is not None:
            file = Path(self.folder.name) / "window-test.json"
            file.write_text(json.dumps(document))
            words.append(file)
        said = Path(self.folder.name) / "said"
        with said.open("w") as file:
            self.window = subprocess.Popen(words, env=self.environment, stderr=file)

        def there():
            self.assertIsNone(self.window.poll(), f"the window ended and said: {said.read_text()}")
            return self.screen.windows()

        until("the window is there", there)

    def results(self):
        return sorted((Path(self.folder.name) / "troika" / "results").glob("*.troika"))

    def children(self):
        """Processes of the race: those that have the window's folder in their environment."""
        mine = []
        for process in Path("/proc").iterdir():
            try:
                name = (process / "comm").read_text()
                if name.startswith("troika-") and not name.startswith("troika-window") and \
                        self.folder.name.encode() in (process / "environ").read_bytes():
                    mine.append(process.name)
            except OSError:
                pass
        return mine

    def press_run(self):
        """Clicks into the one thing that has the accent's colour and is a button: the rightmost."""
        places = until("Run can be pressed",
                       lambda: self.screen.places(ACCENT, (1000, 20, 1440, 110)))
        right = max(x for x, _ in places)
        line = [y for x, y in places if x > right - 20]
        self.screen.click(right - 4, sorted(line)[len(line) // 2])

    def figures(self, file):
        shown = subprocess.run([BIN / "troika", "show", file, "--json"], capture_output=True,
                               check=False, env=self.environment)
        return json.loads(shown.stdout)

    # A curve may lie behind another's; its name beside it never does.
    def test_a_click_on_run_draws_the_curves_and_keeps_the_race(self):
        self.start(scenario(2000, 6))
        for name, colour in FAMILIES.items():
            self.assertLess(len(self.screen.places(colour, (620, 120, 1000, 520))), 20, name)
        self.press_run()
        until("the race is kept", self.results)

        def drawn():
            counts = {name: len(self.screen.places(colour, (620, 120, 1490, 520)))
                      for name, colour in FAMILIES.items()}
            return counts if min(counts.values()) > 20 else None

        until("every contender has a curve", drawn)
        self.assertEqual(self.figures(self.results()[0])["status"], "finished")
        self.screen.xdotool("key", "ctrl+q")
        self.assertEqual(self.window.wait(20), 0)

    def test_what_a_killed_window_had_measured_is_found_again(self):
        self.start(scenario(5000, 400))
        self.press_run()
        until("the race goes on", self.children)

        def seen():
            return len(self.screen.places(FAMILIES["thread"], (620, 120, 1000, 520))) > 20

        until("a curve grows", seen)
        self.window.send_signal(signal.SIGKILL)
        self.window.wait()
        until("nothing goes on running", lambda: not self.children(), 20)
        self.assertEqual(self.results(), [])
        self.start()
        kept = until("it is among the latest races", self.results)
        self.assertEqual(self.figures(kept[0])["status"], "cancelled")


if __name__ == "__main__":
    unittest.main()
