// The face of libtorch that Swift sees: C, opaque handles, no exception.
//
// Every function but ctorch_is_available, ctorch_version, ctorch_last_error, ctorch_live_handles and
// the two that free returns 0, or 1 after an error whose sentence ctorch_last_error() has. A result
// goes through the last parameter, belongs to the caller and is left alone after an error.

#pragma once
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ctorch_tensor ctorch_tensor;
typedef struct ctorch_optimizer ctorch_optimizer;

enum { ctorch_float32 = 0, ctorch_float64 = 1, ctorch_int64 = 2 };
enum { ctorch_reduce_none = 0, ctorch_reduce_mean = 1, ctorch_reduce_sum = 2 };

// MARK: - The framework

/// Whether this build has libtorch in it.
bool ctorch_is_available(void);
/// "1.13.0", or NULL without libtorch.
const char *ctorch_version(void);
/// The sentence of this thread's last error; valid until the thread's next one.
const char *ctorch_last_error(void);
/// Tensors and optimisers handed out and not yet freed.
int64_t ctorch_live_handles(void);
int ctorch_manual_seed(uint64_t seed);
/// Threads for libtorch and its BLAS; 1 until set.
int ctorch_set_threads(int64_t count);

// MARK: - Making, reading and freeing a tensor

int ctorch_from_doubles(const double *values, int64_t count, const int64_t *shape, int64_t rank,
                        int dtype, ctorch_tensor **result);
int ctorch_from_ids(const int64_t *ids, int64_t count, ctorch_tensor **result);
int ctorch_zeros(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result);
int ctorch_ones(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result);
int ctorch_randn(const int64_t *shape, int64_t rank, int dtype, ctorch_tensor **result);
/// Uniform in [-bound, bound).
int ctorch_uniform(const int64_t *shape, int64_t rank, double bound, int dtype,
                   ctorch_tensor **result);
int ctorch_one_hot(const int64_t *ids, int64_t count, int64_t classes, int dtype,
                   ctorch_tensor **result);
void ctorch_tensor_free(ctorch_tensor *tensor);

int ctorch_rank(const ctorch_tensor *tensor, int64_t *result);
/// Writes as many sizes as the tensor has dimensions.
int ctorch_sizes(const ctorch_tensor *tensor, int64_t *result);
int ctorch_count(const ctorch_tensor *tensor, int64_t *result);
int ctorch_dtype(const ctorch_tensor *tensor, int *result);
/// Writes `count` numbers, row by row whatever the strides are.
int ctorch_values(const ctorch_tensor *tensor, double *result);
int ctorch_item(const ctorch_tensor *tensor, double *result);
/// Into the same memory, unseen by autograd.
int ctorch_copy(ctorch_tensor *tensor, const ctorch_tensor *source);
int ctorch_clone(const ctorch_tensor *tensor, ctorch_tensor **result);
int ctorch_to_dtype(const ctorch_tensor *tensor, int dtype, ctorch_tensor **result);

// MARK: - Autograd

int ctorch_requires_grad(const ctorch_tensor *tensor, bool *result);
int ctorch_set_requires_grad(ctorch_tensor *tensor, bool requires_grad);
/// The gradient, or NULL where none has arrived.
int ctorch_grad(const ctorch_tensor *tensor, ctorch_tensor **result);
int ctorch_set_grad(ctorch_tensor *tensor, const ctorch_tensor *gradient);
int ctorch_backward(const ctorch_tensor *tensor, bool retain_graph);
int ctorch_detach(const ctorch_tensor *tensor, ctorch_tensor **result);
/// This thread's switch; the result is how it stood before.
int ctorch_set_grad_mode(bool enabled, bool *result);

// MARK: - Arithmetic, broadcasting

