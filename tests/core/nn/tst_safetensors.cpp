// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <cmath>
#include <cstring>
#include <limits>

namespace tst_safetensors {

using namespace mien;

namespace {

std::string bytesOf(const std::string& header, const std::string& data) {
    const std::uint64_t length = header.size();
    std::string out(8, '\0');
    std::memcpy(out.data(), &length, 8);
    return out + header + data;
}

std::string zeros(std::size_t count) {
    return std::string(count, '\0');
}

nn::WeightFile sample() {
    nn::WeightFile file;
    file.tensors["graph.0.weight"] = {{2, 3}, {1.0f, -2.5f, 3.0f, 0.0f, 1e-30f, 1e30f}};
    file.tensors["adam.steps"] = {{}, {17.0f}};
    file.tensors["nothing"] = {{0, 4}, {}};
    file.metadata["format"] = "pt";
    file.metadata["who \"quoted\""] = "眉毛";
    return file;
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenReadsTheSame() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.safetensors").toStdString();
        MIEN_VERIFY(nn::writeSafetensors(path, sample()));
        const auto read = nn::readSafetensors(path);
        MIEN_VERIFY(read);
        QVERIFY(read->tensors == sample().tensors);
        QVERIFY(read->metadata == sample().metadata);
        QVERIFY(nn::safetensorsBytes(*read) == nn::safetensorsBytes(sample()));
    }

    void theLayoutIsTheOneOfTheFormat() {
        nn::WeightFile file;
        file.tensors["a"] = {{1}, {1.0f}};
        const std::string header = R"({"a":{"data_offsets":[0,4],"dtype":"F32","shape":[1]}})";
        const std::string padded = header + std::string((8 - header.size() % 8) % 8, ' ');
        QCOMPARE(QByteArray::fromStdString(nn::safetensorsBytes(file)),
                 QByteArray::fromStdString(bytesOf(padded, std::string("\0\0\x80\x3f", 4))));
    }

    void halvesAndDoublesAreConverted() {
        const std::uint16_t halves[] = {0x3c00, 0xc100, 0x0001, 0x7c00, 0x8000, 0x7bff};
        const double doubles[] = {0.1, -1e300};
        std::string data(sizeof halves + sizeof doubles, '\0');
        std::memcpy(data.data(), halves, sizeof halves);
        std::memcpy(data.data() + sizeof halves, doubles, sizeof doubles);
        const auto read =
            nn::parseSafetensors(bytesOf(R"({"h":{"dtype":"F16","shape":[6],"data_offsets":[0,12]},
                                             "d":{"dtype":"F64","shape":[2,1],"data_offsets":[12,28]}})",
                                         data),
                                 "memory");
        MIEN_VERIFY(read);
        const float infinity = std::numeric_limits<float>::infinity();
        QVERIFY(read->tensors.at("h").values ==
                (std::vector<float>{1.0f, -2.5f, 0x1p-24f, infinity, -0.0f, 65504.0f}));
        QVERIFY(std::signbit(read->tensors.at("h").values[4]));
        QVERIFY(read->tensors.at("d").values == (std::vector<float>{0.1f, -infinity}));
        QVERIFY(read->tensors.at("d").shape == (std::vector<std::int64_t>{2, 1}));
    }

    void everyTruncationIsRefused() {
        const std::string whole = nn::safetensorsBytes(sample());
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto read = nn::parseSafetensors(std::string_view(whole).substr(0, length), "cut");
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Corrupt);
        }
        QVERIFY(!nn::parseSafetensors(whole + "x", "longer"));
    }

    void hostileFilesAreOneSentence_data() {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << bytes << QString(says);
        };
        const auto tensor = [](const std::string& inside, std::size_t data = 8) {
            return bytesOf("{\"a\":{" + inside + "}}", zeros(data));
        };
        row("a pickle", "\x80\x02}q\x01(X\x0e\x00\x00\x00" + zeros(40), "header does not fit");
        row("header beyond the file", std::string("\xff\0\0\0\0\0\0\0{}", 10), "header does not fit");
        row("header length overflows", std::string(8, '\xff') + "{}", "header does not fit");
        row(
            "huge header",
            [] {
                const std::uint64_t length = (16u << 20) + 1;
                std::string out(8 + length, ' ');
                std::memcpy(out.data(), &length, 8);
                return out;
            }(),
            "header does not fit");
        row("no JSON", bytesOf("{\"a\":", ""), "no JSON object");
        row("an array", bytesOf("[]", ""), "no JSON object");
        row("bad UTF-8", bytesOf("{\"\xff\":1}", ""), "no JSON object");
        row("deep nesting",
            bytesOf("{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}", ""), "nested");
        row("name twice",
            bytesOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
                                      "a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                    zeros(8)),
            "twice");
        row("key twice", tensor(R"("dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8])"), "twice");
        row("overlap",
            bytesOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
                                   "b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                    zeros(8)),
            "b overlaps");
        row("hole",
            bytesOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
                                "b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
                    zeros(12)),
            "b leaves a hole");
        row("bytes at the end", tensor(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])"), "no tensor");
        row("integers", tensor(R"("dtype":"I64","shape":[1],"data_offsets":[0,8])"), "another type");
        row("negative side", tensor(R"("dtype":"F32","shape":[-2],"data_offsets":[0,8])"), "no whole number");
        row("side with a fraction", tensor(R"("dtype":"F32","shape":[2.0],"data_offsets":[0,8])"),
            "no whole number");
        row("product overflows",
            tensor(R"("dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8])"), "larger");
        row("product overflows to fit",
            tensor(R"("dtype":"F32","shape":[268435457,268435456,256],"data_offsets":[0,8])"), "larger");
        row("shape and place differ", tensor(R"("dtype":"F32","shape":[3],"data_offsets":[0,8])"), "length");
        row("place backwards", tensor(R"("dtype":"F32","shape":[2],"data_offsets":[8,0])"), "beyond");
        row("place beyond", tensor(R"("dtype":"F32","shape":[4],"data_offsets":[0,16])"), "beyond");
        row("place negative", tensor(R"("dtype":"F32","shape":[2],"data_offsets":[-8,0])"),
            "no whole number");
        row("place huge", tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551615])"),
            "beyond");
        row("no shape", tensor(R"("dtype":"F32","data_offsets":[0,8])"), "not described");
        row("tensor is a number", bytesOf(R"({"a":1})", ""), "not described");
        row("metadata are numbers", bytesOf(R"({"__metadata__":{"a":1}})", ""), "no text");
        row("metadata are a text", bytesOf(R"({"__metadata__":"a"})", ""), "no object");
    }
    void hostileFilesAreOneSentence() {
        QFETCH(std::string, bytes);
        QFETCH(QString, says);
        const auto read = nn::parseSafetensors(bytes, "/there/w.safetensors");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        const auto sentence = QString::fromStdString(read.error().sentence());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY(sentence.contains("/there/w.safetensors"));
        QVERIFY(sentence.size() < 300);
    }

    void aMissingFileIsNotFound() {
        QCOMPARE(nn::readSafetensors("/nowhere/w.safetensors").error().code, ErrorCode::NotFound);
    }

    void whatHasNoProperShapeIsNotWritten() {
        nn::WeightFile file;
        file.tensors["a"] = {{3}, {1.0f}};
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.safetensors").toStdString();
        QCOMPARE(nn::writeSafetensors(path, file).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!std::filesystem::exists(path));
    }
};

MIEN_TEST(TestSafetensors)

} // namespace tst_safetensors

#include "tst_safetensors.moc"
