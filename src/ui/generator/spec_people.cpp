// SPDX-License-Identifier: GPL-3.0-or-later
// Who is filmed, and what they are made to feel.
#include "ui/generator/spec_document.h"
#include "ui/generator/spec_fields.h"
#include "ui/generator/spec_form.h"
#include "ui/generator/words.h"
#include "ui/settings/settings.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace mien::ui {

using namespace spec_fields;

namespace {

constexpr int kFace = 0, kFolder = 1, kRig = 2, kListed = 3;

} // namespace

void SpecForm::makePeople(QWidget* column) {
    auto* form = section(column, tr("People"));
    m_who->addItem(tr("the face chosen above"));
    m_who->addItem(tr("a folder of portraits"));
    m_who->addItem(tr("people of a face rig"));
    m_who->addItem(tr("a list of its own"));
    addRow(form,
           {tr("Who"),
            tr("Who is filmed. A list with splits and demographics of each person is written in the JSON.")},
           m_who);
    const auto path = [&](QLineEdit* line, const QString& name, const QString& tip, const QString& hint,
                          bool folder) {
        auto* both = new QWidget;
        auto* row = new QHBoxLayout(both);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        line->setPlaceholderText(hint);
        auto* browse = new QPushButton(QStringLiteral("…"));
        browse->setFixedWidth(44);
        browse->setAccessibleName(tr("Choose: %1").arg(name));
        browse->setToolTip(tip);
        row->addWidget(line, 1);
        row->addWidget(browse);
        connect(line, &QLineEdit::editingFinished, this, &SpecForm::writePeople);
        connect(browse, &QPushButton::clicked, this, [this, line, name, folder] {
            const QString start = line->text().isEmpty() ? m_settings.lastFolder() : line->text();
            const QString chosen =
                folder ? QFileDialog::getExistingDirectory(this, name, start)
                       : QFileDialog::getOpenFileName(this, name, start, tr("Tables of people (*.csv)"));
            if (chosen.isEmpty())
                return;
            line->setText(chosen);
            writePeople();
        });
        return std::pair(both, Words{name, tip});
    };
    const auto page = [&](std::initializer_list<std::pair<QWidget*, Words>> rows) {
        auto* body = new QWidget;
        auto* inner = new QFormLayout(body);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setHorizontalSpacing(12);
        inner->setVerticalSpacing(5);
        inner->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
        for (const auto& [field, words] : rows)
            addRow(inner, words, field);
        m_whoPages->addWidget(body);
    };
    m_count->setRange(1, 1'000'000);
    m_count->setValue(6);
    m_first->setRange(0, 1'000'000'000);
    m_first->setValue(1);
    m_whoPages->addWidget(new QWidget);
    page({path(m_folder, tr("Folder"), tr("Every image is a person, and every folder of images is one"),
               tr("a folder with pictures"), true),
          path(m_table, tr("Table"), tr("Optional: a column id, perhaps split, and any demographics"),
               tr("optional"), false)});
    page({path(m_rig, tr("Rig"), tr("Folder of a face rig"), tr("a folder with a rig"), true),
          {m_count, {tr("People"), tr("How many people are invented")}},
          {m_first, {tr("from number"), tr("The first person’s number; each number is somebody else")}}});
    auto* listed = new QWidget;
    auto* inner = new QVBoxLayout(listed);
    inner->setContentsMargins(0, 0, 0, 0);
    m_listed->setProperty("faint", true);
    m_listed->setWordWrap(true);
    inner->addWidget(m_listed);
    m_whoPages->addWidget(listed);
    m_whoPages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->layout()->addWidget(m_whoPages);
    connect(m_who, &QComboBox::activated, this, &SpecForm::choosePeople);
    connect(m_count, &QSpinBox::valueChanged, this, &SpecForm::writePeople);
    connect(m_first, &QSpinBox::valueChanged, this, &SpecForm::writePeople);
    m_refresh.emplace_back([this] { readPeople(); });
}

void SpecForm::choosePeople(int kind) {
    if (kind == kRig && m_rig->text().isEmpty() && m_face.generator == "rig")
        m_rig->setText(QString::fromStdString(m_face.source.string()));
    m_whoPages->setCurrentIndex(kind);
    for (int i = 0; i < m_whoPages->count(); ++i) // the stack is as high as the page that shows
        m_whoPages->widget(i)->setVisible(i == kind);
    m_whoPages->setFixedHeight(m_whoPages->currentWidget()->sizeHint().height());
    writePeople();
}

void SpecForm::writePeople() {
    if (m_filling)
        return;
    const auto* now = m_spec.value("/people");
    // What a short form has besides stays.
    const auto before = [now](const char* key) {
        return now != nullptr && now->is_object() && now->contains(key) ? *now : Json::object();
    };
    switch (m_who->currentIndex()) {
    case kFace:
        return m_spec.setPeople(m_face);
    case kFolder: {
        Json people = before("folder");
        people["folder"] = m_folder->text().toStdString();
        if (!m_table->text().isEmpty())
            people["table"] = m_table->text().toStdString();
        else
            people.erase("table");
        return m_spec.set("/people", people);
    }
    case kRig: {
        Json people = before("rig");
        people["rig"] = m_rig->text().toStdString();
        people["count"] = m_count->value();
        people["first"] = m_first->value();
        return m_spec.set("/people", people);
    }
    default: // as it stands in the JSON, or stood there before another choice
        if (!m_keptPeople.is_null())
            m_spec.set("/people", m_keptPeople);
    }
}

void SpecForm::readPeople() {
    const auto* people = m_spec.value("/people");
    int kind = kListed;
    const auto text = [&](const char* key) {
        return people->contains(key) ? textOf(&people->at(key), {}) : QString();
    };
    const auto number = [&](const char* key, int usual) {
        return people->contains(key) && people->at(key).is_number_integer() ? people->at(key).get<int>()
                                                                            : usual;
    };
    if (people == nullptr) {
        kind = kFace;
    } else if (people->is_object() && people->contains("rig")) {
        kind = kRig;
        m_rig->setText(text("rig"));
        m_count->setValue(number("count", 1));
        m_first->setValue(number("first", 1));
    } else if (people->is_object() && people->contains("folder")) {
        kind = kFolder;
        m_folder->setText(text("folder"));
        m_table->setText(text("table"));
    } else if (people->is_array()) {
        SpecDocument ofFace;
        ofFace.setPeople(m_face);
        const auto* its = ofFace.value("/people");
        if (its != nullptr && *its == *people)
            kind = kFace;
        else
            m_keptPeople = *people;
        m_listed->setText(tr("%n person(s), listed in the JSON.", nullptr, static_cast<int>(people->size())));
    }
    m_who->setCurrentIndex(kind);
    m_whoPages->setCurrentIndex(kind);
    m_whoPages->setFixedHeight(kind == kFace ? 0 : m_whoPages->currentWidget()->sizeHint().height());
}

void SpecForm::setFace(const FaceChoice& face) {
    const bool ours = m_who->currentIndex() == kFace;
    m_face = face;
    if (ours)
        m_spec.setPeople(face);
    refresh();
}

void SpecForm::makeEmotions(QWidget* column) {
    auto* form = section(column, tr("Emotions"));
    auto* table = new QComboBox;
    table->setEditable(true);
    for (const auto name : synthesis::builtInEmotionTables())
        table->addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    addRow(form,
           {tr("Table"), tr("Which units each emotion shows: mie-x, facs-prototypes, or a file of your own")},
           table);
    const auto setTable = [this, table] {
        if (m_filling ||
            table->currentText() == textOf(m_spec.value("/emotion_table"), QStringLiteral("mie-x")))
            return;
        m_spec.set("/emotions", Json()); // its emotions may be others
        m_spec.set("/emotion_table", table->currentText().toStdString());
    };
    connect(table, &QComboBox::activated, this, setTable);
    connect(table->lineEdit(), &QLineEdit::editingFinished, this, setTable);
    m_emotions->setFlow(QListView::LeftToRight);
    m_emotions->setWrapping(true);
    m_emotions->setResizeMode(QListView::Adjust);
    m_emotions->setSpacing(1);
    m_emotions->setFrameShape(QFrame::NoFrame);
    m_emotions->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_emotions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_emotions->setAccessibleName(tr("Emotions in use"));
    m_emotions->setToolTip(tr("Only the ticked emotions are elicited and used as labels"));
    m_emotions->setFixedHeight(84);
    m_emotions->viewport()->setAutoFillBackground(false);
    column->layout()->addWidget(m_emotions);
    connect(m_emotions, &QListWidget::itemChanged, this, [this] {
        if (m_filling)
            return;
        Json chosen = Json::array();
        for (int i = 0; i < m_emotions->count(); ++i)
            if (m_emotions->item(i)->checkState() == Qt::Checked)
                chosen.push_back(m_emotions->item(i)->data(Qt::UserRole).toString().toStdString());
        const auto* before = m_spec.value("/emotions");
        if (before == nullptr || !before->is_array()) {
            const bool all = static_cast<int>(chosen.size()) == m_emotions->count();
            return m_spec.set("/emotions", all ? Json() : chosen);
        }
        Json kept = Json::array(); // the order of a list is that of its labels
        for (const auto& one : *before)
            if (std::find(chosen.begin(), chosen.end(), one) != chosen.end())
                kept.push_back(one);
        for (const auto& one : chosen)
            if (std::find(kept.begin(), kept.end(), one) == kept.end())
                kept.push_back(one);
        m_spec.set("/emotions", kept);
    });
    m_refresh.emplace_back([this, table] {
        const QString name = textOf(m_spec.value("/emotion_table"), QStringLiteral("mie-x"));
        table->setCurrentText(name);
        const auto read = m_spec.emotionTable();
        m_emotions->setEnabled(read.has_value());
        const auto* chosen = m_spec.value("/emotions");
        if (!read)
            return;
        bool same = m_emotions->count() == static_cast<int>(read->emotions.size());
        for (int i = 0; same && i < m_emotions->count(); ++i)
            same = m_emotions->item(i)->data(Qt::UserRole).toString().toStdString() ==
                   read->emotions[static_cast<std::size_t>(i)].name;
        if (!same) {
            m_emotions->clear();
            for (const auto& emotion : read->emotions) {
                auto* item = new QListWidgetItem(emotionText(emotion.name), m_emotions);
                item->setData(Qt::UserRole, QString::fromStdString(emotion.name));
                item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
                item->setSizeHint({104, 24});
            }
        }
        for (int i = 0; i < m_emotions->count(); ++i) {
            const auto& known = read->emotions[static_cast<std::size_t>(i)].name;
            const bool on =
                chosen == nullptr || std::find(chosen->begin(), chosen->end(), known) != chosen->end();
            m_emotions->item(i)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        }
    });
}

} // namespace mien::ui
