#include "body.hpp"

// MARK: Arithmetic

ctorch_status ctorch_add(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result)
    CTORCH(give(result, a->value + b->value);)
ctorch_status ctorch_subtract(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result)
    CTORCH(give(result, a->value - b->value);)
ctorch_status ctorch_multiply(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result)
    CTORCH(give(result, a->value * b->value);)
ctorch_status ctorch_divide(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result)
    CTORCH(give(result, a->value / b->value);)
ctorch_status ctorch_matmul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_result result)
    CTORCH(give(result, a->value.matmul(b->value));)
ctorch_status ctorch_add_number(const ctorch_tensor *a, double b, ctorch_result result)
    CTORCH(give(result, a->value + b);)
ctorch_status ctorch_multiply_number(const ctorch_tensor *a, double b, ctorch_result result)
    CTORCH(give(result, a->value * b);)
ctorch_status ctorch_divide_number(const ctorch_tensor *a, double b, ctorch_result result)
    CTORCH(give(result, a->value / b);)
ctorch_status ctorch_subtract_from_number(const ctorch_tensor *a, double b, ctorch_result result)
    CTORCH(give(result, b - a->value);)
ctorch_status ctorch_divide_into_number(const ctorch_tensor *a, double b, ctorch_result result)
    CTORCH(give(result, b / a->value);)
ctorch_status ctorch_power(const ctorch_tensor *a, double exponent, ctorch_result result)
    CTORCH(give(result, a->value.pow(exponent));)

// MARK: Element by element

ctorch_status ctorch_negate(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, -a->value);)
ctorch_status ctorch_exp(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.exp());)
ctorch_status ctorch_log(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.log());)
ctorch_status ctorch_sqrt(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.sqrt());)
ctorch_status ctorch_abs(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.abs());)
ctorch_status ctorch_tanh(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.tanh());)
ctorch_status ctorch_sigmoid(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.sigmoid());)
ctorch_status ctorch_relu(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.relu());)
ctorch_status ctorch_to(const ctorch_tensor *a, ctorch_dtype dtype, ctorch_result result)
    CTORCH(give(result, a->value.to(type(dtype)));)
ctorch_status ctorch_clone(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.clone());)

// MARK: Over a dimension

ctorch_status ctorch_sum(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.sum());)
ctorch_status ctorch_sum_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                               ctorch_result result) CTORCH(give(result, a->value.sum(dim, keep));)
ctorch_status ctorch_mean(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.mean());)
ctorch_status ctorch_mean_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                                ctorch_result result)
    CTORCH(give(result, a->value.mean(dim, keep));)
ctorch_status ctorch_max(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.max());)
ctorch_status ctorch_argmax(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.argmax());)
ctorch_status ctorch_argmax_along(const ctorch_tensor *a, ptrdiff_t dim, bool keep,
                                  ctorch_result result)
    CTORCH(give(result, a->value.argmax(dim, keep));)
ctorch_status ctorch_norm(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.norm());)
ctorch_status ctorch_softmax(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result)
    CTORCH(give(result, a->value.softmax(dim));)
ctorch_status ctorch_log_softmax(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result)
    CTORCH(give(result, a->value.log_softmax(dim));)

// MARK: Tokens and losses

ctorch_status ctorch_one_hot(const ctorch_tensor *ids, ptrdiff_t classes, ctorch_dtype dtype,
                             ctorch_result result)
    CTORCH(give(result, at::one_hot(ids->value, classes).to(type(dtype)));)

ctorch_status ctorch_cross_entropy(const ctorch_tensor *logits, const ctorch_tensor *targets,
                                   ctorch_reduction reduction, ctorch_result result) CTORCH({
  const int64_t kinds[] = {at::Reduction::None, at::Reduction::Mean, at::Reduction::Sum};
  give(result, at::cross_entropy_loss(logits->value, targets->value, {}, kinds[reduction]));
})
