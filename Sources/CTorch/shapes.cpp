// The same numbers in another shape, and several tensors in one.

#include "guard.h"

int ctorch_transpose(const ctorch_tensor *x, int64_t a, int64_t b, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.transpose(a, b));)

int ctorch_t(const ctorch_tensor *x, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.t());)

int ctorch_reshape(const ctorch_tensor *x, const int64_t *shape, int64_t rank,
                   ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.reshape(sizes(shape, rank)));)

int ctorch_narrow(const ctorch_tensor *x, int64_t dim, int64_t start, int64_t length,
                  ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.narrow(dim, start, length));)

int ctorch_select(const ctorch_tensor *x, int64_t dim, int64_t index, ctorch_tensor **result)
GUARDED(*result = wrapped(x->value.select(dim, index));)

int ctorch_cat(const ctorch_tensor *const *tensors, int64_t count, int64_t dim,
               ctorch_tensor **result)
GUARDED(*result = wrapped(at::cat(list(tensors, count), dim));)

int ctorch_stack(const ctorch_tensor *const *tensors, int64_t count, int64_t dim,
                 ctorch_tensor **result)
GUARDED(*result = wrapped(at::stack(list(tensors, count), dim));)
