// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace mien::ui {

enum class ThemeChoice { Dark, Light };

/// What a person chose once and finds again next time. One ini file; typed on the outside.
class Settings : public QObject {
    Q_OBJECT
public:
    /// `iniFile` empty: the user's own configuration folder.
    explicit Settings(const QString& iniFile = {}, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QString language() const; ///< "en", "zh_CN"; empty: the system's
    void setLanguage(const QString& language);

    QString landmarkModel() const; ///< path of the 68-point model; empty: where the package puts it
    void setLandmarkModel(const QString& path);

    /// Files of a CLIP model for CLIP-IQA, and the side of its pictures; empty: it is left out.
    QString clipModel() const;
    QString clipPrompts() const;
    int clipSide() const;
    void setClip(const QString& model, const QString& prompts, int side);

    /// Folders of spotting models that were named by their path, in the order of naming.
    QStringList modelFolders() const;
    void setModelFolders(const QStringList& folders);
    /// What spots where a project says nothing: see SpotterChoice::key; empty: the rules.
    QString defaultSpotter() const;
    void setDefaultSpotter(const QString& key);

    int threads() const; ///< for analysis; 0: all the machine has
    void setThreads(int threads);

    QString coder() const; ///< empty: the login name
    void setCoder(const QString& name);

    QStringList recentProjects() const; ///< newest first, at most 10, existing files only
    void addRecentProject(const QString& path);

    std::optional<QList<QKeySequence>> keys(const QString& actionId) const; ///< nullopt: as delivered
    void setKeys(const QString& actionId, const QList<QKeySequence>& keys);
    void forgetKeys(const QString& actionId);

    QByteArray layout(const QString& workspace) const;
    void setLayout(const QString& workspace, const QByteArray& state);
    void forgetLayouts();
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// How causal graphs are searched: name to number.
    QVariantMap graphSearch() const;
    void setGraphSearch(const QVariantMap& search);
    /// How spotters are trained: preset, trial, folds, seed, and the options that differ from the preset.
    QVariantMap training() const;
    void setTraining(const QVariantMap& training);
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

signals:
    void themeChanged(mien::ui::ThemeChoice theme);
    void coderChanged(const QString& name);

private:
    QSettings m_store;
};

} // namespace mien::ui
