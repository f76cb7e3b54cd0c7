// A linear layer as a function of its weights, and the loss.

#include "guard.h"

int ctorch_linear(const ctorch_tensor *x, const ctorch_tensor *weight, const ctorch_tensor *bias,
                  ctorch_tensor **result)
GUARDED(*result = wrapped(at::linear(x->value, weight->value, bias ? bias->value : at::Tensor()));)

int ctorch_cross_entropy(const ctorch_tensor *logits, const ctorch_tensor *targets, int reduction,
                         ctorch_tensor **result)
GUARDED(
  static_assert(int(ctorch_reduce_none) == at::Reduction::None);
  static_assert(int(ctorch_reduce_mean) == at::Reduction::Mean);
  static_assert(int(ctorch_reduce_sum) == at::Reduction::Sum);
  *result = wrapped(at::cross_entropy_loss(logits->value, targets->value, {}, reduction));
)
