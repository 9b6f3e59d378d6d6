// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mien::ui {
namespace {

constexpr int kRecentProjects = 10;

QString userFile() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, "mien", "mien").fileName();
}

} // namespace

Settings::Settings(const QString& iniFile, QObject* parent)
    : QObject(parent), m_store(iniFile.isEmpty() ? userFile() : iniFile, QSettings::IniFormat) {}

ThemeChoice Settings::theme() const {
    return m_store.value("look/theme", "dark").toString() == "light" ? ThemeChoice::Light : ThemeChoice::Dark;
}

void Settings::setTheme(ThemeChoice choice) {
    if (choice == theme())
        return;
    m_store.setValue("look/theme", choice == ThemeChoice::Light ? "light" : "dark");
    emit themeChanged(choice);
}

QString Settings::language() const {
    return m_store.value("look/language").toString();
}

void Settings::setLanguage(const QString& language) {
    m_store.setValue("look/language", language);
}

QString Settings::landmarkModel() const {
    return m_store.value("analysis/landmark_model").toString();
}

void Settings::setLandmarkModel(const QString& path) {
    m_store.setValue("analysis/landmark_model", path);
}

QStringList Settings::modelFolders() const {
    return m_store.value("spotting/model_folders").toStringList();
}

void Settings::setModelFolders(const QStringList& folders) {
    m_store.setValue("spotting/model_folders", folders);
}

QString Settings::defaultSpotter() const {
    return m_store.value("spotting/default").toString();
}

void Settings::setDefaultSpotter(const QString& key) {
    m_store.setValue("spotting/default", key);
}

QString Settings::clipModel() const {
    return m_store.value("quality/clip_model").toString();
}

QString Settings::clipPrompts() const {
    return m_store.value("quality/clip_prompts").toString();
}

int Settings::clipSide() const {
    return std::clamp(m_store.value("quality/clip_side", 0).toInt(), 0, 4096);
}

void Settings::setClip(const QString& model, const QString& prompts, int side) {
    m_store.setValue("quality/clip_model", model);
    m_store.setValue("quality/clip_prompts", prompts);
    m_store.setValue("quality/clip_side", side);
}

int Settings::threads() const {
    return std::clamp(m_store.value("analysis/threads", 0).toInt(), 0, 256);
}

void Settings::setThreads(int threads) {
    m_store.setValue("analysis/threads", threads);
}

QString Settings::coder() const {
    return m_store.value("coder/name").toString();
}

void Settings::setCoder(const QString& name) {
    if (name == coder())
        return;
    m_store.setValue("coder/name", name);
    emit coderChanged(name);
}

QStringList Settings::recentProjects() const {
    QStringList found;
    for (const QString& path : m_store.value("recent/projects").toStringList())
        if (QFileInfo::exists(path))
            found << path;
    return found;
}

void Settings::addRecentProject(const QString& path) {
    QStringList paths = m_store.value("recent/projects").toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    m_store.setValue("recent/projects", paths.mid(0, kRecentProjects));
}

std::optional<QList<QKeySequence>> Settings::keys(const QString& actionId) const {
    const QString key = "keys/" + actionId;
    if (!m_store.contains(key))
        return std::nullopt;
    QList<QKeySequence> sequences;
    for (const QString& text : m_store.value(key).toStringList())
        if (!text.isEmpty())
            sequences << QKeySequence(text, QKeySequence::PortableText);
    return sequences;
}

void Settings::setKeys(const QString& actionId, const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& sequence : keys)
        texts << sequence.toString(QKeySequence::PortableText);
    if (texts.isEmpty())
        texts << QString(); // an empty list would read back as "never chosen"
    m_store.setValue("keys/" + actionId, texts);
}

void Settings::forgetKeys(const QString& actionId) {
    m_store.remove("keys/" + actionId);
}

QByteArray Settings::layout(const QString& workspace) const {
    return m_store.value("layout/" + workspace).toByteArray();
}

void Settings::setLayout(const QString& workspace, const QByteArray& state) {
    m_store.setValue("layout/" + workspace, state);
}

void Settings::forgetLayouts() {
    m_store.remove("layout");
}

QByteArray Settings::geometry() const {
    return m_store.value("window/geometry").toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry) {
    m_store.setValue("window/geometry", geometry);
}

QVariantMap Settings::graphSearch() const {
    QVariantMap search;
    const QString group = QStringLiteral("graph/");
    for (const QString& key : m_store.allKeys())
        if (key.startsWith(group))
            search.insert(key.mid(group.size()), m_store.value(key));
    return search;
}

void Settings::setGraphSearch(const QVariantMap& search) {
    for (auto it = search.begin(); it != search.end(); ++it)
        m_store.setValue(QStringLiteral("graph/") + it.key(), it.value());
}

QVariantMap Settings::training() const {
    return m_store.value("training/choices").toMap();
}

void Settings::setTraining(const QVariantMap& training) {
    m_store.setValue("training/choices", training);
}

QString Settings::lastFolder() const {
    // Nothing opened yet: not the folder that the program happened to be started from.
    const QString folder = m_store.value("window/folder").toString();
    return folder.isEmpty() ? QDir::homePath() : folder;
}

void Settings::setLastFolder(const QString& folder) {
    m_store.setValue("window/folder", folder);
}

} // namespace mien::ui
