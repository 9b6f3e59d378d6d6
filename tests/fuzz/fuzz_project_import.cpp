// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an export to be imported; the project must stay sound.
#include "core/project/dump.h"
#include "core/project/import_dump.h"
#include "fuzz_target.h"

#include <cstdlib>

using namespace mien;
using namespace mien::project;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const test::FuzzFolder folder;
    folder.clear();
    auto project = createProject(folder / "a.mien");
    if (!project)
        return 0;
    const auto before = dump(**project);
    const auto imported =
        importDump(**project, {reinterpret_cast<const char*>(data), size}, folder / "films");
    if (!(*project)->check().empty())
        std::abort();
    while ((*project)->undoName())
        if (!(*project)->undo())
            std::abort();
    if (dump(**project) != before)
        std::abort();
    return 0;
}
