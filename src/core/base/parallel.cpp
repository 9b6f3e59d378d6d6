// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace mien {

void parallelFor(std::size_t count, const JobContext& job, const std::function<void(std::size_t)>& body) {
    tbb::task_arena arena(job.threadCount());
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
            if (!job.cancelled())
                body(i);
        });
    });
}

} // namespace mien
