// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/import.h"
#include "core/project/film_facts.h"
#include "support/verify.h"
#include "ui/dataset/import_plan.h"

#include <QTemporaryDir>

namespace tst_import_plan {

using namespace mien;
using namespace mien::ui;

namespace {

constexpr auto kTable = "subject,film,clip,onset,apex,offset,type,emotion,au,fps\n"
                        "s1,a,a_1,10,14,20,micro,happiness,R12B+6,25\n"
                        "s1,a,a_2,30,,60,,surprise,1+2,25\n"
                        "s1,b,b_1,5,7,9,macro,disgust,9,25\n"
                        "s2,c,c_1,5,7,9,macro,anger,4,25\n"
                        "s1,a,a_3,70,72,,macro,anger,4,25\n"
                        "s1,a,a_4,95,97,120,macro,anger,4,25\n";

/// The table with films that nobody needs to open.
dataset::Dataset sampleData(const QTemporaryDir& folder) {
    auto data = dataset::parseDataset(kTable, "lab.csv", {});
    if (!data)
        qFatal("%s", data.error().sentence().c_str());
    for (auto& sample : data->samples)
        if (sample.film != "c")
            sample.media = folder.filePath(QString::fromStdString(sample.film) + ".mp4").toStdString();
    return *std::move(data);
}

ProbedFilms probed(const QTemporaryDir& folder) {
    ProbedFilms films;
    project::Media media;
    media.frames = 100;
    media.fps = {25, 1};
    media.path = folder.filePath("a.mp4").toStdString();
    films.emplace(media.path, media);
    films.emplace(folder.filePath("b.mp4").toStdString(), fail(ErrorCode::Corrupt, "It is damaged."));
    return films;
}

const project::AddEvent* lastEventOf(const ImportPlan& plan) {
    const project::AddEvent* event = nullptr;
    for (const auto& change : plan.edit.changes)
        if (const auto* added = std::get_if<project::AddEvent>(&change))
            event = added;
    return event;
}

} // namespace

class TestImportPlan : public QObject {
    Q_OBJECT

private slots:
    void foundFilmsAndTheirExpressionsBecomeOneEdit() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        const auto data = sampleData(folder);
        const auto plan = planImport(data, probed(folder), **project);
        QCOMPARE(plan.films, 1);
        const auto subjectsIn = [](const ImportPlan& made) {
            std::vector<std::string> out;
            for (const auto& change : made.edit.changes)
                if (const auto* said = std::get_if<project::SetFilmValue>(&change))
                    out.push_back(said->name + " " + said->value);
            return out;
        };
        QCOMPARE(subjectsIn(plan), std::vector<std::string>{"subject s1"}); // of the films that are written
        auto two = data;
        two.samples[1].offset = FrameIndex{50};
        two.samples[1].apex.reset();
        two.samples[1].subject = "s2"; // a film of two people is of neither
        two.samples[1].onset = FrameIndex{30};
        QVERIFY(subjectsIn(planImport(two, probed(folder), **project)).empty());
        QCOMPARE(plan.events, 2);
        const auto applied = (*project)->apply(plan.edit);
        MIEN_VERIFY(applied);
        const auto media = (*project)->media();
        QCOMPARE(media.size(), std::size_t(1));
        QCOMPARE(project::subjectOf(**project, media[0].id), std::string("s1"));
        const auto tiers = (*project)->tiers(media[0].id);
        QCOMPARE(tiers.size(), std::size_t(1));
        QCOMPARE(tiers[0].coder, std::string("lab"));
        const auto events = (*project)->events(tiers[0].id);
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].event.onset, FrameIndex{10});
        QCOMPARE(*events[0].event.apex, FrameIndex{14});
        QCOMPARE(events[0].event.offset, FrameIndex{20});
        QCOMPARE(events[0].event.actionUnits, std::string("R12B+6"));
        QVERIFY(events[0].event.type == annotation::ExpressionType::Micro);
        QVERIFY(QString::fromStdString(events[0].event.note).contains("happiness"));
        QVERIFY(!events[1].event.apex);
        const auto undone = (*project)->undo();
        MIEN_VERIFY(undone);
        QVERIFY((*project)->media().empty());
    }

    void aTypeThatTheTableDoesNotSayIsTakenFromTheLengthAndSaysSo() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        const auto plan = planImport(sampleData(folder), probed(folder), **project);
        const auto* event = lastEventOf(plan);
        QVERIFY(event);
        QVERIFY(event->event.type == annotation::ExpressionType::Macro); // 31 frames at 25 a second
        QVERIFY(QString::fromStdString(event->event.note).contains("length"));
    }

    void everyRowThatIsNotWrittenHasItsReason() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        const auto data = sampleData(folder);
        const auto plan = planImport(data, probed(folder), **project);
        int leftOut = 0;
        for (const auto& [why, rows] : plan.leftOut)
            leftOut += rows;
        QCOMPARE(leftOut + plan.events, static_cast<int>(data.samples.size()));
        QCOMPARE(plan.leftOut.size(), std::size_t(4)); // no film, damaged film, no offset, beyond the film
        QVERIFY(plan.leftOut.at("the film was not found") == 1);
        QVERIFY(plan.leftOut.at("the offset is unknown") == 1);
        QVERIFY(plan.leftOut.at("the expression lies outside its film") == 1);
        QVERIFY(plan.leftOut.at("the film cannot be opened") == 1);
    }

    void framesOfAClipCutFromAFilmAreThoseOfTheClip() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        auto data = sampleData(folder);
        data.samples.resize(1);
        data.samples[0].mediaFirstFrame = 8;
        const auto plan = planImport(data, probed(folder), **project);
        const auto* event = lastEventOf(plan);
        QVERIFY(event);
        QCOMPARE(event->event.onset, FrameIndex{2});
        QCOMPARE(*event->event.apex, FrameIndex{6});
        QCOMPARE(event->event.offset, FrameIndex{12});
    }

    void importingTwiceWritesNothingTwice() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        const auto data = sampleData(folder);
        const auto films = probed(folder);
        const auto applied = (*project)->apply(planImport(data, films, **project).edit);
        MIEN_VERIFY(applied);
        const auto again = planImport(data, films, **project);
        QCOMPARE(again.events, 0);
        QCOMPARE(again.films, 0);
        QVERIFY(again.edit.changes.empty());
    }

    void aFilmThatTheProjectHasIsNotAddedAgain() {
        QTemporaryDir folder;
        auto project = project::createProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        const auto films = probed(folder);
        const auto& film = films.at(folder.filePath("a.mp4").toStdString());
        const auto added = (*project)->apply({"Add film", {project::AddMedia{*film}}});
        MIEN_VERIFY(added);
        const auto plan = planImport(sampleData(folder), films, **project);
        QCOMPARE(plan.films, 0);
        QCOMPARE(plan.events, 2);
        const auto applied = (*project)->apply(plan.edit);
        MIEN_VERIFY(applied);
        QCOMPARE((*project)->media().size(), std::size_t(1));
    }
};

MIEN_UI_TEST(TestImportPlan)

} // namespace tst_import_plan

#include "tst_import_plan.moc"
