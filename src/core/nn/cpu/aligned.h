// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace mien::nn::cpu {

/// Memory that begins on a cache line and is not filled when it is made.
template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t kLine{64};

    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&) {}
    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kLine)); }
    void deallocate(T* pointer, std::size_t) { ::operator delete(pointer, kLine); }
    template <class U>
    void construct(U* pointer) {
        ::new (static_cast<void*>(pointer)) U;
    }
    template <class U, class... Args>
    void construct(U* pointer, Args&&... args) {
        ::new (static_cast<void*>(pointer)) U(std::forward<Args>(args)...);
    }
    template <class U>
    bool operator==(const LineAllocator<U>&) const {
        return true;
    }
};

using Floats = std::vector<float, LineAllocator<float>>;

} // namespace mien::nn::cpu
