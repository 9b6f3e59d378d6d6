// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/drawn_films.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace mien::ui {

class LevelSlider;
class ModelState;
class PhasePlayer;
class PicturePane;

/// A sample of the model beside its counterfactual twin — the same person, light, noise and head movement,
/// one action unit changed — and what is different between the two, frame by frame.
class TwinsPage : public QWidget {
    Q_OBJECT
public:
    TwinsPage(ModelState& model, std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent = nullptr);

    void setFace(const FaceChoice& face);
    /// What the twin does with one unit: its side and level; level 0 takes it away.
    void setChange(const synthesis::UnitState& change);
    synthesis::UnitState change() const;
    void setGain(double gain);
    PhasePlayer& player() { return *m_player; }
    const DrawnFilms& films() const { return m_films; }
    const PicturePane& pane(std::size_t i) const { return *m_panes[i]; } ///< factual, twin, difference
    bool busy() const { return m_maker.busy() || m_soon.isActive(); }

signals:
    void drawn(); ///< films of the newest choice are there

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHead();
    void follow();  ///< the sample is another one
    void request(); ///< soon; a slider that moves asks many times
    void make();
    void take(const DrawnFilms& films);
    void showFrame();

    ModelState& m_model;
    FaceChoice m_face;
    FilmMaker m_maker;
    DrawnFilms m_films;
    QTimer m_soon;
    bool m_stale = true;
    bool m_filling = false;

    QSpinBox* m_index;
    QComboBox* m_unit;
    QComboBox* m_side;
    LevelSlider* m_level;
    QLabel* m_levelText;
    QLabel* m_sentence;
    QComboBox* m_gain;
    std::array<PicturePane*, 3> m_panes{};
    PhasePlayer* m_player;
};

} // namespace mien::ui
