// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/edits.h"

#include "core/project/media_files.h"
#include "core/project/reading.h"

#include <fmt/format.h>

namespace mien::project {
namespace {

Unexpected refused(std::string sentence) {
    return fail(ErrorCode::InvalidArgument, std::move(sentence));
}

Result<void> checkText(std::string_view what, std::string_view text) {
    if (!isUtf8(text))
        return refused(fmt::format("The {} is not valid UTF-8 text; type it again.", what));
    return {};
}

Result<void> checkEvent(const annotation::ExpressionEvent& event) {
    if (!event.ordered())
        return refused(fmt::format(
            "An event needs 0 <= onset <= apex <= offset; this one has {}, {}, {}.", event.onset.value,
            event.apex ? fmt::to_string(event.apex->value) : "no apex", event.offset.value));
    if (!(event.confidence >= 0.0 && event.confidence <= 1.0))
        return refused("The confidence of an event must lie between 0 and 1.");
    if (auto text = checkText("action unit code", event.actionUnits); !text)
        return text;
    return checkText("note", event.note);
}

/// Applies one change after the other; one overload a kind of change.
class Changer {
public:
    Changer(Recorder& recorder, const std::filesystem::path& folder)
        : m_recorder(recorder), m_folder(folder) {}

    Applied take() { return std::move(m_applied); }

    Result<void> operator()(const AddMedia& change) {
        const auto& media = change.media;
        if (media.frames < 0 || media.fps.num < 0 || media.fps.den <= 0)
            return refused("A film cannot have a negative number of frames or a negative frame rate.");
        if (media.path.empty())
            return refused("A film needs a path.");
        const auto location = locate(media.path, m_folder);
        if (auto text = checkText("name of the film's file", location.absolute); !text)
            return text;
        const auto id =
            added(m_recorder.add(Table::Media, {{"added_path", location.relative},
                                                {"frames", media.frames},
                                                {"fps_num", media.fps.num},
                                                {"fps_den", media.fps.den},
                                                {"is_image_folder", media.isImageFolder ? 1 : 0}}));
        if (!id)
            return Unexpected(id.error());
        return storeMediaFile(m_recorder.database(), MediaId{*id}, location, media.sha256);
    }

    Result<void> operator()(const RemoveMedia& change) {
        const auto id = resolved(change.id.value);
        if (!id)
            return Unexpected(id.error());
        const auto tiers = idsOf("SELECT id FROM tier WHERE media_id = ? ORDER BY id", *id);
        if (!tiers)
            return Unexpected(tiers.error());
        for (const auto tier : *tiers)
            if (auto removed = (*this)(RemoveTier{TierId{tier}}); !removed)
                return removed;
        const auto values = idsOf("SELECT id FROM film_value WHERE media_id = ? ORDER BY id", *id);
        if (!values)
            return Unexpected(values.error());
        for (const auto value : *values)
            if (auto removed = m_recorder.remove(Table::FilmValue, value); !removed)
                return removed;
        return m_recorder.remove(Table::Media, *id);
    }

    Result<void> operator()(const AddTier& change) {
        auto image = tierImage(change.tier);
        if (!image)
            return Unexpected(std::move(image).error());
        return done(added(m_recorder.add(Table::Tier, *image)));
    }

    Result<void> operator()(const ChangeTier& change) {
        const auto id = resolved(change.after.id.value);
        if (!id)
            return Unexpected(id.error());
        auto image = tierImage(change.after);
        return image ? m_recorder.change(Table::Tier, *id, *image) : Unexpected(std::move(image).error());
    }

    Result<void> operator()(const RemoveTier& change) {
        const auto id = resolved(change.id.value);
        if (!id)
            return Unexpected(id.error());
        const auto events = idsOf("SELECT id FROM event WHERE tier_id = ? ORDER BY id", *id);
        if (!events)
            return Unexpected(events.error());
        for (const auto event : *events)
            if (auto removed = m_recorder.remove(Table::Event, event); !removed)
                return removed;
        return m_recorder.remove(Table::Tier, *id);
    }

