#ifndef MUTASI_CMALLOC_SHIM_H
#define MUTASI_CMALLOC_SHIM_H

// Not part of Swift's Glibc.
#include <malloc.h>

#endif
