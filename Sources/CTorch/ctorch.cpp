#include "CTorch.h"
#ifdef WITH_LIBTORCH
#include <torch/torch.h>
extern "C" bool ctorch_is_available(void) { return true; }
#else
extern "C" bool ctorch_is_available(void) { return false; }
#endif
