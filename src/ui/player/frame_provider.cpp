// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/frame_provider.h"

namespace mien::ui {

FrameProvider::~FrameProvider() = default;

void FrameProvider::setSource(std::unique_ptr<media::VideoSource> source) {
    m_cache.reset();
    const quint64 generation = ++m_generation;
    if (!source)
        return;
    m_cache = std::make_unique<media::FrameCache>(std::move(source));
    m_cache->setListener([this, generation](const media::FrameCache::Delivery& delivery) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, delivery] {
                if (generation != m_generation) // of a film that was closed meanwhile
                    return;
                if (delivery.frame)
                    emit arrived(delivery.frame);
                else if (delivery.error.code != ErrorCode::Cancelled)
                    emit failed(delivery.index, QString::fromStdString(delivery.error.sentence()));
            },
            Qt::QueuedConnection);
    });
}

void FrameProvider::request(FrameIndex index) {
    if (!m_cache)
        return;
    if (const media::FramePtr frame = m_cache->request(index))
        emit arrived(frame);
}

media::FramePtr FrameProvider::tryGet(FrameIndex index) const {
    return m_cache ? m_cache->tryGet(index) : nullptr;
}

} // namespace mien::ui
