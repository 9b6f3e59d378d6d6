// SPDX-License-Identifier: GPL-3.0-or-later
// Films that moved.
#include "core/base/sha256.h"
#include "project_fixture.h"
#include "support/test_program.h"

namespace tst_relink {

using namespace mien;
using namespace mien::project;
using namespace mien::test;
namespace fs = std::filesystem;

class TestRelink : public QObject {
    Q_OBJECT

    static MediaId addFilm(Project& project, const fs::path& path, const std::string& content,
                           bool hashed = true) {
        if (!content.empty())
            writeFile(path, content);
        auto media = film(path);
        media.sha256 = hashed ? sha256Of(content) : "";
        return {project.apply({"Add film", {AddMedia{media}}}).value().addedIds[0]};
    }
    static fs::path pathOf(const Project& project, MediaId id) {
        for (const auto& media : project.media())
            if (media.id == id)
                return media.path;
        return {};
    }

private slots:
    void sha256IsThatOfTheStandard() {
        QCOMPARE(sha256Of(""),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256Of("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        for (std::size_t size : {55, 56, 63, 64, 65, 119, 120, 1000}) {
            const std::string text(size, 'x');
            const auto expected =
                QCryptographicHash::hash(QByteArray(text.data(), text.size()), QCryptographicHash::Sha256);
            QCOMPARE(QByteArray::fromStdString(sha256Of(text)), expected.toHex());
            Sha256 pieces;
            for (std::size_t i = 0; i < size; i += 7)
                pieces.update(std::string_view(text).substr(i, 7));
            QCOMPARE(QByteArray::fromStdString(pieces.hex()), expected.toHex());
        }
    }

    void projectAndFilmsMoveTogether() {
        const Folder folder;
        fs::create_directory(folder / "here");
        {
            auto project = createProject(folder / "here/study.mien").value();
            addFilm(*project, folder / "here/films/a.mp4", "a");
        }
        fs::rename(folder / "here", folder / "there");
        auto project = openProject(folder / "there/study.mien").value();
        QVERIFY(project->missingMedia().empty());
        QCOMPARE(project->media()[0].path, folder / "there/films/a.mp4");
    }

    void projectMovesAlone() {
        const Folder folder, elsewhere;
        {
            auto project = createProject(folder / "study.mien").value();
            addFilm(*project, folder / "films/a.mp4", "a");
        }
        fs::copy_file(folder / "study.mien", elsewhere / "study.mien");
        auto project = openProject(elsewhere / "study.mien").value();
        QVERIFY(project->missingMedia().empty());
        QCOMPARE(project->media()[0].path, folder / "films/a.mp4");
    }

    void findsAHundredFilmsByNameAndContent() {
        const Folder folder;
        auto project = createProject(folder / "study.mien").value();
        std::vector<MediaId> ids;
        for (int i = 0; i < 100; ++i)
            ids.push_back(addFilm(*project, folder / ("old/" + std::to_string(i) + "/film.mp4"),
                                  "film " + std::to_string(i)));
        fs::rename(folder / "old", folder / "new");
        fs::rename(folder / "new/7/film.mp4", folder / "new/7/renamed.mp4");
        writeFile(folder / "new/8/film.mp4", "not 8 "); // same name and size, other content
        QCOMPARE(project->missingMedia().size(), std::size_t{100});
        const auto found = project->relink(folder / "new");
        MIEN_VERIFY(found);
        QCOMPARE(*found, 99);
        QCOMPARE(pathOf(*project, ids[3]), folder / "new/3/film.mp4");
        QCOMPARE(pathOf(*project, ids[7]), folder / "new/7/renamed.mp4");
        QCOMPARE(project->missingMedia().at(0).id.value, ids[8].value);
        // Where a film lies is no edit: undo takes back the last film added, and redo brings it back where it
        // is.
        QCOMPARE(project->undoName().value(), std::string("Add film"));
        MIEN_VERIFY(project->undo());
        MIEN_VERIFY(project->redo());
        QCOMPARE(pathOf(*project, ids[99]), folder / "new/99/film.mp4");
        MIEN_SOUND(*project);
    }

    void withoutKnownContentOnlyAnUnmistakableNameCounts() {
        const Folder folder;
        auto project = createProject(folder / "study.mien").value();
        const auto one = addFilm(*project, folder / "old/one.mp4", "1", false);
        addFilm(*project, folder / "old/two.mp4", "2", false);
        fs::remove_all(folder / "old");
        writeFile(folder / "new/one.mp4", "1");
        writeFile(folder / "new/a/two.mp4", "2");
        writeFile(folder / "new/b/two.mp4", "3");
        QCOMPARE(project->relink(folder / "new").value(), 1);
        QCOMPARE(pathOf(*project, one), folder / "new/one.mp4");
    }

    void foldersOfImagesAreFoundByTheHashHandedIn() {
        const Folder folder;
        auto project = createProject(folder / "study.mien").value();
        auto media = film(folder / "old/s15");
        media.isImageFolder = true;
        media.sha256 = std::string(64, 'b');
        MIEN_VERIFY(project->apply({"Add", {AddMedia{media}}}));
        writeFile(folder / "new/x/s15/img1.jpg", "1");
        writeFile(folder / "new/y/s15/img1.jpg", "2");
        QCOMPARE(project->relink(folder / "new").value(), 0); // two of that name, no way to tell
        const auto found = project->relink(
            folder / "new", [&](const fs::path& path, const JobContext&) -> Result<std::string> {
                return std::string(64, path == folder / "new/y/s15" ? 'b' : 'c');
            });
        QCOMPARE(found.value(), 1);
        QCOMPARE(project->media()[0].path, folder / "new/y/s15");
    }

    void canBeStoppedAndSaysWhereItCannotLook() {
        const Folder folder;
        auto project = createProject(folder / "study.mien").value();
        addFilm(*project, folder / "old/a.mp4", "");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(project->relink(folder.path(), {}, {stop.get_token(), {}, 1}).error().code,
                 ErrorCode::Cancelled);
        QCOMPARE(project->relink(folder / "nowhere").error().code, ErrorCode::NotFound);
    }
};

MIEN_TEST(TestRelink)

} // namespace tst_relink

#include "tst_relink.moc"
