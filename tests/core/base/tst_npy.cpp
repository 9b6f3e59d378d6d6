// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <fstream>
#include <iterator>
#include <numeric>

namespace tst_npy {

using namespace mien;

class TstNpy : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::filesystem::path fileWith(const std::string& content) const {
        const auto file = path("made.npy");
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
        return file;
    }
    /// What NumPy writes for an array of the given header dictionary: 128 bytes of header, then the elements.
    static std::string numpyFile(const std::string& dictionary, const std::string& elements) {
        std::string out("\x93NUMPY\x01\x00\x76\x00", 10); // 0x76 = 118 = 128 - 10
        out += dictionary;
        out.resize(127, ' ');
        return out + '\n' + elements;
    }

private slots:
    void writesTheBytesThatNumpyWrites() {
        // np.save of np.array([1, 2, 3], dtype='float32')
        const std::string expected =
            numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }",
                      std::string("\x00\x00\x80\x3f\x00\x00\x00\x40\x00\x00\x40\x40", 12));
        const std::vector<float> values{1.0f, 2.0f, 3.0f};
        MIEN_VERIFY(writeNpy(path("a.npy"), NpyArray::of<float>({3}, values)));
        QCOMPARE(contentOf(path("a.npy")), expected);
    }
    void readsTheBytesThatNumpyWrites() {
        // np.save of np.array([[1, -2], [3, 4]], dtype='int32')
        const auto file = fileWith(
            numpyFile("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }",
                      std::string("\x01\x00\x00\x00\xfe\xff\xff\xff\x03\x00\x00\x00\x04\x00\x00\x00", 16)));
        const auto array = readNpy(file);
        MIEN_VERIFY(array);
        QCOMPARE(array->shape, (std::vector<std::size_t>{2, 2}));
        const auto values = array->values<std::int32_t>();
        QCOMPARE(std::vector<std::int32_t>(values.begin(), values.end()),
                 (std::vector<std::int32_t>{1, -2, 3, 4}));
    }
    void everyTypeComesBack() {
        const auto check = [&]<class T>(T seed) {
            std::vector<T> values(2 * 3 * 4);
            std::iota(values.begin(), values.end(), seed);
            MIEN_VERIFY(writeNpy(path("t.npy"), NpyArray::of<T>({2, 3, 4}, values)));
            const auto back = readNpy(path("t.npy"));
            MIEN_VERIFY(back);
            QCOMPARE(back->type, npyTypeOf<T>());
            QCOMPARE(back->shape, (std::vector<std::size_t>{2, 3, 4}));
            const auto read = back->values<T>();
            QVERIFY(std::equal(values.begin(), values.end(), read.begin(), read.end()));
        };
        check(0.5f);
        check(-7.25);
        check(std::uint8_t{200});
        check(std::int32_t{-5});
        check(std::int64_t{1} << 40);
    }
    void emptyAndSingleNumbersComeBack() {
        MIEN_VERIFY(writeNpy(path("e.npy"), NpyArray{NpyType::Float32, {0, 12, 2}, {}}));
        const auto empty = readNpy(path("e.npy"));
        MIEN_VERIFY(empty);
        QCOMPARE(empty->shape, (std::vector<std::size_t>{0, 12, 2}));
        const std::vector<double> one{2.5};
        MIEN_VERIFY(writeNpy(path("s.npy"), NpyArray::of<double>({}, one)));
        const auto number = readNpy(path("s.npy"));
        MIEN_VERIFY(number);
        QVERIFY(number->shape.empty());
        QCOMPARE(number->values<double>()[0], 2.5);
    }
    void aStreamedFileEqualsOneWrittenAtOnce() {
        std::vector<float> values(1234 * 6);
        std::iota(values.begin(), values.end(), 0.0f);
        {
            auto writer = NpyWriter::create(path("stream.npy"), NpyType::Float32, {3, 2});
            MIEN_VERIFY(writer);
            for (std::size_t row = 0; row < 1234; ++row)
                MIEN_VERIFY(writer->append(std::span<const float>(values).subspan(row * 6, 6)));
            QVERIFY2(!std::filesystem::exists(path("stream.npy")), "visible before it is whole");
            MIEN_VERIFY(writer->finish());
            QCOMPARE(writer->rows(), std::size_t{1234});
            QVERIFY(!writer->append(std::span<const float>(values).first(6)).has_value());
        }
        MIEN_VERIFY(writeNpy(path("once.npy"), NpyArray::of<float>({1234, 3, 2}, values)));
        QCOMPARE(contentOf(path("stream.npy")), contentOf(path("once.npy")));
    }
    void anUnfinishedStreamLeavesNothingBehind() {
        QTemporaryDir folder;
        const auto target = std::filesystem::path(folder.filePath("x.npy").toStdString());
        {
            auto writer = NpyWriter::create(target, NpyType::UInt8, {2});
            MIEN_VERIFY(writer);
            NpyWriter moved = std::move(*writer);
            const std::vector<std::uint8_t> row{1, 2};
            MIEN_VERIFY(moved.append(std::span<const std::uint8_t>(row)));
        }
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    }
    void aFailedWriteKeepsTheOldFile() {
        const auto file = fileWith("old");
        QVERIFY(!writeNpy(file, NpyArray{NpyType::Float32, {3}, {}}).has_value());
        QCOMPARE(contentOf(file), std::string("old"));
        const auto nowhere = writeNpy(path("no/such/folder.npy"), NpyArray{NpyType::Float32, {0}, {}});
        QVERIFY(!nowhere.has_value());
        QCOMPARE(nowhere.error().code, ErrorCode::WriteFailed);
    }
    void badFilesGetASentence_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const auto corrupt = static_cast<int>(ErrorCode::Corrupt);
        const auto unsupported = static_cast<int>(ErrorCode::Unsupported);
        const auto row = [](const char* name, const std::string& content, int code) {
            QTest::newRow(name) << QByteArray(content.data(), static_cast<qsizetype>(content.size())) << code;
        };
        const std::string four("\0\0\0\0", 4);
        row("empty", "", corrupt);
        row("text", "region,dx,dy\n1,2,3\n", corrupt);
        row("magic only", "\x93NUMPY", corrupt);
        row("version 9", std::string("\x93NUMPY\x09\x00\x10\x00", 10) + std::string(64, ' '), unsupported);
        row("header cut off", std::string("\x93NUMPY\x01\x00\x76\x00{'descr'", 18), corrupt);
        row("header of 4 GiB", std::string("\x93NUMPY\x02\x00\xff\xff\xff\xff", 12), corrupt);
        row("elements cut off", numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", four),
            corrupt);
        row("elements left over",
            numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", four + four), corrupt);
        row("shape beyond memory",
            numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 16), }",
                      four),
            corrupt);
        row("shape overflows a number",
            numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999999,), }",
                      four),
            corrupt);
        row("negative shape", numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", four),
            corrupt);
        row("number for a shape", numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (1), }", four),
            corrupt);
        row("no shape", numpyFile("{'descr': '<f4', 'fortran_order': False, }", four), corrupt);
        row("strange key", numpyFile("{'descr': '<f4', 'evil': False, 'shape': (1,), }", four), corrupt);
        row("code for a header", numpyFile("__import__('os')", four), corrupt);
        row("text after the dictionary",
            numpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } x", four), corrupt);
        row("big-endian", numpyFile("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", four),
            unsupported);
        row("objects", numpyFile("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", four),
            unsupported);
        row("Fortran order", numpyFile("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 1), }", four),
            unsupported);
    }
    void badFilesGetASentence() {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        const auto array = readNpy(fileWith(content.toStdString()));
        QVERIFY(!array.has_value());
        QCOMPARE(static_cast<int>(array.error().code), code);
        QVERIFY(array.error().message.ends_with('.'));
        QVERIFY(array.error().location.ends_with("made.npy"));
    }
    void everyTruncationIsRefused() {
        const std::vector<float> values{1.0f, 2.0f, 3.0f};
        MIEN_VERIFY(writeNpy(path("whole.npy"), NpyArray::of<float>({3}, values)));
        const std::string whole = contentOf(path("whole.npy"));
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(!readNpy(fileWith(whole.substr(0, length))).has_value());
    }
    void whatIsNotAFileIsRefused() {
        QCOMPARE(readNpy(path("absent.npy")).error().code, ErrorCode::NotFound);
        QCOMPARE(readNpy(m_folder.path().toStdString()).error().code, ErrorCode::Unreadable);
    }
};

MIEN_TEST(TstNpy)

} // namespace tst_npy

#include "tst_npy.moc"
