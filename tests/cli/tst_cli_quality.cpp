// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include "core/base/npy.h"
#include "core/media/video_writer.h"
#include "support/test_program.h"
#include "support/tiny_onnx.h"

namespace tst_cli_quality {

using namespace mien;
using namespace mien::test;

/// `quality`: figures, their traps, and what lies beside a film.
class TestCliQuality : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        write("still.mkv", 0);
        write("moving.mkv", 2);
    }

    void figuresStandBesideThePublishedOnes() {
        const auto result = run({"--json", "-", "quality", "still.mkv", "moving.mkv", "--no-brisque"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        const auto& still = d["films"][0];
        const auto& moving = d["films"][1];
        QCOMPARE(still["psnr"], Json(100.0));
        QVERIFY(still["ssim"].get<double>() > 0.999999);
        QVERIFY(moving["psnr"].get<double>() < 60.0 && moving["ssim"].get<double>() < 1.0);
        QVERIFY(still["brisque"].is_null());
        QCOMPARE(d["means"]["films"], Json(2));
        QCOMPARE(d["means"]["psnr"].get<double>(), (100.0 + moving["psnr"].get<double>()) / 2);
        QVERIFY(d["published"].size() >= 4);
        for (const auto& row : d["published"])
            QCOMPARE(row["status"], Json("published, not reproduced"));
    }

    void theStillFilmTrapIsNamed() {
        const auto d = run({"--json", "-", "quality", "still.mkv", "moving.mkv", "--no-brisque"}).json();
        QVERIFY(d["notes"][0].get<std::string>().find("still film scores highest") != std::string::npos);
        QCOMPARE(d["films"][0]["motion"]["still"], Json(true));
        QVERIFY(d["films"][0]["notes"][0].get<std::string>().find("hardly moves") != std::string::npos);
        QCOMPARE(d["films"][1]["motion"]["still"], Json(false));
        const auto text = run({"quality", "still.mkv", "--no-brisque"});
        QVERIFY(text.out.contains("hardly moves") && text.out.contains("published, not reproduced"));
    }

    void parityIsNamedInTheDocument() {
        const auto plain = run({"--json", "-", "quality", "moving.mkv", "--no-brisque"}).json();
        const auto parity = run({"--json", "-", "quality", "moving.mkv", "--no-brisque", "--parity"}).json();
        QCOMPARE(plain["arithmetic"], Json("correct"));
        QCOMPARE(parity["arithmetic"], Json("parity"));
        QCOMPARE(plain["films"][0]["ssim"], parity["films"][0]["ssim"]);
    }

    void aMissingModelOfBrisqueEndsWithFive() {
        const auto result = run({"quality", "moving.mkv", "--brisque-model", "none.yml"});
        QCOMPARE(result.code, 5);
        QVERIFY(result.isOneSentence());
        QVERIFY(result.err.contains("none.yml") && result.err.contains("opencv-data"));
    }

    void clipIqaIsMeasuredWhereAModelIsNamed() {
        TinyOnnx::write(m_dir->filePath("encoder.onnx").toStdString());
        const std::vector<float> prompts{1, 1, 0.9f, 1, 0.9f, 1};
        MIEN_VERIFY(
            writeNpy(m_dir->filePath("prompts.npy").toStdString(), NpyArray::of<float>({2, 3}, prompts)));
        const auto with = run({"--json", "-", "quality", "moving.mkv", "--no-brisque", "--clip-model",
                               "encoder.onnx", "--clip-prompts", "prompts.npy"});
        QCOMPARE(with.code, 0);
        const auto score = with.json()["films"][0]["clip_iqa"].get<double>();
        QVERIFY(score > 0.0 && score < 1.0);
        QCOMPARE(with.json()["means"]["clip_iqa"].get<double>(), score);

        const auto without = run({"quality", "moving.mkv", "--no-brisque"});
        QVERIFY(without.out.contains("CLIP-IQA was not measured"));
        const auto missing = run({"quality", "moving.mkv", "--no-brisque", "--clip-model", "none.onnx"});
        QCOMPARE(missing.code, 5);
        QVERIFY(missing.isOneSentence() && missing.err.contains("none.onnx"));
    }

    void whatIsNoFilmEndsWithThree() {
        writeFile(m_dir->filePath("text.mp4"), "no film");
        for (const char* media : {"text.mp4", "none.mp4"}) {
            const auto result = run({"quality", media, "--no-brisque"});
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
        }
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir->path()); }
    /// Eight frames of a bar that moves by `step` pixels a frame.
    void write(const char* name, int step) {
        media::VideoWriterOptions options;
        options.width = options.height = 64;
        options.fps = {25, 1};
        options.codec = media::VideoCodec::Ffv1;
        options.grey = true;
        auto writer = media::VideoWriter::create(m_dir->filePath(name).toStdString(), options);
        MIEN_VERIFY(writer);
        for (int t = 0; t < 8; ++t) {
            cv::Mat frame(64, 64, CV_8UC1, cv::Scalar(120));
            frame(cv::Rect(10 + step * t, 8, 12, 40)) = 160;
            MIEN_VERIFY((*writer)->write(frame));
        }
        MIEN_VERIFY((*writer)->finish());
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestCliQuality)

} // namespace tst_cli_quality

#include "tst_cli_quality.moc"
