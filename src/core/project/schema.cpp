// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/schema.h"

#include "core/project/clock.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace mien::project {
namespace {

// Three groups of tables that never mix:
//   human    media, tier, event, decision, film_value   written by edits, undo and redo only, all of it
//   journalled machine  run, proposal                  written by storeRun only facts    media_file, setting
//   where files lie now, window layout: last writer wins, no undo
// Ids are AUTOINCREMENT, hence never reused. A run outlives its removed film, unseen, so that undoing the
// removal shows it again; therefore run.media_id and media_file.media_id are no foreign keys.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE migration(
  version INTEGER PRIMARY KEY,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE media(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  added_path TEXT NOT NULL,
  frames INTEGER NOT NULL CHECK(frames >= 0),
  fps_num INTEGER NOT NULL CHECK(fps_num >= 0),
  fps_den INTEGER NOT NULL CHECK(fps_den > 0),
  is_image_folder INTEGER NOT NULL CHECK(is_image_folder IN (0, 1))
) STRICT;

CREATE TABLE tier(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  media_id INTEGER NOT NULL REFERENCES media(id),
  name TEXT NOT NULL,
  coder TEXT NOT NULL
) STRICT;
CREATE INDEX tier_of_media ON tier(media_id);

CREATE TABLE event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tier_id INTEGER NOT NULL REFERENCES tier(id),
  onset_frame INTEGER NOT NULL CHECK(onset_frame >= 0),
  apex_frame INTEGER CHECK(apex_frame BETWEEN onset_frame AND offset_frame),
  offset_frame INTEGER NOT NULL CHECK(offset_frame >= onset_frame),
  type TEXT NOT NULL CHECK(type IN ('micro', 'macro')),
  action_units TEXT NOT NULL,
  side TEXT NOT NULL CHECK(side IN ('bilateral', 'left', 'right', 'asymmetric')),
  intensity TEXT NOT NULL CHECK(intensity IN ('', 'A', 'B', 'C', 'D', 'E')),
  confidence REAL NOT NULL CHECK(confidence BETWEEN 0 AND 1),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_tier ON event(tier_id, onset_frame, id);

CREATE TABLE run(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  media_id INTEGER NOT NULL,
  spotter TEXT NOT NULL,
  options_json TEXT NOT NULL,
  version TEXT NOT NULL,
  started_at TEXT NOT NULL,
  scorable_fraction REAL NOT NULL CHECK(scorable_fraction BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX run_of_media ON run(media_id, id);

CREATE TABLE proposal(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run(id),
  subject INTEGER NOT NULL REFERENCES proposal(id),
  twin INTEGER NOT NULL CHECK(twin >= 0),
  onset_frame INTEGER NOT NULL CHECK(onset_frame >= 0),
  apex_frame INTEGER NOT NULL CHECK(apex_frame BETWEEN onset_frame AND offset_frame),
  offset_frame INTEGER NOT NULL CHECK(offset_frame >= onset_frame),
  type TEXT NOT NULL CHECK(type IN ('micro', 'macro')),
  score REAL NOT NULL CHECK(score BETWEEN 0 AND 1),
  regions_json TEXT NOT NULL,
  looks_like TEXT NOT NULL,
  spotter TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_of_run ON proposal(run_id, onset_frame, id);
CREATE INDEX proposal_at ON proposal(onset_frame, offset_frame, apex_frame);
CREATE INDEX proposal_subject ON proposal(subject);

CREATE TABLE decision(
  subject INTEGER PRIMARY KEY REFERENCES proposal(id),
  state TEXT NOT NULL CHECK(state IN ('taken', 'rejected'))
) STRICT;

CREATE TABLE media_file(
  media_id INTEGER PRIMARY KEY,
  relative_path TEXT NOT NULL,
  absolute_path TEXT NOT NULL,
  size_bytes INTEGER,
  sha256 TEXT NOT NULL CHECK(length(sha256) IN (0, 64))
) STRICT;

CREATE TABLE setting(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE journal(
  seq INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK(action IN ('edit', 'undo', 'redo')),
  step INTEGER NOT NULL REFERENCES journal(seq),
  state TEXT CHECK(state IN ('done', 'undone', 'discarded')),
  name TEXT NOT NULL,
  coder TEXT NOT NULL,
  at TEXT NOT NULL,
  digest TEXT NOT NULL CHECK(length(digest) = 64),
  chain TEXT NOT NULL CHECK(length(chain) = 64),
  CHECK((action = 'edit') = (state IS NOT NULL)),
  CHECK((action = 'edit') = (step = seq))
) STRICT;
CREATE INDEX journal_state ON journal(state, seq);

CREATE TABLE journal_change(
  step INTEGER NOT NULL REFERENCES journal(seq),
  number INTEGER NOT NULL,
  table_name TEXT NOT NULL CHECK(table_name IN ('media', 'tier', 'event', 'decision')),
  row_id INTEGER NOT NULL,
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY(step, number)
) STRICT;
)sql";

// What people say of a film as a whole, and runs that are shown only where somebody chose them. SQLite cannot
// widen a CHECK, so the journal's rows move into a table that knows the new name.
constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE film_value(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  media_id INTEGER NOT NULL REFERENCES media(id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE(media_id, name)
) STRICT;

ALTER TABLE run ADD COLUMN offered INTEGER NOT NULL DEFAULT 0 CHECK(offered IN (0, 1));

CREATE TABLE journal_change_2(
  step INTEGER NOT NULL REFERENCES journal(seq),
  number INTEGER NOT NULL,
  table_name TEXT NOT NULL CHECK(table_name IN ('media', 'tier', 'event', 'decision', 'film_value')),
  row_id INTEGER NOT NULL,
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY(step, number)
) STRICT;
INSERT INTO journal_change_2 SELECT step, number, table_name, row_id, before_json, after_json FROM journal_change;
DROP TABLE journal_change;
ALTER TABLE journal_change_2 RENAME TO journal_change;
)sql";

constexpr std::array kMigrations{Migration{1, kVersion1}, Migration{2, kVersion2}};

using Objects = std::map<std::string, std::string>;

Result<Objects> objectsOf(Database& database) {
    Objects objects;
    const auto read = database.each(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
        "'sqlite\\_%' ESCAPE '\\'",
        [&](const Statement& row) { objects[row.text(0)] = row.text(1); });
    if (!read)
        return Unexpected(read.error());
    return objects;
}

} // namespace

std::span<const Migration> migrations() {
    return kMigrations;
}

Result<std::int64_t> pragma(Database& database, const char* name) {
    const auto value = database.integer(fmt::format("PRAGMA {}", name));
    if (!value)
        return Unexpected(value.error());
    return value->value_or(0);
}

Result<void> migrate(Database& database, std::span<const Migration> steps) {
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Unexpected(transaction.error());
    auto version = pragma(database, "user_version");
    if (!version)
        return Unexpected(version.error());
    for (const auto& step : steps) {
        if (step.version <= *version)
            continue;
        if (auto made = database.exec(std::string(step.sql).c_str()); !made)
            return made;
        if (auto noted = database.run("INSERT INTO migration(version, applied_at) VALUES(?, ?)", step.version,
                                      utcNow());
            !noted)
            return noted;
        if (auto set = database.exec(fmt::format("PRAGMA user_version = {}", step.version).c_str()); !set)
            return set;
    }
    if (auto set = database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId).c_str()); !set)
        return set;
    return transaction->commit();
}

Result<void> checkSchema(Database& database, std::span<const Migration> steps) {
    auto model = Database::open("", Database::Mode::Memory);
    if (!model)
        return Unexpected(model.error());
    if (auto made = migrate(*model, steps); !made)
        return made;
    const auto expected = objectsOf(*model);
    if (!expected)
        return Unexpected(expected.error());
    const auto found = objectsOf(database);
    if (!found)
        return Unexpected(found.error());
    for (const auto& [name, sql] : *expected) {
        const auto here = found->find(name);
        if (here == found->end() || here->second != sql)
            return fail(
                ErrorCode::Corrupt,
                fmt::format("The project file is damaged or was changed by another program: its {} is "
                            "{}. Go back to a copy of the file.",
                            name, here == found->end() ? "missing" : "not as Mien made it"),
                database.location());
    }
    return {};
}

} // namespace mien::project
