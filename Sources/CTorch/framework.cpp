#include "body.hpp"

#include <string>

namespace {

thread_local std::string last_error;

}  // namespace

ctorch_status ctorch::fail(const char *message) noexcept {
  try {
    last_error = message;
  } catch (...) {
    last_error.clear();
  }
  return ctorch_failed;
}

const char *ctorch_last_error(void) { return last_error.c_str(); }

#ifdef WITH_LIBTORCH

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <torch/utils.h>
#include <torch/version.h>

std::atomic<ptrdiff_t> ctorch::live{0};

ctorch_status ctorch::explain() noexcept {
  try {
    throw;
  } catch (const c10::Error &error) {
    return fail(error.what_without_backtrace());
  } catch (const std::exception &error) {
    return fail(error.what());
  } catch (...) {
    return fail("libtorch threw something that is no std::exception");
  }
}

static void use_threads(int count) {
  at::set_num_threads(count);
  // OpenBLAS has threads of its own, which at::set_num_threads does not know of.
  if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
    set(count);
  }
}

void ctorch::settle() {
  static const bool settled = [] {
    use_threads(1);
    at::set_num_interop_threads(1);
    // What a whole number becomes when it meets a fraction; libtorch's own default is float32.
    torch::set_default_dtype(caffe2::TypeMeta::Make<double>());
    return true;
  }();
  (void)settled;
}

bool ctorch_is_available(void) { return true; }
const char *ctorch_version(void) { return TORCH_VERSION; }
ptrdiff_t ctorch_live_handles(void) { return live.load(std::memory_order_relaxed); }

#else

bool ctorch_is_available(void) { return false; }
const char *ctorch_version(void) { return ""; }
ptrdiff_t ctorch_live_handles(void) { return 0; }

#endif

ctorch_status ctorch_set_threads(int count) CTORCH({
  TORCH_CHECK(count > 0, "expected a positive number of threads, got ", count);
  use_threads(count);
})

ctorch_status ctorch_manual_seed(uint64_t seed) CTORCH(torch::manual_seed(seed);)
