// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/trial/programs.h>

int main() { return troika::workerMain(); }
