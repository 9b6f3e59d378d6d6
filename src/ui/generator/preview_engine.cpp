// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/preview_engine.h"

#include "core/base/guarded.h"
#include "core/synthesis/generator.h"

#include <opencv2/core.hpp>

namespace mien::ui {
namespace {

/// As `synth dataset` does it where units together would fold the skin.
constexpr double kSofter = 0.85;
constexpr int kMostSofter = 20;

} // namespace

QImage toPicture(const cv::Mat& bgr) {
    cv::Mat bytes;
    if (bgr.depth() == CV_8U)
        bytes = bgr;
    else
        bgr.convertTo(bytes, CV_8U);
    const QImage view(bytes.data, bytes.cols, bytes.rows, static_cast<qsizetype>(bytes.step),
                      QImage::Format_BGR888);
    return view.convertToFormat(QImage::Format_RGB32);
}

PreviewEngine::PreviewEngine(std::shared_ptr<synthesis::SourceShelf> shelf, QObject* parent)
    : QObject(parent),
      m_shelf(std::move(shelf)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

PreviewEngine::~PreviewEngine() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopLoading.request_stop();
    }
    m_thread.request_stop();
    m_thread.join();
}

void PreviewEngine::setFace(const FaceChoice& face) {
    m_loading = !face.empty();
    {
        const std::lock_guard lock(m_mutex);
        m_stopLoading.request_stop();
        m_stopLoading = {};
        m_wantedFace.emplace(face, ++m_face);
        m_waiting.reset();
        if (!m_wanted)
            m_wanted = m_last; // the new face does what the last one did
    }
    m_wake.notify_one();
    if (m_loading)
        emit loadingBegan();
}

void PreviewEngine::show(std::vector<synthesis::UnitState> units, double share) {
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = Request{std::move(units), share};
    }
    m_wake.notify_one();
}

void PreviewEngine::work(const std::stop_token& stop) {
    int number = 0;
    while (!stop.stop_requested()) {
        std::optional<FaceChoice> face;
        std::optional<Request> request;
        std::stop_token stopLoading;
        {
            std::unique_lock lock(m_mutex);
            const auto something = [this] { return m_wantedFace || (m_wanted && m_actor); };
            if (!m_wake.wait(lock, stop, something))
                return;
            if (m_wantedFace) {
                face = std::move(m_wantedFace->first);
                number = m_wantedFace->second;
                m_wantedFace.reset();
                stopLoading = m_stopLoading.get_token();
            } else {
                request = std::move(m_wanted);
                m_wanted.reset();
                m_last = request;
            }
        }
        if (face)
            load(*face, number, stopLoading);
        else
            draw(*request, number);
    }
}

void PreviewEngine::load(const FaceChoice& face, int number, const std::stop_token& stop) {
    m_actor.reset();
    m_checkedUnits.clear();
    m_strength = 1.0;
    if (face.empty())
        return;
    JobContext job;
    job.stop = stop;
    const auto spec = everyUnitSpec(face, kPreviewPx);
    auto actor = guarded(face.source.string(), [&]() -> Result<std::unique_ptr<synthesis::Actor>> {
        // Never given up half way: others may be waiting for the same source.
        const auto source = m_shelf->get(spec, face.source, {});
        if (!source)
            return Unexpected(source.error());
        return (*source)->actor(spec, job);
    });
    if (stop.stop_requested())
        return; // a newer choice is waiting
    const auto why = actor ? QString() : QString::fromStdString(actor.error().sentence());
    if (actor)
        m_actor = std::move(*actor);
    tell([this, number, why] {
        if (number != m_face)
            return;
        m_loading = false;
        if (why.isEmpty())
            emit faceReady();
        else
            emit failed(why);
    });
}

void PreviewEngine::draw(const Request& request, int number) {
    if (request.units != m_checkedUnits) {
        m_strength = 1.0;
        for (int i = 0; i < kMostSofter && m_actor->anatomy().folds(stateOf(request.units, m_strength)); ++i)
            m_strength *= kSofter;
        m_checkedUnits = request.units;
    }
    const synthesis::Pose pose{stateOf(request.units, request.share * m_strength), {}};
    const auto picture = guarded("preview", [&]() -> Result<cv::Mat> { return m_actor->picture(pose); });
    if (!picture) {
        tell([this, number, why = QString::fromStdString(picture.error().sentence())] {
            if (number == m_face)
                emit failed(why);
        });
        return;
    }
    const bool nobodyComes = [&] {
        const std::lock_guard lock(m_mutex);
        const bool empty = !m_waiting;
        m_waiting = Drawn{toPicture(*picture), m_strength, number};
        return empty;
    }();
    if (nobodyComes)
        tell([this] { deliver(); });
}

void PreviewEngine::deliver() {
    std::optional<Drawn> drawn;
    {
        const std::lock_guard lock(m_mutex);
        drawn = std::move(m_waiting);
        m_waiting.reset();
    }
    if (drawn && drawn->face == m_face)
        emit this->drawn(drawn->picture, drawn->strength);
}

void FrameRate::add(double atS) {
    if (!m_times.empty() && atS - m_times.back() > 0.5)
        m_times.clear();
    m_times.push_back(atS);
    while (atS - m_times.front() > 1.0)
        m_times.pop_front();
}

std::optional<double> FrameRate::rate() const {
    if (m_times.size() < 3 || m_times.back() - m_times.front() < 0.5)
        return {};
    return static_cast<double>(m_times.size() - 1) / (m_times.back() - m_times.front());
}

} // namespace mien::ui
