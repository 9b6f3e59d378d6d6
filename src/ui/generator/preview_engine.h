// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_clip.h"
#include "ui/generator/face_choice.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace mien::ui {

/// Width and height of every preview.
inline constexpr int kPreviewPx = 256;

/// BGR of any depth as a picture of its own; the pixels are copied.
QImage toPicture(const cv::Mat& bgr);

/// Draws one face at a time on a thread of its own. The newest request wins: one that has not begun when the
/// next arrives is never drawn, and pictures that the window had no time to fetch are replaced by newer ones.
class PreviewEngine : public QObject {
    Q_OBJECT
public:
    explicit PreviewEngine(std::shared_ptr<synthesis::SourceShelf> shelf, QObject* parent = nullptr);
    ~PreviewEngine() override;

    /// Loads a face; what was being loaded is given up. An empty choice shows nothing.
    void setFace(const FaceChoice& face);
    /// The units at `share` (0 … 1) of their way. Before a face is there it is kept for it.
    void show(std::vector<synthesis::UnitState> units, double share);
    bool loading() const { return m_loading; }

signals:
    void loadingBegan();
    void faceReady();
    void failed(const QString& sentence);
    /// `strength` < 1: together the units would fold the skin, so all movements are that much smaller.
    void drawn(const QImage& picture, double strength);

private:
    struct Request {
        std::vector<synthesis::UnitState> units;
        double share = 0.0;
    };
    struct Drawn {
        QImage picture;
        double strength = 1.0;
        int face = 0;
    };
    void work(const std::stop_token& stop);
    void load(const FaceChoice& face, int number, const std::stop_token& stop);
    void draw(const Request& request, int number);
    void deliver();
    template <class F>
    void tell(F what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    }

    std::shared_ptr<synthesis::SourceShelf> m_shelf;
    bool m_loading = false;
    int m_face = 0; ///< number of the newest choice, of the window's thread

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<std::pair<FaceChoice, int>> m_wantedFace;
    std::optional<Request> m_wanted, m_last;
    std::optional<Drawn> m_waiting; ///< drawn, not yet fetched
    std::stop_source m_stopLoading;

    // Of the worker alone.
    std::unique_ptr<synthesis::Actor> m_actor;
    std::vector<synthesis::UnitState> m_checkedUnits;
    double m_strength = 1.0;

    std::jthread m_thread; ///< last: ends before what it uses
};

/// Pictures a second over the last second.
class FrameRate {
public:
    void add(double atS);
    /// Nothing before half a second of pictures without a longer pause.
    std::optional<double> rate() const;
    void clear() { m_times.clear(); }

private:
    std::deque<double> m_times;
};

} // namespace mien::ui
