// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace mien::face {

/// Allocator for big tables that are read in no order: asks the system for 2 MiB pages, so that most reads
/// find their page's address at once. Only whole pages are asked for; the rest of a block takes no more
/// memory than it needs.
template <class T>
struct LargePages {
    using value_type = T;
    static constexpr std::size_t kPage = std::size_t{2} << 20;
    static constexpr std::size_t kLine = 64;

    LargePages() = default;
    template <class U>
    LargePages(const LargePages<U>&) {}

    T* allocate(std::size_t n) {
        const std::size_t bytes = n * sizeof(T);
        const std::size_t alignment = bytes < kPage ? kLine : kPage;
        void* block = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
        if (!block)
            throw std::bad_alloc();
#ifdef __linux__
        if (bytes >= kPage)
            madvise(block, bytes / kPage * kPage,
                    MADV_HUGEPAGE); // a wish: without it the table is only slower
#endif
        return static_cast<T*>(block);
    }
    void deallocate(T* block, std::size_t) {
        std::free(block);
    }

    friend bool operator==(const LargePages&, const LargePages&) {
        return true;
    }
};

} // namespace mien::face
