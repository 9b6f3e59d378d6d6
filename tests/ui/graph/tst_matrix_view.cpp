// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/graph/matrix_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

namespace tst_matrix_view {

using namespace mien;
using namespace mien::ui::graph;

namespace {

std::vector<HeatMap> threeMaps() {
    Eigen::MatrixXd a(3, 3), b(3, 3), c(3, 3);
    a << 0, 1, 0, 0, 0, 0.5, 0, 0, 0;
    b << 0, 0.2, 0.4, 0.2, 0, std::numeric_limits<double>::quiet_NaN(), 0.4, 0, 0;
    c = 0.5 * (a + a.transpose());
    return {{"A", "", a, 1.0}, {"B", "", b, {}}, {"C", "", c, {}}};
}

struct Shown {
    Shown() {
        view.resize(900, 340);
        view.setMatrices({"x", "y", "z"}, threeMaps());
    }
    MatrixView view;
};

} // namespace

class TestMatrixView : public QObject {
    Q_OBJECT

private slots:
    void cellsAreAsDarkAsTheirValues() {
        Shown s;
        const QImage image = s.view.grab().toImage();
        const double scale = image.devicePixelRatio();
        const auto lightness = [&](int map, int row, int column) {
            const QRectF cell = s.view.cellRect(map, row, column);
            return image.pixelColor(((cell.topLeft() + QPointF(4, 4)) * scale).toPoint()).lightness();
        };
        const bool dark = s.view.palette().color(QPalette::Window).lightness() < 128;
        const auto stronger = [&](int a, int b) { return dark ? a > b : a < b; };
        QVERIFY(stronger(lightness(0, 0, 1), lightness(0, 1, 2)));
        QVERIFY(stronger(lightness(0, 1, 2), lightness(0, 1, 0)));
        QVERIFY(stronger(lightness(1, 0, 2), lightness(1, 0, 1)));
        QCOMPARE(lightness(0, 0, 1), lightness(1, 0, 2)); // each map's scale reaches to its own largest value
    }

    void mapsStandSideBySide() {
        Shown s;
        for (int map = 0; map < 3; ++map)
            for (int i = 0; i < 3; ++i)
                for (int j = 0; j < 3; ++j)
                    QVERIFY(QRectF(s.view.rect()).contains(s.view.cellRect(map, i, j)));
        QVERIFY(s.view.cellRect(0, 0, 2).right() < s.view.cellRect(1, 0, 0).left());
        QCOMPARE(s.view.cellRect(0, 0, 0).top(), s.view.cellRect(2, 0, 0).top());
        QVERIFY(s.view.cellRect(3, 0, 0).isEmpty() && s.view.cellRect(0, 3, 0).isEmpty());
    }

    void aClickChoosesThePair() {
        Shown s;
        QSignalSpy edges(&s.view, &MatrixView::edgeClicked), nodes(&s.view, &MatrixView::nodeClicked);
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.view.cellRect(1, 2, 0).center().toPoint());
        QCOMPARE(edges.size(), 1);
        QCOMPARE(edges[0], (QVariantList{2, 0}));
        QCOMPARE(s.view.selection(), Selection::ofPair(0, 2));
        QVERIFY(s.view.accessibleDescription().contains("B: z → x = 0.4"));
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.view.cellRect(0, 1, 1).center().toPoint());
        QCOMPARE(nodes.size(), 1);
        QCOMPARE(s.view.selection(), Selection::ofNode(1));
    }

    void keysWalkCellsAndCrossFromMapToMap() {
        Shown s;
        QTest::keyClick(&s.view, Qt::Key_Right);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&s.view, Qt::Key_Right);
        QVERIFY(s.view.accessibleDescription().startsWith("B: x → y"));
        QTest::keyClick(&s.view, Qt::Key_Down);
        QTest::keyClick(&s.view, Qt::Key_Down);
        QTest::keyClick(&s.view, Qt::Key_Down); // there is no fourth row
        QVERIFY(s.view.accessibleDescription().startsWith("B: z → y"));
        QSignalSpy edges(&s.view, &MatrixView::edgeClicked);
        QTest::keyClick(&s.view, Qt::Key_Space);
        QCOMPARE(edges.size(), 1);
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QVERIFY(s.view.selection().isEmpty());
    }

    void fiftyVariablesAndNoneAreDrawn() {
        Shown s;
        std::vector<std::string> names;
        for (int i = 0; i < 50; ++i)
            names.push_back("variable " + std::to_string(i));
        s.view.setMatrices(names, {{"A", "", Eigen::MatrixXd::Random(50, 50), {}}});
        s.view.grab();
        QVERIFY(QRectF(s.view.rect()).contains(s.view.cellRect(0, 49, 49)));
        s.view.setMatrices({}, {});
        s.view.grab();
        QTest::keyClick(&s.view, Qt::Key_Right);
    }

    void whatIsSeenIsSaved() {
        Shown s;
        const QTemporaryDir folder;
        MIEN_VERIFY(s.view.savePicture(folder.filePath("m.png")));
        QCOMPARE(QImage(folder.filePath("m.png")).size(), s.view.size() * 2);
    }
};

MIEN_UI_TEST(TestMatrixView)

} // namespace tst_matrix_view

#include "tst_matrix_view.moc"
