// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing runs here: this program exists so that the tests' precompiled header is made once.
int main() {
    return 0;
}
