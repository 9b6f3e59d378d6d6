// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/graph_formats.h"
#include "core/causal/meaning.h"
#include "graph_text.h"
#include "support/test_program.h"

namespace tst_causal_formats {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

Pag everyKind() {
    return pagOf("A o-o B, B o-> C, C --> D, D <-> E, E --- F, F --o G, G <-- A, leftbrow, x\"y");
}

const char* allFormats[] = {"tetrad", "pcalg", "causal-learn", "dot", "graphml", "json"};

} // namespace

/// Graphs of and for other programs.
class TestCausalFormats : public QObject {
    Q_OBJECT

private slots:
    void everyFormatBringsBackWhatItWrote_data() {
        QTest::addColumn<QString>("format");
        for (const char* name : allFormats)
            QTest::addRow("%s", name) << name;
        QCOMPARE(graphFormats().size(), std::size(allFormats));
    }
    void everyFormatBringsBackWhatItWrote() {
        QFETCH(QString, format);
        const auto row = graphFormat(format.toStdString());
        MIEN_VERIFY(row);
        Pag graph(std::vector<std::string>{"A", "B", "C", "left outer brow", "x\"y", "ö&<", "G"});
        Rng rng(3);
        constexpr Mark marks[] = {Mark::Circle, Mark::Arrow, Mark::Tail};
        for (int i = 0; i < graph.size(); ++i)
            for (int j = i + 1; j < graph.size(); ++j)
                if (rng.below(3) > 0)
                    graph.connect(i, j, marks[rng.below(3)], marks[rng.below(3)]);
        const auto back = row->read(row->write(graph), "g");
        MIEN_VERIFY(back);
        QVERIFY(*back == graph);
    }

    void everyFormatSaysWhatIsWrong_data() { everyFormatBringsBackWhatItWrote_data(); }
    void everyFormatSaysWhatIsWrong() {
        QFETCH(QString, format);
        const auto row = graphFormat(format.toStdString());
        for (const char* text : {"", "{", "<a/>", "A,B\n1,2\n", "Graph Edges:\n1. A --> B\n"}) {
            const auto graph = row->read(text, "g.txt");
            QVERIFY2(!graph, text);
            QVERIFY(graph.error().location.rfind("g.txt", 0) == 0);
        }
        // every cut of a good file: an error or a graph, nothing else
        const auto whole = row->write(everyKind());
        for (std::size_t length = 0; length < whole.size(); length += 3)
            (void)row->read(std::string_view(whole).substr(0, length), "g.txt");
    }

    void tetradsOwnTextIsRead() {
        const auto row = graphFormat("tetrad");
        const auto graph =
            row->read("Graph Nodes:\nX1;X2;X3\n\nGraph Edges:\n1. X1 o-> X2\n2. X2 --> X3 dd nl\n\n"
                      "Graph Attributes:\nBIC: -3.2\n",
                      "t.txt");
        MIEN_VERIFY(graph);
        QCOMPARE(edgeTexts(*graph), (QStringList{"X1 o-> X2", "X2 --> X3"}));
    }

    /// Names that mean something to a format, or to none.
    void oddNamesComeBack_data() { everyFormatBringsBackWhatItWrote_data(); }
    void oddNamesComeBack() {
        QFETCH(QString, format);
        const auto row = graphFormat(format.toStdString());
        Pag graph(std::vector<std::string>{"X[t-1]", "a,b", "c -> d", "e --> f", "\\", "edge", "1", "a b",
                                           "A&<>'"});
        for (int i = 0; i + 1 < graph.size(); ++i)
            graph.connect(i, i + 1, Mark::Circle, Mark::Arrow);
        const auto text = row->write(graph);
        const auto back = row->read(text, "g");
        MIEN_VERIFY(back);
        QVERIFY2(*back == graph, text.c_str());
        const auto recognised = recogniseGraph(text, "g");
        if (format != QLatin1String("pcalg") &&
            format != QLatin1String("causal-learn")) { // ones and twos alone
            MIEN_VERIFY(recognised);
            QCOMPARE(recognised->name, std::string_view(row->name));
        } else {
            QCOMPARE(recognised.error().code, ErrorCode::Corrupt);
        }
    }

    void otherProgramsDotIsRead() {
        const auto row = graphFormat("dot");
        const auto drawn = row->read("digraph G {\n  rankdir=LR;\n0 [fontsize=18, label=X1, pos=\"1,2\"];\n"
                                     "1 [label=\"brow, left\"];\n0 -> 1  [arrowhead=normal, arrowtail=odot, "
                                     "dir=both];\nZ -> 0;\n}\n",
                                     "g");
        MIEN_VERIFY(drawn);
        QCOMPARE(edgeTexts(*drawn), (QStringList{"X1 <-- Z", "X1 o-> brow, left"}));
    }

    void theQuotedMatrixOfRIsRecognised() {
        const std::string text = "\"\",\"A\",\"B\"\r\n\"A\",0,2\r\n\"B\",3,0\r\n";
        const auto format = recogniseGraph(text, "g");
        MIEN_VERIFY(format);
        QCOMPARE(format->name, std::string_view("pcalg"));
        QCOMPARE(edgeTexts(*format->read(text, "g")), QStringList{"A --> B"});
    }

    void theMatricesFollowTheirPrograms() {
        const Pag graph = pagOf("A o-> B");
        QCOMPARE(graphFormat("pcalg")->write(graph), std::string(",A,B\nA,0,2\nB,1,0\n"));
        QCOMPARE(graphFormat("causal-learn")->write(graph), std::string(",A,B\nA,0,2\nB,1,0\n"));
        const Pag cause = pagOf("A --> B");
        QCOMPARE(graphFormat("pcalg")->write(cause), std::string(",A,B\nA,0,2\nB,3,0\n"));
        QCOMPARE(graphFormat("causal-learn")->write(cause), std::string(",A,B\nA,0,-1\nB,1,0\n"));
    }

    void graphvizDrawsEachEnd() {
        const auto text = graphFormat("dot")->write(pagOf("A o-> B"));
        QVERIFY(text.find("\"A\" -> \"B\" [dir=both, arrowtail=odot, arrowhead=normal];") !=
                std::string::npos);
    }

    void edgesAreSaidInWords() {
        const auto words = [](const char* text) {
            const Pag graph = pagOf(text);
            return QString::fromStdString(meaningOf(graph, graph.edges()[0]));
        };
        QCOMPARE(words("R3 --> R9"), "R3 is a cause of R9");
        QCOMPARE(words("R3 <-- R9"), "R9 is a cause of R3");
        QVERIFY(words("A <-> B").contains("something unmeasured moves A and B"));
        QVERIFY(words("A <-o B").startsWith("A does not cause B"));
        QVERIFY(words("A o-o B").contains("leave open"));
        QVERIFY(words("A --- B").contains("which samples"));
    }
};

MIEN_TEST(TestCausalFormats)

} // namespace tst_causal_formats

#include "tst_causal_formats.moc"
