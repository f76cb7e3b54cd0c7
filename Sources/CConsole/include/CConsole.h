#ifndef CCONSOLE_ALL_H
#define CCONSOLE_ALL_H

#include "console.h"
#include "pseudo_terminal.h"

#endif
