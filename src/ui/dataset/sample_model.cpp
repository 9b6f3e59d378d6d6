// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/sample_model.h"

#include "core/dataset/import.h"
#include "ui/dataset/check_words.h"
#include "ui/dataset/import_plan.h"
#include "ui/dataset/sample_counts.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>

namespace mien::ui {
namespace {

constexpr int kPictureHeight = 44;

QString frameText(const std::optional<FrameIndex>& frame) {
    return frame ? QString::number(frame->value) : QStringLiteral("–");
}

} // namespace

SampleModel::SampleModel(SamplePictures& pictures, QObject* parent)
    : QAbstractTableModel(parent), m_pictures(pictures) {}

void SampleModel::setData(DatasetPtr data, std::vector<SampleFacts> facts) {
    beginResetModel();
    m_data = std::move(data);
    m_facts = std::move(facts);
    m_hasFilms = std::any_of(m_facts.begin(), m_facts.end(), [](const auto& row) { return row.hasFilm; });
    emit filled();
    endResetModel();
}

void SampleModel::setFacesHidden(bool hidden) {
    m_hidden = hidden;
    if (rowCount() > 0)
        emit dataChanged(index(0, Picture), index(rowCount() - 1, Picture), {Qt::DecorationRole});
}

std::optional<PictureKey> SampleModel::pictureKey(int row, Column which) const {
    const auto& s = sample(row);
    const auto& frame = which == Onset ? s.onset : which == Apex ? s.apex : s.offset;
    if (m_hidden || s.media.empty() || !frame || frame->value < s.mediaFirstFrame)
        return std::nullopt;
    return PictureKey{s.media, *frame - s.mediaFirstFrame, s.fps.value_or(Rational{25, 1})};
}

int SampleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

int SampleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(Count);
}

QString SampleModel::text(int row, int column) const {
    const auto& s = sample(row);
    const auto& f = m_facts[static_cast<std::size_t>(row)];
    switch (column) {
    case Subject:
        return f.subject;
    case Clip:
        return f.clip.isEmpty() ? f.film : f.clip;
    case Type:
        return f.type == QLatin1String("micro") ? tr("micro")
               : f.type.isEmpty()               ? QStringLiteral("–")
                                                : tr("macro");
    case Emotion:
        return f.emotion;
    case Units:
        return f.actionUnits;
    case Onset:
        return frameText(s.onset);
    case Apex:
        return frameText(s.apex);
    case Offset:
        return frameText(s.offset);
    case Length:
        return f.durationMs ? QString::number(*f.durationMs, 'f', 0) : QStringLiteral("–");
    case Film:
        return f.hasFilm ? tr("found") : tr("missing");
    case Findings:
        return f.checks.join(QStringLiteral(", "));
    default:
        return {};
    }
}

QVariant SampleModel::sortKey(int row, int column) const {
    const auto& s = sample(row);
    const auto number = [](const std::optional<FrameIndex>& frame) {
        return frame ? QVariant(qlonglong(frame->value)) : QVariant(qlonglong(-1));
    };
    switch (column) {
    case Picture:
        return qlonglong(s.row);
    case Onset:
        return number(s.onset);
    case Apex:
        return number(s.apex);
    case Offset:
        return number(s.offset);
    case Length:
        return m_facts[static_cast<std::size_t>(row)].durationMs.value_or(-1.0);
    default:
        return text(row, column);
    }
}

QString SampleModel::findingsText(int row) const {
    QStringList lines;
    for (const auto& check : dataset::importChecks())
        if (m_facts[static_cast<std::size_t>(row)].checks.contains(
                QLatin1String(check.id.data(), static_cast<qsizetype>(check.id.size()))))
            lines << checkText(check.what);
    return lines.join('\n');
}

QVariant SampleModel::pair(int row) const {
    std::vector<QImage> images;
    for (const Column which : {Onset, Apex})
        if (const auto key = pictureKey(row, which))
            if (const QImage image = m_pictures.picture(*key); !image.isNull())
                images.push_back(image.scaledToHeight(kPictureHeight, Qt::SmoothTransformation));
    if (images.empty())
        return {};
    int width = 0;
    for (const auto& image : images)
        width += image.width() + 1;
    QPixmap both(width, kPictureHeight);
    both.fill(Qt::transparent);
    QPainter painter(&both);
    int x = 0;
    for (const auto& image : images) {
        painter.drawImage(x, 0, image);
        x += image.width() + 1;
    }
    QIcon icon(both);
    icon.addPixmap(both, QIcon::Selected); // faces of chosen rows keep their colours
    return icon;
}

QVariant SampleModel::data(const QModelIndex& index, int role) const {
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case kSortRole:
        return sortKey(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Picture ? pair(row) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() >= Onset && index.column() <= Length)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole: {
        if (index.column() == Findings)
            return findingsText(row);
        const QString why = whyNotWritten(sample(row));
        return why.isEmpty() ? text(row, index.column()) : tr("Stays in the table only: %1.").arg(why);
    }
    case Qt::AccessibleTextRole:
        return index.column() == Picture ? tr("Onset and apex of row %1").arg(sample(row).row)
                                         : text(row, index.column());
    default:
        return {};
    }
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(qlonglong(sample(section).row)) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section >= Onset && section <= Length ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, Count> names{
        tr("Onset, apex"), tr("Subject"), tr("Clip"),   tr("Type"), tr("Class"), tr("Action units"),
        tr("Onset"),       tr("Apex"),    tr("Offset"), tr("ms"),   tr("Film"),  tr("Findings")};
    return names[static_cast<std::size_t>(section)];
}

ShownSamples::ShownSamples(SampleModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model) {
    connect(&model, &SampleModel::filled, this, &ShownSamples::ask);
    setSourceModel(&model);
    setSortRole(SampleModel::kSortRole);
}

bool ShownSamples::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = m_model.data(left, SampleModel::kSortRole);
    const QVariant b = m_model.data(right, SampleModel::kSortRole);
    if (a.typeId() == QMetaType::QString)
        return naturalOrder(a.toString(), b.toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

void ShownSamples::setFilter(SampleFilter filter) {
    m_filter = std::move(filter);
    ask();
    invalidate(); // one change of the layout; invalidateFilter() would tell of every gap by itself
}

void ShownSamples::ask() {
    m_flags.clear();
    for (const auto& facts : m_model.facts())
        m_flags.push_back(m_filter.accepts(facts) ? 1 : 0);
}

bool ShownSamples::filterAcceptsRow(int row, const QModelIndex&) const {
    return m_flags[static_cast<std::size_t>(row)] != 0;
}

} // namespace mien::ui
