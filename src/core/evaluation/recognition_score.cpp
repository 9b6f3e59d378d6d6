// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/recognition_score.h"

#include <fmt/format.h>

#include <cassert>
#include <map>

namespace mien::evaluation {
namespace {

using annotation::CsvTable;

double ratio(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

struct Label {
    std::string name;
    std::int64_t line = 0;
};
using Labels = std::map<std::string, Label>;

Result<Labels> labels(const CsvTable& table) {
    const auto id = table.column({"id", "sample", "vid", "video", "video_name"});
    const auto label = table.column({"label", "emotion", "class", "predicted", "pred"});
    if (!id || !label)
        return fail(ErrorCode::Corrupt, "The table needs a column \"id\" and a column \"label\".",
                    table.at(1));
    Labels out;
    for (const auto& row : table.rows) {
        const auto& name = row.cells[*id];
        if (name.empty() || row.cells[*label].empty())
            return fail(ErrorCode::Corrupt, "The id or the label is missing.", table.at(row.line));
        if (!out.emplace(name, Label{row.cells[*label], row.line}).second)
            return fail(ErrorCode::Corrupt, fmt::format("The id \"{}\" stands in the table twice.", name),
                        table.at(row.line));
    }
    return out;
}

} // namespace

double ClassScore::precision() const {
    return ratio(correct, predicted);
}
double ClassScore::recall() const {
    return ratio(correct, support);
}
double ClassScore::f1() const {
    return ratio(2 * correct, support + predicted);
}

double RecognitionScore::accuracy() const {
    std::int64_t correct = 0;
    for (const auto& c : classes)
        correct += c.correct;
    return ratio(correct, n);
}

namespace {

template <class Value>
double meanOverTrueClasses(const std::vector<ClassScore>& classes, Value value) {
    double sum = 0.0;
    int count = 0;
    for (const auto& c : classes) {
        if (c.support == 0)
            continue;
        sum += value(c);
        ++count;
    }
    return count > 0 ? sum / count : 0.0;
}

} // namespace

double RecognitionScore::uf1() const {
    return meanOverTrueClasses(classes, [](const ClassScore& c) { return c.f1(); });
}
double RecognitionScore::uar() const {
    return meanOverTrueClasses(classes, [](const ClassScore& c) { return c.recall(); });
}
double RecognitionScore::weightedF1() const {
    double sum = 0.0;
    for (const auto& c : classes)
        sum += static_cast<double>(c.support) * c.f1();
    return n > 0 ? sum / static_cast<double>(n) : 0.0;
}

RecognitionScore RecognitionScore::majorityBaseline() const {
    std::vector<std::string> truth;
    std::string most;
    std::int64_t best = 0;
    for (const auto& c : classes) {
        truth.insert(truth.end(), static_cast<std::size_t>(c.support), c.name);
        if (c.support > best) {
            best = c.support;
            most = c.name;
        }
    }
    return scoreLabels(truth, std::vector<std::string>(truth.size(), most));
}

RecognitionScore scoreLabels(const std::vector<std::string>& truth,
                             const std::vector<std::string>& predicted) {
    assert(truth.size() == predicted.size());
    std::map<std::string, std::size_t> index;
    for (const auto* side : {&truth, &predicted})
        for (const auto& name : *side)
            index.emplace(name, 0);
    RecognitionScore score;
    score.n = static_cast<std::int64_t>(truth.size());
    for (auto& [name, i] : index) {
        i = score.classes.size();
        score.classes.push_back({name});
    }
    score.confusion.assign(index.size(), std::vector<std::int64_t>(index.size(), 0));
    for (std::size_t k = 0; k < truth.size(); ++k) {
        const auto t = index.at(truth[k]);
        const auto p = index.at(predicted[k]);
        ++score.confusion[t][p];
        ++score.classes[t].support;
        ++score.classes[p].predicted;
        score.classes[t].correct += t == p;
    }
    return score;
}

Result<RecognitionScore> scoreRecognition(const CsvTable& truthTable, const CsvTable& predictedTable) {
    const auto truth = labels(truthTable);
    if (!truth)
        return Unexpected(truth.error());
    const auto predicted = labels(predictedTable);
    if (!predicted)
        return Unexpected(predicted.error());
    for (const auto& [id, label] : *predicted)
        if (!truth->contains(id))
            return fail(ErrorCode::Corrupt,
                        fmt::format("\"{}\" is predicted, but {} does not name it.", id, truthTable.source),
                        predictedTable.at(label.line));
    std::vector<std::string> trueNames, predictedNames;
    for (const auto& [id, label] : *truth) {
        const auto found = predicted->find(id);
        if (found == predicted->end())
            return fail(ErrorCode::Corrupt,
                        fmt::format("\"{}\" has no prediction in {}.", id, predictedTable.source),
                        truthTable.at(label.line));
        trueNames.push_back(label.name);
        predictedNames.push_back(found->second.name);
    }
    return scoreLabels(trueNames, predictedNames);
}

} // namespace mien::evaluation
