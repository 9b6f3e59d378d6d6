// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_spec.h"
#include "core/synthesis/emotion_table.h"
#include "ui/generator/face_choice.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QTimer>

namespace mien::ui {

/// What a spec would make.
struct SpecFacts {
    std::int64_t films = 0;
    std::size_t people = 0, testPeople = 0;
    std::size_t missingStrata = 0;
    double filmS = 0.0; ///< length of one
};

/// The spec of a dataset as JSON: form and text both show it. Judged in the background after every change.
class SpecDocument : public QObject {
    Q_OBJECT
public:
    using Json = nlohmann::ordered_json;
    explicit SpecDocument(QObject* parent = nullptr);
    ~SpecDocument() override;

    const Json& json() const { return m_json; }
    const std::filesystem::path& folder() const { return m_folder; } ///< for relative paths
    QString text() const;

    /// Names of the emotions in use, in their order; of its table, where the spec names none. Empty where the
    /// table cannot be read.
    std::vector<std::string> emotions() const;
    Result<synthesis::EmotionTable> emotionTable() const;
    /// nullptr where the spec leaves it at its default. `at`: "/film/frames".
    const Json* value(const std::string& at) const;
    /// Null takes the field out.
    void set(const std::string& at, const Json& value);
    void setPeople(const FaceChoice& face);
    /// Fields of a preset ("equime", "film", "twins", or "" for a small one); people, name and seed stay.
    void usePreset(const std::string& name);
    Result<void> setText(const QString& text);
    Result<void> load(const QString& file);
    Result<void> save(const QString& file);

    bool judging() const { return m_job != nullptr || m_soon.isActive(); }
    /// The newest verdict: what it makes, or why it cannot be.
    const std::optional<Result<SpecFacts>>& verdict() const { return m_verdict; }

signals:
    void changed();
    void judged();

private:
    void touch();
    void judge();

    Json m_json;
    std::filesystem::path m_folder;
    QTimer m_soon;
    std::unique_ptr<Job<SpecFacts>> m_job;
    std::optional<Result<SpecFacts>> m_verdict;
    bool m_again = false;
};

} // namespace mien::ui
