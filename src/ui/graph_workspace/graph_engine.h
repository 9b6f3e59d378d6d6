// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/causal/search_data.h"
#include "ui/graph_workspace/graph_parameters.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace mien::ui {

using TablePtr = std::shared_ptr<const causal::Table>;
using SearchDataPtr = std::shared_ptr<const causal::SearchData>;

/// Where the numbers come from. `make` runs on the engine's thread, once for each id in a row.
struct GraphData {
    int id = 0;
    std::function<Result<causal::Table>(const JobContext&)> make;
    bool film = false; ///< measured movement, sideways and upwards one below the other
};

struct GraphRequest {
    GraphData data;
    causal::Knowledge knowledge;
    GraphParameters parameters;
    bool operator==(const GraphRequest& other) const {
        return data.id == other.data.id && parameters == other.parameters &&
               knowledge.tiers == other.knowledge.tiers &&
               knowledge.forbiddenWithin == other.knowledge.forbiddenWithin &&
               knowledge.required == other.knowledge.required &&
               knowledge.forbidden == other.knowledge.forbidden;
    }
};

struct GraphAnswer {
    GraphRequest request;
    TablePtr table;                                 ///< as it was made; null where it could not be
    DataTraits traits;                              ///< of the table
    SearchDataPtr data;                             ///< the same made ready; null where it could not be
    std::shared_ptr<const causal::Discovery> found; ///< null where it failed
    std::optional<Error> error;
    GraphPreset preset = GraphPreset::Interactive; ///< which made it: Complete once the background is through
    bool refining = false;                         ///< a complete search goes on in the background
    double ms = 0.0;                               ///< that the search took
};

/// What a request is searched with.
Result<causal::Discovery> search(const causal::SearchData& data, const causal::Table& table,
                                 const GraphRequest& request, GraphPreset preset, int replicates,
                                 const JobContext& job);

/// Searches graphs one at a time on a thread of its own. The newest request wins: one that has not begun when
/// the next arrives is never searched, and one that takes long is given up. Where the interactive preset
/// meets its caps, its answer is shown first and completed in the background.
class GraphEngine : public QObject {
    Q_OBJECT
public:
    explicit GraphEngine(QObject* parent = nullptr);
    ~GraphEngine() override;

    void ask(GraphRequest request);
    /// Forgets what was asked; nothing is answered before the next request.
    void drop();
    /// Gives up the completion of an answer that is shown; it is told again as it is.
    void stopRefining();
    bool busy() const { return m_asked != m_answered; }

signals:
    void answered(const mien::ui::GraphAnswer& answer);
    void busyChanged(bool busy);

private:
    struct Asked {
        GraphRequest request;
        int number = 0;
    };
    struct Told {
        GraphAnswer answer;
        int number = 0;
    };
    void work(const std::stop_token& stop);
    Result<TablePtr> tableOf(const GraphRequest& request, const JobContext& job);
    Result<SearchDataPtr> searchDataOf(const GraphRequest& request, const JobContext& job);
    /// The answer, also where it failed; nothing where it was given up.
    std::optional<GraphAnswer> searched(const Asked& asked, GraphPreset preset, const JobContext& job);
    void put(GraphAnswer answer, int number);
    void deliver();
    void giveUp(); ///< what has run for long while another waits

    int m_asked = 0; ///< numbers of requests, of the window's thread
    int m_answered = 0;
    QTimer m_patience;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Asked> m_wanted;
    std::optional<Told> m_waiting;                 ///< found, not yet fetched
    std::stop_source m_running;                    ///< of what is being searched
    bool m_refines = false;                        ///< it is a completion, which nobody waits for
    std::chrono::steady_clock::time_point m_since; ///< when it began

    // Of the worker's thread.
    int m_madeId = -1;
    TablePtr m_made;
    DataTraits m_traits;                     ///< of m_made
    SearchDataPtr m_search;                  ///< of m_made
    causal::DiscoverOptions m_searchOptions; ///< that it was prepared for

    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace mien::ui

Q_DECLARE_METATYPE(mien::ui::GraphAnswer)
