// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/frame_cache.h"
#include "ui/player/face_finder.h"
#include "ui/player/flow_overlay.h"
#include "ui/player/frame_provider.h"
#include "ui/player/playback.h"
#include "ui/player/stage_view.h"
#include "ui/player/still_reader.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;

namespace mien::ui {

class ActionRegistry;
class ProjectDocument;
class TransportBar;

enum class StageMode { Film, Aligned, Flow };

/// The film, the aligned face or its motion, with the pinned neutral frame at its left. Shows a picture only
/// under the number of the frame that it is.
class FaceStage : public QWidget {
    Q_OBJECT
public:
    FaceStage(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection,
              QWidget* parent = nullptr);
    ~FaceStage() override;

    /// The open film: what plays, and what single frames come from. Null: none.
    void setFilm(std::unique_ptr<media::VideoSource> film, std::unique_ptr<media::VideoSource> stills);
    void showFirstFrame(const media::Frame& frame); ///< while the film is still being indexed
    void setMessage(const QString& message);        ///< in place of a picture

    StageMode mode() const { return m_mode; }
    void setMode(StageMode mode);
    void setBlinking(bool on);
    bool blinking() const { return m_blink.isActive(); }
    void setFacesHidden(bool hidden);
    bool facesHidden() const;
    void setOverlayOpacity(float opacity);
    float overlayOpacity() const { return m_opacity; }
    void setBadge(const QString& badge);
    /// Numbers on the faces of a film that shows several, while it stands still.
    void setFacesNumbered(bool on);
    FaceFinder& faces() { return m_faces; }

    Playback& playback() { return m_playback; }
    StillReader* stills() { return m_stills.get(); }
    /// The frame whose picture is on screen; nullopt where there is none.
    std::optional<FrameIndex> displayedFrame() const;

signals:
    void displayed(mien::FrameIndex frame);
    void failed(const QString& sentence);
    void modeChanged(mien::ui::StageMode mode);
    void faceChosen(int number); ///< clicked; counted from 0 at the left

private:
    QWidget* makeModeBar(ActionRegistry& actions);
    void show(const media::FramePtr& frame);
    void fetchNeutral();
    void refresh();
    void askForFlow();
    void lookForFaces();
    std::vector<StageView::Mark> marksOf(const media::Frame& frame) const;
    std::vector<StageView::Mark> faceMarks(const media::Frame& frame) const;
    std::vector<StageView::Mark> regionMarks(const media::Frame& frame) const;
    QString captionOf(FrameIndex frame) const;

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    FrameProvider m_provider;
    Playback m_playback;
    FlowOverlay m_flow;
    FaceFinder m_faces;
    std::unique_ptr<StillReader> m_stills;
    StageView* m_view;
    TransportBar* m_transport;
    media::FramePtr m_current;
    media::FramePtr m_neutral;
    std::optional<FlowPicture> m_flowPicture;
    QString m_message;
    FrameIndex m_boxesFrame; ///< the frame that m_boxes are of
    std::vector<FaceBox> m_boxes;
    bool m_numbered = true;
    QTimer m_settle; ///< faces are sought once a frame stays
    QTimer m_blink;
    bool m_blinkPhase = false;
    StageMode m_mode = StageMode::Film;
    float m_opacity = 0.8f;
};

} // namespace mien::ui
