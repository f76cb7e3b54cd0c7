#include "body.hpp"

#ifdef WITH_LIBTORCH
#include <torch/nn/utils/clip_grad.h>
#endif

ctorch_status ctorch_requires_grad(const ctorch_tensor *tensor, bool *requires_grad)
    CTORCH(*requires_grad = tensor->value.requires_grad();)

ctorch_status ctorch_set_requires_grad(ctorch_tensor *tensor, bool requires_grad)
    CTORCH(tensor->value.requires_grad_(requires_grad);)

ctorch_status ctorch_grad(const ctorch_tensor *tensor, ctorch_result result) CTORCH({
  const at::Tensor &gradient = tensor->value.grad();
  if (gradient.defined()) give(result, gradient);
})

ctorch_status ctorch_backward(const ctorch_tensor *tensor, bool retain_graph)
    CTORCH(tensor->value.backward({}, retain_graph);)

ctorch_status ctorch_detach(const ctorch_tensor *a, ctorch_result result)
    CTORCH(give(result, a->value.detach());)

ctorch_status ctorch_set_grad_mode(bool enabled, bool *before) CTORCH({
  *before = at::GradMode::is_enabled();
  at::GradMode::set_enabled(enabled);
})

ctorch_status ctorch_clip_gradient_norm(ctorch_tensors parameters, size_t count, double maximum,
                                        double *norm)
    CTORCH(*norm = torch::nn::utils::clip_grad_norm_(values(parameters, count), maximum);)
