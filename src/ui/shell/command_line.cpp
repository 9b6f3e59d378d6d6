// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace mien::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        tr(QT_TRANSLATE_NOOP("CommandLine", "Spot, review and annotate micro- and macro-expressions.")));
    parser.addPositionalArgument(
        "FILE", tr(QT_TRANSLATE_NOOP("CommandLine", "Films, folders of numbered images, or a Mien project.")),
        "[FILE…]");
    parser.addOptions({
        {{"h", "help"}, tr(QT_TRANSLATE_NOOP("CommandLine", "Shows this text."))},
        {{"v", "version"}, tr(QT_TRANSLATE_NOOP("CommandLine", "Shows the version."))},
        {"workspace", tr(QT_TRANSLATE_NOOP("CommandLine", "Begins in this workspace: code or review.")),
         "NAME"},
        {"analyse", tr(QT_TRANSLATE_NOOP("CommandLine", "Analyses the film as soon as it is open."))},
        {"fps", tr(QT_TRANSLATE_NOOP("CommandLine", "Frame rate of a folder of images.")), "RATE"},
        {"screenshot",
         tr(QT_TRANSLATE_NOOP(
             "CommandLine",
             "Writes a picture of the window, once the film is there (and analysed), and ends.")),
         "PNG"},
        {"size", tr(QT_TRANSLATE_NOOP("CommandLine", "Size of the window, e.g. 1600x1000.")), "WxH"},
    });
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    declare(parser);
    const auto usage = [](const QString& text) {
        return fail(ErrorCode::InvalidArgument, text.toStdString());
    };
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    CommandLine line;
    line.files = parser.positionalArguments();
    line.help = parser.isSet("help");
    line.version = parser.isSet("version");
    line.analyse = parser.isSet("analyse");
    line.screenshot = parser.value("screenshot");
    line.workspace = parser.value("workspace");
    if (!line.workspace.isEmpty() && line.workspace != "code" && line.workspace != "review")
        return usage(
            tr(QT_TRANSLATE_NOOP("CommandLine", "There is no workspace “%1”; choose code or review."))
                .arg(line.workspace));
    if (parser.isSet("fps")) {
        line.fps = parser.value("fps").toDouble();
        if (!(line.fps > 0.0 && line.fps <= 10000.0))
            return usage(
                tr(QT_TRANSLATE_NOOP("CommandLine", "--fps takes a rate above 0, such as 25 or 29.97.")));
    }
    if (parser.isSet("size")) {
        const QStringList parts = parser.value("size").split('x');
        if (parts.size() != 2 || parts[0].toInt() < 320 || parts[1].toInt() < 240 ||
            parts[0].toInt() > 16384 || parts[1].toInt() > 16384)
            return usage(tr(
                QT_TRANSLATE_NOOP("CommandLine", "--size takes a width and a height, such as 1600x1000.")));
        line.size = {parts[0].toInt(), parts[1].toInt()};
    }
    return line;
}

QString commandLineHelp() {
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace mien::ui
