// libtorch for a language that knows C: opaque handles in, opaque handles and a status out.
//
// No C++ exception leaves this room: it becomes `ctorch_failed`, and `ctorch_last_error` has its text.
// Every handle that a call gives is the caller's to free. In a build without libtorch the same
// functions are here, and each fails with a message that says how to get it.

#ifndef CTORCH_H
#define CTORCH_H

#include "ctorch_framework.h"
#include "ctorch_tensor.h"
#include "ctorch_operations.h"
#include "ctorch_autograd.h"
#include "ctorch_layers.h"
#include "ctorch_optimizers.h"

#endif
