// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/face_stage.h"

#include "core/face/alignment.h"
#include "core/motion/regions.h"
#include "ui/document/project_document.h"
#include "ui/models/describe.h"
#include "ui/player/pictures.h"
#include "ui/player/transport_bar.h"
#include "ui/settings/action_registry.h"

#include <QLayout>
#include <QLocale>
#include <QToolBar>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kBlinkMs = 350; // slow enough to see each picture, quick enough to see what moved
constexpr int kAlignedSide = 512;
constexpr int kSettleMs = 150; // a frame that stays this long is looked at, not passed by

} // namespace

FaceStage::FaceStage(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection,
                     QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_playback(selection),
      m_view(new StageView),
      m_transport(new TransportBar(actions, selection)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeModeBar(actions));
    column->addWidget(m_view, 1);
    column->addWidget(m_transport);

    m_blink.setInterval(kBlinkMs);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_blinkPhase = !m_blinkPhase;
        refresh();
    });
    connect(&selection, &SelectionModel::currentFrameChanged, this,
            [this](FrameIndex frame) { m_provider.request(frame); });
    connect(&selection, &SelectionModel::pinnedChanged, this, &FaceStage::fetchNeutral);
    connect(&m_provider, &FrameProvider::arrived, this, &FaceStage::show);
    connect(&m_provider, &FrameProvider::failed, this,
            [this](FrameIndex, const QString& sentence) { emit failed(sentence); });
    connect(&m_playback, &Playback::speedChanged, m_transport, &TransportBar::showSpeed);
    connect(&document.analysis(), &AnalysisStore::analysisChanged, this, [this] {
        askForFlow();
        refresh();
    });
    connect(&m_flow, &FlowOverlay::ready, this, [this](const FlowPicture& picture) {
        m_flowPicture = picture;
        refresh();
    });
    connect(&m_flow, &FlowOverlay::failed, this, &FaceStage::failed);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &FaceStage::lookForFaces);
    connect(&m_faces, &FaceFinder::countedChanged, this, [this] {
        m_boxes.clear();
        m_settle.start();
        refresh();
    });
    connect(&m_faces, &FaceFinder::found, this, [this](FrameIndex frame, const std::vector<FaceBox>& boxes) {
        m_boxesFrame = frame;
        m_boxes = boxes;
        refresh();
    });
    connect(&document, &ProjectDocument::followedFaceChanged, this, &FaceStage::refresh);
    connect(&selection, &SelectionModel::regionsChanged, this, &FaceStage::refresh);
    connect(m_view, &StageView::markClicked, this, &FaceStage::faceChosen);
    connect(&document, &ProjectDocument::timingChanged, this, [this] {
        m_transport->setTiming(m_document.timing());
        m_playback.setTiming(m_document.timing());
    });
}

FaceStage::~FaceStage() = default;

