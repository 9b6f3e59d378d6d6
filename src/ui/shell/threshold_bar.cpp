// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/threshold_bar.h"

#include "ui/commands/run_edits.h"

#include "ui/commands/handles.h"
#include "ui/document/drafts.h"
#include "ui/document/project_document.h"
#include "ui/settings/close_button.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr double kLeastS = 0.1;         ///< shorter stretches are noise: no expression is that brief
constexpr double kBridgeS = 0.05;       ///< a dip this short parts nothing
constexpr double kStrongestShare = 0.1; ///< of the frames lie above the first threshold

std::int64_t framesOf(double seconds, const FilmTiming& timing) {
    const double fps = timing.fps().num > 0 ? timing.fps().value() : 25.0;
    return std::max<std::int64_t>(1, std::llround(seconds * fps));
}

float strongestBegin(const timeline::SignalPyramid& signal) {
    std::vector<float> values;
    for (std::int64_t frame = 0; frame < signal.size(); ++frame)
        if (const float value = signal.at(frame); !std::isnan(value))
            values.push_back(value);
    if (values.empty())
        return 0.0f;
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>((1.0 - kStrongestShare) * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

bool sameClaim(const annotation::Proposal& a, const annotation::Proposal& b) {
    return a.onset == b.onset && a.apex == b.apex && a.offset == b.offset && a.type == b.type &&
           a.looksLike == b.looksLike;
}

} // namespace

ThresholdBar::ThresholdBar(ProjectDocument& document, Drafts& drafts, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_drafts(drafts),
      m_name(new QLabel),
      m_value(new QDoubleSpinBox),
      m_count(new QLabel),
      m_add(new QPushButton(tr("Add as proposals"))) {
    setAccessibleName(tr("Threshold"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    row->setSpacing(8);
    m_name->setBuddy(m_value);
    m_value->setAccessibleName(tr("Threshold"));
    m_value->setDecimals(3);
    m_value->setKeyboardTracking(false);
    m_count->setProperty("faint", true);
    m_add->setAccessibleName(m_add->text());
    m_add->setProperty("primary", true);
    m_add->setToolTip(tr("The stretches join the film's proposals, to be taken or rejected like those. "
                         "Analysing the film anew replaces them."));
    auto* shut = makeCloseButton(tr("Close the threshold (Esc)"));
    row->addWidget(m_name);
    row->addWidget(m_value);
    row->addWidget(m_count, 1);
    row->addWidget(m_add);
    row->addWidget(shut);
    connect(m_value, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { setThreshold(static_cast<float>(value)); });
    connect(m_add, &QPushButton::clicked, this, &ThresholdBar::addAsProposals);
    connect(shut, &QToolButton::clicked, this, &ThresholdBar::close);
    for (QWidget* part : std::initializer_list<QWidget*>{m_value, m_add, shut})
        part->installEventFilter(this);
    hide();
}

/// Escape and Enter are this bar's before they are the window's.
bool ThresholdBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ThresholdBar::open(const timeline::Lane& lane, std::optional<float> value) {
    if (!lane.signal)
        return;
    if (isVisible() && m_lane.id != lane.id)
        close();
    m_lane = lane;
    const auto range = lane.signal->range().value_or(timeline::MinMax{0.0f, 1.0f});
    {
        const QSignalBlocker quiet(m_value);
        m_value->setRange(range.min, range.max);
        m_value->setSingleStep(std::max(0.001, double(range.max - range.min) / 100.0));
        m_value->setSuffix(lane.unit.isEmpty() ? QString() : QStringLiteral(" ") + lane.unit);
    }
    m_name->setText(tr("%1 above").arg(lane.name));
    show();
    m_threshold = value ? *value : strongestBegin(*lane.signal);
    refresh();
    m_value->setFocus(Qt::OtherFocusReason);
}

void ThresholdBar::setThreshold(float value) {
    if (value == m_threshold)
        return;
    m_threshold = value;
    refresh();
}

void ThresholdBar::refresh() {
    const FilmTiming& timing = m_document.timing();
    m_spans = timeline::spansAbove(*m_lane.signal, m_threshold, framesOf(kLeastS, timing),
                                   framesOf(kBridgeS, timing));
    const QSignalBlocker quiet(m_value);
    m_value->setValue(m_threshold);
    const QString count = tr("Stretches of at least %1 s: %2").arg(kLeastS).arg(m_spans.size());
    m_count->setText(count);
    m_add->setEnabled(!m_spans.empty() && !m_document.readOnly());
    emit changed(m_lane.id, m_threshold);
}

void ThresholdBar::addAsProposals() {
    const auto* media = m_document.currentMedia();
    if (!media || m_spans.empty())
        return;
    const FilmTiming& timing = m_document.timing();
    // The newest run is what the film shows, so the new ones go beside what it holds already; with its
    // options and time it keeps its signals too.
    const auto before = m_document.proposals();
    project::Run run = m_document.run().value_or(project::Run{});
    run.id = {};
    run.media = media->id;
    if (run.spotter.empty())
        run.spotter = "threshold";
    std::vector<annotation::Proposal> all;
    for (const auto& row : before)
        all.push_back(row.proposal);
    int count = 0;
    for (const timeline::SpanAbove& span : m_spans) {
        annotation::Proposal proposal;
        proposal.onset = span.frames.first;
        proposal.apex = span.peak;
        proposal.offset = span.frames.last;
        proposal.type = typeByDuration(span.frames, timing);
        // Not a probability: how far the peak stands out, 0 at the threshold.
        proposal.score =
            span.value > 0.0f ? std::clamp(1.0 - double(m_threshold) / double(span.value), 0.0, 1.0) : 0.0;
        proposal.spotter =
            QStringLiteral("threshold: %1 > %2").arg(m_lane.name).arg(m_threshold, 0, 'g', 4).toStdString();
        const bool known = std::any_of(all.begin(), all.end(),
                                       [&](const auto& other) { return sameClaim(other, proposal); });
        if (!known) {
            all.push_back(proposal);
            ++count;
        }
    }
    std::vector<std::pair<annotation::Proposal, annotation::ExpressionEvent>> drafts;
    for (const auto& row : before)
        if (m_drafts.touched(row.id))
            drafts.emplace_back(row.proposal, m_drafts.of(row.id));
    if (count > 0) {
        const auto stored = commands::storeAndShow(m_document, run, all, tr("Propose by threshold"));
        if (!stored) {
            emit m_document.failed(QString::fromStdString(stored.error().sentence()));
            return;
        }
        for (const auto& [proposal, draft] : drafts) // the rows are new, the work on them is not
            for (const auto& row : m_document.proposals())
                if (sameClaim(row.proposal, proposal))
                    m_drafts.set(row.id, draft);
    }
    emit added(count);
    close();
}

void ThresholdBar::close() {
    hide();
    m_spans.clear();
    emit closed(m_lane.id);
}

void ThresholdBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        addAsProposals();
    else
        QFrame::keyPressEvent(event);
}

} // namespace mien::ui
