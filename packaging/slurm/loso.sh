#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the folds of `mien-cli loso spotting` as a Slurm job array, one task a fold, and gathers them in a last job.
#
#   packaging/slurm/loso.sh TABLE --films DIR --out DIR [other options of loso spotting]
#
# The folder, the films and the cache must be on a disk that every node sees (set XDG_CACHE_HOME to move the cache). Films are
# measured once, here, before anything is submitted. Folds that the folder already holds are not submitted, so after
# lost nodes the same command submits what is missing; a fold that was cut off goes on from its checkpoint, and one
# that runs twice writes the same bytes. Environment: MIEN_CLI (program), SBATCH_OPTS (e.g. "--partition=cpu --time=4:00:00"),
# MIEN_SEED (default 0).
set -euo pipefail

cli=${MIEN_CLI:-mien-cli}
seed=${MIEN_SEED:-0}
[ $# -ge 3 ] || { sed -n '3,13s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=
for ((i = 1; i <= $#; i++)); do
  if [ "${!i}" = --out ]; then next=$((i + 1)); out=${!next-}; fi
done
[ -n "$out" ] || { echo "loso.sh: --out DIR is needed, on a disk that every node sees." >&2; exit 2; }
mkdir -p "$out/slurm"

state=$("$cli" --seed "$seed" --json - loso spotting "$@" --gather)
missing=$(tr -d ' \n' <<<"$state" | grep -oE '"missing_numbers":\[[0-9,]*\]' | tr -dc '0-9,')
command=$(printf '%q ' "$cli" --seed "$seed" --threads 1 loso spotting "$@")
read -ra options <<<"${SBATCH_OPTS-}"
depends=()
if [ -n "$missing" ]; then
  job=$(sbatch --parsable --job-name=mien-loso --array="$missing" --cpus-per-task=1 --requeue \
    --output="$out/slurm/fold-%a.log" ${options[@]+"${options[@]}"} --wrap="$command --fold \$SLURM_ARRAY_TASK_ID")
  depends=(--dependency="afterany:$job")
  echo "folds $missing: job $job"
else
  echo "every fold is done"
fi
job=$(sbatch --parsable --job-name=mien-gather --cpus-per-task=1 ${depends[@]+"${depends[@]}"} \
  --output="$out/slurm/gather.log" ${options[@]+"${options[@]}"} --wrap="$command --gather")
echo "gathering: job $job, result in $out/metrics.json and $out/slurm/gather.log"
