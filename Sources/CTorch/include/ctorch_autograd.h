// Gradients: what they are computed for, the backward pass, and what becomes of them.

#ifndef CTORCH_AUTOGRAD_H
#define CTORCH_AUTOGRAD_H

#include "ctorch_operations.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

ctorch_status ctorch_requires_grad(const ctorch_tensor *tensor, bool *requires_grad);
ctorch_status ctorch_set_requires_grad(ctorch_tensor *tensor, bool requires_grad);
/// The gradient, or null where there is none yet.
ctorch_status ctorch_grad(const ctorch_tensor *tensor, ctorch_result result);
ctorch_status ctorch_backward(const ctorch_tensor *tensor, bool retain_graph);
/// The same numbers, of no graph.
ctorch_status ctorch_detach(const ctorch_tensor *a, ctorch_result result);

/// Records operations from now on in this thread, or does not; gives what was so before.
ctorch_status ctorch_set_grad_mode(bool enabled, bool *before);

/// Scales all gradients together so that their norm is at most `maximum`; gives the norm before.
ctorch_status ctorch_clip_gradient_norm(ctorch_tensors parameters, size_t count, double maximum,
                                        double *norm);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
