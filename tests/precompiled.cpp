// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the precompiled headers of all test programs; an executable, so that its flags are
// theirs.
int main() {}
