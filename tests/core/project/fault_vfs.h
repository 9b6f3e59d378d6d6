// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace mien::test {

/// A disk that misbehaves on demand: while it lives, every SQLite file of this process goes through it.
class FaultDisk {
public:
    FaultDisk();
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;
    ~FaultDisk();

    /// The disk is full after `bytes` more.
    void fillAfter(std::int64_t bytes);
    /// There is space again.
    void free();
    /// The `n`-th write or sync from now on (from 0) and all later ones fail as a broken disk's do.
    void breakAfter(int n);
    void mend();

    /// What a power cut leaves: of the writes since each file's last sync a random part is undone. Files
    /// must be closed (leaked connections count as closed: their owner is dead).
    void cutPower(std::uint64_t seed);
    /// From now on nothing reaches the files any more: the machine is off.
    void off();

    struct State;

private:
    std::unique_ptr<State> m_state;
};

} // namespace mien::test
