// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <opencv2/core/mat.hpp>

namespace mien::ui {

/// Paints one or two pictures side by side with their captions, as large as they fit. Knows no films.
class StageView : public QWidget {
    Q_OBJECT
public:
    /// Something in the picture that can be chosen.
    struct Mark {
        QRectF box;          ///< pixels of the picture
        QString label;       ///< "1"; empty: it cannot be chosen
        int id = -1;         ///< what markClicked says
        bool chosen = false; ///< drawn in the accent colour
        bool lit = false;    ///< an area that lights up, instead of brackets around it
        QString tip;
    };
    struct Pane {
        cv::Mat image;      ///< CV_8UC3 or CV_8UC1; empty: the message stands in its place
        QString caption;    ///< "frame 231 · 1.155 s"
        QString tag;        ///< "NEUTRAL"
        QString message;    ///< why there is no picture
        bool wheel = false; ///< the legend of the motion colours belongs here
        QString wheelText;
        std::vector<Mark> marks; ///< over the picture
    };

    explicit StageView(QWidget* parent = nullptr);

    void setPanes(std::vector<Pane> panes);
    const std::vector<Pane>& panes() const { return m_panes; }
    void setHidden(bool hidden, const QString& hint); ///< covers every picture at once
    bool picturesHidden() const { return m_hidden; }
    void setBadge(const QString& badge); ///< a code being typed
    QSize sizeHint() const override { return {900, 480}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    void markClicked(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Mark* markAt(QPointF at) const;
    QRectF shownBox(const Mark& mark, std::size_t pane) const; ///< in the widget's pixels
    void paintMarks(QPainter& painter, const Pane& pane, std::size_t index);
    void paintPane(QPainter& painter, const Pane& pane, std::size_t index, QRect room);
    void paintBadge(QPainter& painter);

    std::vector<Pane> m_panes;
    struct Scaled {
        const void* pixels = nullptr;
        QSize room;
        QImage image;
        cv::Mat keep; ///< so that `pixels` is not given to another picture meanwhile
    };
    std::vector<Scaled> m_scaled;
    std::vector<QRect> m_places; ///< of the panes' pictures, as painted last
    int m_hovered = -1;          ///< id of the mark under the pointer
    QImage m_wheel;
    QString m_badge;
    QString m_hiddenHint;
    bool m_hidden = false;
};

} // namespace mien::ui
