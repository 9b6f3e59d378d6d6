// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/drawn_films.h"

#include <QTimer>
#include <QWidget>

class QDoubleSpinBox;
class QPushButton;
class QSpinBox;

namespace mien::ui {

class GraphView;
class InterventionEditor;
class ModelState;
class PhasePlayer;
class PicturePane;

/// The causal model: its graph with the values of one sample, do() by a click, and the film that comes of it.
class ModelPage : public QWidget {
    Q_OBJECT
public:
    ModelPage(ModelState& model, std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent = nullptr);

    void setFace(const FaceChoice& face);
    GraphView& graph() { return *m_graph; }
    InterventionEditor& editor() { return *m_editor; }
    PhasePlayer& player() { return *m_player; }
    const DrawnFilms& films() const { return m_films; }
    bool busy() const { return m_maker.busy() || m_soon.isActive(); }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHead();
    void follow();
    void request();
    void make();
    void take(const DrawnFilms& films);
    void showFrame();
    void openTable();

    ModelState& m_model;
    FaceChoice m_face;
    FilmMaker m_maker;
    DrawnFilms m_films;
    QTimer m_soon;
    bool m_stale = true;

    QSpinBox* m_index;
    QDoubleSpinBox* m_subject;
    QDoubleSpinBox* m_light;
    QDoubleSpinBox* m_camera;
    QPushButton* m_undo;
    QPushButton* m_release;
    GraphView* m_graph;
    InterventionEditor* m_editor;
    PicturePane* m_pane;
    PhasePlayer* m_player;
};

} // namespace mien::ui
