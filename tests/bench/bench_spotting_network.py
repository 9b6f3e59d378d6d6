#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of bench_spotting_network: AUW-GCN's network as one writes it in PyTorch, on the arrays that the C++ side
wrote. Prints nothing; medians and the first losses go to a JSON file."""
import argparse
import json
import statistics
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

BATCH, CONTEXT, LOSS_STEPS = 128, 7, 8


class GraphLayer(nn.Module):
    def __init__(self, inputs, outputs, graph):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs))
        self.bias = nn.Parameter(torch.empty(outputs))
        self.norm = nn.BatchNorm1d(outputs)
        self.register_buffer("graph", graph)

    def forward(self, x):
        frames, nodes, _ = x.shape
        x = torch.matmul(self.graph, torch.matmul(x, self.weight)) + self.bias
        return F.relu(self.norm(x.reshape(frames * nodes, -1))).reshape(frames, nodes, -1)


class Network(nn.Module):
    def __init__(self, graph):
        super().__init__()
        self.graph = nn.ModuleList([GraphLayer(2, 16, graph)])
        self.temporal = nn.ModuleList([
            nn.Conv1d(12 * 16, 64, 1, bias=False),
            nn.Conv1d(64, 64, 3, padding=1, bias=False),
            nn.Conv1d(64, 64, 3, padding=2, dilation=2, bias=False)])
        self.norms = nn.ModuleList([nn.BatchNorm1d(64) for _ in range(3)])
        self.head = nn.Conv1d(64, 10, 3, padding=2, dilation=2, bias=False)

    def forward(self, x):
        windows, frames, nodes, channels = x.shape
        x = self.graph[0](x.reshape(windows * frames, nodes, channels))
        x = x.reshape(windows, frames, -1).transpose(1, 2)
        for convolution, norm in zip(self.temporal, self.norms):
            x = F.relu(norm(convolution(x)))
        return self.head(x)

    def load(self, folder):
        def values(name):
            return torch.from_numpy(np.load(folder / f"w.{name}.npy"))
        with torch.no_grad():
            self.graph[0].weight.copy_(values("graph.0.weight"))
            self.graph[0].bias.copy_(values("graph.0.bias"))
            norms = [("graph.0", self.graph[0].norm)]
            for i in range(3):
                self.temporal[i].weight.copy_(values(f"temporal.{i}.weight"))
                norms.append((f"temporal.{i}", self.norms[i]))
            self.head.weight.copy_(values("head.weight"))
            for name, norm in norms:
                norm.weight.copy_(values(f"{name}.norm.weight"))
                norm.bias.copy_(values(f"{name}.norm.bias"))


def soft_loss(logits, labels, alpha):
    p = torch.sigmoid(logits)
    present = -alpha * (labels - p).abs() * torch.log(p + 1e-5)
    absent = -(1 - alpha) * (labels + 0.16 - p).abs() * torch.log(1 - p + 1e-5)
    return torch.where(labels > 0, present, absent).mean()


def edge_loss(logits, labels, weights):
    logarithm = F.log_softmax(logits, 1).gather(1, labels.unsqueeze(1)).squeeze(1)
    return (-weights[labels] * (1 - logarithm.exp()) * logarithm).mean()


def total_loss(out, labels, weights):
    out = out[:, :, CONTEXT:-CONTEXT]
    micro = (1.8 * soft_loss(out[:, 6], labels["micro_apex"], 0.9) + edge_loss(out[:, 0:3], labels["micro_edge"], weights)
             + 0.1 * soft_loss(out[:, 8], labels["micro_action"], 0.8))
    macro = (soft_loss(out[:, 7], labels["macro_apex"], 0.9) + edge_loss(out[:, 3:6], labels["macro_edge"], weights)
             + 0.1 * soft_loss(out[:, 9], labels["macro_action"], 0.8))
    return micro + 0.5 * macro


def medians(repeats, body):
    body()
    wall, cpu = [], []
    for _ in range(repeats):
        begin, used = time.perf_counter(), time.process_time()
        body()
        wall.append(1000 * (time.perf_counter() - begin))
        cpu.append(1000 * (time.process_time() - used))
    return statistics.median(wall), statistics.median(cpu)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--json", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    load = lambda name: torch.from_numpy(np.load(args.folder / f"{name}.npy"))
    inputs = load("inputs")
    labels = {name: load(name) for name in ("micro_apex", "macro_apex", "micro_action", "macro_action")}
    labels |= {name: load(name).long() for name in ("micro_edge", "macro_edge")}
    weights = torch.tensor([0.45, 0.45, 0.10])
    network = Network(load("graph"))
    network.load(args.folder)
    decayed = [p for name, p in network.named_parameters() if p.dim() > 1]
    plain = [p for name, p in network.named_parameters() if p.dim() == 1]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.1},
                                   {"params": plain, "weight_decay": 0.0}], lr=0.01)

    def step(at):
        part = slice(at, at + BATCH)
        optimiser.zero_grad()
        loss = total_loss(network(inputs[part]), {k: v[part] for k, v in labels.items()}, weights)
        loss.backward()
        optimiser.step()
        return loss.item()

    def epoch():
        for at in range(0, len(inputs), BATCH):
            step(at)

    def infer():
        with torch.no_grad():
            for at in range(0, len(inputs), 8):
                network(inputs[at:at + 8])

    losses = [step(i * BATCH % len(inputs)) for i in range(LOSS_STEPS)]
    epoch_wall, epoch_cpu = medians(args.repeats, epoch)
    network.eval()
    inference_wall, inference_cpu = medians(args.repeats, infer)
    args.json.write_text(json.dumps({
        "version": torch.__version__, "losses": losses, "epoch_ms": epoch_wall, "epoch_cpu_ms": epoch_cpu,
        "inference_ms": inference_wall, "inference_cpu_ms": inference_cpu}))


if __name__ == "__main__":
    main()
