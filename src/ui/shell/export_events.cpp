// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_events.h"

#include <QStringList>

namespace mien::ui {
namespace {

QString filterOf(const annotation::EventTableFormat& format) {
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    return QStringLiteral("%1 (*%2)").arg(text(format.name), text(format.extensions.front()));
}

} // namespace

std::vector<annotation::TableEvent> eventsForExport(const project::Project& project, project::MediaId open,
                                                    const FilmTiming& timing) {
    std::vector<annotation::TableEvent> rows;
    for (const project::Media& media : project.media()) {
        std::span<const double> times;
        if (media.id == open)
            times = timing.timesS();
        for (const project::Tier& tier : project.tiers(media.id))
            for (const project::Event& event : project.events(tier.id)) {
                auto row = annotation::tableEvent(media.path.stem().string(), event.event, times);
                row.tier = tier.name;
                row.coder = tier.coder;
                rows.push_back(std::move(row));
            }
    }
    return rows;
}

QString exportFilters() {
    QStringList filters;
    for (const auto& format : annotation::eventTableFormats())
        filters << filterOf(format);
    return filters.join(";;");
}

std::string exportFormatOf(const QString& filter) {
    for (const auto& format : annotation::eventTableFormats())
        if (filterOf(format) == filter)
            return std::string(format.name);
    return std::string(annotation::eventTableFormats().front().name);
}

} // namespace mien::ui
