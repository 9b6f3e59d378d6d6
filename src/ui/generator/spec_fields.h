// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QDoubleSpinBox>
#include <QString>

/// Small things that the parts of SpecForm share.
namespace mien::ui::spec_fields {

using Json = nlohmann::ordered_json;

/// A text as it is, anything else as JSON writes it.
QString textOf(const Json* json, const QString& usual);
/// Whole numbers as such, so that a spec reads as a person would write it.
Json numberJson(double value, int decimals);
QDoubleSpinBox* spin(double least, double most, int decimals);

} // namespace mien::ui::spec_fields
