// torch::optim. Parameters that require no gradient are left out.

#ifndef CTORCH_OPTIMIZERS_H
#define CTORCH_OPTIMIZERS_H

#include "ctorch_operations.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

typedef struct ctorch_optimizer ctorch_optimizer;

/// Where a call puts the optimizer it made.
typedef ctorch_optimizer *_Nullable *_Nonnull ctorch_optimizer_result;

typedef struct ctorch_adam_options {
  double learning_rate, beta1, beta2, epsilon, weight_decay;
} ctorch_adam_options;

ctorch_status ctorch_sgd(ctorch_tensors parameters, size_t count, double learning_rate,
                         double momentum, double weight_decay, ctorch_optimizer_result result);
ctorch_status ctorch_adam(ctorch_tensors parameters, size_t count, ctorch_adam_options options,
                          ctorch_optimizer_result result);
ctorch_status ctorch_adamw(ctorch_tensors parameters, size_t count, ctorch_adam_options options,
                           ctorch_optimizer_result result);
ctorch_status ctorch_rmsprop(ctorch_tensors parameters, size_t count, double learning_rate,
                             double alpha, double epsilon, double momentum, double weight_decay,
                             ctorch_optimizer_result result);
void ctorch_optimizer_free(ctorch_optimizer *optimizer);

ctorch_status ctorch_optimizer_zero_grad(ctorch_optimizer *optimizer);
ctorch_status ctorch_optimizer_step(ctorch_optimizer *optimizer);
ctorch_status ctorch_optimizer_learning_rate(const ctorch_optimizer *optimizer, double *rate);
ctorch_status ctorch_optimizer_set_learning_rate(ctorch_optimizer *optimizer, double rate);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
