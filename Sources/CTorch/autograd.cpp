// Gradients: who wants one, where it lies, and the walk backwards.

#include "guard.h"

int ctorch_requires_grad(const ctorch_tensor *tensor, bool *result)
GUARDED(*result = tensor->value.requires_grad();)

int ctorch_set_requires_grad(ctorch_tensor *tensor, bool requires_grad)
GUARDED(tensor->value.requires_grad_(requires_grad);)

int ctorch_grad(const ctorch_tensor *tensor, ctorch_tensor **result)
GUARDED(
  const at::Tensor &gradient = tensor->value.grad();
  *result = gradient.defined() ? wrapped(gradient) : nullptr;
)

int ctorch_set_grad(ctorch_tensor *tensor, const ctorch_tensor *gradient)
GUARDED(
  TORCH_CHECK(gradient->value.sizes() == tensor->value.sizes(), "a gradient of shape ",
              gradient->value.sizes(), " for a tensor of shape ", tensor->value.sizes());
  tensor->value.mutable_grad() = gradient->value;
)

int ctorch_backward(const ctorch_tensor *tensor, bool retain_graph)
GUARDED(tensor->value.backward({}, retain_graph);)

int ctorch_detach(const ctorch_tensor *tensor, ctorch_tensor **result)
GUARDED(*result = wrapped(tensor->value.detach());)

int ctorch_set_grad_mode(bool enabled, bool *result)
GUARDED(
  *result = at::GradMode::is_enabled();
  at::GradMode::set_enabled(enabled);
)
