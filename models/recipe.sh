#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Remakes models/spotter: renders 64 films, measures them and trains on them; about 40 minutes of one core.
#   models/recipe.sh OUT RIG PHOTO PHOTO PHOTO PHOTO
# OUT: a folder for films and model · RIG: folder of a face rig (docs/formats/face-rig.md) · four portraits; the shipped model used the astronaut of the demonstration and the first frames
# of three development films, which are not part of the project, so another four give a slightly other model.
set -euo pipefail
[ $# = 6 ] || { sed -n '3,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=$1 rig=$2
shift 2
build=$(cd "$(dirname "$(readlink -f "$0")")/../build" && pwd)
"$build/bench/bench/spot_generated" --out "$out" --rig "$rig" --photo "$@" --fps 25 30 50 --films 32 --threads 1 --keep
export XDG_CACHE_HOME=$out/xdg # the films' features were kept in OUT/cache
mkdir -p "$XDG_CACHE_HOME"
ln -sfn "$out/cache" "$XDG_CACHE_HOME/mien"
"$build/release/bin/mien-cli" --seed 1 train spotting "$out/films.csv" --films "$out" --out "$out/spotter" \
  --name "Mien spotter 1" --set epochs=60 --licence GPL-3.0-or-later --data "64 generated films of 30 s"
