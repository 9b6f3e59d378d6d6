// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/knowledge.h"
#include "ui/graph/placement.h"
#include "ui/graph/scene.h"
#include "ui/jobs/job.h"

#include <QImage>
#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <map>
#include <memory>

namespace mien::ui::graph {

/// A graph with all its end marks. Arrows walk the nodes, Page Up and Down the edges of a node; what is
/// current is spoken. Nodes stay where they are while only edges change.
class PagView : public QWidget {
    Q_OBJECT
public:
    explicit PagView(QWidget* parent = nullptr);
    ~PagView() override;

    void setGraph(Content content);
    const Content& content() const { return m_content; }

    void setPlacement(Placement placement);
    Placement placement() const { return m_placement; }
    /// Finds places anew for the graph as it is now (it is not done while edges come and go).
    void arrange();
    /// Whether a layout is being computed on another thread.
    bool arranging() const { return m_job != nullptr; }

    /// Nodes that were dragged to another place, in the placement of now: by name, in shares of the room (on
    /// the face: of its unit square). Kept while this view lives; each placement has its own.
    using Moved = std::map<std::string, QPointF>;
    const Moved& moved() const { return movedIn(m_placement); }
    const Moved& movedIn(Placement placement) const { return m_moved[static_cast<std::size_t>(placement)]; }
    /// Emits nothing.
    void setMoved(Placement placement, Moved moved);

    /// The film's frame behind the graph in Placement::Face, and where the 12 regions lie in it (px); a null
    /// picture: the drawn face.
    void setFace(const QImage& picture, const std::vector<QPointF>& regionsPx);

    /// What is known before looking at the data, drawn beside the edges. Names that the graph lacks are kept.
    void setKnowledge(causal::Knowledge knowledge);
    const causal::Knowledge& knowledge() const { return m_knowledge; }
    void setTool(Tool tool);
    Tool tool() const { return m_tool; }

    void setSelection(Selection selection);
    const Selection& selection() const { return m_selection; }

    /// Edges that fewer of the resampled graphs have are drawn faint; 0: none.
    void setLeastStability(double share);
    /// A line above the picture: which preset made it, which limits were hit.
    void setCaption(const QString& caption);
    void setLegendShown(bool shown);
    bool legendShown() const { return m_legend; }

    void zoomBy(double factor);
    void zoomToFit();

    /// What is seen, by the extension: .svg, .pdf, .png. InvalidArgument, WriteFailed.
    Result<void> savePicture(const QString& path) const;

    const Scene& scene() const { return m_scene; }
    QTransform toScreen() const { return m_toScreen; }
    QSize sizeHint() const override { return {760, 620}; }
    QSize minimumSizeHint() const override { return {320, 260}; }

signals:
    void nodeClicked(int node);
    void edgeClicked(int a, int b);
    void selectionChanged();
    void pointedAt(const mien::ui::graph::Selection& what); ///< the mouse is over it; nothing: it left
    /// What the user wants to be known from now on. Undo is the owner's: nothing changes here before
    /// setKnowledge().
    void knowledgeEdited(const mien::causal::Knowledge& wanted, const QString& what);
    /// A person moved nodes, which lie there already; the owner keeps what undoes it.
    void nodesMoved(const mien::ui::graph::PagView::Moved& before,
                    const mien::ui::graph::PagView::Moved& after, const QString& what);
    void toolChanged();
    void arranged();
    void failed(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void place(); ///< finds places for content and placement
    bool onFace() const;
    QString headline() const;                ///< what the tool waits for, else the caption
    void moveTo(Places places);              ///< smoothly where the same nodes are already shown
    void putMoved();                         ///< dragged nodes, where they were dropped
    QRectF moveRoom() const;                 ///< what shares of moved nodes are of
    void moveNode(int node, QPointF centre); ///< of the scene
    void forgetMoved(const std::string& name, const QString& what); ///< empty: all of this placement
    void nodeMenu(int node, QPoint global);
    void rebuild();  ///< the scene, from places, content, knowledge and size
    void announce(); ///< tells screen readers what is current
    void zoomAt(double factor, QPointF screen);
    QPointF toScene(QPointF screen) const { return m_toScreen.inverted().map(screen); }
    Selection at(QPointF screen) const;
    QString textOf(const Selection& what) const;
    void choose(const Selection& selection, bool click);
    void press();
    void walkNodes(int key);
    void walkEdges(int step);
    void ask(Tool what, int cause, int effect);
    PaintOptions paintOptions() const;
    void paintAll(QPainter& painter, const PaintOptions& options) const;
    void paintDraggedArrow(QPainter& painter) const;

    Content m_content;
    Placement m_placement = Placement::Layered;
    Places m_places;             ///< where nodes are or are moving to
    std::vector<QPointF> m_from; ///< of the scene: where they came from while they move
    Pairs m_joined;              ///< edges of the graph that the places were found for
    Scene m_scene;
    QTransform m_toScreen;
    double m_zoom = 1.0; ///< of the room that the places spread over; type keeps its size
    QPointF m_pan;
    double m_top = 0.0, m_bottom = 0.0; ///< heights of caption and legend
    std::vector<QPointF> m_regions;     ///< in the unit square of m_picture
    QImage m_picture;
    causal::Knowledge m_knowledge;
    Tool m_tool = Tool::Look;
    Selection m_selection, m_pointed;
    double m_leastStability = 0.0;
    QString m_caption;
    bool m_legend = true;
    std::array<Moved, 4> m_moved; ///< by placement
    struct Drag {
        QPointF from; ///< screen
        QPointF at;
        QPointF pan;       ///< when it began
        int node = -1;     ///< an arrow begins at it, or, with Look, it is moved
        QPointF grip = {}; ///< of a moved node: from the mouse to its centre, scene
        Moved before = {};
        Tool tool = Tool::Look;
        bool moved = false;
    };
    std::optional<Drag> m_drag;
    int m_hub = -1;   ///< the node whose edges are walked
    int m_cause = -1; ///< chosen by keyboard for the arrow that is being drawn
    QVariantAnimation m_motion;
    std::unique_ptr<Job<Places>> m_job;
    bool m_again = false; ///< places are out of date when the job ends
};

} // namespace mien::ui::graph
