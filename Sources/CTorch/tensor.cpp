// Making, reading and freeing a tensor.

#include "guard.h"

#include <cstring>

int ctorch_from_doubles(const double *values, int64_t count, const int64_t *shape, int64_t rank,
                        int dtype, ctorch_tensor **result)
GUARDED(
  at::Tensor tensor = at::empty({count}, at::kDouble);
  if (count > 0) std::memcpy(tensor.data_ptr<double>(), values, count * sizeof(double));
  *result = wrapped(tensor.to(scalar_type(dtype)).reshape(sizes(shape, rank)));
)

int ctorch_from_ids(const int64_t *ids, int64_t count, ctorch_tensor **result)
GUARDED(
  at::Tensor tensor = at::empty({count}, at::kLong);
  if (count > 0) std::memcpy(tensor.data_ptr<int64_t>(), ids, count * sizeof(int64_t));
  *result = wrapped(tensor);
)

int ctorch_zeros(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result)
GUARDED(*result = wrapped(at::zeros(sizes(shape, rank), scalar_type(dtype)));)

int ctorch_ones(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result)
GUARDED(*result = wrapped(at::ones(sizes(shape, rank), scalar_type(dtype)));)

int ctorch_randn(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result)
GUARDED(*result = wrapped(at::randn(sizes(shape, rank), scalar_type(dtype)));)

int ctorch_uniform(const int64_t *shape, int64_t rank, double bound, int dtype,
                   ctorch_tensor **result)
GUARDED(
  at::Tensor tensor = at::empty(sizes(shape, rank), scalar_type(dtype));
  *result = wrapped(tensor.uniform_(-bound, bound));
)

int ctorch_one_hot(const int64_t *ids, int64_t count, int64_t classes, int dtype,
                   ctorch_tensor **result)
GUARDED(
  at::Tensor indices = at::empty({count}, at::kLong);
  if (count > 0) std::memcpy(indices.data_ptr<int64_t>(), ids, count * sizeof(int64_t));
  *result = wrapped(at::one_hot(indices, classes).to(scalar_type(dtype)));
)

void ctorch_tensor_free(ctorch_tensor *tensor) {
#ifdef WITH_LIBTORCH
  delete tensor;
#endif
}

int ctorch_rank(const ctorch_tensor *tensor, int64_t *result)
GUARDED(*result = tensor->value.dim();)

int ctorch_sizes(const ctorch_tensor *tensor, int64_t *result)
GUARDED(for (int64_t size : tensor->value.sizes()) *result++ = size;)

int ctorch_count(const ctorch_tensor *tensor, int64_t *result)
GUARDED(*result = tensor->value.numel();)

int ctorch_dtype(const ctorch_tensor *tensor, int *result)
GUARDED(
  switch (tensor->value.scalar_type()) {
    case at::kFloat: *result = ctorch_float32; break;
    case at::kDouble: *result = ctorch_float64; break;
    case at::kLong: *result = ctorch_int64; break;
    default: TORCH_CHECK(false, "no name here for the dtype ", tensor->value.dtype());
  }
)

int ctorch_values(const ctorch_tensor *tensor, double *result)
GUARDED(
  at::Tensor rows = tensor->value.detach().to(at::kDouble).contiguous();
  if (rows.numel() > 0) {
    std::memcpy(result, rows.data_ptr<double>(), rows.numel() * sizeof(double));
  }
)

int ctorch_item(const ctorch_tensor *tensor, double *result)
GUARDED(*result = tensor->value.item().toDouble();)

int ctorch_copy(ctorch_tensor *tensor, const ctorch_tensor *source)
GUARDED(
  at::NoGradGuard unseen;
  tensor->value.copy_(source->value);
)

int ctorch_clone(const ctorch_tensor *tensor, ctorch_tensor **result)
GUARDED(*result = wrapped(tensor->value.clone());)

int ctorch_to_dtype(const ctorch_tensor *tensor, int dtype, ctorch_tensor **result)
GUARDED(*result = wrapped(tensor->value.to(scalar_type(dtype)));)
