// The framework as a whole: what it is, what went wrong, how many threads, which random numbers.

#ifndef CTORCH_FRAMEWORK_H
#define CTORCH_FRAMEWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

/// How a call ended.
typedef enum ctorch_status { ctorch_done, ctorch_failed } ctorch_status;

/// Whether this build has libtorch in it.
bool ctorch_is_available(void);

/// libtorch's version as its header has it, or "" without libtorch.
const char *ctorch_version(void);

/// What the last failed call of this thread said; valid until the next one fails.
const char *ctorch_last_error(void);

/// Tensors and optimizers that were given and not yet freed, over all threads.
ptrdiff_t ctorch_live_handles(void);

/// Lets libtorch and its BLAS use `count` threads; 1 until then, so that sums have one order.
ctorch_status ctorch_set_threads(int count);

/// Starts the random numbers anew, from `seed`.
ctorch_status ctorch_manual_seed(uint64_t seed);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
