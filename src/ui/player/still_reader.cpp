// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/still_reader.h"

#include "ui/player/pictures.h"

namespace mien::ui {

StillReader::StillReader(std::unique_ptr<media::VideoSource> source, QObject* parent)
    : QObject(parent),
      m_source(std::move(source)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

StillReader::~StillReader() {
    m_thread.request_stop();
    m_wake.notify_all();
}

void StillReader::request(FrameIndex frame, QSize size, Deliver deliver, bool first) {
    {
        const std::lock_guard lock(m_mutex);
        Wish wish{frame, size, std::move(deliver)};
        if (first)
            m_wishes.push_front(std::move(wish));
        else
            m_wishes.push_back(std::move(wish));
    }
    m_wake.notify_one();
}

void StillReader::dropPending() {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_wishes, [](const Wish& wish) { return !wish.size.isEmpty(); });
}

void StillReader::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); }))
                return;
            wish = std::move(m_wishes.front());
            m_wishes.pop_front();
        }
        const auto frame = m_source->read(wish.frame);
        if (!frame)
            continue; // the player says why, when somebody goes there
        const QImage scaled = wish.size.isEmpty() ? QImage() : scaledPicture(frame->image, wish.size).copy();
        QMetaObject::invokeMethod(
            this, [deliver = std::move(wish.deliver), frame = *frame, scaled] { deliver(frame, scaled); },
            Qt::QueuedConnection);
    }
}

} // namespace mien::ui
