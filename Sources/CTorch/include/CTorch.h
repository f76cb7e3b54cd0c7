#pragma once
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether this build has libtorch in it.
bool ctorch_is_available(void);

#ifdef __cplusplus
}
#endif