QWidget* FaceStage::makeModeBar(ActionRegistry& actions) {
    auto* bar = new QToolBar; // what does not fit in a narrow stage goes into its menu
    bar->setAccessibleName(tr("What the stage shows"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->layout()->setContentsMargins(8, 4, 8, 4);
    bar->layout()->setSpacing(2);
    const auto add = [&](const char* id) {
        bar->addAction(actions.action(id));
        QWidget* button = bar->widgetForAction(actions.action(id));
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(actions.spec(id).text);
    };
    for (const char* id : {"stage.film", "stage.aligned", "stage.flow"})
        add(id);
    auto* between = new QWidget;
    between->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(between);
    for (const char* id : {"stage.pin", "stage.blink", "stage.hide"})
        add(id);
    return bar;
}

void FaceStage::setFilm(std::unique_ptr<media::VideoSource> film,
                        std::unique_ptr<media::VideoSource> stills) {
    m_playback.stop();
    m_stills.reset();
    m_current.reset();
    m_neutral.reset();
    m_flowPicture.reset();
    m_message.clear();
    m_boxes.clear();
    const bool open = film != nullptr;
    m_provider.setSource(std::move(film));
    if (stills)
        m_stills = std::make_unique<StillReader>(std::move(stills));
    if (open)
        m_provider.request(m_selection.currentFrame());
    else
        setBlinking(false);
    refresh();
}

void FaceStage::showFirstFrame(const media::Frame& frame) {
    if (m_provider.hasSource())
        return;
    m_current = std::make_shared<const media::Frame>(frame);
    refresh();
}

void FaceStage::setMessage(const QString& message) {
    m_message = message;
    refresh();
}

void FaceStage::show(const media::FramePtr& frame) {
    m_current = frame;
    m_transport->showFrame(frame->index);
    m_settle.start();
    askForFlow();
    refresh();
    emit displayed(frame->index);
}

std::optional<FrameIndex> FaceStage::displayedFrame() const {
    return m_current ? std::optional(m_current->index) : std::nullopt;
}

void FaceStage::fetchNeutral() {
    const auto wanted = m_selection.neutral();
    if (!wanted) {
        m_neutral.reset();
        setBlinking(false);
    } else if (!m_neutral || m_neutral->index != *wanted) {
        m_neutral = m_current && m_current->index == *wanted ? m_current : m_provider.tryGet(*wanted);
        if (!m_neutral && m_stills)
            m_stills->request(
                *wanted, {},
                [this](const media::Frame& frame, const QImage&) {
                    if (m_selection.neutral() != frame.index)
                        return;
                    m_neutral = std::make_shared<const media::Frame>(frame);
                    askForFlow();
                    refresh();
                },
                true);
    }
    askForFlow();
    refresh();
}

void FaceStage::setFacesNumbered(bool on) {
    m_numbered = on;
    m_settle.start();
    refresh();
}

void FaceStage::lookForFaces() {
    if (m_numbered && m_mode == StageMode::Film && m_current && m_provider.hasSource() &&
        !m_playback.playing() && (m_boxes.empty() || m_boxesFrame != m_current->index))
        m_faces.look(m_current);
}

/// What another panel speaks of: the squares of those regions, somewhat larger than what is measured.
std::vector<StageView::Mark> FaceStage::regionMarks(const media::Frame& frame) const {
    constexpr float glow = 1.8f;
    std::vector<StageView::Mark> marks;
    const auto* landmarks = m_document.analysis().landmarks(frame.index);
    if (!landmarks)
        return marks;
    const double half = glow * motion::regionRadius(face::interocularDistance(*landmarks));
    for (const int region : m_selection.regions()) {
        const auto& one = motion::regions()[static_cast<std::size_t>(region)];
        const cv::Point2f centre = (*landmarks)[static_cast<std::size_t>(one.landmark)];
        StageView::Mark mark;
        mark.box = QRectF(centre.x - half, centre.y - half, 2.0 * half, 2.0 * half);
        mark.lit = true;
        mark.tip = regionText(std::string(one.name));
        marks.push_back(mark);
    }
    return marks;
}

std::vector<StageView::Mark> FaceStage::marksOf(const media::Frame& frame) const {
    auto marks = faceMarks(frame);
    for (auto& mark : regionMarks(frame))
        marks.push_back(std::move(mark));
    return marks;
}

std::vector<StageView::Mark> FaceStage::faceMarks(const media::Frame& frame) const {
    std::vector<StageView::Mark> marks;
    if (!m_numbered || m_boxes.empty() || m_boxesFrame != frame.index)
        return marks;
    const int chosen = m_document.followedFace();
    const int followed = chosen >= 0 ? chosen : largestOf(m_faces.counted());
    const QString first = m_document.timing().label(m_faces.counted().frame);
    for (const FaceBox& face : m_boxes) {
        StageView::Mark mark;
        mark.box = QRectF(face.box.x, face.box.y, face.box.width, face.box.height);
        mark.id = face.number;
        mark.chosen = face.number >= 0 && face.number == followed;
        if (face.number >= 0)
            mark.label = QLocale().toString(face.number + 1);
        if (face.number < 0)
            mark.tip =
                tr("This face cannot be chosen: it is not there in frame %1, where the faces of the film "
                   "are counted.")
                    .arg(first);
        else if (!mark.chosen)
            mark.tip = tr("Face %1. Click to have it followed by the next analysis.").arg(mark.label);
        else if (chosen < 0)
            mark.tip = tr("Face %1 is analysed: the largest in frame %2.").arg(mark.label, first);
        else
            mark.tip = tr("Face %1 is the one chosen for the analysis.").arg(mark.label);
        marks.push_back(mark);
    }
    return marks;
}

void FaceStage::setMode(StageMode mode) {
    m_mode = mode;
    m_settle.start();
    askForFlow();
    refresh();
    emit modeChanged(mode);
}

void FaceStage::setBlinking(bool on) {
    m_blinkPhase = false;
    if (on && m_neutral)
        m_blink.start();
    else
        m_blink.stop();
    refresh();
}

bool FaceStage::facesHidden() const {
    return m_view->picturesHidden();
}

void FaceStage::setFacesHidden(bool hidden) {
    m_view->setHidden(hidden, tr("Faces are hidden.\nPress F12 to show them again."));
}

void FaceStage::setOverlayOpacity(float opacity) {
    m_opacity = std::clamp(opacity, 0.1f, 1.0f);
    refresh();
}

void FaceStage::setBadge(const QString& badge) {
    m_view->setBadge(badge);
}

void FaceStage::askForFlow() {
    if (m_mode != StageMode::Flow || !m_neutral || !m_current)
        return;
    const auto of = [this](FrameIndex frame) {
        const auto* found = m_document.analysis().landmarks(frame);
        return found ? std::optional(*found) : std::nullopt;
    };
    m_flow.request({m_neutral, m_current, of(m_neutral->index), of(m_current->index)});
}

QString FaceStage::captionOf(FrameIndex frame) const {
    const FilmTiming& timing = m_document.timing();
    if (timing.empty())
        return tr("frame %1").arg(frame.value);
    return tr("frame %1 · %2").arg(timing.label(frame), timeText(timing.timeS(frame)));
}

void FaceStage::refresh() {
    const auto plain = [this](const media::FramePtr& frame) {
        StageView::Pane pane;
        pane.caption = captionOf(frame->index);
        if (m_mode == StageMode::Film) {
            pane.image = frame->image;
            if (frame == m_current)
                pane.marks = marksOf(*frame);
        } else if (const auto* landmarks = m_document.analysis().landmarks(frame->index)) {
            pane.image = alignedFace(frame->image, *landmarks, kAlignedSide);
        } else if (m_mode == StageMode::Flow) {
            pane.image = frame->image;
        } else if (m_document.analysis().analysis()) {
            pane.message = tr("No face was found in this frame.");
        } else {
            pane.message = tr("The aligned face needs landmarks. Press Analyse to find them.");
        }
        return pane;
    };
    std::vector<StageView::Pane> panes;
    if (!m_current) {
        StageView::Pane empty;
        empty.message = m_message;
        panes.push_back(empty);
        return m_view->setPanes(std::move(panes));
    }
    StageView::Pane current = plain(m_current);
    if (m_mode == StageMode::Flow && !m_neutral) {
        current.caption += QStringLiteral(" · ") + tr("pin a neutral frame to see the motion since it");
    } else if (m_mode == StageMode::Flow && m_flowPicture) {
        // The picture and the number under it belong together even while the next one is computed.
        const float full = fullLength(m_flowPicture->flow);
        current.image = paintFlow(m_flowPicture->face, m_flowPicture->flow, full, m_opacity);
        current.caption = captionOf(m_flowPicture->frame) + QStringLiteral(" · ") +
                          tr("motion since frame %1").arg(m_document.timing().label(m_flowPicture->neutral));
        current.wheel = true;
        current.wheelText = tr("full colour: %1 px").arg(full, 0, 'f', 1);
    }
    if (m_neutral) {
        StageView::Pane neutral = plain(m_neutral);
        neutral.tag = tr("NEUTRAL");
        if (!blinking())
            panes.push_back(std::move(neutral));
        else if (m_blinkPhase)
            current = std::move(neutral);
    }
    panes.push_back(std::move(current));
    m_view->setPanes(std::move(panes));
}

} // namespace mien::ui
