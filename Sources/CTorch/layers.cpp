#include "body.hpp"

#ifdef WITH_LIBTORCH

// libtorch's functions take T × B × I and know nothing of one sequence without a batch; and what
// they say about sizes that do not fit speaks of a product deep inside. So the checks and the words
// here are those of torch.nn's Python modules.

/// One call of a recurrent layer: the input as T × B × I, the state as L·D × B × H.
struct Call {
  at::Tensor input;
  bool unbatched;
  std::vector<at::Tensor> weights;
  std::vector<int64_t> state_shape;

  Call(const char *layer, const at::Tensor &given, const ctorch_weights &from)
      : input(given), unbatched(given.dim() == 2), weights(values(from.tensors, from.count)) {
    TORCH_CHECK(given.dim() == 2 || given.dim() == 3, layer,
                ": Expected input to be 2-D or 3-D but received ", given.dim(), "-D tensor");
    const int64_t expected = weights.at(0).size(1);
    TORCH_CHECK(given.size(-1) == expected,
                "input.size(-1) must be equal to input_size. Expected ", expected, ", got ",
                given.size(-1));
    TORCH_CHECK(given.scalar_type() == weights[0].scalar_type(), layer, ": expected input of ",
                weights[0].scalar_type(), ", the type of the weights, but found ",
                given.scalar_type());
    TORCH_CHECK(given.size(0) > 0, layer, ": Expected sequence length to be larger than 0");
    if (unbatched) input = given.unsqueeze(1);
    state_shape = {from.layers * (from.bidirectional ? 2 : 1), input.size(1),
                   weights.at(1).size(1)};
  }

  at::Tensor state(const char *name, const ctorch_tensor *given) const {
    if (!given) return at::zeros(state_shape, input.options());
    const at::Tensor &value = given->value;
    std::vector<int64_t> expected = state_shape;
    if (unbatched) expected.erase(expected.begin() + 1);
    TORCH_CHECK(value.sizes() == expected, "Expected ", name, " size ", at::IntArrayRef(expected),
                ", got ", value.sizes());
    return unbatched ? value.unsqueeze(1) : value;
  }

  at::Tensor like_input(const at::Tensor &result) const {
    return unbatched ? result.squeeze(1) : result;
  }
};

#endif

// Of libtorch's arguments, dropout and training are 0 and false: the course has no use for them.

ctorch_status ctorch_lstm(const ctorch_tensor *input, const ctorch_tensor *hidden,
                          const ctorch_tensor *cell, ctorch_weights weights, ctorch_result output,
                          ctorch_result last_hidden, ctorch_result last_cell) CTORCH({
  Call call("LSTM", input->value, weights);
  auto [outputs, h, c] = at::lstm(
      call.input, {call.state("hidden[0]", hidden), call.state("hidden[1]", cell)}, call.weights,
      weights.bias, weights.layers, 0, false, weights.bidirectional, false);
  give(output, call.like_input(outputs));
  give(last_hidden, call.like_input(h));
  give(last_cell, call.like_input(c));
})

ctorch_status ctorch_gru(const ctorch_tensor *input, const ctorch_tensor *hidden,
                         ctorch_weights weights, ctorch_result output, ctorch_result last_hidden)
    CTORCH({
      Call call("GRU", input->value, weights);
      auto [outputs, h] = at::gru(call.input, call.state("hidden", hidden), call.weights,
                                  weights.bias, weights.layers, 0, false, weights.bidirectional,
                                  false);
      give(output, call.like_input(outputs));
      give(last_hidden, call.like_input(h));
    })

ctorch_status ctorch_rnn(const ctorch_tensor *input, const ctorch_tensor *hidden,
                         ctorch_weights weights, ctorch_result output, ctorch_result last_hidden)
    CTORCH({
      Call call("RNN", input->value, weights);
      auto [outputs, h] = at::rnn_tanh(call.input, call.state("hidden", hidden), call.weights,
                                       weights.bias, weights.layers, 0, false,
                                       weights.bidirectional, false);
      give(output, call.like_input(outputs));
      give(last_hidden, call.like_input(h));
    })

ctorch_status ctorch_linear(const ctorch_tensor *input, const ctorch_tensor *weight,
                            const ctorch_tensor *bias, ctorch_result result) CTORCH({
  c10::optional<at::Tensor> shift;
  if (bias) shift = bias->value;
  give(result, at::linear(input->value, weight->value, shift));
})

ctorch_status ctorch_embedding(const ctorch_tensor *weight, const ctorch_tensor *ids,
                               ctorch_result result)
    CTORCH(give(result, at::embedding(weight->value, ids->value));)
