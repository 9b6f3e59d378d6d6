// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/dataset/splits.h"
#include "support/verify.h"

#include <set>

namespace tst_splits {

using namespace mien;
using namespace mien::dataset;

namespace {

using Ids = std::vector<std::string>;

std::set<std::string> peopleOf(const Ids& subjects, const std::vector<std::size_t>& items) {
    std::set<std::string> out;
    for (const auto item : items)
        out.insert(subjectKey(subjects[item]));
    return out;
}

/// No person on both sides, no item on both sides or twice, no index out of range.
bool leakFree(const Ids& subjects, const Fold& fold) {
    std::set<std::size_t> items;
    for (const auto* side : {&fold.train(), &fold.test()})
        for (const auto item : *side)
            if (item >= subjects.size() || !items.insert(item).second)
                return false;
    const auto train = peopleOf(subjects, fold.train());
    for (const auto& person : peopleOf(subjects, fold.test()))
        if (train.contains(person))
            return false;
    return true;
}

/// Ids as tables write them: the same person in several spellings of case and blanks.
Ids randomSubjects(Rng& rng) {
    const auto people = 2 + rng.below(15);
    Ids out;
    for (std::uint64_t i = 0, n = people + rng.below(120); i < n; ++i) {
        const auto person = i < people ? i : rng.below(people);
        const char* forms[] = {"S%1", "s%1", " S%1", "s%1 "};
        out.push_back(QString(forms[rng.below(4)]).arg(person, 2, 10, QChar('0')).toStdString());
    }
    return out;
}

} // namespace

class TestSplits : public QObject {
    Q_OBJECT

private slots:
    void noSplitEverLeaksASubject() {
        Rng rng(7);
        for (int round = 0; round < 200; ++round) {
            const auto subjects = randomSubjects(rng);
            const auto loso = leaveOneSubjectOut(subjects);
            MIEN_VERIFY(loso);
            std::set<std::string> people;
            for (const auto& id : subjects)
                people.insert(subjectKey(id));
            QCOMPARE(loso->size(), people.size());
            std::size_t tested = 0;
            for (const auto& fold : *loso) {
                QVERIFY(leakFree(subjects, fold));
                QCOMPARE(fold.train().size() + fold.test().size(), subjects.size());
                tested += fold.test().size();
            }
            QCOMPARE(tested, subjects.size());

            const int k = 2 + static_cast<int>(rng.below(people.size() - 1));
            const auto folds = subjectFolds(subjects, k, rng.next());
            MIEN_VERIFY(folds);
            tested = 0;
            for (const auto& fold : *folds) {
                QVERIFY(leakFree(subjects, fold));
                QVERIFY(!fold.test().empty() && !fold.train().empty());
                tested += fold.test().size();
            }
            QCOMPARE(tested, subjects.size());

            Ids sets;
            for (std::size_t i = 0; i < subjects.size(); ++i)
                sets.push_back(i % 3 == 0 ? "A" : i % 3 == 1 ? "B" : "C");
            if (subjects.size() < 3)
                continue;
            const auto across = crossDatasetFolds(subjects, sets, true);
            MIEN_VERIFY(across);
            for (const auto& fold : *across)
                QVERIFY(leakFree(subjects, fold));
        }
    }

    void foldsHoldAboutEquallyManyItemsAndAreDrawnFromTheSeed() {
        Ids subjects;
        for (int s = 0; s < 12; ++s)
            for (int i = 0; i <= s; ++i)
                subjects.push_back("p" + std::to_string(s));
        const auto folds = subjectFolds(subjects, 3, 1);
        MIEN_VERIFY(folds);
        for (const auto& fold : *folds)
            QCOMPARE(fold.test().size(), std::size_t{26}); // 78 items of 12 people
        const auto again = subjectFolds(subjects, 3, 1);
        QCOMPARE(again->front().test(), folds->front().test());
        Ids equal;
        for (int s = 0; s < 20; ++s)
            equal.push_back("p" + std::to_string(s));
        QVERIFY(subjectFolds(equal, 4, 1)->front().test() != subjectFolds(equal, 4, 2)->front().test());
        // The order of the rows decides nothing.
        auto reversed = equal;
        std::reverse(reversed.begin(), reversed.end());
        const auto a = subjectFolds(equal, 4, 5), b = subjectFolds(reversed, 4, 5);
        QCOMPARE(peopleOf(equal, a->front().test()), peopleOf(reversed, b->front().test()));
    }

