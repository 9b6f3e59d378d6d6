// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_index.h"

#include <algorithm>

namespace mien::media {

std::size_t FilmIndex::keyFor(std::int32_t frame) const {
    const auto after = std::upper_bound(keys.begin(), keys.end(), frame,
                                        [](std::int32_t f, const KeyPacket& k) { return f < k.shownAs; });
    return after == keys.begin() ? 0 : static_cast<std::size_t>(after - keys.begin()) - 1;
}

std::ptrdiff_t FilmIndex::keyWithId(std::int64_t id) const {
    const auto at = std::lower_bound(m_byId.begin(), m_byId.end(), std::pair{id, std::int32_t{0}});
    return at != m_byId.end() && at->first == id ? at->second : -1;
}

void FilmIndex::prepare() {
    m_byId.clear();
    if (identity == PacketIdentity::None)
        return;
    m_byId.reserve(keys.size());
    for (std::size_t k = 0; k < keys.size(); ++k)
        m_byId.emplace_back(keys[k].id, static_cast<std::int32_t>(k));
    std::sort(m_byId.begin(), m_byId.end());
}

} // namespace mien::media
