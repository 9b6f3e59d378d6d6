// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/lagged_table.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace mien::causal {
namespace {

constexpr int mostLags = 50;
constexpr int mostVariables = 1000;

struct NameAtLag {
    std::string name;
    int lag = 0;
    bool said = false; ///< the lag was named
};

/// "X[t-2]" → X, 2; a name without a lag is itself.
NameAtLag parsed(const std::string& text) {
    constexpr std::string_view opening = "[t-";
    const auto at = text.rfind(opening);
    if (at == std::string::npos || !text.ends_with(']'))
        return {text};
    int lag = 0;
    const char* end = text.data() + text.size() - 1;
    const auto read = std::from_chars(text.data() + at + opening.size(), end, lag);
    return read.ec == std::errc{} && read.ptr == end && lag > 0 ? NameAtLag{text.substr(0, at), lag, true}
                                                                : NameAtLag{text};
}

using Pair = std::pair<std::string, std::string>;

/// cause at lag `causeLag`, effect at `effectLag`, and the same at every earlier time.
void addAlike(std::vector<Pair>& pairs, const std::string& cause, int causeLag, const std::string& effect,
              int effectLag, int lags) {
    for (int by = -std::min(causeLag, effectLag); std::max(causeLag, effectLag) + by <= lags; ++by)
        pairs.emplace_back(laggedName(cause, causeLag + by), laggedName(effect, effectLag + by));
}

/// "a does not cause b", at every distance in time that time itself leaves open.
void forbidAtEveryLag(std::vector<Pair>& pairs, const std::string& a, const std::string& b, int lags) {
    for (int lag = 0; lag <= lags; ++lag)
        addAlike(pairs, a, lag, b, 0, lags);
}

void forbidByTiers(const Knowledge& knowledge, int lags, std::vector<Pair>& forbidden) {
    for (std::size_t early = 0; early < knowledge.tiers.size(); ++early) {
        const bool within = std::find(knowledge.forbiddenWithin.begin(), knowledge.forbiddenWithin.end(),
                                      static_cast<int>(early)) != knowledge.forbiddenWithin.end();
        for (std::size_t late = early; late < knowledge.tiers.size(); ++late) {
            if (late == early && !within)
                continue;
            for (const auto& b : knowledge.tiers[early])
                for (const auto& a : knowledge.tiers[late])
                    if (a != b) // a series may always go on as it was
                        forbidAtEveryLag(forbidden, a, b, lags);
        }
    }
}

Unexpected wrong(std::string sentence) {
    return fail(ErrorCode::InvalidArgument, std::move(sentence));
}

Result<void> checkNames(const Knowledge& knowledge, const std::vector<std::string>& names, int lags) {
    const std::set<std::string> known(names.begin(), names.end());
    const auto check = [&](const std::string& text) -> Result<void> {
        if (known.contains(text))
            return {};
        const auto part = parsed(text);
        if (!known.contains(part.name))
            return wrong("The knowledge names \"" + text + "\", which is not among the variables.");
        if (part.lag > lags)
            return wrong("The knowledge names \"" + text + "\", and the search looks " +
                         std::to_string(lags) + " rows back.");
        return {};
    };
    std::set<std::string> inTiers;
    for (const auto& tier : knowledge.tiers)
        for (const auto& name : tier) {
            if (const auto fine = check(name); !fine)
                return fine;
            if (parsed(name).said && !known.contains(name))
                return wrong("The tiers name \"" + name +
                             "\"; they are about whole columns, time adds itself.");
            if (!inTiers.insert(name).second)
                return wrong("The knowledge puts \"" + name + "\" into two tiers.");
        }
    for (const int tier : knowledge.forbiddenWithin)
        if (tier < 0 || tier >= static_cast<int>(knowledge.tiers.size()))
            return wrong("The knowledge forbids edges within tier " + std::to_string(tier) +
                         ", which it does not have.");
    for (const auto* pairs : {&knowledge.required, &knowledge.forbidden})
        for (const auto& [cause, effect] : *pairs)
            for (const auto& name : {cause, effect})
                if (const auto fine = check(name); !fine)
                    return fine;
    return {};
}

} // namespace

std::string laggedName(const std::string& name, int lag) {
    return lag == 0 ? name : name + "[t-" + std::to_string(lag) + "]";
}

Result<Table> laggedTable(const Table& table, int lags) {
    if (lags < 0 || lags > mostLags)
        return wrong("The number of lags must lie between 0 and " + std::to_string(mostLags) + ".");
    if (table.columns() * (lags + 1) > mostVariables)
        return wrong(std::to_string(table.columns()) + " columns at " + std::to_string(lags + 1) +
                     " times are more than the " + std::to_string(mostVariables) +
                     " variables that a search can take; choose fewer lags.");
    Table out;
    for (const auto& name : table.names)
        for (int lag = 0; lag <= lags; ++lag)
            out.names.push_back(laggedName(name, lag));
    if (std::set<std::string>(out.names.begin(), out.names.end()).size() != out.names.size())
        return wrong("A column is called as another one is at an earlier time; rename it.");
    std::vector<Eigen::Index> now;
    const auto runOf = [&](Eigen::Index row) {
        return table.runs.empty() ? 0 : table.runs[static_cast<std::size_t>(row)];
    };
    Eigen::Index start = 0;
    for (Eigen::Index row = 0; row < table.rows(); ++row) {
        if (row > 0 && runOf(row) != runOf(row - 1))
            start = row;
        if (row - start >= lags) {
            now.push_back(row);
            out.runs.push_back(runOf(row));
        }
    }
    if (now.empty())
        return fail(ErrorCode::Corrupt, "No uninterrupted run of rows is longer than the " +
                                            std::to_string(lags) + " lags that were asked for.");
    out.values.resize(static_cast<Eigen::Index>(now.size()), static_cast<Eigen::Index>(out.names.size()));
    for (Eigen::Index column = 0; column < table.values.cols(); ++column)
        for (int lag = 0; lag <= lags; ++lag)
            for (std::size_t r = 0; r < now.size(); ++r)
                out.values(static_cast<Eigen::Index>(r), column * (lags + 1) + lag) =
                    table.values(now[r] - lag, column);
    return out;
}

Result<Knowledge> laggedKnowledge(const Knowledge& knowledge, const std::vector<std::string>& names,
                                  int lags) {
    if (const auto fine = checkNames(knowledge, names, lags); !fine)
        return Unexpected(fine.error());
    const std::set<std::string> known(names.begin(), names.end());
    const auto at = [&](const std::string& text) {
        return known.contains(text) ? NameAtLag{text} : parsed(text);
    };
    Knowledge out;
    for (int lag = lags; lag >= 0; --lag) {
        auto& tier = out.tiers.emplace_back();
        for (const auto& name : names)
            tier.push_back(laggedName(name, lag));
    }
    forbidByTiers(knowledge, lags, out.forbidden);
    for (const auto& [cause, effect] : knowledge.forbidden) {
        const auto a = at(cause);
        const auto b = at(effect);
        if (a.said || b.said)
            addAlike(out.forbidden, a.name, a.lag, b.name, b.lag, lags);
        else
            forbidAtEveryLag(out.forbidden, a.name, b.name, lags);
    }
    for (const auto& [cause, effect] : knowledge.required) {
        const auto a = at(cause);
        const auto b = at(effect);
        if (a.lag < b.lag)
            return wrong("The knowledge requires that \"" + cause + "\" causes \"" + effect +
                         "\", which lies before it.");
        addAlike(out.required, a.name, a.lag, b.name, b.lag, lags);
    }
    return out;
}

} // namespace mien::causal