    void publishedListsAreWholeAndDisjoint() {
        QCOMPARE(publishedSplits().size(), std::size_t{3});
        for (const auto& split : publishedSplits()) {
            std::set<std::string> people;
            std::size_t listed = 0;
            for (const auto& fold : split.folds) {
                people.insert(fold.begin(), fold.end());
                listed += fold.size();
            }
            QCOMPARE(people.size(), listed);
            const bool disfa = split.name == "disfa";
            QCOMPARE(listed, std::size_t{disfa ? 27U : 41U});
            if (disfa)
                continue;
            for (int f = 1; f <= 23; ++f)
                QVERIFY(people.contains(QString("F%1").arg(f, 3, 10, QChar('0')).toStdString()));
            for (int m = 1; m <= 18; ++m)
                QVERIFY(people.contains(QString("M%1").arg(m, 3, 10, QChar('0')).toStdString()));
        }
    }

    void publishedFoldsPutEverySubjectWhereTheListSays() {
        const Ids subjects{"F001", "F003", "f004", "F001", "X9"};
        Ids strangers;
        const auto folds = publishedFolds(subjects, "bp4d", &strangers);
        MIEN_VERIFY(folds);
        QCOMPARE(folds->size(), std::size_t{3});
        QCOMPARE((*folds)[0].test(), (std::vector<std::size_t>{0, 3}));
        QCOMPARE((*folds)[0].train(), (std::vector<std::size_t>{1, 2}));
        QCOMPARE((*folds)[2].test(), (std::vector<std::size_t>{2}));
        QCOMPARE(strangers, Ids{"X9"});
        for (const auto& fold : *folds)
            QVERIFY(leakFree(subjects, fold));
        QVERIFY(!publishedFolds(subjects, "disfa"));
        QCOMPARE(publishedFolds(subjects, "none").error().code, ErrorCode::NotFound);
    }

    void anotherDataSetIsTestedWholeAndSharedPeopleAreNotTrainedOn() {
        const Ids subjects{"s1", "s2", "s2", "s3"};
        const Ids sets{"A", "A", "B", "B"};
        const auto own = crossDatasetFolds(subjects, sets, false);
        MIEN_VERIFY(own);
        QCOMPARE(own->size(), std::size_t{2});
        QCOMPARE((*own)[0].train(), (std::vector<std::size_t>{0, 1}));
        QCOMPARE((*own)[0].test(), (std::vector<std::size_t>{2, 3}));
        const auto shared = crossDatasetFolds(subjects, sets, true);
        QCOMPARE((*shared)[0].train(), (std::vector<std::size_t>{0}));
        QCOMPARE((*shared)[0].test(), (std::vector<std::size_t>{2, 3}));
    }

    void whatCannotBeSplitIsRefused() {
        for (const auto& subjects : {Ids{"a", "b", ""}, Ids{"a", "b", "  "}}) {
            const auto loso = leaveOneSubjectOut(subjects);
            QVERIFY(!loso);
            QVERIFY(loso.error().message.find("Item 3") != std::string::npos);
            QVERIFY(!subjectFolds(subjects, 2, 1));
        }
        QVERIFY(!leaveOneSubjectOut(Ids{"a", "A "}));
        QVERIFY(!leaveOneSubjectOut(Ids{}));
        QVERIFY(!subjectFolds(Ids{"a", "b"}, 3, 1));
        QVERIFY(!subjectFolds(Ids{"a", "b"}, 1, 1));
        QVERIFY(!crossDatasetFolds(Ids{"a", "b"}, Ids{"A", "A"}, true));
        QVERIFY(!crossDatasetFolds(Ids{"a", "b"}, Ids{"A"}, true));
    }
};

MIEN_TEST(TestSplits)

} // namespace tst_splits

#include "tst_splits.moc"
