#include "body.hpp"

#ifdef WITH_LIBTORCH

#include <torch/optim.h>

struct ctorch_optimizer : ctorch::Handle {
  std::unique_ptr<torch::optim::Optimizer> value;

  torch::optim::OptimizerOptions &options() const { return value->param_groups().at(0).options(); }
};

/// Makes an optimizer for those parameters that are trained at all.
template <class Optimizer, class Options>
static void make(ctorch_tensors parameters, size_t count, const Options &options,
                 ctorch_optimizer_result result) {
  std::vector<at::Tensor> trained;
  for (const at::Tensor &parameter : values(parameters, count)) {
    if (parameter.requires_grad()) trained.push_back(parameter);
  }
  TORCH_CHECK(!trained.empty(), "optimizer got an empty parameter list");
  auto made = std::make_unique<ctorch_optimizer>();
  made->value = std::make_unique<Optimizer>(std::move(trained), options);
  *result = made.release();
}

#endif

ctorch_status ctorch_sgd(ctorch_tensors parameters, size_t count, double learning_rate,
                         double momentum, double weight_decay, ctorch_optimizer_result result)
    CTORCH(make<torch::optim::SGD>(
        parameters, count,
        torch::optim::SGDOptions(learning_rate).momentum(momentum).weight_decay(weight_decay),
        result);)

ctorch_status ctorch_adam(ctorch_tensors parameters, size_t count, ctorch_adam_options options,
                          ctorch_optimizer_result result)
    CTORCH(make<torch::optim::Adam>(parameters, count,
                                    torch::optim::AdamOptions(options.learning_rate)
                                        .betas({options.beta1, options.beta2})
                                        .eps(options.epsilon)
                                        .weight_decay(options.weight_decay),
                                    result);)

ctorch_status ctorch_adamw(ctorch_tensors parameters, size_t count, ctorch_adam_options options,
                           ctorch_optimizer_result result)
    CTORCH(make<torch::optim::AdamW>(parameters, count,
                                     torch::optim::AdamWOptions(options.learning_rate)
                                         .betas({options.beta1, options.beta2})
                                         .eps(options.epsilon)
                                         .weight_decay(options.weight_decay),
                                     result);)

ctorch_status ctorch_rmsprop(ctorch_tensors parameters, size_t count, double learning_rate,
                             double alpha, double epsilon, double momentum, double weight_decay,
                             ctorch_optimizer_result result)
    CTORCH(make<torch::optim::RMSprop>(parameters, count,
                                       torch::optim::RMSpropOptions(learning_rate)
                                           .alpha(alpha)
                                           .eps(epsilon)
                                           .momentum(momentum)
                                           .weight_decay(weight_decay),
                                       result);)

void ctorch_optimizer_free(ctorch_optimizer *optimizer) CTORCH_FREE(delete optimizer;)

ctorch_status ctorch_optimizer_zero_grad(ctorch_optimizer *optimizer)
    CTORCH(optimizer->value->zero_grad();)

ctorch_status ctorch_optimizer_step(ctorch_optimizer *optimizer) CTORCH(optimizer->value->step();)

ctorch_status ctorch_optimizer_learning_rate(const ctorch_optimizer *optimizer, double *rate)
    CTORCH(*rate = optimizer->options().get_lr();)

ctorch_status ctorch_optimizer_set_learning_rate(ctorch_optimizer *optimizer, double rate)
    CTORCH(optimizer->options().set_lr(rate);)
