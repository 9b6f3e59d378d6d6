// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy_header.h"
#include "core/base/npz.h"
#include "core/dataset/workbook.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_npz {

using namespace mien;

namespace {

/// A .npy file of any kind; the header as NumPy writes it but for its padding.
std::string npyOf(const std::string& kind, const std::string& shape, const std::string& elements) {
    const auto dictionary = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    std::string out("\x93NUMPY\x01\x00", 8);
    out += static_cast<char>(dictionary.size());
    out += '\0';
    return out + dictionary + elements;
}

} // namespace

class TestNpz : public QObject {
    Q_OBJECT

private slots:
    void arraysComeByTheirNames() {
        const std::array values{1.5f, -2.0f};
        const std::string bytes(reinterpret_cast<const char*>(values.data()), sizeof values);
        const auto file = NpzFile::open(write({{"b.npy", npyOf("<f4", "(2,)", bytes)},
                                               {"a.npy", npyOf("|u1", "(1, 2)", "xy")},
                                               {"note.txt", "n"}}));
        MIEN_VERIFY(file);
        QCOMPARE(file->names(), (std::vector<std::string>{"a", "b"}));
        const auto b = file->read("b");
        MIEN_VERIFY(b);
        QCOMPARE(b->values<float>()[1], -2.0f);
        QCOMPARE(file->read("a")->shape, (std::vector<std::size_t>{1, 2}));
        const auto none = file->read("c");
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY(none.error().message.find("it has a, b") != std::string::npos);
    }

    void elementsOfOtherKindsComeAsTheyLie() {
        const auto file = NpzFile::open(
            write({{"half.npy", npyOf("<f2", "(3,)", std::string(6, 'h'))},
                   {"names.npy", npyOf("<U2", "(2,)", std::string("a\0\0\0b\0\0\0c\0\0\0\0\0\0\0", 16))},
                   {"none.npy", npyOf("<f2", "(0, 3)", "")},
                   {"object.npy", npyOf("|O", "(1,)", "x")}}));
        MIEN_VERIFY(file);
        const auto half = file->readElements("half");
        MIEN_VERIFY(half);
        QCOMPARE(half->kind, std::string("<f2"));
        QCOMPARE(half->count(), std::size_t{3});
        QCOMPARE(half->bytes.size(), std::size_t{6});
        QCOMPARE(file->readElements("names")->bytes.size(), std::size_t{16});
        QCOMPARE(file->readElements("none")->count(), std::size_t{0});
        QCOMPARE(file->readElements("object").error().code, ErrorCode::Unsupported);
        QCOMPARE(file->read("half").error().code, ErrorCode::Unsupported);
    }

    void elementsThatDoNotFillTheShapeAreRefused() {
        const auto file = NpzFile::open(write({{"cut.npy", npyOf("<f2", "(3,)", "12345")},
                                               {"long.npy", npyOf("<f4", "(1,)", "12345678")},
                                               {"huge.npy", npyOf("<f2", "(4611686018427387904, 8)", "12")},
                                               {"empty.npy", ""}}));
        MIEN_VERIFY(file);
        for (const auto& name : file->names()) {
            for (const auto& error : {file->readElements(name).error(), file->read(name).error()})
                QVERIFY2(!error.message.empty() && error.location.find(name) != std::string::npos,
                         name.c_str());
            QCOMPARE(file->readElements(name).error().code, ErrorCode::Corrupt);
        }
    }

    void whatIsNoArchiveIsRefused() {
        const auto path = std::filesystem::path(m_dir.filePath("no.npz").toStdString());
        std::ofstream(path) << "no archive";
        QCOMPARE(NpzFile::open(path).error().code, ErrorCode::Corrupt);
        QCOMPARE(NpzFile::open("none.npz").error().code, ErrorCode::NotFound);
    }

private:
    std::filesystem::path write(const test::Parts& parts) {
        const auto path = std::filesystem::path(m_dir.filePath("a.npz").toStdString());
        std::ofstream(path, std::ios::binary) << test::zipOf(parts);
        return path;
    }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestNpz)

} // namespace tst_npz

#include "tst_npz.moc"
