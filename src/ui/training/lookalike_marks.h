// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/strip_item.h"

#include <vector>

#include <qcustomplot.h>

namespace mien::ui {

/// The look-alikes of a strip, marked as on the timeline: a pale box with a dashed edge, its name struck out
/// where there is room for it.
class LookalikeMarks : public QCPAbstractItem {
public:
    LookalikeMarks(QCustomPlot* plot, double height);

    void setItems(std::vector<StripItem> items) { m_items = std::move(items); }
    void setInk(const QColor& ink, const QColor& faint, const QFont& font);
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }

protected:
    void draw(QCPPainter* painter) override;

private:
    std::vector<StripItem> m_items; ///< all with a name
    double m_height;                ///< of their middle, on the y axis
    QColor m_ink, m_faint;
    QFont m_font;
};

} // namespace mien::ui
