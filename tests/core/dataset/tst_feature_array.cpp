// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy_header.h"
#include "core/dataset/feature_array.h"
#include "support/verify.h"
#include "workbook.h"

#include <QTemporaryDir>

namespace tst_feature_array {

using namespace mien;
using namespace mien::dataset;

namespace {

std::string npyBytes(const std::vector<float>& values) {
    const std::array shape{values.size()};
    std::string bytes = npy::headerText(NpyType::Float32, shape);
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    return bytes;
}

} // namespace

class TestFeatureArray : public QObject {
    Q_OBJECT

private slots:
    void arraysOfAnNpzAreFoundByName() {
        const auto path =
            write("a.npz", test::zipOf({{"flow.npy", npyBytes({1, 2, 3})}, {"au.npy", npyBytes({4})}}));
        const auto names = listArrays(path);
        MIEN_VERIFY(names);
        QCOMPARE(*names, (std::vector<std::string>{"au", "flow"}));
        const auto flow = readFeatures({path, "flow"});
        MIEN_VERIFY(flow);
        QCOMPARE(flow->shape, (std::vector<std::size_t>{3}));
        QCOMPARE(flow->values<float>()[2], 3.0F);
        const auto unnamed = readFeatures({path, ""});
        QVERIFY(!unnamed);
        QVERIFY(unnamed.error().message.find("au, flow") != std::string::npos);
    }

    void oneArrayNeedsNoName() {
        QVERIFY(readFeatures({write("one.npz", test::zipOf({{"x.npy", npyBytes({7})}})), ""}).has_value());
        QVERIFY(readFeatures({write("one.npy", npyBytes({7})), ""}).has_value());
    }

    void damagedArraysGetASentence() {
        auto cut = npyBytes({1, 2, 3});
        cut.pop_back();
        for (const auto& path : {write("cut.npz", test::zipOf({{"x.npy", cut}})), write("no.npz", "no zip"),
                                 write("empty.npz", test::zipOf({{"x.txt", "y"}}))}) {
            const auto array = readFeatures({path, "x"});
            QVERIFY(!array);
            QVERIFY(!array.error().message.empty() && !array.error().location.empty());
        }
        QCOMPARE(readFeatures({"none.npz", "x"}).error().code, ErrorCode::NotFound);
    }

private:
    std::filesystem::path write(const char* name, const std::string& bytes) {
        const std::filesystem::path path = std::filesystem::path(m_dir.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestFeatureArray)

} // namespace tst_feature_array

#include "tst_feature_array.moc"
