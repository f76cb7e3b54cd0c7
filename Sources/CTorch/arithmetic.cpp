// Element by element, products, and what a dimension shrinks to.

#include "guard.h"

int ctorch_add(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value + b->value);)

int ctorch_sub(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value - b->value);)

int ctorch_mul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value * b->value);)

int ctorch_div(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value / b->value);)

int ctorch_add_number(const ctorch_tensor *a, double b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value + b);)

int ctorch_mul_number(const ctorch_tensor *a, double b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value * b);)

int ctorch_div_number(const ctorch_tensor *a, double b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value / b);)

int ctorch_number_sub(double a, const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(a - x->value);)

int ctorch_number_div(double a, const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(a / x->value);)

int ctorch_matmul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result)
GUARDED(*result = wrapped(a->value.matmul(b->value));)

int ctorch_neg(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.neg());)

int ctorch_exp(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.exp());)

int ctorch_log(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.log());)

int ctorch_tanh(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.tanh());)

int ctorch_sigmoid(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.sigmoid());)

int ctorch_relu(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.relu());)

int ctorch_sum(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.sum());)

int ctorch_mean(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.mean());)

int ctorch_sum_dim(const ctorch_tensor *x, int64_t dim, bool keep, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.sum(dim, keep));)

int ctorch_mean_dim(const ctorch_tensor *x, int64_t dim, bool keep, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.mean(dim, keep));)

int ctorch_softmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.softmax(dim));)

int ctorch_log_softmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.log_softmax(dim));)

int ctorch_argmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.argmax(dim));)
