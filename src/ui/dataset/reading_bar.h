// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/import.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace mien::ui {

/// How a table is read: its layout, what it calls the first frame, what an offset of 0 becomes.
class ReadingBar : public QWidget {
    Q_OBJECT
public:
    explicit ReadingBar(QWidget* parent = nullptr);

    /// The options as they stand and, once the table was read, what they led to.
    void show(const dataset::ImportOptions& options, const dataset::Dataset* read);

signals:
    /// Somebody chose: the name is that of a row of datasetLayouts(), empty for "recognise it".
    void layoutChosen(const QString& name);
    void frameBaseChosen(const QString& base);     ///< "auto" | "0" | "1"
    void zeroOffsetChosen(const QString& meaning); ///< "unknown" | "apex"

private:
    QComboBox* add(const QString& name, const QString& tip);

    QComboBox* m_layouts;
    QComboBox* m_bases;
    QComboBox* m_zeros;
};

} // namespace mien::ui
