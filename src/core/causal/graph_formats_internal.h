// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/pag.h"

#include <string_view>
#include <unordered_map>

namespace mien::causal {

/// Nodes by name, then edges; what does not make a graph is said when it is built.
class GraphBuilder {
public:
    /// Its place; a new one for a new name.
    int node(const std::string& name);
    bool known(const std::string& name) const { return m_places.contains(name); }
    void edge(const Edge& edge, std::size_t line = 0) { m_edges.emplace_back(edge, line); }
    const std::vector<std::string>& names() const { return m_names; }
    Result<Pag> build(const std::string& source) &&;

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, int> m_places;
    std::vector<std::pair<Edge, std::size_t>> m_edges;
};

std::string writeTetrad(const Pag& graph);
Result<Pag> readTetrad(std::string_view text, const std::string& source);
std::string writePcalg(const Pag& graph);
Result<Pag> readPcalg(std::string_view text, const std::string& source);
std::string writeCausalLearn(const Pag& graph);
Result<Pag> readCausalLearn(std::string_view text, const std::string& source);
std::string writeDot(const Pag& graph);
Result<Pag> readDot(std::string_view text, const std::string& source);
std::string writeGraphml(const Pag& graph);
Result<Pag> readGraphml(std::string_view text, const std::string& source);
std::string writeJson(const Pag& graph);
Result<Pag> readJson(std::string_view text, const std::string& source);

} // namespace mien::causal
