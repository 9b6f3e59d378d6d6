// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/thumbnail_strip.h"

#include <QPointer>

namespace mien::ui::timeline {

namespace {
constexpr std::size_t kKept = 400; ///< about 10 MB at 48 px height
}

void ThumbnailStrip::setSource(ThumbnailSource source) {
    m_source = std::move(source);
    m_images.clear();
    m_arrivals.clear();
    m_pending.clear();
    m_wanted.clear();
    ++m_generation;
}

QImage ThumbnailStrip::find(FrameIndex frame, std::int64_t toleranceFrames) const {
    const auto after = m_images.lower_bound(frame);
    auto best = m_images.end();
    std::int64_t distance = toleranceFrames + 1;
    if (after != m_images.end() && after->first - frame < distance) {
        best = after;
        distance = after->first - frame;
    }
    if (after != m_images.begin() && frame - std::prev(after)->first < distance)
        best = std::prev(after);
    return best != m_images.end() ? best->second : QImage();
}

void ThumbnailStrip::want(const std::vector<FrameIndex>& frames, QSize size) {
    if (!m_source.request || (frames == m_wanted && size == m_size))
        return;
    if (size != m_size) { // another screen: the old pictures have the wrong resolution
        m_images.clear();
        m_arrivals.clear();
        ++m_generation;
        m_size = size;
    }
    m_wanted = frames;
    if (m_source.dropPending)
        m_source.dropPending();
    m_pending.clear();
    for (const auto frame : frames) {
        if (m_images.count(frame) > 0 || !m_pending.insert(frame).second)
            continue;
        m_source.request(frame, size,
                         [self = QPointer<ThumbnailStrip>(this),
                          generation = m_generation](FrameIndex delivered, const QImage& image) {
                             if (self)
                                 self->deliver(delivered, generation, image);
                         });
    }
}

void ThumbnailStrip::deliver(FrameIndex frame, quint64 generation, const QImage& image) {
    if (generation != m_generation)
        return;
    m_pending.erase(frame);
    if (image.isNull())
        return;
    if (m_images.insert_or_assign(frame, image).second)
        m_arrivals.push_back(frame);
    while (m_images.size() > kKept && !m_arrivals.empty()) {
        m_images.erase(m_arrivals.front());
        m_arrivals.pop_front();
    }
    emit arrived(frame);
}

} // namespace mien::ui::timeline
