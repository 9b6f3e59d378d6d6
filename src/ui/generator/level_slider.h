// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace mien::ui {

/// The intensity of an action unit: 0 (absent) … 5, with the letters A to E where they are at home.
class LevelSlider : public QSlider {
    Q_OBJECT
public:
    static constexpr int kStepsPerLevel = 20;

    explicit LevelSlider(const QString& name, QWidget* parent = nullptr);

    double level() const { return static_cast<double>(value()) / kStepsPerLevel; }
    void setLevel(double level);

    QSize sizeHint() const override { return {160, 30}; }
    QSize minimumSizeHint() const override { return {110, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override; ///< back to 0
    void wheelEvent(QWheelEvent* event) override;            ///< ignored: a wheel scrolls the list of sliders
    void sliderChange(SliderChange change) override;

private:
    void moveTo(double x);
    double xOf(int value) const;
};

} // namespace mien::ui
