// Layers as functions of their weights, and the loss.

#include "guard.h"

int ctorch_linear(const ctorch_tensor *x, const ctorch_tensor *weight, const ctorch_tensor *bias,
                  ctorch_tensor **result)
GUARDED(*result = wrapped(at::linear(x->value, weight->value, bias ? bias->value : at::Tensor()));)

int ctorch_lstm(const ctorch_tensor *x, const ctorch_tensor *hidden, const ctorch_tensor *cell,
                const ctorch_tensor *const *weights, int64_t count, bool bias, int64_t layers,
                bool bidirectional, ctorch_tensor **output, ctorch_tensor **last_hidden,
                ctorch_tensor **last_cell)
GUARDED(
  // at::lstm wants a batch; one sequence is a batch of one.
  const bool one = x->value.dim() == 2;
  TORCH_CHECK(one || x->value.dim() == 3, "an LSTM's input has 2 or 3 dimensions, this one ",
              x->value.dim());
  auto batch = [&](const at::Tensor &tensor) { return one ? tensor.unsqueeze(1) : tensor; };
  auto unbatch = [&](const at::Tensor &tensor) { return one ? tensor.squeeze(1) : tensor; };
  auto [y, h, c] = at::lstm(
      batch(x->value), {batch(hidden->value), batch(cell->value)}, list(weights, count), bias,
      layers, /*dropout=*/0, /*train=*/false, bidirectional, /*batch_first=*/false);
  y = unbatch(y);
  h = unbatch(h);
  c = unbatch(c);
  *output = wrapped(y);
  *last_hidden = wrapped(h);
  *last_cell = wrapped(c);
)

int ctorch_cross_entropy(const ctorch_tensor *logits, const ctorch_tensor *targets, int reduction,
                         ctorch_tensor **result)
GUARDED(
  static_assert(int(ctorch_reduce_none) == at::Reduction::None);
  static_assert(int(ctorch_reduce_mean) == at::Reduction::Mean);
  static_assert(int(ctorch_reduce_sum) == at::Reduction::Sum);
  *result = wrapped(at::cross_entropy_loss(logits->value, targets->value, {}, reduction));
)
