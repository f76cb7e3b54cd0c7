// torch::optim behind a handle, and the clipping of gradients.

#include "guard.h"

#ifdef WITH_LIBTORCH
#include <torch/optim.h>

#include <torch/nn/utils/clip_grad.h>  // names torch::Tensor, which the one above declares

#include <memory>

namespace optim = torch::optim;

struct ctorch_optimizer : ctorch_counted {
  std::unique_ptr<optim::Optimizer> value;
  explicit ctorch_optimizer(std::unique_ptr<optim::Optimizer> optimizer)
      : value(std::move(optimizer)) {}
};

template <typename Kind, typename Options>
ctorch_optimizer *optimizer(const ctorch_tensor *const *parameters, int64_t count,
                            Options options) {
  return new ctorch_optimizer(std::make_unique<Kind>(list(parameters, count), options));
}
#endif

int ctorch_sgd(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
               double momentum, double weight_decay, ctorch_optimizer **result)
GUARDED(
  auto options = optim::SGDOptions(learning_rate).momentum(momentum).weight_decay(weight_decay);
  *result = optimizer<optim::SGD>(parameters, count, options);
)

int ctorch_adam(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                double beta1, double beta2, double epsilon, double weight_decay,
                ctorch_optimizer **result)
GUARDED(
  auto options = optim::AdamOptions(learning_rate).betas({beta1, beta2}).eps(epsilon);
  *result = optimizer<optim::Adam>(parameters, count, options.weight_decay(weight_decay));
)

int ctorch_adamw(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                 double beta1, double beta2, double epsilon, double weight_decay,
                 ctorch_optimizer **result)
GUARDED(
  auto options = optim::AdamWOptions(learning_rate).betas({beta1, beta2}).eps(epsilon);
  *result = optimizer<optim::AdamW>(parameters, count, options.weight_decay(weight_decay));
)

int ctorch_rmsprop(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                   double decay, double epsilon, double weight_decay, double momentum,
                   ctorch_optimizer **result)
GUARDED(
  auto options = optim::RMSpropOptions(learning_rate).alpha(decay).eps(epsilon);
  *result = optimizer<optim::RMSprop>(
      parameters, count, options.weight_decay(weight_decay).momentum(momentum));
)

void ctorch_optimizer_free(ctorch_optimizer *optimizer) {
#ifdef WITH_LIBTORCH
  delete optimizer;
#endif
}

int ctorch_optimizer_step(ctorch_optimizer *optimizer) GUARDED(optimizer->value->step();)

int ctorch_optimizer_zero_grad(ctorch_optimizer *optimizer) GUARDED(optimizer->value->zero_grad();)

int ctorch_optimizer_set_rate(ctorch_optimizer *optimizer, double learning_rate)
GUARDED(
  TORCH_CHECK(learning_rate >= 0, "Invalid learning rate: ", learning_rate);
  for (auto &group : optimizer->value->param_groups()) group.options().set_lr(learning_rate);
)

int ctorch_clip_norm(const ctorch_tensor *const *parameters, int64_t count, double maximum,
                     double *result)
GUARDED(*result = torch::nn::utils::clip_grad_norm_(list(parameters, count), maximum);)
