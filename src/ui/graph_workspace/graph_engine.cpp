// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_engine.h"

#include "core/base/guarded.h"
#include "core/causal/lagged_table.h"
#include "ui/graph_workspace/knowledge_store.h"

namespace mien::ui {
namespace {

constexpr int kPatienceMs = 150; ///< so long a search may go on although a newer request waits

/// The five options that a table is made ready for.
bool preparedAlike(const causal::DiscoverOptions& a, const causal::DiscoverOptions& b) {
    return a.test == b.test && a.lags == b.lags && a.missing == b.missing && a.sampleSize == b.sampleSize &&
           a.givenSamples == b.givenSamples;
}

} // namespace

Result<causal::Discovery> search(const causal::SearchData& data, const causal::Table& table,
                                 const GraphRequest& request, GraphPreset preset, int replicates,
                                 const JobContext& job) {
    GraphParameters parameters = request.parameters;
    parameters.preset = preset;
    causal::DiscoverOptions options = optionsOf(parameters, static_cast<int>(data.names().size()));
    options.replicates = replicates;
    auto known = table.names;
    for (const auto& name : table.names)
        for (int lag = 1; lag <= parameters.lags; ++lag)
            known.push_back(causal::laggedName(name, lag));
    return data.discover(restricted(request.knowledge, known), options, job);
}

GraphEngine::GraphEngine(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& stop) { work(stop); }) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &GraphEngine::giveUp);
}

GraphEngine::~GraphEngine() {
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
    }
    m_thread.request_stop();
    m_thread.join();
}

void GraphEngine::ask(GraphRequest request) {
    const bool wasBusy = busy();
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = Asked{std::move(request), ++m_asked};
        if (m_refines)
            m_running.request_stop();
    }
    m_wake.notify_one();
    if (!m_patience.isActive())
        m_patience.start();
    if (!wasBusy)
        emit busyChanged(true);
}

void GraphEngine::drop() {
    const bool wasBusy = busy();
    {
        const std::lock_guard lock(m_mutex);
        m_wanted.reset();
        m_waiting.reset();
        m_running.request_stop();
        m_answered = ++m_asked;
    }
    m_patience.stop();
    if (wasBusy)
        emit busyChanged(false);
}

void GraphEngine::stopRefining() {
    const std::lock_guard lock(m_mutex);
    if (m_refines)
        m_running.request_stop();
}

void GraphEngine::giveUp() {
    const std::lock_guard lock(m_mutex);
    if (!m_wanted)
        return;
    if (std::chrono::steady_clock::now() - m_since >= std::chrono::milliseconds(kPatienceMs))
        m_running.request_stop();
    else
        m_patience.start();
}

Result<TablePtr> GraphEngine::tableOf(const GraphRequest& request, const JobContext& job) {
    if (m_madeId == request.data.id && m_made)
        return m_made;
    m_made.reset();
    m_search.reset();
    auto made = guarded("causal", [&] { return request.data.make(job); });
    if (!made)
        return Unexpected(made.error());
    m_made = std::make_shared<const causal::Table>(std::move(*made));
    m_madeId = request.data.id;
    m_traits = traitsOf(*m_made);
    return m_made;
}

Result<SearchDataPtr> GraphEngine::searchDataOf(const GraphRequest& request, const JobContext& job) {
    const auto& wanted = request.parameters;
    const auto options = optionsOf(wanted, m_made->columns());
    if (m_search && preparedAlike(options, m_searchOptions))
        return m_search;
    m_search.reset();
    auto data = causal::SearchData::prepare(*m_made, options, job);
    if (!data)
        return Unexpected(data.error());
    m_search = std::make_shared<const causal::SearchData>(std::move(*data));
    m_searchOptions = options;
    return m_search;
}

std::optional<GraphAnswer> GraphEngine::searched(const Asked& asked, GraphPreset preset,
                                                 const JobContext& job) {
    GraphAnswer answer;
    answer.request = asked.request;
    answer.preset = preset;
    const auto failed = [&](const Error& error) -> std::optional<GraphAnswer> {
        answer.error = error;
        return error.code == ErrorCode::Cancelled ? std::nullopt : std::optional(answer);
    };
    auto table = tableOf(asked.request, job);
    if (!table)
        return failed(table.error());
    answer.table = *table;
    answer.traits = m_traits;
    auto data = searchDataOf(asked.request, job);
    if (!data)
        return failed(data.error());
    answer.data = *data;
    QElapsedTimer clock;
    clock.start();
    auto found = search(*answer.data, *answer.table, asked.request, preset, 0, job);
    answer.ms = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    if (!found)
        return failed(found.error());
    answer.found = std::make_shared<const causal::Discovery>(std::move(*found));
    return answer;
}

void GraphEngine::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Asked asked;
        JobContext job;
        job.threads = 1;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_wanted.has_value(); }))
                return;
            asked = std::move(*m_wanted);
            m_wanted.reset();
            m_running = {};
            m_refines = false;
            m_since = std::chrono::steady_clock::now();
            job.stop = m_running.get_token();
        }
        auto answer = searched(asked, asked.request.parameters.preset, job);
        if (!answer)
            continue;
        const bool capped = answer->found && answer->preset == GraphPreset::Interactive &&
                            (answer->found->result.limits.possibleDSepDepth ||
                             answer->found->result.limits.possibleDSepBudget);
        answer->refining = capped;
        put(*answer, asked.number);
        if (!capped)
            continue;
        {
            const std::lock_guard lock(m_mutex);
            if (m_wanted || stop.stop_requested())
                continue;
            m_running = {};
            m_refines = true;
            job.stop = m_running.get_token();
        }
        auto complete = searched(asked, GraphPreset::Complete, job);
        {
            const std::lock_guard lock(m_mutex);
            m_refines = false;
            if (!complete && (m_wanted || stop.stop_requested()))
                continue;
        }
        answer->refining = false; // given up: what is shown stays
        put(complete ? std::move(*complete) : std::move(*answer), asked.number);
    }
}

void GraphEngine::put(GraphAnswer answer, int number) {
    const std::lock_guard lock(m_mutex);
    const bool nobodyComes = !m_waiting;
    m_waiting = Told{std::move(answer), number};
    if (nobodyComes)
        QMetaObject::invokeMethod(
            this, [this] { deliver(); }, Qt::QueuedConnection);
}

void GraphEngine::deliver() {
    std::optional<Told> told;
    {
        const std::lock_guard lock(m_mutex);
        told = std::move(m_waiting);
        m_waiting.reset();
    }
    if (!told || told->number <= 0)
        return;
    const bool wasBusy = busy();
    if (told->number < m_answered)
        return;
    m_answered = told->number;
    emit answered(told->answer);
    if (wasBusy && !busy())
        emit busyChanged(false);
}

} // namespace mien::ui
