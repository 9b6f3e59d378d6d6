// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace mien::ui {

/// One thing to be said about a FACS code.
struct CodeRemark {
    enum class Level { Hint, Unclear, Warning, Error }; ///< Unclear: the reader had to assume something
    Level level = Level::Hint;
    QString where; ///< the codes it is about, as written; may be empty
    QString sentence;
    QString line() const; ///< "Warning (30): A jaw moved …"
};

/// What the rules of FACS and the reader say about a code, the gravest first.
std::vector<CodeRemark> remarksOn(const QString& code);

/// The gravest remark in one line, all of them on request. Hidden where there is none.
class CodeRemarks : public QWidget {
    Q_OBJECT
public:
    explicit CodeRemarks(QWidget* parent = nullptr);

    void show(const QString& code);
    QString summary() const { return m_summary; } ///< "2 warnings: …", not cut short; empty: none
    QString all() const;                          ///< one remark a line

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    QString m_summary;
    QLabel* m_icon;
    QLabel* m_line;
    QToolButton* m_more;
    QLabel* m_all;
};

} // namespace mien::ui