    Result<void> operator()(const AddEvent& change) {
        if (auto good = checkEvent(change.event); !good)
            return good;
        const auto tier = existing(Table::Tier, "tier", change.tier.value);
        if (!tier)
            return Unexpected(tier.error());
        return done(added(m_recorder.add(Table::Event, imageOf(TierId{*tier}, change.event))));
    }

    Result<void> operator()(const ChangeEvent& change) {
        if (auto good = checkEvent(change.after); !good)
            return good;
        return withEvent(change.id, [&](std::int64_t id, const Json& now) {
            const TierId tier{now.at("tier_id").get<std::int64_t>()};
            return m_recorder.change(Table::Event, id, imageOf(tier, change.after));
        });
    }

    Result<void> operator()(const MoveEvent& change) {
        const auto tier = existing(Table::Tier, "tier", change.tier.value);
        if (!tier)
            return Unexpected(tier.error());
        return withEvent(change.id, [&](std::int64_t id, Json image) {
            image["tier_id"] = *tier;
            return m_recorder.change(Table::Event, id, image);
        });
    }

    Result<void> operator()(const RemoveEvent& change) {
        const auto id = resolved(change.id.value);
        return id ? m_recorder.remove(Table::Event, *id) : Unexpected(id.error());
    }

    Result<void> operator()(const ReviewProposal& change) {
        const auto subject =
            m_recorder.database().integer("SELECT p.subject FROM proposal p JOIN run r ON r.id = p.run_id "
                                          "JOIN media m ON m.id = r.media_id "
                                          "WHERE p.id = ?",
                                          change.id.value);
        if (!subject)
            return Unexpected(subject.error());
        if (!*subject)
            return missing("proposal", change.id.value);
        Json image;
        if (change.after != ReviewState::Pending)
            image = {{"state", change.after == ReviewState::Taken ? "taken" : "rejected"}};
        return m_recorder.change(Table::Decision, **subject, image);
    }

    Result<void> operator()(const ShowRun& change) {
        auto& database = m_recorder.database();
        const auto film = database.integer("SELECT media_id FROM run WHERE id = ?", change.run.value);
        if (!film)
            return Unexpected(film.error());
        if (*film != change.media.value)
            return missing("run of this film", change.run.value);
        const auto seen = newestUnasked(database, change.media);
        if (!seen)
            return Unexpected(seen.error());
        return setFilmValue(change.media, kShownRun, fmt::format("{} {}", change.run.value, *seen));
    }

    Result<void> operator()(const SetFilmValue& change) {
        if (auto text = checkText("name of what is said of the film", change.name); !text)
            return text;
        if (auto text = checkText("text about the film", change.value); !text)
            return text;
        if (change.name.empty() || change.name == kShownRun)
            return refused("What is said of a film needs a name of its own.");
        return setFilmValue(change.media, change.name, change.value);
    }

private:
    Result<void> setFilmValue(MediaId wanted, std::string_view name, std::string_view value) {
        const auto media = existing(Table::Media, "film", wanted.value);
        if (!media)
            return Unexpected(media.error());
        const auto id = m_recorder.database().integer(
            "SELECT id FROM film_value WHERE media_id = ? AND name = ?", *media, std::string(name));
        if (!id)
            return Unexpected(id.error());
        if (value.empty())
            return *id ? m_recorder.remove(Table::FilmValue, **id) : Result<void>();
        const Json image{{"media_id", *media}, {"name", name}, {"value", value}};
        if (*id)
            return m_recorder.change(Table::FilmValue, **id, image);
        return done(m_recorder.add(Table::FilmValue, image));
    }

    Unexpected missing(const char* noun, std::int64_t id) const {
        return fail(ErrorCode::NotFound,
                    fmt::format("There is no {} {} in this project (any more).", noun, id),
                    m_recorder.database().location());
    }

    static Result<void> done(const Result<std::int64_t>& id) {
        return id ? Result<void>() : Unexpected(id.error());
    }

