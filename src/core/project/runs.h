// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/sqlite.h"

namespace mien::project {

/// While it lives, its connection can write to the tables `run` and `proposal` and to nothing else: SQLite
/// itself refuses every other statement. This is what keeps model jobs away from what people wrote.
class MachineOnly {
public:
    explicit MachineOnly(Database& database);
    MachineOnly(const MachineOnly&) = delete;
    MachineOnly& operator=(const MachineOnly&) = delete;
    ~MachineOnly();

private:
    Database& m_database;
};

/// Stores a run inside the caller's transaction.
Result<RunId> insertRun(Database& database, const Run& run,
                        const std::vector<annotation::Proposal>& proposals);

} // namespace mien::project
