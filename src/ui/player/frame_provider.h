// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/frame_cache.h"

#include <QObject>

namespace mien::ui {

/// The window's end of a FrameCache: asks without blocking, hears in the window's thread. What it delivers is
/// always the frame it names.
class FrameProvider : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~FrameProvider() override;

    void setSource(std::unique_ptr<media::VideoSource> source); ///< null: none
    bool hasSource() const { return m_cache != nullptr; }
    const media::FrameCache* cache() const { return m_cache.get(); }

    /// `arrived` follows: at once where the frame is cached, later otherwise, never when a newer request
    /// overtakes it.
    void request(FrameIndex index);
    media::FramePtr tryGet(FrameIndex index) const;

signals:
    void arrived(const mien::media::FramePtr& frame);
    void failed(mien::FrameIndex index, const QString& sentence);

private:
    std::unique_ptr<media::FrameCache> m_cache;
    quint64 m_generation = 0;
};

} // namespace mien::ui
