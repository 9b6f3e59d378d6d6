// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

#include <QWidget>

namespace mien::ui {

/// Which facial regions moved, on a drawn face: the further a region moved, the larger and fuller its disc.
/// Left is the picture's left, as on the film. The numbers are in the tooltip and for screen readers.
class RegionFace : public QWidget {
    Q_OBJECT
public:
    explicit RegionFace(QWidget* parent = nullptr);
    void setRegions(std::vector<annotation::RegionShare> regions); ///< strongest first
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Where a region lies in the unit square of the face; nullopt for one that the drawing lacks.
    static std::optional<QPointF> placeOf(std::string_view region);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<annotation::RegionShare> m_regions;
};

} // namespace mien::ui
