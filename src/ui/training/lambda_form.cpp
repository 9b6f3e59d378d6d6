// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/lambda_form.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSlider>

#include <cmath>

namespace mien::ui {
namespace {

constexpr int kSteps = 100; ///< of a slider from 0 to 1

QString numberText(int steps) {
    return QString::number(static_cast<double>(steps) / kSteps, 'f', 2);
}

} // namespace

QString headText(fairness::Head head) {
    const std::array names{LambdaForm::tr("micro, onset"), LambdaForm::tr("micro, offset"),
                           LambdaForm::tr("micro, apex"),  LambdaForm::tr("micro, action"),
                           LambdaForm::tr("macro, onset"), LambdaForm::tr("macro, offset"),
                           LambdaForm::tr("macro, apex"),  LambdaForm::tr("macro, action")};
    return names[static_cast<std::size_t>(head)];
}

LambdaForm::LambdaForm(QWidget* parent)
    : QWidget(parent),
      m_logit(new QCheckBox(tr("subtract logits"))),
      m_maskedTitle(new QLabel(tr("λ₂, regions"))) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    auto* nullTitle = new QLabel(tr("λ₁, stillness"));
    nullTitle->setToolTip(
        tr("How much is taken off of what the network says of a film in which nobody moves: "
           "the bias of the dataset"));
    m_maskedTitle->setToolTip(tr("How much is taken off of what the network says when all regions but those "
                                 "that drive the others are masked: the bias of the action units"));
    grid->addWidget(nullTitle, 0, 1, 1, 2);
    grid->addWidget(m_maskedTitle, 0, 3, 1, 2);
    for (int row = 0; row < fairness::kHeads; ++row) {
        const auto head = static_cast<fairness::Head>(row);
        const auto at = static_cast<std::size_t>(row);
        auto* name = new QLabel(headText(head));
        if (head == fairness::Head::MicroAction || head == fairness::Head::MacroAction)
            name->setToolTip(tr("Takes no part in proposals; its curve alone changes"));
        grid->addWidget(name, row + 1, 0);
        m_null[at] = addPart(head, false);
        m_masked[at] = addPart(head, true);
        grid->addWidget(m_null[at].slider, row + 1, 1);
        grid->addWidget(m_null[at].value, row + 1, 2);
        grid->addWidget(m_masked[at].slider, row + 1, 3);
        grid->addWidget(m_masked[at].value, row + 1, 4);
    }
    m_logit->setToolTip(tr("F = logistic(logit P − λ₁ logit P_null − λ₂ logit P_AU) instead of the "
                           "difference of probabilities"));
    m_logit->setAccessibleName(m_logit->text());
    grid->addWidget(m_logit, fairness::kHeads + 1, 0, 1, 5);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    connect(m_logit, &QCheckBox::toggled, this, [this] {
        if (!m_quiet)
            emit changed();
    });
}

LambdaForm::Part LambdaForm::addPart(fairness::Head head, bool masked) {
    Part part{new QSlider(Qt::Horizontal), new QLabel(numberText(0))};
    part.slider->setRange(0, kSteps);
    part.slider->setSingleStep(5);
    part.slider->setPageStep(10);
    part.slider->setMinimumWidth(70);
    part.slider->setAccessibleName((masked ? tr("λ₂ of %1") : tr("λ₁ of %1")).arg(headText(head)));
    part.slider->setToolTip(part.slider->accessibleName());
    part.slider->installEventFilter(this);
    part.slider->setProperty("head", static_cast<int>(head));
    part.value->setMinimumWidth(part.value->fontMetrics().horizontalAdvance(QStringLiteral("0.00")) + 2);
    connect(part.slider, &QSlider::valueChanged, this, [this, head, value = part.value](int steps) {
        value->setText(numberText(steps));
        if (m_quiet)
            return;
        emit touched(head);
        emit changed();
    });
    return part;
}

bool LambdaForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        emit touched(static_cast<fairness::Head>(watched->property("head").toInt()));
    return QWidget::eventFilter(watched, event);
}

fairness::Lambdas LambdaForm::lambdas() const {
    fairness::Lambdas out;
    for (std::size_t head = 0; head < out.null.size(); ++head) {
        out.null[head] = static_cast<double>(m_null[head].slider->value()) / kSteps;
        out.masked[head] = static_cast<double>(m_masked[head].slider->value()) / kSteps;
    }
    out.logit = m_logit->isChecked();
    return out;
}

void LambdaForm::setLambdas(const fairness::Lambdas& lambdas) {
    m_quiet = true;
    for (std::size_t head = 0; head < lambdas.null.size(); ++head) {
        m_null[head].slider->setValue(static_cast<int>(std::lround(kSteps * lambdas.null[head])));
        m_masked[head].slider->setValue(static_cast<int>(std::lround(kSteps * lambdas.masked[head])));
    }
    m_logit->setChecked(lambdas.logit);
    m_quiet = false;
    emit changed();
}

QSlider& LambdaForm::slider(fairness::Head head, bool masked) const {
    return *(masked ? m_masked : m_null)[static_cast<std::size_t>(head)].slider;
}

void LambdaForm::setMaskedUseful(bool useful) {
    for (const auto& part : m_masked)
        part.slider->setEnabled(useful);
    m_maskedTitle->setText(useful ? tr("λ₂, regions") : tr("λ₂: no region drives others"));
}

} // namespace mien::ui
