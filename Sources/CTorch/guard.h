// What every entry does around its body: once per thread, one CPU thread; then the body, and no
// exception beyond it. A build without libtorch keeps the entries and drops the bodies.

#pragma once
#include "CTorch.h"

/// Notes the sentence for ctorch_last_error; returns 1.
int ctorch_fail(const char *message) noexcept;

#ifdef WITH_LIBTORCH
#include <ATen/ATen.h>

#include <atomic>
#include <exception>
#include <vector>

/// Counts itself: an object that nobody frees stays in ctorch_live_handles().
struct ctorch_counted {
  static std::atomic<int64_t> live;
  ctorch_counted() { ++live; }
  ~ctorch_counted() { --live; }
};

struct ctorch_tensor : ctorch_counted {
  at::Tensor value;
  explicit ctorch_tensor(at::Tensor tensor) : value(std::move(tensor)) {}
};

inline ctorch_tensor *wrapped(at::Tensor value) { return new ctorch_tensor(std::move(value)); }

inline at::IntArrayRef sizes(const int64_t *shape, int64_t rank) {
  return at::IntArrayRef(shape, static_cast<size_t>(rank));
}

inline std::vector<at::Tensor> list(const ctorch_tensor *const *tensors, int64_t count) {
  std::vector<at::Tensor> result;
  result.reserve(count);
  for (int64_t i = 0; i < count; i++) result.push_back(tensors[i]->value);
  return result;
}

at::ScalarType scalar_type(int dtype);

/// Bit-reproducible sums need one thread, and OpenMP keeps its number per thread; float64 is the
/// course's default.
void ctorch_begin();

template <typename Body>
int guarded(Body body) noexcept {
  try {
    static thread_local const bool begun = (ctorch_begin(), true);
    (void)begun;
    body();
    return 0;
  } catch (const c10::Error &error) {
    return ctorch_fail(error.what_without_backtrace());
  } catch (const std::exception &error) {
    return ctorch_fail(error.what());
  } catch (...) {
    return ctorch_fail("libtorch threw something that is no exception");
  }
}

#define GUARDED(...) \
  { return guarded([&] { __VA_ARGS__ }); }
#else
#define GUARDED(...)                                                            \
  {                                                                             \
    return ctorch_fail("this build has no libtorch; "                           \
                       "install libtorch-dev and build with the trait Torch");  \
  }
#endif
