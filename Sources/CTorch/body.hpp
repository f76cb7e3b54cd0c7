// What every function of this room is wrapped in.
//
//   ctorch_status ctorch_exp(const ctorch_tensor *a, ctorch_result result)
//       CTORCH(give(result, a->value.exp());)
//
// With libtorch that is the body, with every exception caught; without it, the refusal. So each
// function is written once, and both builds have the same symbols.

#ifndef CTORCH_BODY_HPP
#define CTORCH_BODY_HPP

#include "CTorch.h"

namespace ctorch {

/// Keeps `message` for `ctorch_last_error` and gives `ctorch_failed`.
ctorch_status fail(const char *message) noexcept;

}  // namespace ctorch

#ifdef WITH_LIBTORCH

#include <torch/types.h>

#include <atomic>
#include <vector>

namespace ctorch {

extern std::atomic<ptrdiff_t> live;

/// Counts itself as long as it lives.
struct Handle {
  Handle() { live.fetch_add(1, std::memory_order_relaxed); }
  ~Handle() { live.fetch_sub(1, std::memory_order_relaxed); }
  Handle(const Handle &) = delete;
  Handle &operator=(const Handle &) = delete;
};

}  // namespace ctorch

struct ctorch_tensor : ctorch::Handle {
  at::Tensor value;
  explicit ctorch_tensor(at::Tensor value) : value(std::move(value)) {}
};

namespace ctorch {

/// Threads and the default type, once, before the first operation.
void settle();

/// The message of the exception being handled, kept; gives `ctorch_failed`.
ctorch_status explain() noexcept;

template <class Body>
ctorch_status guarded(Body &&body) noexcept {
  try {
    settle();
    body();
    return ctorch_done;
  } catch (...) {
    return explain();
  }
}

inline void give(ctorch_result result, at::Tensor value) {
  *result = new ctorch_tensor(std::move(value));
}

inline std::vector<at::Tensor> values(ctorch_tensors tensors, size_t count) {
  std::vector<at::Tensor> list;
  list.reserve(count);
  for (size_t i = 0; i < count; i++) list.push_back(tensors[i]->value);
  return list;
}

inline std::vector<int64_t> sizes(const ptrdiff_t *shape, size_t rank) {
  return std::vector<int64_t>(shape, shape + rank);
}

inline at::ScalarType type(ctorch_dtype dtype) {
  switch (dtype) {
    case ctorch_float32: return at::kFloat;
    case ctorch_float64: return at::kDouble;
    case ctorch_int64: return at::kLong;
  }
  TORCH_CHECK(false, "no dtype has the number ", int(dtype));
}

}  // namespace ctorch

using namespace ctorch;

#define CTORCH(...) \
  { \
    return ctorch::guarded([&] { __VA_ARGS__ }); \
  }
/// A body without a status, for what gives handles back.
#define CTORCH_FREE(...) { __VA_ARGS__ }

#else

#define CTORCH(...) \
  { \
    return ctorch::fail( \
        "this build has no libtorch: install libtorch-dev (apt-get install libtorch-dev) and " \
        "build without --disable-default-traits"); \
  }
#define CTORCH_FREE(...) {}

#endif
#endif
