// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace mien::ui {

/// A picture on the dark ground of a stage, as large as it fits, with a caption above and a quiet note at its
/// lower edge. Where there is no picture a sentence stands in its place.
class PicturePane : public QWidget {
    Q_OBJECT
public:
    explicit PicturePane(const QString& name, QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    /// Over the picture, dimmed; empty: the picture alone.
    void setMessage(const QString& sentence, bool bad = false);
    const QString& message() const { return m_message; }
    void setCaption(const QString& caption); ///< what is shown, above the picture
    void setNote(const QString& note);       ///< small, at the lower edge
    const QString& note() const { return m_note; }
    /// Somebody walked in: the picture is not shown, though it goes on behind the curtain.
    void setCurtain(bool closed);

    QSize sizeHint() const override { return {420, 440}; }
    QSize minimumSizeHint() const override { return {180, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect pictureRect() const;
    void describe();

    QImage m_picture;
    QString m_caption, m_note, m_message;
    bool m_bad = false;
    bool m_curtain = false;
};

} // namespace mien::ui
