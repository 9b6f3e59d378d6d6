// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/analysis_cache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace mien::ui {
namespace {

constexpr quint32 kMagic = 0x4d49454e; // "MIEN"
constexpr quint32 kVersion = 1;
constexpr qint64 kMostFrames = 50'000'000; // a day at 500 frames per second: beyond it the file is damaged

void setUp(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

/// Reads or writes the fields of a frame in one order.
template <class Stream, class Frame>
void passFrame(Stream& stream, Frame& frame, quint8& state) {
    const auto vector = [&](auto& v) { stream(v[0]), stream(v[1]); };
    stream(state);
    for (auto& v : frame.displacement)
        vector(v);
    for (auto& v : frame.motion)
        vector(v);
    vector(frame.head);
    stream(frame.eyeOpening);
    stream(frame.mouthOpening);
    stream(frame.newStretch);
}

} // namespace

QString analysisCacheFile(const QString& folder, const project::Media& media, const project::Run& run) {
    const std::string key = media.path.string() + '\n' + run.startedAt + '\n' + run.optionsJson;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(key), QCryptographicHash::Sha256);
    return folder + QStringLiteral("/analysis/") + QString::fromLatin1(digest.toHex().left(24)) +
           QStringLiteral(".bin");
}

Result<void> writeAnalysisCache(const QString& file, const pipeline::Analysis& analysis) {
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(ErrorCode::WriteFailed, out.errorString().toStdString(), file.toStdString());
    QDataStream stream(&out);
    setUp(stream);
    const auto& frames = analysis.series.frames;
    stream << kMagic << kVersion << static_cast<qint64>(frames.size())
           << static_cast<qint64>(analysis.landmarks.size()) << static_cast<float>(analysis.series.fps)
           << static_cast<float>(analysis.scorableFraction);
    const auto write = [&](const auto& value) { stream << value; };
    for (const motion::FrameMotion& frame : frames) {
        auto state = static_cast<quint8>(frame.state);
        stream << static_cast<qint64>(frame.frame.value);
        passFrame(write, frame, state);
    }
    for (const face::Landmarks& landmarks : analysis.landmarks)
        for (const cv::Point2f& point : landmarks)
            stream << point.x << point.y;
    if (stream.status() != QDataStream::Ok || !out.commit())
        return fail(ErrorCode::WriteFailed, out.errorString().toStdString(), file.toStdString());
    return {};
}

Result<pipeline::Analysis> readAnalysisCache(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "There is no kept analysis.", file.toStdString());
    const auto corrupt = [&] {
        return fail(ErrorCode::Corrupt, "The kept analysis is damaged; analyse again.", file.toStdString());
    };
    QDataStream stream(&in);
    setUp(stream);
    quint32 magic = 0;
    quint32 version = 0;
    qint64 frames = 0;
    qint64 landmarks = 0;
    float fps = 0.0f;
    float scorable = 0.0f;
    stream >> magic >> version >> frames >> landmarks >> fps >> scorable;
    if (stream.status() != QDataStream::Ok || magic != kMagic || version != kVersion || frames < 0 ||
        frames > kMostFrames || landmarks < 0 || landmarks > frames || frames * 8 > in.size())
        return corrupt();
    pipeline::Analysis analysis;
    analysis.series.fps = fps;
    analysis.scorableFraction = scorable;
    analysis.series.frames.resize(static_cast<std::size_t>(frames));
    const auto read = [&](auto& value) { stream >> value; };
    for (motion::FrameMotion& frame : analysis.series.frames) {
        quint8 state = 0;
        qint64 number = 0;
        stream >> number;
        passFrame(read, frame, state);
        if (stream.status() != QDataStream::Ok || state > static_cast<quint8>(face::Scorability::Blurred))
            return corrupt();
        frame.frame = {number};
        frame.state = static_cast<face::Scorability>(state);
    }
    if (landmarks * qint64(sizeof(face::Landmarks)) > in.size())
        return corrupt();
    analysis.landmarks.resize(static_cast<std::size_t>(landmarks));
    for (face::Landmarks& one : analysis.landmarks)
        for (cv::Point2f& point : one)
            stream >> point.x >> point.y;
    return stream.status() == QDataStream::Ok ? Result<pipeline::Analysis>(std::move(analysis)) : corrupt();
}

} // namespace mien::ui
