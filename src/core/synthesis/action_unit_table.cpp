// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/action_unit_table.h"

namespace mien::synthesis {
namespace {

// Directions follow the muscles as FACS describes each unit; extents and supports are ours, set so that no
// unit folds the skin at intensity E (tst_motion_field) and looks like the action on real portraits. A bump
// of displacement d and extent r compresses the skin at its rim by at most 1.72 d/r, which must stay below 1.
//                       landmarks  outward  down     dx     dy     rx   above below
constexpr Pull kAu1[] = {{20, 21, -0.04, -0.02, -0.01, -0.15, 0.36, 0.60, 0.28}};
constexpr Pull kAu2[] = {{17, 19, 0.00, -0.02, 0.00, -0.14, 0.44, 0.55, 0.28}};
constexpr Pull kAu4[] = {{20, 21, 0.00, 0.00, -0.05, 0.10, 0.38, 0.55, 0.30},
                         {18, 19, 0.00, 0.00, -0.02, 0.05, 0.42, 0.50, 0.30}};
constexpr Pull kAu5[] = {{37, 38, 0.00, -0.01, 0.00, -0.045, 0.26, 0.24, 0.15}};
constexpr Pull kAu6[] = {{40, 41, 0.06, 0.36, 0.00, -0.085, 0.50, 0.34, 0.60},
                         {36, 41, -0.02, 0.06, 0.00, -0.02, 0.28, 0.14, 0.24}};
constexpr Pull kAu7[] = {{40, 41, 0.00, 0.03, 0.00, -0.035, 0.30, 0.14, 0.26}};
constexpr Pull kAu9[] = {{29, 31, 0.02, -0.06, 0.00, -0.09, 0.34, 0.40, 0.44},
                         {21, 21, 0.00, 0.00, -0.03, 0.05, 0.34, 0.45, 0.24},
                         {50, 50, 0.04, -0.04, 0.00, -0.04, 0.28, 0.30, 0.28}};
constexpr Pull kAu10[] = {{50, 50, 0.02, -0.04, 0.00, -0.08, 0.32, 0.44, 0.30},
                          {31, 31, 0.06, 0.02, 0.02, -0.03, 0.26, 0.30, 0.26}};
constexpr Pull kAu12[] = {{48, 48, 0.00, 0.00, 0.14, -0.12, 0.55, 0.60, 0.46},
                          {40, 41, 0.02, 0.42, 0.00, -0.03, 0.42, 0.34, 0.44}};
constexpr Pull kAu14[] = {{48, 48, 0.00, 0.00, 0.075, -0.015, 0.36, 0.32, 0.32},
                          {48, 48, 0.32, 0.00, -0.03, 0.00, 0.28, 0.34, 0.34}};
constexpr Pull kAu15[] = {{48, 48, 0.00, 0.00, 0.02, 0.11, 0.42, 0.40, 0.48}};
constexpr Pull kAu16[] = {{58, 57, 0.00, 0.02, 0.01, 0.05, 0.34, 0.26, 0.34}};
constexpr Pull kAu17[] = {{57, 8, -0.04, -0.08, 0.00, -0.075, 0.46, 0.44, 0.46}};
constexpr Pull kAu18[] = {{48, 48, 0.00, 0.00, -0.12, 0.00, 0.60, 0.36, 0.36},
                          {51, 51, 0.06, -0.02, 0.00, -0.015, 0.32, 0.30, 0.24},
                          {57, 57, 0.06, 0.02, 0.00, 0.015, 0.32, 0.24, 0.30}};
constexpr Pull kAu20[] = {{48, 48, 0.00, 0.02, 0.14, 0.03, 0.55, 0.40, 0.44}};
constexpr Pull kAu22[] = {{48, 48, 0.00, 0.00, -0.06, 0.00, 0.50, 0.34, 0.34},
                          {51, 51, 0.08, -0.02, 0.00, -0.03, 0.34, 0.34, 0.26},
                          {57, 57, 0.08, 0.02, 0.00, 0.03, 0.34, 0.26, 0.34}};
constexpr Pull kAu23[] = {{48, 48, 0.00, 0.00, -0.05, 0.00, 0.45, 0.30, 0.30},
                          {51, 51, 0.08, -0.02, 0.00, 0.016, 0.34, 0.28, 0.18},
                          {57, 57, 0.08, 0.02, 0.00, -0.022, 0.34, 0.20, 0.28}};
constexpr Pull kAu24[] = {{51, 51, 0.10, -0.02, 0.00, 0.022, 0.36, 0.30, 0.20},
                          {57, 57, 0.10, 0.02, 0.00, -0.030, 0.36, 0.22, 0.32}};
constexpr Pull kAu25[] = {{51, 51, 0.10, -0.02, 0.00, -0.012, 0.34, 0.30, 0.20}};
constexpr Pull kAu27[] = {{48, 48, 0.00, 0.00, -0.05, 0.06, 0.50, 0.44, 0.50}};

constexpr ActionUnitRow kRows[] = {
    {1, "inner brow raiser", kAu1},      {2, "outer brow raiser", kAu2},
    {4, "brow lowerer", kAu4},           {5, "upper lid raiser", kAu5},
    {6, "cheek raiser", kAu6},           {7, "lid tightener", kAu7, 0.0, 0.25},
    {9, "nose wrinkler", kAu9},          {10, "upper lip raiser", kAu10},
    {12, "lip corner puller", kAu12},    {14, "dimpler", kAu14},
    {15, "lip corner depressor", kAu15}, {16, "lower lip depressor", kAu16, 0.04},
    {17, "chin raiser", kAu17},          {18, "lip pucker", kAu18},
    {20, "lip stretcher", kAu20},        {22, "lip funneler", kAu22, 0.03},
    {23, "lip tightener", kAu23},        {24, "lip pressor", kAu24},
    {25, "lips part", kAu25, 0.09},      {26, "jaw drop", {}, 0.26},
    {27, "mouth stretch", kAu27, 0.46},  {43, "eyes closed", {}, 0.0, 1.0},
    {45, "blink", {}, 0.0, 1.0},
};

} // namespace

std::span<const ActionUnitRow> actionUnitRows() {
    return kRows;
}

const ActionUnitRow* actionUnitRow(int number) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                   [number](const ActionUnitRow& r) { return r.number == number; });
    return row == std::end(kRows) ? nullptr : row;
}

} // namespace mien::synthesis
