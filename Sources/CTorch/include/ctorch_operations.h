// What is computed from tensors; libtorch records each for the backward pass.

#ifndef CTORCH_OPERATIONS_H
#define CTORCH_OPERATIONS_H

#include "ctorch_tensor.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

typedef const ctorch_tensor *_Nonnull const *_Nonnull ctorch_tensors;

// MARK: Arithmetic, with broadcasting

ctorch_status ctorch_add(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result);
ctorch_status ctorch_subtract(const ctorch_tensor *a, const ctorch_tensor *b,
                              ctorch_result result);
ctorch_status ctorch_multiply(const ctorch_tensor *a, const ctorch_tensor *b,
                              ctorch_result result);
ctorch_status ctorch_divide(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result);
ctorch_status ctorch_matmul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result);
ctorch_status ctorch_add_number(const ctorch_tensor *a, double b, ctorch_result result);
ctorch_status ctorch_multiply_number(const ctorch_tensor *a, double b, ctorch_result result);
ctorch_status ctorch_divide_number(const ctorch_tensor *a, double b, ctorch_result result);
/// b − a.
ctorch_status ctorch_subtract_from_number(const ctorch_tensor *a, double b, ctorch_result result);
/// b / a.
ctorch_status ctorch_divide_into_number(const ctorch_tensor *a, double b, ctorch_result result);
ctorch_status ctorch_power(const ctorch_tensor *a, double exponent, ctorch_result result);

// MARK: Element by element

ctorch_status ctorch_negate(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_exp(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_log(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_sqrt(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_abs(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_tanh(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_sigmoid(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_relu(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_to(const ctorch_tensor *a, ctorch_dtype dtype, ctorch_result result);
ctorch_status ctorch_clone(const ctorch_tensor *a, ctorch_result result);

// MARK: Over a dimension; a negative one counts from the end

ctorch_status ctorch_sum(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_sum_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                               ctorch_result result);
ctorch_status ctorch_mean(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_mean_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                                ctorch_result result);
ctorch_status ctorch_max(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_argmax(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_argmax_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                                  ctorch_result result);
ctorch_status ctorch_norm(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_softmax(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result);
ctorch_status ctorch_log_softmax(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result);

// MARK: Shapes

ctorch_status ctorch_transpose(const ctorch_tensor *a, ptrdiff_t first, ptrdiff_t second,
                               ctorch_result result);
/// The transpose of at most two dimensions.
ctorch_status ctorch_t(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_reshape(const ctorch_tensor *a, const ptrdiff_t *_Nullable shape, size_t rank,
                             ctorch_result result);
ctorch_status ctorch_unsqueeze(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result);
ctorch_status ctorch_squeeze(const ctorch_tensor *a, ctorch_result result);
ctorch_status ctorch_squeeze_along(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result);
ctorch_status ctorch_narrow(const ctorch_tensor *a, ptrdiff_t dim, ptrdiff_t start,
                            ptrdiff_t length, ctorch_result result);
ctorch_status ctorch_select(const ctorch_tensor *a, ptrdiff_t dim, ptrdiff_t index,
                            ctorch_result result);
ctorch_status ctorch_cat(ctorch_tensors tensors, size_t count, ptrdiff_t dim,
                         ctorch_result result);
ctorch_status ctorch_stack(ctorch_tensors tensors, size_t count, ptrdiff_t dim,
                           ctorch_result result);
/// Writes the parts and how many there are; fails when there are more than `capacity`.
ctorch_status ctorch_chunk(const ctorch_tensor *a, ptrdiff_t chunks, ptrdiff_t dim,
                           ctorch_result results, size_t capacity, size_t *count);

// MARK: Tokens and losses

ctorch_status ctorch_one_hot(const ctorch_tensor *ids, ptrdiff_t classes, ctorch_dtype dtype,
                             ctorch_result result);

typedef enum ctorch_reduction {
  ctorch_reduce_none,
  ctorch_reduce_mean,
  ctorch_reduce_sum
} ctorch_reduction;

ctorch_status ctorch_cross_entropy(const ctorch_tensor *logits, const ctorch_tensor *targets,
                                   ctorch_reduction reduction, ctorch_result result);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
