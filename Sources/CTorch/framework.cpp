#include "guard.h"

#include <string>

static thread_local std::string last_error;

int ctorch_fail(const char *message) noexcept {
  try {
    last_error = message;
  } catch (...) {
    last_error.clear();  // no memory for the sentence
  }
  return 1;
}

const char *ctorch_last_error(void) { return last_error.c_str(); }

#ifdef WITH_LIBTORCH
#include <ATen/Parallel.h>
#include <c10/util/Logging.h>
#include <dlfcn.h>
#include <torch/version.h>

#include <mutex>

std::atomic<int64_t> ctorch_counted::live{0};

static std::atomic<int> threads{1};

/// libtorch's threads, and those that OpenBLAS has of its own and libtorch does not know of.
static void use_threads() {
  at::set_num_threads(threads);
  using Set = void (*)(int);
  if (auto set = reinterpret_cast<Set>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
    set(threads);
  }
}

void ctorch_begin() {
  static std::once_flag once;
  std::call_once(once, [] {
    c10::set_default_dtype(caffe2::TypeMeta::Make<double>());
    at::set_num_interop_threads(1);
    // An error is a sentence here; naming its C++ stack would take milliseconds.
    c10::SetStackTraceFetcher([] { return std::string(); });
  });
  use_threads();
}

at::ScalarType scalar_type(int dtype) {
  switch (dtype) {
    case ctorch_float32: return at::kFloat;
    case ctorch_int64: return at::kLong;
    default: return at::kDouble;
  }
}

bool ctorch_is_available(void) { return true; }
const char *ctorch_version(void) { return TORCH_VERSION; }
int64_t ctorch_live_handles(void) { return ctorch_counted::live; }
#else
bool ctorch_is_available(void) { return false; }
const char *ctorch_version(void) { return nullptr; }
int64_t ctorch_live_handles(void) { return 0; }
#endif

int ctorch_manual_seed(uint64_t seed) GUARDED(at::manual_seed(seed);)

int ctorch_set_threads(int64_t count)
GUARDED(
  TORCH_CHECK(count >= 1 && count <= 1024, "Expected 1 to 1024 threads, got ", count);
  threads = int(count);
  use_threads();
)
