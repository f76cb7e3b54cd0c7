#include "body.hpp"

ctorch_status ctorch_transpose(const ctorch_tensor *a, ptrdiff_t first, ptrdiff_t second,
                               ctorch_result result)
    CTORCH(give(result, a->value.transpose(first, second));)

ctorch_status ctorch_t(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.t());)

ctorch_status ctorch_reshape(const ctorch_tensor *a, const ptrdiff_t *shape, size_t rank,
                             ctorch_result result)
    CTORCH(give(result, a->value.reshape(sizes(shape, rank)));)

ctorch_status ctorch_unsqueeze(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result)
    CTORCH(give(result, a->value.unsqueeze(dim));)

ctorch_status ctorch_squeeze(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.squeeze());)

ctorch_status ctorch_squeeze_along(const ctorch_tensor *a, ptrdiff_t dim, ctorch_result result)
    CTORCH(give(result, a->value.squeeze(dim));)

ctorch_status ctorch_narrow(const ctorch_tensor *a, ptrdiff_t dim, ptrdiff_t start,
                            ptrdiff_t length, ctorch_result result)
    CTORCH(give(result, a->value.narrow(dim, start, length));)

ctorch_status ctorch_select(const ctorch_tensor *a, ptrdiff_t dim, ptrdiff_t index,
                            ctorch_result result)
    CTORCH(give(result, a->value.select(dim, index));)

ctorch_status ctorch_cat(ctorch_tensors tensors, size_t count, ptrdiff_t dim, ctorch_result result)
    CTORCH(give(result, at::cat(values(tensors, count), dim));)

ctorch_status ctorch_stack(ctorch_tensors tensors, size_t count, ptrdiff_t dim,
                           ctorch_result result)
    CTORCH(give(result, at::stack(values(tensors, count), dim));)

ctorch_status ctorch_chunk(const ctorch_tensor *a, ptrdiff_t chunks, ptrdiff_t dim,
                           ctorch_result results, size_t capacity, size_t *count) CTORCH({
  std::vector<at::Tensor> parts = a->value.chunk(chunks, dim);
  TORCH_CHECK(parts.size() <= capacity, "expected at most ", capacity, " chunks, got ",
              parts.size());
  for (size_t i = 0; i < parts.size(); i++) give(results + i, parts[i]);
  *count = parts.size();
})
