// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_words.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

/// Not called tr: lupdate would take what stands in it for a text of its own and overlook the macro.
QString words(const char* text) {
    return QCoreApplication::translate("Graph", text);
}

} // namespace

QString separationText(const causal::FciResult& result, const QStringList& labels, int a, int b) {
    const QString& first = labels[a];
    const QString& second = labels[b];
    if (!result.sets.found(a, b))
        return words(QT_TRANSLATE_NOOP("Graph", "no edge: what you know forbids it in both directions"));
    QStringList given;
    for (const int v : result.sets.set(a, b))
        given << labels[v];
    return given.isEmpty() ? words(QT_TRANSLATE_NOOP("Graph", "%1 and %2 are independent")).arg(first, second)
                           : words(QT_TRANSLATE_NOOP("Graph", "%1 and %2 are independent once %3 is known"))
                                 .arg(first, second, given.join(QStringLiteral(", ")));
}

QString pText(double logP) {
    return logP < -690.0 ? QStringLiteral("< 1e-300") : QString::number(std::exp(logP), 'g', 2);
}

QString presetText(GraphPreset preset) {
    switch (preset) {
    case GraphPreset::Interactive:
        return words(QT_TRANSLATE_NOOP("Graph", "interactive"));
    case GraphPreset::Complete:
        return words(QT_TRANSLATE_NOOP("Graph", "complete"));
    case GraphPreset::Fast:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Graph", "fast"));
}

QString colliderText(causal::ColliderRule rule) {
    switch (rule) {
    case causal::ColliderRule::SeparatingSet:
        return words(QT_TRANSLATE_NOOP("Graph", "separating set"));
    case causal::ColliderRule::Conservative:
        return words(QT_TRANSLATE_NOOP("Graph", "conservative"));
    case causal::ColliderRule::Majority:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Graph", "majority"));
}

QString algorithmText(causal::Algorithm algorithm) {
    return algorithm == causal::Algorithm::Rfci ? QStringLiteral("RFCI") : QStringLiteral("FCI");
}

QString testText(causal::TestKind test) {
    switch (test) {
    case causal::TestKind::FisherZ:
        return words(QT_TRANSLATE_NOOP("Graph", "Fisher’s z (numbers)"));
    case causal::TestKind::GSquare:
        return words(QT_TRANSLATE_NOOP("Graph", "G² (categories)"));
    case causal::TestKind::ChiSquare:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Graph", "χ² (categories)"));
}

QString sampleSizeText(causal::SampleSize size) {
    switch (size) {
    case causal::SampleSize::Effective:
        return words(QT_TRANSLATE_NOOP("Graph", "effective"));
    case causal::SampleSize::Residual:
        return words(QT_TRANSLATE_NOOP("Graph", "effective, test by test"));
    case causal::SampleSize::Rows:
        return words(QT_TRANSLATE_NOOP("Graph", "every row"));
    case causal::SampleSize::Given:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Graph", "this many:"));
}

namespace {

QString samplesMade(const GraphParameters& parameters) {
    switch (parameters.sampleSize) {
    case causal::SampleSize::Effective:
        return words(QT_TRANSLATE_NOOP("Graph", "effective samples"));
    case causal::SampleSize::Residual:
        return words(QT_TRANSLATE_NOOP("Graph", "effective samples test by test"));
    case causal::SampleSize::Rows:
        return words(QT_TRANSLATE_NOOP("Graph", "every row counted as a sample"));
    case causal::SampleSize::Given:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Graph", "%1 samples as given")).arg(parameters.givenSamples);
}

} // namespace

QString madeText(const GraphParameters& parameters, GraphPreset preset) {
    const bool rfci = parameters.algorithm == causal::Algorithm::Rfci;
    QStringList parts{rfci ? algorithmText(parameters.algorithm) : presetText(preset),
                      QStringLiteral("α = %1").arg(parameters.alpha)};
    if (parameters.test != causal::TestKind::FisherZ)
        parts << testText(parameters.test);
    if (parameters.maxDepth >= 0)
        parts << words(QT_TRANSLATE_NOOP("Graph", "depth ≤ %1")).arg(parameters.maxDepth);
    if (parameters.lags > 0)
        parts << words(QT_TRANSLATE_NOOP("Graph", "lags 0 … %1")).arg(parameters.lags);
    parts << samplesMade(parameters);
    if (parameters.missing == causal::Missing::Testwise)
        parts << words(QT_TRANSLATE_NOOP("Graph", "gaps test by test"));
    if (!parameters.selectionBias)
        parts << words(QT_TRANSLATE_NOOP("Graph", "no selection"));
    if (parameters.colliders != causal::ColliderRule::SeparatingSet)
        parts << words(QT_TRANSLATE_NOOP("Graph", "colliders: %1")).arg(colliderText(parameters.colliders));
    return parts.join(QStringLiteral(" · "));
}

QString reasonOfEnd(causal::Reason reason) {
    switch (reason) {
    case causal::Reason::Open:
        return words(QT_TRANSLATE_NOOP("Graph", "open"));
    case causal::Reason::Knowledge:
        return words(QT_TRANSLATE_NOOP("Graph", "what you know"));
    case causal::Reason::R0:
        return words(QT_TRANSLATE_NOOP("Graph", "collider (R0)"));
    case causal::Reason::Given:
        return words(QT_TRANSLATE_NOOP("Graph", "as given"));
    default:
        break;
    }
    const auto name = causal::nameOf(reason);
    return words(QT_TRANSLATE_NOOP("Graph", "rule %1"))
        .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

} // namespace mien::ui
