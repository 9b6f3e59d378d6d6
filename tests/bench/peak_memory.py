#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Peak resident memory of `mien-cli spot` by film length.

    peak_memory.py path/to/mien-cli film.mp4 [--minutes 5 60] [--flow dis] [--json FILE]

Repeats the film without decoding it (ffmpeg -stream_loop, stream copy) to each length and runs the program on it in a
child of its own; the peak is the kernel's (ru_maxrss of that child alone), processor time likewise.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile


def probe(film):
    out = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v:0", "-count_packets",
         "-show_entries", "stream=nb_read_packets:format=duration", "-of", "json", film],
        check=True, capture_output=True, text=True).stdout
    found = json.loads(out)
    return float(found["format"]["duration"]), int(found["streams"][0]["nb_read_packets"])


def spot(cli, film, flow):
    """Peak MiB, processor seconds, and what the program printed."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([cli, "--quiet", "spot", "--flow", flow, film], stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{cli} ended with {child.returncode} on {film}.")
        out.seek(0)
        printed = out.read().decode()
    return usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime, printed


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("cli")
    args.add_argument("film")
    args.add_argument("--minutes", type=float, nargs="+", default=[5, 60])
    args.add_argument("--flow", default="dis")
    args.add_argument("--json")
    options = args.parse_args()
    seconds, _ = probe(options.film)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for minutes in options.minutes:
            longer = os.path.join(folder, f"{minutes:g}min.mp4")
            loops = max(1, math.ceil(60 * minutes / seconds))
            subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(loops - 1), "-i", options.film,
                            "-c", "copy", longer], check=True)
            _, frames = probe(longer)
            peak, cpu, printed = spot(options.cli, longer, options.flow)
            rows.append({"minutes": minutes, "frames": frames, "peak_mib": round(peak, 1), "cpu_s": round(cpu, 1),
                         "printed_bytes": len(printed)})
            print(f"{minutes:6g} min {frames:8d} frames  peak {peak:7.1f} MiB  {cpu:7.1f} CPU s", flush=True)
            os.remove(longer)
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        grown = (last["peak_mib"] - first["peak_mib"]) * 2**20 / max(1, last["frames"] - first["frames"])
        print(f"{last['frames'] / first['frames']:.1f} times the length: {last['peak_mib'] / first['peak_mib']:.2f} "
              f"times the memory, {grown:.0f} bytes for every further frame")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump({"flow": options.flow, "rows": rows}, out, indent=2)


if __name__ == "__main__":
    main()
