#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What packaging/slurm/loso.sh submits, with programs in place of mien-cli and sbatch that only write down how they were called.
set -euo pipefail
script=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/mien-cli" <<'X'
#!/usr/bin/env bash
echo "$@" >>"$CALLS"
echo "{ \"folds\": [ { \"name\": \"9 (nobody)\" } ], \"missing_folds\": [ \"1 (anna])\" ], \"missing_numbers\": [
  $MISSING ], \"scores\": {} }"
X
cat >"$work/sbatch" <<'X'
#!/usr/bin/env bash
printf '%s\n' "$*" >>"$SUBMITTED"
echo 42
X
chmod +x "$work/mien-cli" "$work/sbatch"
export PATH=$work:$PATH CALLS=$work/calls SUBMITTED=$work/submitted

fail() { echo "$1" >&2; cat "$SUBMITTED" >&2; exit 1; }

: >"$SUBMITTED"
MISSING='1, 3,
  12' "$script" 'a table.csv' --out "$work/run" --folds 12 >/dev/null
grep -q -- '--gather' "$CALLS" || fail "the state was not asked for"
grep -q -- '--array=1,3,12 ' "$SUBMITTED" || fail "not the missing folds"
grep -q -- 'a\\ table.csv' "$SUBMITTED" || fail "a blank in a name is lost"
grep -q -- '--dependency=afterany:42 ' "$SUBMITTED" || fail "gathering does not wait"
[ "$(wc -l <"$SUBMITTED")" = 2 ] || fail "two jobs were expected"

: >"$SUBMITTED"
MISSING='' "$script" t.csv --out "$work/run" >/dev/null
[ "$(wc -l <"$SUBMITTED")" = 1 ] || fail "only gathering was expected"
grep -q -- '--array' "$SUBMITTED" && fail "folds that are done were submitted again"

if "$script" t.csv --films x 2>/dev/null; then fail "a run without a folder was accepted"; fi
