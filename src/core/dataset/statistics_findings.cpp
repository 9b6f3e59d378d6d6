// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/statistics_findings.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

/// Percentage points within which a printed share counts as the same.
constexpr double kSamePoints = 0.6;

constexpr std::string_view kNoRate =
    "The frame rate is not known; the bins are in the table's own frames.";

/// Largest difference of three shares, percentage points.
double apart(const std::array<double, 3>& a, const std::array<double, 3>& b) {
    double out = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        out = std::max(out, std::abs(a[i] - b[i]));
    return out;
}

std::string shares(const std::array<double, 3>& p) {
    return fmt::format("{:.1f} / {:.1f} / {:.1f}", p[0], p[1], p[2]);
}

void compareTypes(const SourceStatistics& s, std::vector<std::string>& out) {
    const auto& printed = s.bins->printed;
    const auto same = [&](const TypeCounts& t, bool exchanged) {
        return std::abs((exchanged ? t.macroPercent() : t.microPercent()) - printed.microPercent) <=
               kSamePoints;
    };
    if (same(s.all, true) && !same(s.all, false))
        out.push_back(fmt::format(
            "The printed shares of micro and macro are exchanged: print says {:.2f} % micro, these rows "
            "hold {:.2f} % micro and {:.2f} % macro.",
            printed.microPercent, s.all.microPercent(), s.all.macroPercent()));
    else if (same(s.withOffset, false) && !same(s.all, false))
        out.push_back(fmt::format(
            "The printed shares of micro and macro leave out the {} rows without offset: with all rows "
            "micro is {:.2f} %, without them {:.2f} %.",
            s.withoutOffset, s.all.microPercent(), s.withOffset.microPercent()));
    else if (!same(s.all, false) && !same(s.withOffset, false))
        out.push_back(fmt::format("The printed {:.2f} % micro is not that of these rows ({:.2f} %).",
                                  printed.microPercent, s.all.microPercent()));
}

void compareBins(const SourceStatistics& s, std::vector<std::string>& out) {
    const auto& printed = s.bins->printed;
    const auto& rows = s.durations[0];
    const auto& all = s.durations[1];
    if (rows.offsetApexExchanged && rows.apexOnsetExchanged) {
        const double asPrinted = apart(rows.offsetApex.percent(), printed.offsetApex) +
                                 apart(rows.apexOnset.percent(), printed.apexOnset);
        const double exchanged = apart(rows.offsetApexExchanged->percent(), printed.offsetApex) +
                                 apart(rows.apexOnsetExchanged->percent(), printed.apexOnset);
        if (exchanged < asPrinted)
            out.push_back(fmt::format(
                "The bin headers of the last two columns are exchanged in print: offset - apex fits with "
                "the borders {}/{} ({}), apex - onset with {}/{} ({}).",
                s.bins->apexOnset.small, s.bins->apexOnset.mid, shares(rows.offsetApexExchanged->percent()),
                s.bins->offsetApex.small, s.bins->offsetApex.mid,
                shares(rows.apexOnsetExchanged->percent())));
    }
    if (s.withoutOffset == 0)
        return;
    const auto say = [&](std::string_view what, const BinCounts& without, const BinCounts& with,
                         const std::array<double, 3>& print) {
        const double a = apart(without.percent(), print), b = apart(with.percent(), print);
        if (a != b)
            out.push_back(
                fmt::format("Printed {} ({}) fits the rows {} better: {} with an offset, {} with all.", what,
                            shares(print), a < b ? "with an offset" : "of the whole table",
                            shares(without.percent()), shares(with.percent())));
    };
    say("offset - onset", rows.offsetOnset, all.offsetOnset, printed.offsetOnset);
    say("offset - apex", rows.offsetApex, all.offsetApex, printed.offsetApex);
    say("apex - onset", rows.apexOnset, all.apexOnset, printed.apexOnset);
}

} // namespace

std::vector<std::string> findingsOf(const SourceStatistics& s) {
    std::vector<std::string> out;
    if (s.hasPrinted) {
        compareTypes(s, out);
        compareBins(s, out);
    }
    if (!s.rateKnown)
        out.emplace_back(kNoRate);
    if (s.withoutOffset > 0)
        out.push_back(fmt::format("{} of {} rows have no offset; a spotter cannot find them, and scores keep "
                                  "them in the denominator.",
                                  s.withoutOffset, s.all.all()));
    if (s.macroLength.n > 0 && s.microLength.n > 0)
        out.push_back(fmt::format(
            "{} of {} macro rows are as short as the longest micro row ({} frames): {} the two types apart.",
            s.macroAsShortAsMicro, s.macroLength.n, s.microLength.longest,
            s.macroAsShortAsMicro * 10 <= s.macroLength.n ? "duration alone nearly tells"
                                                          : "duration alone does not tell"));
    return out;
}

} // namespace mien::dataset
