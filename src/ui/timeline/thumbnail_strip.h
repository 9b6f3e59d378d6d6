// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <functional>
#include <list>
#include <map>
#include <set>
#include <vector>

namespace mien::ui::timeline {

/// Where small pictures come from. `request` returns at once; the picture follows through the callback, in
/// the thread that asked, or never (cancelled, damaged). `dropPending` forgets what was not begun yet.
struct ThumbnailSource {
    using Deliver = std::function<void(FrameIndex, const QImage&)>;
    std::function<void(FrameIndex frame, QSize size, Deliver deliver)> request;
    std::function<void()> dropPending;
};

/// Keeps the pictures of the visible stretch and the most recent others, asks for what is missing.
class ThumbnailStrip : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setSource(ThumbnailSource source);
    bool hasSource() const { return static_cast<bool>(m_source.request); }
    /// The picture of `frame`, or the nearest one that is there within `toleranceFrames`, or a null image.
    QImage find(FrameIndex frame, std::int64_t toleranceFrames) const;
    /// Says which frames are shown now, in the order in which they are wanted; `size` in device pixels.
    void want(const std::vector<FrameIndex>& frames, QSize size);

signals:
    void arrived(FrameIndex frame);

private:
    void deliver(FrameIndex frame, quint64 generation, const QImage& image);

    ThumbnailSource m_source;
    QSize m_size;
    std::map<FrameIndex, QImage> m_images;
    std::list<FrameIndex> m_arrivals; ///< oldest first
    std::set<FrameIndex> m_pending;
    std::vector<FrameIndex> m_wanted;
    quint64 m_generation = 0;
};

} // namespace mien::ui::timeline
