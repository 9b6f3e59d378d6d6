// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/model_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace mien::ui {
namespace {

constexpr std::string_view kNoLicence = "none given"; ///< what training writes where nobody names one

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

QJsonObject optionsOf(const project::Run& run) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(run.optionsJson)).object();
}

QString row(const QString& what, const QString& value) {
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                                 .arg(what.toHtmlEscaped(), value.toHtmlEscaped());
}

/// "micro-onset 0.5, …" of the λ that are not 0.
QString lambdasOf(const spotting::Correction& c) {
    QStringList parts;
    for (std::size_t h = 0; h < spotting::Correction::kHeads; ++h)
        if (c.null[h] > 0.0 || c.masked[h] > 0.0) {
            const auto head = spotting::Correction::kHeadNames[h];
            parts << Words::tr("%1: %2 null, %3 masked")
                         .arg(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())))
                         .arg(c.null[h], 0, 'g', 3)
                         .arg(c.masked[h], 0, 'g', 3);
        }
    return parts.isEmpty() ? Words::tr("none") : parts.join(QStringLiteral("; "));
}

} // namespace

QString spotterOf(const project::Run& run) {
    const QString model = optionsOf(run)["model"].toObject()["name"].toString();
    if (!model.isEmpty())
        return model;
    if (run.spotter == "rules")
        return Words::tr("Rules");
    return run.spotter == "threshold" ? Words::tr("Threshold") : QString::fromStdString(run.spotter);
}

QString startOf(const project::Run& run) {
    const auto when = QDateTime::fromString(QString::fromStdString(run.startedAt), Qt::ISODateWithMs);
    return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::ShortFormat)
                          : QString::fromStdString(run.startedAt);
}

QString shortStartOf(const project::Run& run) {
    const auto when =
        QDateTime::fromString(QString::fromStdString(run.startedAt), Qt::ISODateWithMs).toLocalTime();
    if (!when.isValid())
        return QString::fromStdString(run.startedAt);
    return when.toString(when.date() == QDate::currentDate() ? QStringLiteral("HH:mm:ss")
                                                             : QStringLiteral("yyyy-MM-dd"));
}

QString provenanceOf(const project::Run& run) {
    const auto options = optionsOf(run);
    const auto model = options["model"].toObject();
    QString rows = row(Words::tr("Proposed by"), spotterOf(run));
    rows += row(Words::tr("Model folder"), model["folder"].toString());
    rows += row(Words::tr("Trained on"), model["data"].toString());
    rows += row(Words::tr("Weights (SHA-256)"), model["weights"].toString().left(16));
    rows += row(Words::tr("Graph"), model["graph"].toString());
    rows += row(Words::tr("When"), startOf(run));
    rows += row(Words::tr("Optical flow"), options["flow"].toString());
    rows += row(Words::tr("Could be scored"),
                QStringLiteral("%1 %").arg(100.0 * run.scorableFraction, 0, 'f', 0));
    rows += row(Words::tr("Program"), QStringLiteral("Mien ") + QString::fromStdString(run.version));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString originText(pipeline::ModelOrigin origin) {
    switch (origin) {
    case pipeline::ModelOrigin::Shipped:
        return Words::tr("comes with Mien");
    case pipeline::ModelOrigin::Own:
        return Words::tr("trained here");
    case pipeline::ModelOrigin::Added:
        break;
    }
    return Words::tr("added by its path");
}

QString nameOf(const pipeline::ListedModel& model) {
    return model.model ? QString::fromStdString(model.model->name)
                       : QString::fromStdString(model.folder.filename().string());
}

const spotting::Retrained* unprovenOf(const spotting::NetworkModel& model) {
    const auto& retrained = model.provenance.retrained;
    return retrained && !retrained->passed() ? &*retrained : nullptr;
}

const spotting::Retrained* unprovenOf(const pipeline::ListedModel& model) {
    return model.model ? unprovenOf(*model.model) : nullptr;
}

QString whyNotYet(const spotting::Retrained& r) {
    const QString old = r.replaces(nullptr) ? Words::tr("Rules") : QString::fromStdString(r.old);
    if (r.people == 0)
        return Words::tr("It was retrained and not yet compared with “%1” on people whom neither has learnt "
                         "from.")
            .arg(old);
    return Words::tr("It was retrained. On %1 people whom neither had learnt from its F1 is %2, that of “%3” "
                     "%4: nothing says that it is better beyond chance.")
        .arg(r.people)
        .arg(r.f1, 0, 'f', 2)
        .arg(old)
        .arg(r.oldF1, 0, 'f', 2);
}

QString factsOf(const pipeline::ListedModel& model) {
    QString text;
    if (!model.usable())
        text += QStringLiteral("<p><b>%1</b> %2</p>")
                    .arg(Words::tr("It cannot be used:").toHtmlEscaped(),
                         QString::fromStdString(model.problem).toHtmlEscaped());
    QString rows = row(Words::tr("Whose"), originText(model.origin));
    rows += row(Words::tr("Folder"), QString::fromStdString(model.folder.string()));
    if (!model.model)
        return text + QStringLiteral("<table>%1</table>").arg(rows);
    const auto& p = model.model->provenance;
    rows += row(Words::tr("Trained on"), QString::fromStdString(p.data));
    rows += row(Words::tr("Recipe"), Words::tr("%1, seed %2, weights of epoch %3")
                                         .arg(QString::fromStdString(model.model->recipe.preset))
                                         .arg(p.seed)
                                         .arg(p.epoch));
    rows += row(Words::tr("Made"),
                Words::tr("%1 by %2").arg(QString::fromStdString(p.made), QString::fromStdString(p.program)));
    rows += row(Words::tr("Correction (λ)"), lambdasOf(model.model->correction));
    rows += row(Words::tr("Licence"), model.model->licence == kNoLicence
                                          ? Words::tr("none given")
                                          : QString::fromStdString(model.model->licence));
    return text + QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace mien::ui
