// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_parameters.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace mien::ui {

/// Greys one entry of a list and says why, or makes it available again.
void permit(QComboBox& box, int value, bool permitted, const QString& whyNot);
/// The same for a whole control; `tip` is what it says where it is available.
void permit(QWidget& control, bool permitted, const QString& tip, const QString& whyNot);

/// What few people change, folded away: method, colliders, test, gaps, selection. What does not apply to the
/// data is greyed and says why.
class MoreControls : public QWidget {
    Q_OBJECT
public:
    explicit MoreControls(QWidget* parent = nullptr);

    void setShown(const GraphParameters& parameters, const DataTraits& traits);
    bool open() const;
    void setOpen(bool open);
    QComboBox& method() { return *m_method; }
    QComboBox& test() { return *m_test; }
    QComboBox& gaps() { return *m_gaps; }
    QComboBox& colliders() { return *m_colliders; }
    QCheckBox& selection() { return *m_selection; }
    QPushButton& defaults() { return *m_defaults; }

signals:
    void changed(const mien::ui::GraphParameters& parameters);
    void defaultsAsked();
    void opened(bool open);

private:
    void take();

    GraphParameters m_shown;
    QToolButton* m_fold;
    QWidget* m_inside;
    QComboBox *m_method, *m_colliders, *m_test, *m_gaps;
    QCheckBox* m_selection;
    QPushButton* m_defaults;
};

} // namespace mien::ui
