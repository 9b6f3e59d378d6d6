// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/settings/keys_page.h"
#include "ui/settings/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

namespace mien::ui {
namespace {

QLabel* hint(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("faint", true);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, ActionRegistry& actions, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_tabs(new QTabWidget) {
    setWindowTitle(tr("Settings"));
    resize(720, 560);
    auto* column = new QVBoxLayout(this);
    m_tabs->addTab(makeGeneral(), tr("General"));
    m_tabs->addTab(makeAnalysis(), tr("Analysis"));
    m_tabs->addTab(new KeysPage(actions), tr("Keys"));
    m_tabs->setAccessibleName(tr("Settings pages"));
    column->addWidget(m_tabs);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
}

void SettingsDialog::showKeys() {
    m_tabs->setCurrentIndex(2);
}

QWidget* SettingsDialog::makeGeneral() {
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    auto* theme = new QComboBox;
    theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    theme->addItem(tr("Light"), int(ThemeChoice::Light));
    theme->setCurrentIndex(theme->findData(int(m_settings.theme())));
    theme->setAccessibleName(tr("Theme"));
    connect(theme, &QComboBox::activated, this, [this, theme](int index) {
        m_settings.setTheme(static_cast<ThemeChoice>(theme->itemData(index).toInt()));
    });
    form->addRow(tr("Theme"), theme);
    auto* language = new QComboBox;
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    language->setCurrentIndex(std::max(0, language->findData(m_settings.language())));
    language->setAccessibleName(tr("Language"));
    connect(language, &QComboBox::activated, this,
            [this, language](int index) { m_settings.setLanguage(language->itemData(index).toString()); });
    form->addRow(tr("Language"), language);
    form->addRow({}, hint(tr("Another language takes effect when Mien starts again.")));
    auto* coder = new QLineEdit(m_settings.coder());
    coder->setPlaceholderText(tr("Your login name"));
    coder->setAccessibleName(tr("Coder"));
    coder->setMaxLength(80);
    connect(coder, &QLineEdit::editingFinished, this,
            [this, coder] { m_settings.setCoder(coder->text().trimmed()); });
    form->addRow(tr("Coder"), coder);
    form->addRow({}, hint(tr("Kept with every change you make, and the name of your tier.")));
    return page;
}

QWidget* SettingsDialog::makeAnalysis() {
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    auto* threads = new QSpinBox;
    threads->setRange(0, 256);
    threads->setSpecialValueText(tr("All processors"));
    threads->setValue(m_settings.threads());
    threads->setAccessibleName(tr("Threads for analysis"));
    connect(threads, &QSpinBox::valueChanged, this, [this](int count) { m_settings.setThreads(count); });
    form->addRow(tr("Threads"), threads);
    form->addRow({}, hint(tr("Results do not depend on it.")));
    auto* row = new QHBoxLayout;
    auto* model = new QLineEdit(m_settings.landmarkModel());
    model->setPlaceholderText(tr("Where the system's package puts it"));
    model->setAccessibleName(tr("Landmark model file"));
    connect(model, &QLineEdit::editingFinished, this,
            [this, model] { m_settings.setLandmarkModel(model->text().trimmed()); });
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the landmark model file"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this, model] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Landmark model"), model->text(),
                                                          tr("Landmark models (*.dat);;All files (*)"));
        if (!path.isEmpty()) {
            model->setText(path);
            m_settings.setLandmarkModel(path);
        }
    });
    row->addWidget(model, 1);
    row->addWidget(browse);
    form->addRow(tr("Landmark model"), row);
    form->addRow(
        {},
        hint(tr("The 68-point model. The one in Debian's package libdlib-data was trained on images licensed "
                "for research only; Mien ships no copy of it.")));
    return page;
}

} // namespace mien::ui
