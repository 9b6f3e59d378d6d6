// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace mien::ui {
namespace {

constexpr int kWidth = 640;
constexpr int kRecentShown = 5;

} // namespace

WelcomePage::WelcomePage(ActionRegistry& actions, Settings& settings, bool hasDemo, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_recentBox(new QWidget),
      m_recent(new QVBoxLayout(m_recentBox)) {
    setAccessibleName(tr("Start"));
    auto* outer = new QVBoxLayout(this);
    auto* box = new QWidget;
    box->setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(10);
    auto* title = new QLabel(tr("Drop a film here"));
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 2.0);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel(
        tr("Mien shows it frame by frame, proposes where micro- and macro-expressions are, and keeps "
           "every decision you make. A folder of numbered images or a Mien project works too."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setProperty("faint", true);
    // A wrapping label in a centred box is given one line unless it asks for what its width needs.
    text->setMinimumHeight(text->heightForWidth(kWidth - 40) + 4);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(10);
    auto* row = new QHBoxLayout;
    row->addStretch();
    const auto add = [&](const QString& id, bool primary) {
        auto* button = new QPushButton(actions.spec(id).text);
        button->setProperty("primary", primary);
        button->setToolTip(actions.action(id)->toolTip());
        button->setAccessibleName(button->text());
        connect(button, &QPushButton::clicked, actions.action(id), &QAction::trigger);
        row->addWidget(button);
    };
    add("file.open", true);
    add("file.openFolder", false);
    add("file.openProject", false);
    if (hasDemo)
        add("file.openDemo", false);
    row->addStretch();
    column->addLayout(row);
    m_recent->setContentsMargins(0, 22, 0, 0);
    m_recent->setSpacing(0);
    column->addWidget(m_recentBox);
    outer->addStretch(2);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    refresh();
}

void WelcomePage::refresh() {
    while (auto* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList paths = m_settings.recentProjects().mid(0, kRecentShown);
    m_recentBox->setVisible(!paths.isEmpty());
    if (paths.isEmpty())
        return;
    auto* title = new QLabel(tr("Go on with"));
    title->setProperty("heading", true);
    m_recent->addWidget(title);
    for (const QString& path : paths) {
        const QFileInfo info(path);
        auto* link = new QPushButton(
            QStringLiteral("%1     %2")
                .arg(info.completeBaseName(), QLocale().toString(info.lastModified(), QLocale::ShortFormat)));
        link->setFlat(true);
        link->setStyleSheet(
            "QPushButton { text-align: left; border: none; background: transparent; padding: 6px 4px; }"
            "QPushButton:hover, QPushButton:focus { color: palette(link); }");
        link->setToolTip(path);
        link->setAccessibleName(tr("Open project %1").arg(info.completeBaseName()));
        connect(link, &QPushButton::clicked, this, [this, path] { emit opened(path); });
        m_recent->addWidget(link);
    }
}

void WelcomePage::setDropping(bool dropping) {
    m_dropping = dropping;
    update();
}

void WelcomePage::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    QPen pen(m_dropping ? tones.accent : tones.line, m_dropping ? 2.0 : 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(rect().adjusted(22, 22, -22, -22), 10, 10);
}

} // namespace mien::ui
