// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/timeline/threshold_spans.h"
#include "ui/timeline/timeline_content.h"

#include <QFrame>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace mien::ui {

class Drafts;
class ProjectDocument;

/// What a threshold over a signal would propose: how many stretches, the threshold as a number that can be
/// typed, and a button that makes proposals of them. Escape closes, Enter in the number field adds.
class ThresholdBar : public QFrame {
    Q_OBJECT
public:
    ThresholdBar(ProjectDocument& document, Drafts& drafts, QWidget* parent = nullptr);

    /// Begins at `value`, or where the signal's strongest tenth begins.
    void open(const timeline::Lane& lane, std::optional<float> value = {});
    void setThreshold(float value);
    std::int64_t lane() const { return m_lane.id; }
    float threshold() const { return m_threshold; }
    void close();
    const std::vector<timeline::SpanAbove>& spans() const { return m_spans; }
    /// Stores them beside the proposals that the film has. They carry the lane's name and the threshold.
    void addAsProposals();

signals:
    void changed(qint64 lane, float threshold);
    void added(int count);
    void closed(qint64 lane);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    ProjectDocument& m_document;
    Drafts& m_drafts;
    timeline::Lane m_lane;
    float m_threshold = 0.0f;
    std::vector<timeline::SpanAbove> m_spans;
    QLabel* m_name;
    QDoubleSpinBox* m_value;
    QLabel* m_count;
    QPushButton* m_add;
};

} // namespace mien::ui
