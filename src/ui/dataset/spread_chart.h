// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace mien::ui {

/// Equal steps that values are counted in; the last one includes its end.
struct Bins {
    double first = 0.0, step = 1.0;
    std::vector<int> counts;
    double from(int bin) const { return first + bin * step; }
    double to(int bin) const { return first + (bin + 1) * step; }
    /// The bin that a value is counted in; nullopt outside.
    std::optional<int> binOf(double value) const;
};

/// Steps of 1, 2 or 5 times a power of ten, at most 24 of them; whole numbers stand in the middle of theirs.
Bins binsOf(const std::vector<double>& values, bool whole);

/// A distribution as bars, with marks such as published means beside it. A bar is chosen by a click or with
/// the arrow keys, and let go with Esc.
class SpreadChart : public QWidget {
    Q_OBJECT
public:
    struct Mark {
        QString name;
        double value = 0.0;
    };
    explicit SpreadChart(QWidget* parent = nullptr);

    /// `none`: what stands there where there is no value.
    void show(const QString& title, const std::vector<double>& values, bool whole, int decimals,
              std::vector<Mark> marks, const QString& none);
    const Bins& bins() const { return m_bins; }
    std::optional<int> chosen() const { return m_chosen; }
    void choose(std::optional<int> bin);
    QSize minimumSizeHint() const override { return {220, 110}; }
    QSize sizeHint() const override { return {380, 180}; }

signals:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Scale;
    Scale scale() const;
    QRectF barRect(const Scale& scale, int bin) const;
    QString binText(int bin) const;
    std::optional<int> binAt(const QPointF& place) const;
    void paintMarks(QPainter& painter, const Scale& scale) const;
    void paintAxis(QPainter& painter, const Scale& scale) const;

    QString m_title, m_none;
    Bins m_bins;
    bool m_whole = false;
    int m_decimals = 1;
    std::vector<Mark> m_marks;
    std::optional<int> m_chosen;
};

} // namespace mien::ui
