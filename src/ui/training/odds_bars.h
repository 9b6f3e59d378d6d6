// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/debias_work.h"

#include <QWidget>

namespace mien::ui {

/// Equalised-odds gaps by attribute, without correction and with it: two bars each.
class OddsBars : public QWidget {
    Q_OBJECT
public:
    explicit OddsBars(QWidget* parent = nullptr);

    void setChange(std::optional<OddsChange> change);
    const std::optional<OddsChange>& change() const { return m_change; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;

    std::optional<OddsChange> m_change;
};

} // namespace mien::ui
