// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/truth_figures.h"

#include "core/synthesis/quality_published.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("TruthFigures", text);
}

struct FigureWords {
    const char* name;
    const char* meaning;
    int decimals;
};

constexpr std::array<FigureWords, kFigures.size()> kWords{{
    {QT_TRANSLATE_NOOP("TruthFigures", "Onset, frames off"),
     QT_TRANSLATE_NOOP("TruthFigures", "Measured onset minus true onset; above 0 is late."), 1},
    {QT_TRANSLATE_NOOP("TruthFigures", "Apex, frames off"),
     QT_TRANSLATE_NOOP("TruthFigures", "Measured apex minus true apex; above 0 is late."), 1},
    {QT_TRANSLATE_NOOP("TruthFigures", "Offset, frames off"),
     QT_TRANSLATE_NOOP("TruthFigures", "Measured offset minus true offset; above 0 is late."), 1},
    {QT_TRANSLATE_NOOP("TruthFigures", "Overlap (IoU)"),
     QT_TRANSLATE_NOOP("TruthFigures",
                       "How much of the true expression and of what was found is shared; 0 where nothing was "
                       "found."),
     2},
    {QT_TRANSLATE_NOOP("TruthFigures", "Landmarks, px off"),
     QT_TRANSLATE_NOOP("TruthFigures",
                       "Distance of measured from true landmarks, median of the film; it includes what two "
                       "landmark schemes disagree about."),
     2},
    {QT_TRANSLATE_NOOP("TruthFigures", "Movement, px off"),
     QT_TRANSLATE_NOOP("TruthFigures",
                       "The same of the landmarks' movement since the first frame, which is what expressions "
                       "are measured by."),
     2},
    {QT_TRANSLATE_NOOP("TruthFigures", "Flow, % off"),
     QT_TRANSLATE_NOOP("TruthFigures",
                       "Optical flow from onset to apex against the true movement, error over length, where "
                       "something moves."),
     1},
    {QT_TRANSLATE_NOOP("TruthFigures", "PSNR, dB"),
     QT_TRANSLATE_NOOP("TruthFigures", "Of consecutive frames; a still film scores highest. Measured under "
                                       "Picture quality."),
     2},
    {QT_TRANSLATE_NOOP("TruthFigures", "SSIM"),
     QT_TRANSLATE_NOOP("TruthFigures", "Of consecutive frames; a still film scores highest. Measured under "
                                       "Picture quality."),
     4},
    {QT_TRANSLATE_NOOP("TruthFigures", "Total variation"),
     QT_TRANSLATE_NOOP("TruthFigures", "It grows with the size of the frames. Measured under Picture "
                                       "quality."),
     2},
    {QT_TRANSLATE_NOOP("TruthFigures", "BRISQUE"),
     QT_TRANSLATE_NOOP("TruthFigures", "Lower is more like a photograph. Measured under Picture quality."),
     2},
}};

const FigureWords& wordsOf(Figure figure) {
    return kWords[static_cast<std::size_t>(figure)];
}

/// The larger, the worse.
double badness(Figure figure, double value) {
    switch (figure) {
    case Figure::Onset:
    case Figure::Apex:
    case Figure::Offset:
        return std::abs(value);
    case Figure::Overlap:
    case Figure::Psnr:
    case Figure::Ssim:
        return -value;
    default:
        return value;
    }
}

void addEvents(Figure figure, const std::filesystem::path& film, const pipeline::TruthCheck& check,
               std::vector<FigureValue>& out) {
    for (const auto& event : check.events) {
        if (figure == Figure::Overlap) {
            out.push_back({film, event.truth.onset, event.iou});
            continue;
        }
        const auto off = figure == Figure::Onset  ? event.onsetError()
                         : figure == Figure::Apex ? event.apexError()
                                                  : event.offsetError();
        if (off)
            out.push_back({film, event.truth.onset, static_cast<double>(*off)});
    }
}