    Result<std::int64_t> added(Result<std::int64_t> id) {
        if (id)
            m_applied.addedIds.push_back(*id);
        return id;
    }

    /// -k is the k-th id that this edit gave.
    Result<std::int64_t> resolved(std::int64_t id) const {
        if (id >= 0)
            return id;
        const auto k = static_cast<std::uint64_t>(-(id + 1));
        if (k >= m_applied.addedIds.size())
            return refused(fmt::format("This edit has not added {} rows yet (id {}).", k + 1, id));
        return m_applied.addedIds[k];
    }

    Result<std::int64_t> existing(Table table, const char* noun, std::int64_t wanted) const {
        const auto id = resolved(wanted);
        if (!id)
            return id;
        const auto row = readRow(m_recorder.database(), table, *id);
        if (!row)
            return Unexpected(row.error());
        return row->is_null() ? missing(noun, *id) : id;
    }

    Result<Json> tierImage(Tier tier) const {
        if (auto text = checkText("name of the tier", tier.name); !text)
            return Unexpected(std::move(text).error());
        if (auto text = checkText("name of the coder", tier.coder); !text)
            return Unexpected(std::move(text).error());
        const auto media = existing(Table::Media, "film", tier.media.value);
        if (!media)
            return Unexpected(media.error());
        tier.media.value = *media;
        return imageOf(tier);
    }

    template <class F>
    Result<void> withEvent(EventId wanted, F&& f) {
        const auto id = resolved(wanted.value);
        if (!id)
            return Unexpected(id.error());
        const auto now = readRow(m_recorder.database(), Table::Event, *id);
        if (!now)
            return Unexpected(now.error());
        return now->is_null() ? missing("event", *id) : f(*id, *now);
    }

    Result<std::vector<std::int64_t>> idsOf(const char* sql, std::int64_t of) {
        std::vector<std::int64_t> ids;
        auto read = m_recorder.database().each(
            sql, [&](const Statement& row) { ids.push_back(row.integer(0)); }, of);
        if (!read)
            return Unexpected(std::move(read).error());
        return ids;
    }

    Recorder& m_recorder;
    const std::filesystem::path& m_folder;
    Applied m_applied;
};

} // namespace

Json imageOf(const Tier& tier) {
    return {{"media_id", tier.media.value}, {"name", tier.name}, {"coder", tier.coder}};
}

Json imageOf(TierId tier, const annotation::ExpressionEvent& event) {
    return {{"tier_id", tier.value},
            {"onset_frame", event.onset.value},
            {"apex_frame", event.apex ? Json(event.apex->value) : Json()},
            {"offset_frame", event.offset.value},
            {"type", nameOf(event.type)},
            {"action_units", event.actionUnits},
            {"side", nameOf(event.side)},
            {"intensity", nameOf(event.intensity)},
            {"confidence", event.confidence},
            {"note", event.note}};
}

bool isUtf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t more = lead < 0x80       ? 0
                                 : lead >> 5 == 6  ? 1
                                 : lead >> 4 == 14 ? 2
                                 : lead >> 3 == 30 ? 3
                                                   : 9;
        if (more == 9 || i + more >= text.size())
            return false;
        std::uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);
        for (std::size_t k = 1; k <= more; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if (next >> 6 != 2)
                return false;
            code = code << 6 | (next & 0x3fU);
        }
        static constexpr std::array<std::uint32_t, 4> kSmallest{0, 0x80, 0x800, 0x10000};
        if (code < kSmallest[more] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code == 0)
            return false;
        i += more + 1;
    }
    return true;
}

Result<Applied> makeChanges(Recorder& recorder, const Edit& edit, const std::filesystem::path& folder) {
    if (auto text = checkText("name of the edit", edit.name); !text)
        return Unexpected(std::move(text).error());
    Changer changer(recorder, folder);
    for (const auto& change : edit.changes)
        if (auto made = std::visit(changer, change); !made)
            return Unexpected(std::move(made).error());
    return changer.take();
}

} // namespace mien::project
