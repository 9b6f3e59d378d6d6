// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of any bytes, as they are and as the sheet inside a workbook: an import ends with samples or with
// one sentence, keeps every row, and what it repaired can be written and read back.
#include "../core/dataset/workbook.h"
#include "core/dataset/import.h"
#include "core/dataset/sheet.h"
#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

using namespace mien;
using namespace mien::dataset;

namespace {

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void import(std::string_view bytes, const char* source, std::string_view layout) {
    ImportOptions options;
    options.layout = layout;
    const auto data = parseDataset(bytes, source, options);
    if (!data) {
        require(!data.error().message.empty(), "an error without a sentence");
        return;
    }
    require(data->samples.empty() || static_cast<std::int64_t>(data->samples.size()) == data->report.rowsRead,
            "rows were lost");
    for (const auto& finding : data->report.findings)
        require(!finding.sentence.empty() && !finding.check.empty(), "a finding without a sentence");
    require(!repairLogCsv(data->report).empty(), "no log");
    if (data->samples.empty())
        return;
    options.layout = "generic";
    const auto back = parseDataset(genericTable(*data, "."), "written.csv", options);
    if (back)
        require(back->samples.size() <= data->samples.size(), "a written table grew");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    import(bytes, "fuzz", "");
    for (const char* layout : {"samm_lv", "casme_sq", "generic", "smic"})
        import(bytes, "fuzz", layout);
    import(bytes, "SN001_au12.txt", "disfa");
    import(bytes, "F001_T1.csv", "bp4d");
    if (bytes.starts_with("<row"))
        import(mien::test::zipOf(mien::test::workbookParts({std::string(bytes)}, "<si><t>one</t></si>")),
               "fuzz.xlsx", "");
    return 0;
}

std::vector<std::string> mienFuzzSeeds() {
    using namespace mien::test;
    const auto sheet = sheetRow(1, {"Subject", "Filename", "", "OnsetFrame", "ApexFrame", "OffsetFrame", "",
                                    "Action Units", "Estimated Emotion"}) +
                       "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c "
                       "r=\"D2\"><v>40.5</v></c><c r=\"F2\"><v>0</v></c></row>";
    return {
        sheet,
        zipOf(workbookParts({sheet})),
        "subject,film,onset,apex,offset,type,emotion,au,fps,features,subject.age\n"
        "s1,f1,10.5,/,0,macro,happyiness,ref(12)+4C,30000/"
        "1001,a.npz:x;b.npy,31\ns1,f1,20,25,40,micro,Others,4,30,,\n",
        "Codes\n\nSubject,Filename,Inducement Code,Onset,Apex,Offset,Duration,Type,Action Units,Notes\n"
        "006,006_1_1,1,566.4,-1,743.2,177.8,Macro,4(B/C)+7B,\n",
        "1,anger1_1,412,431,470,4+7,negative,macro-expression,anger\n15,s15,1\n0401,anger1\n",
        "20,s20_ne_01,0,17581039,17581067\n",
        "1,0\n2,3\n2,9\nx,1\n99999999999999999999,1\n",
        "0,1,2,4\n2440,0,1,9\n2441,1,7,\n",
        std::string(5000, '"'),
        std::string(20'000, ','),
    };
}