int ctorch_add(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result);
int ctorch_sub(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result);
int ctorch_mul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result);
int ctorch_div(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result);
int ctorch_add_number(const ctorch_tensor *a, double b, ctorch_tensor **result);
int ctorch_mul_number(const ctorch_tensor *a, double b, ctorch_tensor **result);
int ctorch_div_number(const ctorch_tensor *a, double b, ctorch_tensor **result);
/// a - x and a / x, element by element.
int ctorch_number_sub(double a, const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_number_div(double a, const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_matmul(const ctorch_tensor *a, const ctorch_tensor *b, ctorch_tensor **result);

int ctorch_neg(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_exp(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_log(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_tanh(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_sigmoid(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_relu(const ctorch_tensor *x, ctorch_tensor **result);

int ctorch_sum(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_mean(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_sum_dim(const ctorch_tensor *x, int64_t dim, bool keep, ctorch_tensor **result);
int ctorch_mean_dim(const ctorch_tensor *x, int64_t dim, bool keep, ctorch_tensor **result);
int ctorch_softmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result);
int ctorch_log_softmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result);
int ctorch_argmax(const ctorch_tensor *x, int64_t dim, ctorch_tensor **result);

// MARK: - Shapes

int ctorch_transpose(const ctorch_tensor *x, int64_t a, int64_t b, ctorch_tensor **result);
int ctorch_t(const ctorch_tensor *x, ctorch_tensor **result);
int ctorch_reshape(const ctorch_tensor *x, const int64_t *shape, int64_t rank,
                   ctorch_tensor **result);
int ctorch_narrow(const ctorch_tensor *x, int64_t dim, int64_t start, int64_t length,
                  ctorch_tensor **result);
int ctorch_select(const ctorch_tensor *x, int64_t dim, int64_t index, ctorch_tensor **result);
int ctorch_cat(const ctorch_tensor *const *tensors, int64_t count, int64_t dim,
               ctorch_tensor **result);
int ctorch_stack(const ctorch_tensor *const *tensors, int64_t count, int64_t dim,
                 ctorch_tensor **result);

// MARK: - Layers and losses

int ctorch_linear(const ctorch_tensor *x, const ctorch_tensor *weight, const ctorch_tensor *bias,
                  ctorch_tensor **result);
/// T × B × I, or T × I with states of two dimensions; a state may be NULL for zeros; the weights in
/// nn.LSTM's order.
int ctorch_lstm(const ctorch_tensor *x, const ctorch_tensor *hidden, const ctorch_tensor *cell,
                const ctorch_tensor *const *weights, int64_t count, bool bias, int64_t layers,
                bool bidirectional, ctorch_tensor **output, ctorch_tensor **last_hidden,
                ctorch_tensor **last_cell);
int ctorch_cross_entropy(const ctorch_tensor *logits, const ctorch_tensor *targets, int reduction,
                         ctorch_tensor **result);

// MARK: - Optimisers

int ctorch_sgd(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
               double momentum, double weight_decay, ctorch_optimizer **result);
int ctorch_adam(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                double beta1, double beta2, double epsilon, double weight_decay,
                ctorch_optimizer **result);
int ctorch_adamw(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                 double beta1, double beta2, double epsilon, double weight_decay,
                 ctorch_optimizer **result);
int ctorch_rmsprop(const ctorch_tensor *const *parameters, int64_t count, double learning_rate,
                   double decay, double epsilon, double weight_decay, double momentum,
                   ctorch_optimizer **result);
void ctorch_optimizer_free(ctorch_optimizer *optimizer);
int ctorch_optimizer_step(ctorch_optimizer *optimizer);
int ctorch_optimizer_zero_grad(ctorch_optimizer *optimizer);
int ctorch_optimizer_set_rate(ctorch_optimizer *optimizer, double learning_rate);
/// Scales the gradients to a joint norm of `maximum` at most; the result is the norm before.
int ctorch_clip_norm(const ctorch_tensor *const *parameters, int64_t count, double maximum,
                     double *result);

#ifdef __cplusplus
}
#endif