void addChecked(Figure figure, const std::filesystem::path& film, const pipeline::TruthCheck& check,
                std::vector<FigureValue>& out) {
    if (figure <= Figure::Overlap)
        return addEvents(figure, film, check, out);
    if (figure == Figure::Landmarks && check.landmarks)
        out.push_back({film, {}, check.landmarks->position.medianPx});
    if (figure == Figure::Movement && check.landmarks)
        out.push_back({film, {}, check.landmarks->movement.medianPx});
    if (figure == Figure::Flow && check.flow)
        out.push_back({film, {}, 100.0 * check.flow->medianRelativeError});
}

std::optional<double> pictureValue(Figure figure, const synthesis::FilmQuality& q) {
    switch (figure) {
    case Figure::Psnr:
        return q.psnrDb;
    case Figure::Ssim:
        return q.ssim;
    case Figure::TotalVariation:
        return q.totalVariation;
    default:
        return q.brisque;
    }
}

double publishedValue(Figure figure, const synthesis::PublishedQuality& row) {
    switch (figure) {
    case Figure::Psnr:
        return row.psnrDb;
    case Figure::Ssim:
        return row.ssim;
    case Figure::TotalVariation:
        return row.totalVariation;
    default:
        return row.brisque;
    }
}

void summarise(FigureSpread& spread) {
    if (spread.values.empty())
        return;
    std::stable_sort(spread.values.begin(), spread.values.end(), [&](const auto& a, const auto& b) {
        return badness(spread.figure, a.value) > badness(spread.figure, b.value);
    });
    const auto size = [&](std::size_t i) {
        return isWhole(spread.figure) ? std::abs(spread.values[i].value) : spread.values[i].value;
    };
    const std::size_t n = spread.values.size();
    for (std::size_t i = 0; i < n; ++i) {
        spread.mean += size(i) / static_cast<double>(n);
        spread.lean += spread.values[i].value / static_cast<double>(n);
    }
    // Sorted by badness, so the middle is the median of the sizes too.
    spread.median = n % 2 == 1 ? size(n / 2) : (size(n / 2 - 1) + size(n / 2)) / 2.0;
    spread.worst5 = size(n / 20);
}

} // namespace

QString nameOf(Figure figure) {
    return words(wordsOf(figure).name);
}

QString meaningOf(Figure figure) {
    return words(wordsOf(figure).meaning);
}

int decimalsOf(Figure figure) {
    return wordsOf(figure).decimals;
}

bool isWhole(Figure figure) {
    return figure <= Figure::Offset;
}

bool isPicture(Figure figure) {
    return figure >= Figure::Psnr;
}

std::vector<FigureSpread> spreadsOf(const std::vector<std::filesystem::path>& films,
                                    const CheckedFilms& checked, const JudgedFilms& judged) {
    std::vector<FigureSpread> out;
    for (const Figure figure : kFigures) {
        FigureSpread spread;
        spread.figure = figure;
        for (const auto& film : films) {
            if (isPicture(figure)) {
                const auto found = judged.find(film);
                if (found == judged.end() || !found->second)
                    continue;
                if (const auto value = pictureValue(figure, *found->second))
                    spread.values.push_back({film, {}, *value});
            } else if (const auto found = checked.find(film); found != checked.end() && found->second) {
                addChecked(figure, film, found->second->check, spread.values);
            }
        }
        if (isPicture(figure))
            for (const auto& row : synthesis::publishedQuality())
                spread.published.push_back(
                    {QString::fromUtf8(row.dataset.data(), static_cast<qsizetype>(row.dataset.size())),
                     publishedValue(figure, row)});
        summarise(spread);
        out.push_back(std::move(spread));
    }
    return out;
}

FoundCounts countFound(const std::vector<std::filesystem::path>& films, const CheckedFilms& checked) {
    FoundCounts out;
    for (const auto& film : films) {
        const auto found = checked.find(film);
        if (found == checked.end() || !found->second)
            continue;
        const auto& check = found->second->check;
        if (found->second->source == TruthSource::None) {
            ++out.unknown;
            continue;
        }
        ++out.films;
        out.byTable += found->second->source == TruthSource::Table ? 1 : 0;
        out.expressions += static_cast<std::int64_t>(check.events.size());
        out.unexpected += check.unexpected;
        for (const auto& event : check.events)
            out.found += event.measured ? 1 : 0;
    }
    return out;
}

} // namespace mien::ui
