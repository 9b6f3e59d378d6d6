// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_clip.h"
#include "ui/generator/phase_slider.h"
#include "ui/generator/preview_engine.h"
#include "ui/jobs/job.h"

#include <QPointer>

namespace mien::ui {

/// The films that the panel draws before anybody's eyes.
inline constexpr int kFilmFps = 30;
inline constexpr double kFilmLengthS = 4.8; ///< room for the longest macro-expression

/// The part of one film around its expression, in memory.
struct DrawnFilm {
    std::vector<QImage> frames;
    FrameIndex first;
};

/// Films of samples that share their timing, so frame i of one belongs to frame i of the others.
struct DrawnFilms {
    std::vector<DrawnFilm> films;
    PhaseTiming timing;
    double strength = 1.0; ///< below 1 where units together would have folded the skin of one of them

    /// The frame that is seen `ms` after the films' beginning.
    std::size_t frameAt(int ms) const;
};

/// A frame before light, camera and noise would be the same in both; here is all that the camera recorded.
Result<DrawnFilms> drawFilms(synthesis::SourceShelf& shelf, const FaceChoice& face,
                             const std::vector<synthesis::Sample>& samples, const JobContext& job);

/// |a − b| · gain, black where the two are the same.
QImage differenceOf(const QImage& a, const QImage& b, double gain);
/// Share of the pixels that are not the same, 0 … 1.
double differingShare(const QImage& a, const QImage& b);

/// Draws films in the background, the newest request first: an older one is given up.
class FilmMaker : public QObject {
    Q_OBJECT
public:
    explicit FilmMaker(std::shared_ptr<synthesis::SourceShelf> shelf, QObject* parent = nullptr);

    void make(const FaceChoice& face, std::vector<synthesis::Sample> samples);
    bool busy() const { return m_job != nullptr; }

signals:
    void began();
    void made(const mien::ui::DrawnFilms& films);
    void failed(const QString& sentence);

private:
    void start();
    void end();

    struct Request {
        FaceChoice face;
        std::vector<synthesis::Sample> samples;
    };
    std::shared_ptr<synthesis::SourceShelf> m_shelf;
    std::optional<Request> m_next;
    std::unique_ptr<Job<DrawnFilms>> m_job;
};

} // namespace mien::ui
