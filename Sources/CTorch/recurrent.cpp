// The LSTM as a function of its weights. T steps, B batch, I inputs, H hidden, L layers,
// D directions.

#include "guard.h"

#ifdef WITH_LIBTORCH

/// One call of a layer, in the form that libtorch wants: a batch, and sizes that fit.
///
/// libtorch's own functions trust their caller, who is PyTorch's Python: of a state of other sizes
/// they read what is not there, or complain about a product deep inside.
struct recurrent_call {
  bool one;  // sequence without a batch: to libtorch a batch of one
  at::Tensor input;
  std::vector<at::Tensor> weights;
  std::vector<int64_t> state_sizes;

  recurrent_call(const at::Tensor &x, const ctorch_tensor *const *tensors, int64_t count,
                 int64_t layers, bool bidirectional)
      : one(x.dim() == 2), input(x), weights(list(tensors, count)) {
    const at::Tensor &first = weights.at(0);
    TORCH_CHECK(x.dim() == 2 || x.dim() == 3,
                "expected an input of 2 dimensions or 3, T x I or T x B x I, got ", x.sizes());
    TORCH_CHECK(x.size(-1) == first.size(1),
                "input.size(-1) must be equal to input_size. Expected ", first.size(1), ", got ",
                x.size(-1));
    TORCH_CHECK(x.scalar_type() == first.scalar_type(), "expected an input of the weights' dtype ",
                first.dtype(), ", got ", x.dtype());
    if (one) input = x.unsqueeze(1);
    state_sizes = {layers * (bidirectional ? 2 : 1), input.size(1), weights.at(1).size(1)};
  }

  at::Tensor state(const char *name, const ctorch_tensor *given) const {
    if (!given) return at::zeros(state_sizes, input.options());
    const at::Tensor &value = given->value;
    std::vector<int64_t> expected = state_sizes;
    if (one) expected.erase(expected.begin() + 1);
    TORCH_CHECK(value.sizes() == expected, "Expected ", name, " size ", at::IntArrayRef(expected),
                ", got ", value.sizes());
    TORCH_CHECK(value.scalar_type() == input.scalar_type(), "expected ", name,
                " of the input's dtype ", input.dtype(), ", got ", value.dtype());
    return one ? value.unsqueeze(1) : value;
  }

  at::Tensor as_given(const at::Tensor &result) const { return one ? result.squeeze(1) : result; }
};

#endif

int ctorch_lstm(const ctorch_tensor *x, const ctorch_tensor *hidden, const ctorch_tensor *cell,
                const ctorch_tensor *const *weights, int64_t count, bool bias, int64_t layers,
                bool bidirectional, ctorch_tensor **output, ctorch_tensor **last_hidden,
                ctorch_tensor **last_cell)
GUARDED(
  recurrent_call call(x->value, weights, count, layers, bidirectional);
  auto [y, h, c] = at::lstm(
      call.input, {call.state("hidden[0]", hidden), call.state("hidden[1]", cell)}, call.weights,
      bias, layers, /*dropout=*/0, /*train=*/false, bidirectional, /*batch_first=*/false);
  *output = wrapped(call.as_given(y));
  *last_hidden = wrapped(call.as_given(h));
  *last_cell = wrapped(call.as_given(c));
)
