// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/preview_engine.h"

#include <QElapsedTimer>
#include <QWidget>

namespace mien::ui {

class PhasePlayer;
class PicturePane;
class UnitPanel;

/// A face to play with: sliders of action units, and the expression's phase from onset over apex to offset,
/// drawn while one drags.
class FacePage : public QWidget {
    Q_OBJECT
public:
    explicit FacePage(std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent = nullptr);
    ~FacePage() override;

    void setFace(const FaceChoice& face);
    UnitPanel& units() { return *m_units; }
    PhasePlayer& player() { return *m_player; }
    PicturePane& pane() { return *m_pane; }
    PreviewEngine& engine() { return m_engine; }
    /// Pictures a second that are reached now; nothing while the face rests.
    std::optional<double> rate() const { return m_rate.rate(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void request();
    void present(const QImage& picture, double strength);

    PreviewEngine m_engine;
    PicturePane* m_pane;
    PhasePlayer* m_player;
    UnitPanel* m_units;
    QElapsedTimer m_ever;
    FrameRate m_rate;
};

} // namespace mien::ui
