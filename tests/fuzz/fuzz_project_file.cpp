// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a project file: opened for writing, read, checked, walked, written to.
#include "core/project/dump.h"
#include "core/project/sqlite.h"
#include "fuzz_target.h"

#include <fstream>

using namespace mien;
using namespace mien::project;

namespace {

const test::FuzzFolder& folder() {
    static const test::FuzzFolder made;

    return made;
}

void use(Project& project) {
    (void)dump(project, {.history = true});
    (void)project.check();
    (void)project.undo();
    (void)project.redo();
    for (const auto& media : project.media()) {
        annotation::ExpressionEvent event;
        event.offset = {5};
        (void)project.apply({"Add", {AddTier{{{}, media.id, "a", "b"}}, AddEvent{{-1}, event}}});
        (void)project.storeRun({{}, media.id, "rules", "{}", "0.1", "", 0.5},
                               {{{1}, {2}, {3}, annotation::ExpressionType::Micro, 0.5, {}, "", ""}});
        break;
    }
}

} // namespace

std::vector<std::string> mienFuzzSeeds() {
    const auto path = folder() / "seed.mien";
    {
        auto project = createProject(path).value();
        Media media;
        media.path = folder() / "film.mp4";
        media.frames = 100;
        media.fps = {25, 1};
        annotation::ExpressionEvent event;
        event.offset = {9};
        event.note = "note";
        const auto ids = project->apply({"Add",
                                         {AddMedia{media}, AddTier{{{}, {-1}, "tier", "coder"}},
                                          AddEvent{{-2}, event}, AddEvent{{-2}, event}}});
        const MediaId film{ids.value().addedIds[0]};
        if (!project->storeRun(
                {{}, film, "rules", "{}", "0.1", "now", 0.5},
                {{{1}, {2}, {3}, annotation::ExpressionType::Micro, 0.5, {{"brow", 1.0}}, "", "r"}}) ||
            !project->apply({"Take", {ReviewProposal{project->proposals(film)[0].id, ReviewState::Taken}}}) ||
            !project->undo() || !project->setValue("key", "value"))
            std::abort();
    }
    {
        // Small pages: fewer bytes without meaning, hence more mutations that matter.
        auto file = Database::open(path, Database::Mode::ReadWrite).value();
        if (!file.exec(
                "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM; PRAGMA journal_mode = WAL"))
            std::abort();
    }
    std::ifstream file(path, std::ios::binary);
    return {std::string(std::istreambuf_iterator<char>(file), {})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    folder().clear();
    const auto path = folder() / "input.mien";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    if (const auto reading = openProject(path, OpenMode::ReadOnly))
        (void)dump(**reading, {.history = true});
    if (const auto project = openProject(path))
        use(**project);
    return 0;
}
