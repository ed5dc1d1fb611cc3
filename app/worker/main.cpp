// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/trial/programs.h>

int main(int count, char** arguments) { return troika::workerMain(count, arguments); }
