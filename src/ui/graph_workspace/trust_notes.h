// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_engine.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace mien::ui {

/// Why a graph should be read with care.
struct TrustNote {
    enum class Weight { Note, Warning };
    Weight weight = Weight::Note;
    QString text; ///< one or two plain sentences
    bool operator==(const TrustNote&) const = default;
};

/// How much a graph was made of: a film's two directions lie one below the other.
QString rowsText(Eigen::Index rows, bool film);

/// The gravest first. `leastStability`: what counts as unstable.
std::vector<TrustNote> trustNotes(const GraphAnswer& answer, const causal::Stability* stability,
                                  double leastStability);

/// The notes as a list with a sign before each; nothing but a short word where there are none.
class TrustView : public QWidget {
    Q_OBJECT
public:
    explicit TrustView(QWidget* parent = nullptr);
    void setNotes(const std::vector<TrustNote>& notes);
    const std::vector<TrustNote>& notes() const { return m_notes; }

private:
    std::vector<TrustNote> m_notes;
    QLabel* m_text;
};

} // namespace mien::ui
