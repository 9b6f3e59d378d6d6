// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/sample_counts.h"

#include <QCoreApplication>

#include <functional>
#include <map>
#include <set>

namespace mien::ui {
namespace {

constexpr int kMostSteps = 30;

std::size_t typeOf(const SampleFacts& facts) {
    return facts.type.isEmpty() ? 2 : facts.type == QLatin1String("micro") ? 0 : 1;
}

void count(Bar& bar, const SampleFacts& facts, bool shown) {
    ++bar.all;
    if (shown)
        ++bar.shown[typeOf(facts)];
}

QString none() {
    return QCoreApplication::translate("SampleCounts", "none");
}

template <class What>
std::vector<Bar> byText(const std::vector<SampleFacts>& rows, const std::vector<char>& shown, What what,
                        bool byCount) {
    std::map<QString, Bar> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString value = std::invoke(what, rows[i]);
        Bar& bar = found[value];
        bar.value = value;
        bar.label = value.isEmpty() ? none() : value;
        count(bar, rows[i], shown[i] != 0);
    }
    std::vector<Bar> bars;
    for (auto& [value, bar] : found)
        bars.push_back(std::move(bar));
    std::stable_sort(bars.begin(), bars.end(), [&](const Bar& a, const Bar& b) {
        if (byCount && a.all != b.all)
            return a.all > b.all;
        if (a.value.isEmpty() != b.value.isEmpty())
            return b.value.isEmpty();
        return naturalOrder(a.label, b.label) < 0;
    });
    return bars;
}

std::vector<Bar> byUnit(const std::vector<SampleFacts>& rows, const std::vector<char>& shown) {
    std::map<int, Bar> found;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const int unit : rows[i].units) {
            Bar& bar = found[unit];
            bar.label = bar.value = QString::number(unit);
            count(bar, rows[i], shown[i] != 0);
        }
    std::vector<Bar> bars;
    for (auto& [unit, bar] : found)
        bars.push_back(std::move(bar));
    return bars;
}

std::vector<Bar> byDuration(const std::vector<SampleFacts>& rows, const std::vector<char>& shown) {
    double longest = 0.0;
    for (const auto& row : rows)
        longest = std::max(longest, row.durationMs.value_or(0.0));
    if (longest <= 0.0)
        return {};
    int step = 20;
    for (int scale = 10; longest / step >= kMostSteps; scale *= 10)
        for (const int some : {2, 4, 5, 10})
            if (longest / step >= kMostSteps)
                step = some * scale;
    std::vector<Bar> bars(static_cast<std::size_t>(longest / step) + 1);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto from = static_cast<int>(i) * step;
        bars[i].label = QString::number(from);
        bars[i].value = QStringLiteral("%1-%2").arg(from).arg(from + step);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].durationMs && *rows[i].durationMs >= 0.0)
            count(bars[static_cast<std::size_t>(*rows[i].durationMs / step)], rows[i], shown[i] != 0);
    const auto first = std::find_if(bars.begin(), bars.end(), [](const Bar& bar) { return bar.all > 0; });
    bars.erase(bars.begin(), first);
    return bars;
}

} // namespace

int naturalOrder(const QString& a, const QString& b) {
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            while (i < a.size() && a[i] == u'0')
                ++i;
            while (j < b.size() && b[j] == u'0')
                ++j;
            const auto from = i, also = j;
            while (i < a.size() && a[i].isDigit())
                ++i;
            while (j < b.size() && b[j].isDigit())
                ++j;
            const auto one = QStringView(a).mid(from, i - from), other = QStringView(b).mid(also, j - also);
            if (one.size() != other.size())
                return one.size() < other.size() ? -1 : 1;
            if (const int order = one.compare(other); order != 0)
                return order;
            continue;
        }
        const QChar one = a[i++].toCaseFolded(), other = b[j++].toCaseFolded();
        if (one != other)
            return one < other ? -1 : 1;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b); // "07" and "7", "A" and "a" keep a fixed order
}

std::vector<Bar> barsOfStratum(const QString& name, const std::vector<SampleFacts>& rows,
                               const std::vector<char>& shown) {
    const auto value = [&name](const SampleFacts& facts) {
        const auto found = facts.strata.find(name);
        return found == facts.strata.end() ? QString() : found->second;
    };
    auto bars = byText(rows, shown, value, false);
    for (Bar& bar : bars)
        bar.value = QStringLiteral("%1=%2").arg(name, bar.value);
    return bars;
}

QString fieldOf(ChartKind kind) {
    switch (kind) {
    case ChartKind::Class:
        return QStringLiteral("emotion");
    case ChartKind::Unit:
        return QStringLiteral("au");
    case ChartKind::Subject:
        return QStringLiteral("subject");
    case ChartKind::Duration:
        break;
    }
    return QStringLiteral("ms");
}

std::vector<Bar> barsOf(ChartKind kind, const std::vector<SampleFacts>& rows,
                        const std::vector<char>& shown) {
    switch (kind) {
    case ChartKind::Class:
        return byText(rows, shown, &SampleFacts::emotion, true);
    case ChartKind::Unit:
        return byUnit(rows, shown);
    case ChartKind::Subject:
        return byText(rows, shown, &SampleFacts::subject, false);
    case ChartKind::Duration:
        break;
    }
    return byDuration(rows, shown);
}

} // namespace mien::ui
