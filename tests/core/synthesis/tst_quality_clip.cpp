// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy.h"
#include "core/synthesis/quality_clip.h"
#include "support/tiny_onnx.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_quality_clip {

using namespace mien;
using synthesis::ClipIqa;

/// CLIP-IQA with an encoder whose embedding is the mean colour, so that its score can be done by hand.
class TestQualityClip : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        test::TinyOnnx::write(at("encoder.onnx"));
        prompts({1.0f, 1.0f, 0.9f, 1.0f, 0.9f, 1.0f}, {2, 3}); // good pictures are yellow, bad ones purple
    }

    void theScoreIsTheSoftmaxOfTheCosines() {
        auto clip = ClipIqa::load({at("encoder.onnx"), at("prompts.npy")});
        MIEN_VERIFY(clip);
        for (const cv::Vec3b& bgr :
             {cv::Vec3b(130, 130, 200), cv::Vec3b(190, 220, 230), cv::Vec3b(220, 190, 230)}) {
            const auto score = clip->score(cv::Mat(40, 30, CV_8UC3, cv::Scalar(bgr[0], bgr[1], bgr[2])));
            MIEN_VERIFY(score);
            QVERIFY2(std::abs(*score - byHand(bgr)) < 1e-4, qPrintable(QString::number(*score)));
        }
        const auto yellow = clip->score(cv::Mat(40, 30, CV_8UC3, cv::Scalar(190, 230, 230)));
        const auto purple = clip->score(cv::Mat(40, 30, CV_8UC3, cv::Scalar(230, 190, 230)));
        QVERIFY(*yellow > 0.6 && *purple < 0.4);
    }

    void aSideScalesThePicture() {
        test::TinyOnnx::write(at("encoder.onnx"), 16);
        auto clip = ClipIqa::load({at("encoder.onnx"), at("prompts.npy"), 16});
        MIEN_VERIFY(clip);
        const cv::Vec3b bgr(130, 140, 200);
        const auto score = clip->score(cv::Mat(40, 30, CV_8UC3, cv::Scalar(bgr[0], bgr[1], bgr[2])));
        MIEN_VERIFY(score);
        QVERIFY(std::abs(*score - byHand(bgr)) < 1e-4);
    }

    void filesThatAreNotThereOrNoModelAreNamed() {
        const auto error = [&](const char* encoder, const char* prompts) {
            const auto clip = ClipIqa::load({at(encoder), at(prompts)});
            return clip ? Error{} : clip.error();
        };
        QCOMPARE(error("none.onnx", "prompts.npy").code, ErrorCode::MissingDependency);
        QVERIFY(error("none.onnx", "prompts.npy").sentence().find("--clip-model") != std::string::npos);
        QCOMPARE(error("encoder.onnx", "none.npy").code, ErrorCode::MissingDependency);
        QVERIFY(error("encoder.onnx", "none.npy").sentence().find("--clip-prompts") != std::string::npos);
        QCOMPARE(error("prompts.npy", "prompts.npy").code, ErrorCode::Corrupt);
        QCOMPARE(error("encoder.onnx", "encoder.onnx").code, ErrorCode::Corrupt);
        prompts({1, 2, 3}, {1, 3});
        QCOMPARE(error("encoder.onnx", "prompts.npy").code, ErrorCode::Corrupt);
        prompts({1, 2, 3, 0, 0, 0}, {2, 3});
        QCOMPARE(error("encoder.onnx", "prompts.npy").code, ErrorCode::Corrupt);
    }

    void promptsOfAnotherModelAreRefused() {
        prompts({1, 2, 3, 4, 4, 3, 2, 1}, {2, 4});
        auto clip = ClipIqa::load({at("encoder.onnx"), at("prompts.npy")});
        MIEN_VERIFY(clip);
        const auto score = clip->score(cv::Mat(8, 8, CV_8UC3, cv::Scalar(1, 2, 3)));
        QVERIFY(!score && score.error().sentence().find("same CLIP model") != std::string::npos);
    }

private:
    std::filesystem::path at(const char* name) const {
        return std::filesystem::path(m_dir->path().toStdString()) / name;
    }
    void prompts(const std::vector<float>& values, std::vector<std::size_t> shape) {
        QVERIFY(writeNpy(at("prompts.npy"), NpyArray::of<float>(std::move(shape), values)));
    }
    /// The same from the formula, with the prompts of init().
    static double byHand(const cv::Vec3b& bgr) {
        const std::array<double, 3> mean{0.48145466, 0.4578275, 0.40821073},
            spread{0.26862954, 0.26130258, 0.27577711};
        const std::array<std::array<double, 3>, 2> prompt{{{1.0, 1.0, 0.9}, {1.0, 0.9, 1.0}}};
        std::array<double, 2> cosine{};
        for (std::size_t p = 0; p < 2; ++p) {
            double dot = 0.0, picture = 0.0, text = 0.0;
            for (std::size_t c = 0; c < 3; ++c) {
                const double v = (bgr[2 - static_cast<int>(c)] / 255.0 - mean[c]) / spread[c];
                dot += v * prompt[p][c];
                picture += v * v;
                text += prompt[p][c] * prompt[p][c];
            }
            cosine[p] = dot / std::sqrt(picture * text);
        }
        const double good = std::exp(100 * cosine[0]), bad = std::exp(100 * cosine[1]);
        return good / (good + bad);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestQualityClip)

} // namespace tst_quality_clip

#include "tst_quality_clip.moc"
