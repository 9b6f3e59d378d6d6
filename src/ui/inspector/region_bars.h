// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

#include <QWidget>

namespace mien::ui {

/// Which facial regions moved, strongest first, as bars with their length in hundredths of the eye distance.
class RegionBars : public QWidget {
    Q_OBJECT
public:
    explicit RegionBars(QWidget* parent = nullptr);
    void setRegions(std::vector<annotation::RegionShare> regions);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<annotation::RegionShare> m_regions;
};

} // namespace mien::ui
