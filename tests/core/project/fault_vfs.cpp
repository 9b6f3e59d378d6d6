// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_vfs.h"

#include "core/base/rng.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace mien::test {

/// What a write or truncation replaced, so that a power cut can bring it back.
struct Overwritten {
    std::int64_t offset = 0;
    std::vector<char> before;
    std::int64_t sizeBefore = 0;
};

struct FaultDisk::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    sqlite3_io_methods methods{};
    std::map<std::string, std::vector<Overwritten>> unsynced;
    std::int64_t bytesLeft = std::numeric_limits<std::int64_t>::max();
    int callsLeft = std::numeric_limits<int>::max();
    bool isOff = false;

    int fault() { return isOff || callsLeft-- <= 0 ? SQLITE_IOERR_WRITE : SQLITE_OK; }
};

namespace {

struct File {
    sqlite3_file base;
    FaultDisk::State* disk;
    std::string* name; ///< null for nameless temporary files
    sqlite3_file* real;
};

File* fileOf(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}

void remember(File* file, std::int64_t offset, int bytes) {
    if (!file->name)
        return;
    sqlite3_int64 size = 0;
    file->real->pMethods->xFileSize(file->real, &size);
    Overwritten old{offset, {}, size};
    const auto kept = std::min<std::int64_t>(bytes, size - offset);
    if (kept > 0) {
        old.before.resize(static_cast<std::size_t>(kept));
        file->real->pMethods->xRead(file->real, old.before.data(), static_cast<int>(kept), offset);
    }
    file->disk->unsynced[*file->name].push_back(std::move(old));
}

int closeFile(sqlite3_file* f) {
    auto* file = fileOf(f);
    const int code = file->real->pMethods ? file->real->pMethods->xClose(file->real) : SQLITE_OK;
    delete file->name;
    sqlite3_free(file->real);
    return code;
}

int writeFile(sqlite3_file* f, const void* data, int bytes, sqlite3_int64 offset) {
    auto* file = fileOf(f);
    auto& disk = *file->disk;
    if (const int fault = disk.fault())
        return fault;
    sqlite3_int64 size = 0;
    file->real->pMethods->xFileSize(file->real, &size);
    const auto growth = std::max<std::int64_t>(0, offset + bytes - size);
    if (growth > disk.bytesLeft)
        return SQLITE_FULL;
    disk.bytesLeft -= growth;
    remember(file, offset, bytes);
    return file->real->pMethods->xWrite(file->real, data, bytes, offset);
}

int truncateFile(sqlite3_file* f, sqlite3_int64 size) {
    auto* file = fileOf(f);
    if (const int fault = file->disk->fault())
        return fault;
    remember(file, size, std::numeric_limits<int>::max());
    return file->real->pMethods->xTruncate(file->real, size);
}

int syncFile(sqlite3_file* f, int flags) {
    auto* file = fileOf(f);
    if (file->disk->fault())
        return SQLITE_IOERR_FSYNC;
    if (file->name)
        file->disk->unsynced.erase(*file->name);
    return file->real->pMethods->xSync(file->real, flags);
}

/// Hands a call on to the real file.
template <auto Method, class... Args>
auto pass(sqlite3_file* f, Args... args) {
    auto* real = fileOf(f)->real;
    return (real->pMethods->*Method)(real, args...);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* f, int flags, int* outFlags) {
    auto* disk = static_cast<FaultDisk::State*>(vfs->pAppData);
    auto* file = fileOf(f);
    std::memset(static_cast<void*>(file), 0, sizeof(File));
    if (disk->isOff)
        return SQLITE_CANTOPEN;
    file->real = static_cast<sqlite3_file*>(sqlite3_malloc(disk->real->szOsFile));
    std::memset(file->real, 0, static_cast<std::size_t>(disk->real->szOsFile));
    const int code = disk->real->xOpen(disk->real, name, file->real, flags, outFlags);
    if (code != SQLITE_OK) {
        sqlite3_free(file->real);
        return code;
    }
    file->disk = disk;
    file->name = name ? new std::string(name) : nullptr;
    file->base.pMethods = &disk->methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
    auto* disk = static_cast<FaultDisk::State*>(vfs->pAppData);
    if (disk->fault())
        return SQLITE_IOERR_DELETE;
    disk->unsynced.erase(name);
    return disk->real->xDelete(disk->real, name, syncDirectory);
}

void undoWrite(int descriptor, const Overwritten& old) {
    if (!old.before.empty())
        (void)!::pwrite(descriptor, old.before.data(), old.before.size(), old.offset);
    if (::lseek(descriptor, 0, SEEK_END) > old.sizeBefore)
        (void)!::ftruncate(descriptor, old.sizeBefore);
}

} // namespace

FaultDisk::FaultDisk() : m_state(std::make_unique<State>()) {
    auto& state = *m_state;
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs = *state.real;
    state.vfs.pNext = nullptr;
    state.vfs.zName = "mien-fault";
    state.vfs.szOsFile = sizeof(File);
    state.vfs.pAppData = &state;
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = deleteFile;
    using M = sqlite3_io_methods;
    state.methods = {2,
                     closeFile,
                     pass<&M::xRead, void*, int, sqlite3_int64>,
                     writeFile,
                     truncateFile,
                     syncFile,
                     pass<&M::xFileSize, sqlite3_int64*>,
                     pass<&M::xLock, int>,
                     pass<&M::xUnlock, int>,
                     pass<&M::xCheckReservedLock, int*>,
                     pass<&M::xFileControl, int, void*>,
                     pass<&M::xSectorSize>,
                     pass<&M::xDeviceCharacteristics>,
                     pass<&M::xShmMap, int, int, int, void volatile**>,
                     pass<&M::xShmLock, int, int, int>,
                     pass<&M::xShmBarrier>,
                     pass<&M::xShmUnmap, int>,
                     nullptr,
                     nullptr};
    sqlite3_vfs_register(&state.vfs, 1);
}

FaultDisk::~FaultDisk() {
    sqlite3_vfs_unregister(&m_state->vfs);
    sqlite3_vfs_register(m_state->real, 1);
}

void FaultDisk::fillAfter(std::int64_t bytes) {
    m_state->bytesLeft = bytes;
}
void FaultDisk::free() {
    m_state->bytesLeft = std::numeric_limits<std::int64_t>::max();
}
void FaultDisk::breakAfter(int n) {
    m_state->callsLeft = n;
}
void FaultDisk::mend() {
    m_state->callsLeft = std::numeric_limits<int>::max();
    m_state->isOff = false;
}
void FaultDisk::off() {
    m_state->isOff = true;
}

void FaultDisk::cutPower(std::uint64_t seed) {
    Rng rng(seed);
    for (const auto& [name, writes] : m_state->unsynced) {
        const int descriptor = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0)
            continue;
        // Nothing, everything or any part of it reached the disk.
        const auto lost = rng.below(4) == 0 ? 1.0 : rng.uniform();
        for (auto write = writes.rbegin(); write != writes.rend(); ++write)
            if (rng.uniform() < lost)
                undoWrite(descriptor, *write);
        ::close(descriptor);
    }
    m_state->unsynced.clear();
}

} // namespace mien::test
