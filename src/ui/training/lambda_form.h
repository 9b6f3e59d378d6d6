// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/counterfactual.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;

namespace mien::ui {

QString headText(fairness::Head head); ///< "micro, onset"

/// λ₁ and λ₂ of every head, a slider each.
class LambdaForm : public QWidget {
    Q_OBJECT
public:
    explicit LambdaForm(QWidget* parent = nullptr);

    fairness::Lambdas lambdas() const;
    void setLambdas(const fairness::Lambdas& lambdas);
    QSlider& slider(fairness::Head head, bool masked) const;
    /// λ₂ without effect: no edge of the film's graph is directed.
    void setMaskedUseful(bool useful);

signals:
    void changed();
    void touched(mien::fairness::Head head); ///< its slider was moved or came into focus

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Part {
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };
    Part addPart(fairness::Head head, bool masked);

    std::array<Part, fairness::kHeads> m_null, m_masked;
    QCheckBox* m_logit;
    QLabel* m_maskedTitle;
    bool m_quiet = false;
};

} // namespace mien::ui
