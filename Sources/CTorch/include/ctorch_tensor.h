// Making tensors and reading them. Shapes are counts of elements per dimension, outermost first.

#ifndef CTORCH_TENSOR_H
#define CTORCH_TENSOR_H

#include "ctorch_framework.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

typedef struct ctorch_tensor ctorch_tensor;

/// Where a call puts the tensor it made; untouched when it fails.
typedef ctorch_tensor *_Nullable *_Nonnull ctorch_result;

typedef enum ctorch_dtype { ctorch_float32, ctorch_float64, ctorch_int64 } ctorch_dtype;

void ctorch_tensor_free(ctorch_tensor *tensor);

// MARK: Made

/// Copies `count` numbers, row-major; a shape with another product is libtorch's error.
ctorch_status ctorch_from_doubles(const double *_Nullable elements, size_t count,
                                  const ptrdiff_t *_Nullable shape, size_t rank,
                                  ctorch_dtype dtype, ctorch_result result);
/// Copies `count` whole numbers into an int64 tensor.
ctorch_status ctorch_from_integers(const ptrdiff_t *_Nullable elements, size_t count,
                                   const ptrdiff_t *_Nullable shape, size_t rank,
                                   ctorch_result result);
ctorch_status ctorch_full(double value, const ptrdiff_t *_Nullable shape, size_t rank,
                          ctorch_dtype dtype, ctorch_result result);
/// Uniform in 0 ..< 1.
ctorch_status ctorch_rand(const ptrdiff_t *_Nullable shape, size_t rank, ctorch_dtype dtype,
                          ctorch_result result);
/// Normal with mean 0 and variance 1.
ctorch_status ctorch_randn(const ptrdiff_t *_Nullable shape, size_t rank, ctorch_dtype dtype,
                           ctorch_result result);
ctorch_status ctorch_arange(double start, double end, double step, ctorch_dtype dtype,
                            ctorch_result result);

// MARK: Read

/// Writes at most `capacity` sizes, and how many there are.
ctorch_status ctorch_tensor_shape(const ctorch_tensor *tensor, ptrdiff_t *_Nullable shape,
                                  size_t capacity, size_t *rank);
ctorch_status ctorch_tensor_dtype(const ctorch_tensor *tensor, ctorch_dtype *dtype);
ctorch_status ctorch_tensor_count(const ctorch_tensor *tensor, size_t *count);
/// Writes the elements row-major, whatever the strides; fails unless there are `count`.
ctorch_status ctorch_tensor_doubles(const ctorch_tensor *tensor, double *_Nullable elements,
                                    size_t count);
/// As `ctorch_tensor_doubles`, of an int64 tensor only.
ctorch_status ctorch_tensor_integers(const ctorch_tensor *tensor, ptrdiff_t *_Nullable elements,
                                     size_t count);
/// The only element.
ctorch_status ctorch_tensor_item(const ctorch_tensor *tensor, double *value);

// MARK: Changed in place

ctorch_status ctorch_copy(ctorch_tensor *tensor, const ctorch_tensor *source);
ctorch_status ctorch_fill(ctorch_tensor *tensor, double value);
/// Uniform in `low` ..< `high`.
ctorch_status ctorch_fill_uniform(ctorch_tensor *tensor, double low, double high);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
