// Layers as functions of their weights: who holds the weights is not this room's business.
// T steps, B batch, I inputs, H hidden, L layers, D directions (1 or 2).

#ifndef CTORCH_LAYERS_H
#define CTORCH_LAYERS_H

#include "ctorch_operations.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

/// The weights of a recurrent layer: per layer and direction weight_ih, weight_hh and, with `bias`,
/// bias_ih, bias_hh.
typedef struct ctorch_weights {
  ctorch_tensors tensors;
  size_t count;
  ptrdiff_t layers;
  bool bias;
  bool bidirectional;
} ctorch_weights;

/// - input: T × I or T × B × I. State: L·D × H or L·D × B × H, or null for zeros.
ctorch_status ctorch_lstm(const ctorch_tensor *input, const ctorch_tensor *_Nullable hidden,
                          const ctorch_tensor *_Nullable cell, ctorch_weights weights,
                          ctorch_result output, ctorch_result last_hidden,
                          ctorch_result last_cell);
ctorch_status ctorch_gru(const ctorch_tensor *input, const ctorch_tensor *_Nullable hidden,
                         ctorch_weights weights, ctorch_result output, ctorch_result last_hidden);
/// The Elman network with tanh.
ctorch_status ctorch_rnn(const ctorch_tensor *input, const ctorch_tensor *_Nullable hidden,
                         ctorch_weights weights, ctorch_result output, ctorch_result last_hidden);

/// x Wᵀ + b.
ctorch_status ctorch_linear(const ctorch_tensor *input, const ctorch_tensor *weight,
                            const ctorch_tensor *_Nullable bias, ctorch_result result);
/// One row of `weight` for each id.
ctorch_status ctorch_embedding(const ctorch_tensor *weight, const ctorch_tensor *ids,
                               ctorch_result result);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
