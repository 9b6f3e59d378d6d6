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
    struct Pane {
        cv::Mat image;      ///< CV_8UC3 or CV_8UC1; empty: the message stands in its place
        QString caption;    ///< "frame 231 · 1.155 s"
        QString tag;        ///< "NEUTRAL"
        QString message;    ///< why there is no picture
        bool wheel = false; ///< the legend of the motion colours belongs here
        QString wheelText;
    };

    explicit StageView(QWidget* parent = nullptr);

    void setPanes(std::vector<Pane> panes);
    const std::vector<Pane>& panes() const { return m_panes; }
    void setHidden(bool hidden, const QString& hint); ///< covers every picture at once
    bool picturesHidden() const { return m_hidden; }
    void setBadge(const QString& badge); ///< a code being typed
    QSize sizeHint() const override { return {900, 480}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
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
    QImage m_wheel;
    QString m_badge;
    QString m_hiddenHint;
    bool m_hidden = false;
};

} // namespace mien::ui
