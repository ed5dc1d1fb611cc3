# SPDX-License-Identifier: GPL-3.0-or-later
"""A display in memory, with somebody at mouse and keyboard."""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 60  # Seconds that anything may take; nothing here waits for a fixed time.


def until(what, true, patience=PATIENCE):
    """Waits until `true()` gives something true, and returns it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = true()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited {patience} s in vain: {what}")


class Screen:
    """An X server of its own, ended by close().

    It does not reset when its last client goes: a window that connects just when the xdotool that
    looks for it leaves would be refused.
    """

    def __init__(self, width=1500, height=950):
        self.size = (width, height)
        self._folder = tempfile.TemporaryDirectory()
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
             "-noreset", "-nolisten", "tcp", "-fbdir", self._folder.name],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.display = ":" + number.readline().strip()

    def close(self):
        self._server.terminate()
        self._server.wait(PATIENCE)
        self._folder.cleanup()

    def xdotool(self, *words):
        done = subprocess.run(["xdotool", *map(str, words)], text=True, capture_output=True,
                              env=os.environ | {"DISPLAY": self.display}, timeout=PATIENCE)
        return done.stdout.strip()

    def windows(self):
        return self.xdotool("search", "--onlyvisible", "--name", "^Troika").split()

    def click(self, x, y):
        self.xdotool("mousemove", x, y, "click", 1)

    def picture(self):
        """The screen as it is: a function from x and y to (red, green, blue)."""
        with open(Path(self._folder.name) / "Xvfb_screen0", "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)[:]
        # X Window Dump: header size, then at 12 * 4 the length of a line and at 19 * 4 the colours.
        header = struct.unpack(">25I", data[:100])
        line, colours = header[12], header[19]
        pixels = header[0] + colours * 12

        def at(x, y):
            blue, green, red = data[pixels + y * line + 4 * x: pixels + y * line + 4 * x + 3]
            return red, green, blue

        return at

    def places(self, colour, area=None, tolerance=6):
        """Where that colour is, within (left, top, right, bottom)."""
        at = self.picture()
        left, top, right, bottom = area or (0, 0, *self.size)
        return [(x, y) for y in range(top, bottom) for x in range(left, right)
                if all(abs(a - b) <= tolerance for a, b in zip(at(x, y), colour))]
