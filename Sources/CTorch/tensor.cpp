#include "body.hpp"

#include <cstring>

void ctorch_tensor_free(ctorch_tensor *tensor) CTORCH_FREE(delete tensor;)

// MARK: Made

ctorch_status ctorch_from_doubles(const double *elements, size_t count, const ptrdiff_t *shape,
                                  size_t rank, ctorch_dtype dtype, ctorch_result result) CTORCH({
  at::Tensor flat = at::empty({int64_t(count)}, at::kDouble);
  if (count) std::memcpy(flat.data_ptr<double>(), elements, count * sizeof(double));
  give(result, flat.reshape(sizes(shape, rank)).to(type(dtype)));
})

ctorch_status ctorch_from_integers(const ptrdiff_t *elements, size_t count, const ptrdiff_t *shape,
                                   size_t rank, ctorch_result result) CTORCH({
  at::Tensor flat = at::empty({int64_t(count)}, at::kLong);
  std::copy(elements, elements + count, flat.data_ptr<int64_t>());
  give(result, flat.reshape(sizes(shape, rank)));
})

ctorch_status ctorch_full(double value, const ptrdiff_t *shape, size_t rank, ctorch_dtype dtype,
                          ctorch_result result)
    CTORCH(give(result, at::full(sizes(shape, rank), value, type(dtype)));)

ctorch_status ctorch_rand(const ptrdiff_t *shape, size_t rank, ctorch_dtype dtype,
                          ctorch_result result)
    CTORCH(give(result, at::rand(sizes(shape, rank), type(dtype)));)

ctorch_status ctorch_randn(const ptrdiff_t *shape, size_t rank, ctorch_dtype dtype,
                           ctorch_result result)
    CTORCH(give(result, at::randn(sizes(shape, rank), type(dtype)));)

ctorch_status ctorch_arange(double start, double end, double step, ctorch_dtype dtype,
                            ctorch_result result)
    CTORCH(give(result, at::arange(start, end, step, type(dtype)));)

// MARK: Read

ctorch_status ctorch_tensor_shape(const ctorch_tensor *tensor, ptrdiff_t *shape, size_t capacity,
                                  size_t *rank) CTORCH({
  at::IntArrayRef sizes = tensor->value.sizes();
  std::copy(sizes.begin(), sizes.begin() + std::min(capacity, sizes.size()), shape);
  *rank = sizes.size();
})

ctorch_status ctorch_tensor_dtype(const ctorch_tensor *tensor, ctorch_dtype *dtype) CTORCH({
  for (auto candidate : {ctorch_float32, ctorch_float64, ctorch_int64}) {
    if (tensor->value.scalar_type() == type(candidate)) {
      *dtype = candidate;
      return;
    }
  }
  TORCH_CHECK(false, "tensors of ", tensor->value.dtype().name(), " have no name here");
})

ctorch_status ctorch_tensor_count(const ctorch_tensor *tensor, size_t *count)
    CTORCH(*count = size_t(tensor->value.numel());)

#ifdef WITH_LIBTORCH
/// Writes the elements as numbers of the type T, row-major.
template <class T, class Output>
static void write(const at::Tensor &tensor, Output *elements, size_t count) {
  TORCH_CHECK(size_t(tensor.numel()) == count, "expected ", count, " elements, the tensor has ",
              tensor.numel());
  at::Tensor rows = tensor.detach().to(c10::CppTypeToScalarType<T>::value).contiguous();
  std::copy(rows.data_ptr<T>(), rows.data_ptr<T>() + count, elements);
}
#endif

ctorch_status ctorch_tensor_doubles(const ctorch_tensor *tensor, double *elements, size_t count)
    CTORCH(write<double>(tensor->value, elements, count);)

ctorch_status ctorch_tensor_integers(const ctorch_tensor *tensor, ptrdiff_t *elements, size_t count)
    CTORCH({
      TORCH_CHECK(tensor->value.scalar_type() == at::kLong, "expected scalar type Long but found ",
                  tensor->value.scalar_type());
      write<int64_t>(tensor->value, elements, count);
    })

ctorch_status ctorch_tensor_item(const ctorch_tensor *tensor, double *value)
    CTORCH(*value = tensor->value.item().toDouble();)

// MARK: Changed in place

ctorch_status ctorch_copy(ctorch_tensor *tensor, const ctorch_tensor *source)
    CTORCH(tensor->value.copy_(source->value);)

ctorch_status ctorch_fill(ctorch_tensor *tensor, double value) CTORCH(tensor->value.fill_(value);)

ctorch_status ctorch_fill_uniform(ctorch_tensor *tensor, double low, double high)
    CTORCH(tensor->value.uniform_(low, high);)
