// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/external_model.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace mien::synthesis {

/// A ComfyUI workflow in the API format: {"node id": {"class_type": …, "inputs": {…}}}, with placeholders in
/// the texts of inputs: {image} {prompt} {negative} {seed} {frames} {width} {height} {fps}. A text that is
/// nothing but one of the last five becomes a number. See docs/formats/external-generator.md.
class ExternalWorkflow {
public:
    /// From a file, or the built-in one for LTX-Video where `file` is empty. The error says what is missing:
    /// {image}, {prompt}, {negative} and {seed} must occur.
    static Result<ExternalWorkflow> load(const std::filesystem::path& file);
    static Result<ExternalWorkflow> parse(const std::string& text, const std::string& where);

    /// The workflow for one film; `image` is the name the server gave the picture.
    nlohmann::ordered_json filled(const ExternalRequest& request, const std::string& image) const;

    std::vector<std::string> nodeClasses() const; ///< each once
    const std::string& name() const { return m_name; }
    const std::string& sha256() const { return m_sha256; }

private:
    ExternalWorkflow() = default;
    nlohmann::ordered_json m_nodes;
    std::string m_name, m_sha256;
};

} // namespace mien::synthesis
