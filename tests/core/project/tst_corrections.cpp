// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/corrections.h"
#include "core/project/film_facts.h"
#include "core/project/watched.h"
#include "project_fixture.h"
#include "support/test_program.h"

namespace tst_corrections {

using namespace mien;
using namespace mien::project;
using namespace mien::test;

class TestCorrections : public QObject {
    Q_OBJECT

    Folder m_folder;
    std::unique_ptr<Project> m_project;
    MediaId m_media;
    TierId m_tier;

    static std::string textOf(const std::vector<FrameInterval>& stretches) {
        std::string text;
        for (const auto& s : stretches)
            text += std::to_string(s.first.value) + "-" + std::to_string(s.last.value) + " ";
        return text;
    }
    void watch(std::vector<FrameInterval> stretches) {
        MIEN_VERIFY(m_project->apply({"Watched", {setWatched(m_media, "coder01", stretches)}}));
    }
    void event(std::int64_t onset, std::int64_t offset) {
        MIEN_VERIFY(m_project->apply({"Add", {AddEvent{m_tier, spanOf(onset, onset, offset)}}}));
    }

private slots:
    void init() {
        static int number = 0;
        m_project = createProject(m_folder / ("c" + std::to_string(number++) + ".mien")).value();
        auto media = film(m_folder / "films/a.mp4"); // 1000 frames at 29.97: half a second is 15 frames
        const auto ids =
            m_project->apply({"Add film", {AddMedia{media}, AddTier{{{}, {-1}, "expressions", "coder01"}}}});
        MIEN_VERIFY(ids);
        m_media = {ids->addedIds[0]};
        m_tier = {ids->addedIds[1]};
    }

    void aFilmThatNobodyLookedAtTeachesNothing() {
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 1.0}, {proposal(5, 6, 7)}));
        QVERIFY(reviewedFilms(*m_project, "coder01").empty());
    }

    void ofAnEventItsSurroundingsAreKnownAndNothingElse() {
        event(100, 120);
        event(990, 999);
        event(3, 9);
        const auto films = reviewedFilms(*m_project, "coder01");
        QCOMPARE(films.size(), std::size_t{1});
        QCOMPARE(films[0].expressions.size(), std::size_t{3});
        QCOMPARE(films[0].expressions[0].onset.value, 3);
        QCOMPARE(textOf(films[0].watched), std::string("0-24 85-135 975-999 "));
        QVERIFY(reviewedFilms(*m_project, "somebody else").empty());
        QCOMPARE(codersOf(*m_project), std::vector<std::string>{"coder01"});
    }

    void watchedStretchesAreKnownButForProposalsThatStillWait() {
        watch({{{0}, {499}}});
        event(300, 320);
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 1.0},
                                        {proposal(100, 110, 120), proposal(200, 210, 220),
                                         proposal(301, 305, 319), proposal(600, 605, 610)}));
        const auto rows = m_project->proposals(m_media);
        MIEN_VERIFY(m_project->apply({"Reject",
                                      {ReviewProposal{rows[1].id, ReviewState::Rejected},
                                       ReviewProposal{rows[3].id, ReviewState::Rejected}}}));
        // 100-120 waits: unknown. 200-220 is no expression. 301-319 is the event. 600-610 was rejected.
        QCOMPARE(textOf(reviewedFilms(*m_project, "coder01")[0].watched),
                 std::string("0-99 121-499 600-610 "));
        // A look-alike is no proposal of an expression, so it need not be decided.
        auto blink = proposal(100, 110, 120);
        blink.looksLike = "blink";
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 1.0}, {blink}));
        QCOMPARE(textOf(reviewedFilms(*m_project, "coder01")[0].watched), std::string("0-499 600-610 "));
    }

    void whatWasRejectedAndCodedOtherwiseIsTheEvent() {
        MIEN_VERIFY(
            m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 1.0}, {proposal(50, 60, 90)}));
        MIEN_VERIFY(m_project->apply(
            {"Reject", {ReviewProposal{m_project->proposals(m_media)[0].id, ReviewState::Rejected}}}));
        QCOMPARE(textOf(reviewedFilms(*m_project, "coder01")[0].watched), std::string("50-90 "));
        event(40, 60);
        const auto films = reviewedFilms(*m_project, "coder01");
        QCOMPARE(textOf(films[0].watched), std::string("25-90 "));
        QCOMPARE(films[0].expressions.size(), std::size_t{1});
    }

    void twoTiersOfOneCoderSayOneThingOnce() {
        event(100, 120);
        MIEN_VERIFY(m_project->apply(
            {"Add",
             {AddTier{{{}, m_media, "second", "coder01"}}, AddEvent{{-1}, spanOf(101, 110, 121)},
              AddEvent{{-1}, spanOf(200, 210, 221)}}}));
        QCOMPARE(reviewedFilms(*m_project, "coder01")[0].expressions.size(), std::size_t{2});
    }

    void subjectAndFaceComeAlong() {
        event(100, 120);
        MIEN_VERIFY(m_project->apply({"Say", {setSubject(m_media, "s07"), setFollowedFace(m_media, 2)}}));
        const auto films = reviewedFilms(*m_project, "coder01");
        QCOMPARE(films[0].subject, std::string("s07"));
        QCOMPARE(films[0].followFace, 2);
        QCOMPARE(films[0].name, std::string("a.mp4"));
        QVERIFY(!films[0].fps);
    }
};

MIEN_TEST(TestCorrections)

} // namespace tst_corrections

#include "tst_corrections.moc"
