// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of test subjects that others published; facts, kept as they stand.
#include "core/dataset/splits.h"

namespace mien::dataset {
namespace {

/// "F001 F002" → two ids.
std::vector<std::string> ids(std::string_view text, std::string_view prefix = {}) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        out.push_back(std::string(prefix) + std::string(text.substr(0, blank)));
        text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    }
    return out;
}

} // namespace

std::span<const PublishedSplit> publishedSplits() {
    static const std::array<PublishedSplit, 3> splits{
        PublishedSplit{
            "bp4d",
            "JAA-Net's three parts, used by most work since (ME-GraphAU tests on them in the order 3, 2, 1)",
            {ids("F001 F002 F008 F009 F010 F016 F018 F023 M001 M004 M007 M008 M012 M014"),
             ids("F003 F005 F011 F013 F020 F022 M002 M005 M010 M011 M013 M016 M017 M018"),
             ids("F004 F006 F007 F012 F014 F015 F017 F019 F021 M003 M006 M009 M015")}},
        PublishedSplit{"disfa",
                       "JAA-Net's three parts of the 27 subjects",
                       {ids("001 002 009 010 016 026 027 030 032", "SN"),
                        ids("006 011 012 013 018 021 024 028 031", "SN"),
                        ids("003 004 005 007 008 017 023 025 029", "SN")}},
        PublishedSplit{"bp4d-cisnet",
                       "the example folds of CISNet's code, drawn at random; not the standard ones",
                       {ids("F003 F004 F005 F011 F014 F017 F019 F022 M002 M006 M010 M012 M014 M018"),
                        ids("F006 F007 F010 F013 F016 F020 F021 F023 M001 M007 M008 M009 M013 M017"),
                        ids("F001 F002 F008 F009 F012 F015 F018 M003 M004 M005 M011 M015 M016")}},
    };
    return splits;
}

} // namespace mien::dataset
