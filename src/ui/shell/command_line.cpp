// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mien::ui {
namespace {

/// Not called tr: lupdate would take what stands in it for a text of its own and overlook the macro.
QString words(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("CommandLine", "Spot, review and annotate micro- and macro-expressions.")));
    parser.addPositionalArgument(
        "FILE",
        words(QT_TRANSLATE_NOOP(
            "CommandLine", "Films, folders of numbered images, a Mien project, or the table of a dataset.")),
        "[FILE…]");
    parser.addOptions({
        {{"h", "help"}, words(QT_TRANSLATE_NOOP("CommandLine", "Shows this text."))},
        {{"v", "version"}, words(QT_TRANSLATE_NOOP("CommandLine", "Shows the version."))},
        {"workspace",
         words(QT_TRANSLATE_NOOP("CommandLine",
                                 "Begins in this workspace: code, review, data, graph or train.")),
         "NAME"},
        {"analyse",
         words(QT_TRANSLATE_NOOP(
             "CommandLine",
             "Analyses the film as soon as it is open; in the workspace train, trains on the table."))},
        {"select",
         words(QT_TRANSLATE_NOOP(
             "CommandLine",
             "Selects the N-th proposal of the film, edge of the graph, or film of a trained run, "
             "which is then shown for debiasing; counted from 1.")),
         "N"},
        {"fps", words(QT_TRANSLATE_NOOP("CommandLine", "Frame rate of a folder of images.")), "RATE"},
        {"screenshot",
         words(QT_TRANSLATE_NOOP(
             "CommandLine",
             "Writes a picture of the window, once the film is there (and analysed), and ends.")),
         "PNG"},
        {"size", words(QT_TRANSLATE_NOOP("CommandLine", "Size of the window, e.g. 1600x1000.")), "WxH"},
    });
}

/// Options of QGuiApplication and QApplication (documentation of both classes, Qt 6.4).
constexpr std::array kToolkitValues{
    "platform", "platformpluginpath", "platformtheme", "plugin",          "style", "stylesheet", "display",
    "geometry", "qwindowicon",        "qwindowtitle",  "qwindowgeometry", "icon",  "title",      "session"};
constexpr std::array kToolkitFlags{"reverse", "widgetcount"};

template <class Names>
bool isOneOf(const QString& argument, const Names& names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) {
        return argument == QLatin1Char('-') + QLatin1String(name) ||
               argument == QLatin1String("--") + QLatin1String(name);
    });
}

} // namespace

QStringList withoutToolkitOptions(const QStringList& arguments) {
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments[i].section('=', 0, 0);
        if (i == 0 || !(isOneOf(name, kToolkitValues) || isOneOf(name, kToolkitFlags)))
            rest << arguments[i];
        else if (name == arguments[i] && isOneOf(name, kToolkitValues))
            ++i;
    }
    return rest;
}

Screen screenFor(const CommandLine& line, const QStringList& arguments) {
    for (const char* variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return Screen::AsUsual;
    for (const QString& argument : arguments)
        if (isOneOf(argument.section('=', 0, 0), std::array{"platform", "display"}))
            return Screen::AsUsual;
    return line.screenshot.isEmpty() ? Screen::Lacking : Screen::Offscreen;
}

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
    if (!QStringList{"", "code", "review", "data", "graph", "train"}.contains(line.workspace))
        return usage(
            words(QT_TRANSLATE_NOOP("CommandLine",
                                    "There is no workspace “%1”; choose code, review, data, graph or train."))
                .arg(line.workspace));
    if (parser.isSet("fps")) {
        line.fps = parser.value("fps").toDouble();
        if (!(line.fps > 0.0 && line.fps <= 10000.0))
            return usage(
                words(QT_TRANSLATE_NOOP("CommandLine", "--fps takes a rate above 0, such as 25 or 29.97.")));
    }
    if (parser.isSet("select")) {
        line.select = parser.value("select").toInt();
        if (line.select < 1)
            return usage(words(QT_TRANSLATE_NOOP("CommandLine", "--select takes a number from 1 on.")));
    }
    if (parser.isSet("size")) {
        const QStringList parts = parser.value("size").split('x');
        if (parts.size() != 2 || parts[0].toInt() < 320 || parts[1].toInt() < 240 ||
            parts[0].toInt() > 16384 || parts[1].toInt() > 16384)
            return usage(words(
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
