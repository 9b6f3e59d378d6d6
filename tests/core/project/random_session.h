// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/project/project.h"

namespace mien::test {

/// A seeded person at work on a project. What is done next depends on the seed and the project alone, so the
/// same seed on an equal project does the same.
class RandomSession {
public:
    explicit RandomSession(std::uint64_t seed) : m_rng(seed) {}

    /// A valid edit of one to four changes.
    project::Edit edit(const project::Project& project);
    /// An edit (mostly), undo, redo, or a run of a spotter. True: it was done; false: there was nothing to
    /// undo or redo. An error of anything else is returned.
    Result<bool> act(project::Project& project);
    /// A run on a film of the project; nothing where there is none.
    Result<void> run(project::Project& project);

private:
    project::Change change(const project::Project& project);
    annotation::ExpressionEvent event();
    std::string text();
    template <class T>
    const T& oneOf(const std::vector<T>& all) {
        return all[m_rng.below(all.size())];
    }

    Rng m_rng;
    int m_drag = 0;
};

} // namespace mien::test
